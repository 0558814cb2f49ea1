// Which files of a root are read, wherever it lies: what `walk` finds on the disk, which is not awaited there for speed.
import { type Entry, type EntryKind, type Files, textIfAny } from './files.ts';
import { type IgnoreRules, inOrder, isIgnored, matchersOf, nested, RULE_FILES } from './ignoreMatching.ts';
import { MissingFileError, NOT_REGULAR, reasonOf, type SkippedFile } from './skipped.ts';

/** What a name in a folder is. */
type Kinds = (name: string) => Promise<EntryKind | null>;

/** Yields the paths of the files of a root. What cannot be read is handed to `onSkipped`. */
export async function* walkFiles(
  files: Files,
  onSkipped: (skipped: SkippedFile) => void,
): AsyncGenerator<string> {
  const stack = [{ folder: '', outer: await rulesAround(files) }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { folder, outer } = next;
    const entries = await listed(files, folder, onSkipped);
    const kinds = new Map(entries.map(({ name, kind }) => [name, kind]));
    const rules = await rulesInside(files, folder, outer, async (name) => kinds.get(name) ?? null);
    for (const { name, kind } of entries) {
      const path = folder + name;
      if (kind === 'link' || isLeftOut(files, rules, path, kind)) continue;
      if (kind === 'folder') stack.push({ folder: `${path}/`, outer: rules });
      else if (kind === 'file') yield path;
      else onSkipped({ file: path, reason: NOT_REGULAR });
    }
  }
}

/** Answers for single files whether a walk would yield them; remembers the ignore files it has read. */
export class WalkedFiles {
  readonly #files: Files;
  /** The rules inside folders by their paths with a slash; null where a walk does not come by. */
  readonly #rules = new Map<string, Promise<IgnoreRules | null>>();

  constructor(files: Files) {
    this.#files = files;
  }

  async has(path: string): Promise<boolean> {
    return this.#comesBy(path, 'file');
  }

  async #comesBy(path: string, kind: 'file' | 'folder'): Promise<boolean> {
    const rules = await this.#inside(path.slice(0, path.lastIndexOf('/') + 1));
    if (rules === null || isLeftOut(this.#files, rules, path, kind)) return false;
    return (await this.#files.kindOf(path)) === kind;
  }

  #inside(folder: string): Promise<IgnoreRules | null> {
    const rules = this.#rules.get(folder) ?? this.#read(folder);
    this.#rules.set(folder, rules);
    return rules;
  }

  async #read(folder: string): Promise<IgnoreRules | null> {
    const path = folder.slice(0, -1);
    if (folder !== '' && !(await this.#comesBy(path, 'folder'))) return null;
    const outer =
      folder === ''
        ? await rulesAround(this.#files)
        : await this.#inside(path.slice(0, path.lastIndexOf('/') + 1));
    return rulesInside(this.#files, folder, outer ?? [], (name) => this.#files.kindOf(folder + name));
  }
}

async function listed(
  files: Files,
  folder: string,
  onSkipped: (skipped: SkippedFile) => void,
): Promise<readonly Entry[]> {
  try {
    return (await files.list(folder.slice(0, -1))).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    // A folder that vanished while its parent was read has nothing to say.
    if (!(error instanceof MissingFileError)) onSkipped({ file: folder || '.', reason: reasonOf(error) });
    return [];
  }
}

function isLeftOut(files: Files, rules: IgnoreRules, path: string, kind: EntryKind): boolean {
  const isFolder = kind === 'folder';
  if (isFolder && /(?:^|\/)(?:\.git|node_modules)$/.test(path)) return true;
  return isIgnored(rules, files.root + path, isFolder);
}

async function rulesInside(
  files: Files,
  folder: string,
  outer: IgnoreRules,
  kinds: Kinds,
): Promise<IgnoreRules> {
  const own = RULE_FILES.map(async (kind) =>
    (await kinds(kind)) === 'file'
      ? matchersOf(kind, files.root + folder, await textIfAny(files, folder + kind, 'ignoreRules'))
      : [],
  );
  return nested((await Promise.all(own)).flat(), outer, (await kinds('.git')) !== null);
}

/** The rules of folders above the root in its repository, but for patterns that leave out the root itself. */
async function rulesAround(files: Files): Promise<IgnoreRules> {
  const { root } = files;
  const around: string[] = [];
  for (let base = root, up = ''; (await files.kindOf(`${up}.git`)) === null; ) {
    base = base.slice(0, base.slice(0, -1).lastIndexOf('/') + 1);
    if (base === '') return [];
    up += '../';
    around.push(base);
  }
  const matchers = around.flatMap((base, index) =>
    RULE_FILES.map(async (kind) => {
      const text = await textIfAny(files, `${'../'.repeat(index + 1)}${kind}`, 'ignoreRules');
      return matchersOf(kind, base, text, root.slice(base.length));
    }),
  );
  return inOrder((await Promise.all(matchers)).flat());
}
