// Which packages a file's project uses, by the nearest manifest and the lockfile beside or above it.
import type { TextDocument } from '../detect/types.ts';
import { foldersAbove, within } from '../routes/folders.ts';
import { jsonOf, LOCKFILES, recordOf } from './lockfiles.ts';
import type { ProjectFacts } from './rule.ts';

/** Looks up what is known of a document's project. */
export type ProjectFinder = (document: TextDocument) => Promise<ProjectFacts | undefined>;

type ReadFile = (path: string) => Promise<string | null>;

/** Only what rules ask for is read of a project. */
const ASKED_FOR = '@google/genai';

/** A finder over a way to read files by their path; each folder is read once. */
export function projectFinder(readFile: ReadFile): ProjectFinder {
  const known = new Map<string, Promise<ProjectFacts | undefined>>();
  return async ({ path, text }) => {
    if (!text.includes(ASKED_FOR)) return undefined;
    const folders = foldersAbove(path);
    for (const [index, folder] of folders.entries()) {
      const reading = known.get(folder) ?? readProject(folders.slice(index), readFile);
      known.set(folder, reading);
      const facts = await reading;
      if (facts !== undefined) return facts;
    }
    return undefined;
  };
}

/** The files that what is known of a document's project may come from. */
export function manifestsAbove({ path, text }: TextDocument): readonly string[] {
  if (!text.includes(ASKED_FOR)) return [];
  const names = ['package.json', ...Object.keys(LOCKFILES)];
  return foldersAbove(path).flatMap((folder) => names.map((name) => within(folder, name)));
}

/** What the manifest of the first folder says; the others are those above it. */
async function readProject(
  folders: readonly string[],
  readFile: ReadFile,
): Promise<ProjectFacts | undefined> {
  const manifest = jsonOf(await readFile(within(folders[0] ?? '', 'package.json')));
  if (manifest === undefined) return undefined;
  const { dependencies, devDependencies } = recordOf(manifest);
  const range = { ...recordOf(devDependencies), ...recordOf(dependencies) }[ASKED_FOR];
  if (typeof range !== 'string') return { packages: {} };
  return { packages: { [ASKED_FOR]: (await lockedVersion(folders, range, readFile)) ?? range } };
}

/** What the nearest lockfile that knows the dependency has installed. */
async function lockedVersion(
  folders: readonly string[],
  range: string,
  readFile: ReadFile,
): Promise<string | undefined> {
  const [folder = ''] = folders;
  for (const above of folders) {
    const own = above === '' ? folder : folder.slice(above.length + 1);
    for (const [name, read] of Object.entries(LOCKFILES)) {
      const text = await readFile(within(above, name));
      const version = text === null ? undefined : read(text, { name: ASKED_FOR, range, folder: own });
      if (version !== undefined) return version;
    }
  }
  return undefined;
}
