// Where imports lead that only a project's own files explain: aliases of tsconfig.json, the module path of go.mod.
import { parse } from 'jsonc-parser';
import { foldersAbove, within } from './folders.ts';

type ReadText = (path: string) => Promise<string | null>;

/** How many folders up a project's file is looked for. */
const MOST_FOLDERS = 12;

/** What leads to the folders above a file, its own first. */
const waysUp = (path: string): readonly string[] =>
  foldersAbove(path)
    .slice(0, MOST_FOLDERS)
    .map((folder) => within(folder, ''));

/** The bases of files (no ending) that an import means by the aliases of the nearest tsconfig.json or jsconfig.json. */
export async function aliasedBases(path: string, source: string, read: ReadText): Promise<readonly string[]> {
  for (const folder of waysUp(path)) {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const text = await read(folder + name);
      const options = text === null ? null : compilerOptions(text);
      if (options !== null) return basesBy(options, folder, source);
    }
  }
  return [];
}

interface CompilerOptions {
  readonly baseUrl: string | null;
  readonly paths: Readonly<Record<string, unknown>>;
}

/** What a configuration says of paths; null where it says nothing, as one that only extends another. */
function compilerOptions(text: string): CompilerOptions | null {
  const { compilerOptions: options } = asRecord(parse(text, [], { allowTrailingComma: true }));
  const { baseUrl, paths } = asRecord(options);
  if (typeof baseUrl !== 'string' && paths === undefined) return null;
  return { baseUrl: typeof baseUrl === 'string' ? baseUrl : null, paths: asRecord(paths) };
}

function basesBy({ baseUrl, paths }: CompilerOptions, folder: string, source: string): readonly string[] {
  const from = `${folder}${baseUrl || '.'}/`;
  const byAlias = Object.entries(paths).flatMap(([alias, targets]) => {
    const [before = '', after] = alias.split('*');
    const isMeant =
      after === undefined ? source === alias : source.startsWith(before) && source.endsWith(after);
    if (!isMeant || !Array.isArray(targets)) return [];
    const held = source.slice(before.length, source.length - (after ?? '').length);
    return targets.flatMap((target) =>
      typeof target === 'string' ? [from + target.replace('*', held)] : [],
    );
  });
  return baseUrl === null ? byAlias : [...byAlias, from + source];
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** The folder of a package of the same Go module, by the nearest go.mod; null for packages of others. */
export async function goPackageFolder(path: string, source: string, read: ReadText): Promise<string | null> {
  for (const folder of waysUp(path)) {
    const name = /^module\s+(\S+)/m.exec((await read(`${folder}go.mod`)) ?? '')?.[1];
    if (name !== undefined)
      return source.startsWith(`${name}/`) ? folder + source.slice(name.length + 1) : null;
  }
  return null;
}
