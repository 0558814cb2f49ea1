// Which packages a file's project uses, by the nearest manifest and the lockfile beside or above it.
import type { TextDocument } from '../detect/types.ts';
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
  const find = (folder: string): Promise<ProjectFacts | undefined> => {
    const asked = known.get(folder) ?? readProject(folder, readFile).then((facts) => facts ?? above(folder));
    known.set(folder, asked);
    return asked;
  };
  const above = (folder: string): Promise<ProjectFacts | undefined> =>
    foldersUp(folder).length === 1 ? Promise.resolve(undefined) : find(parentOf(folder));
  return async ({ path, text }) => (text.includes(ASKED_FOR) ? find(parentOf(path)) : undefined);
}

/** The files that what is known of a document's project may come from. */
export function manifestsAbove({ path, text }: TextDocument): readonly string[] {
  if (!text.includes(ASKED_FOR)) return [];
  const names = ['package.json', ...Object.keys(LOCKFILES)];
  return foldersUp(parentOf(path)).flatMap((folder) => names.map((name) => inFolder(folder, name)));
}

/** `a/b/c.ts` → `a/b`; the empty text is the working folder. */
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** A folder and those above it, the working folder last; it is above nothing that lies outside of it. */
const foldersUp = (folder: string): readonly string[] =>
  folder === '' || /(?:^|\/)\.\.$/.test(folder) ? [folder] : [folder, ...foldersUp(parentOf(folder))];

const inFolder = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

async function readProject(folder: string, readFile: ReadFile): Promise<ProjectFacts | undefined> {
  const manifest = jsonOf(await readFile(inFolder(folder, 'package.json')));
  if (manifest === undefined) return undefined;
  const { dependencies, devDependencies } = recordOf(manifest);
  const range = { ...recordOf(devDependencies), ...recordOf(dependencies) }[ASKED_FOR];
  if (typeof range !== 'string') return { packages: {} };
  return { packages: { [ASKED_FOR]: (await lockedVersion(folder, range, readFile)) ?? range } };
}

/** What the nearest lockfile that knows the dependency has installed. */
async function lockedVersion(folder: string, range: string, readFile: ReadFile): Promise<string | undefined> {
  for (const above of foldersUp(folder)) {
    const own = above === '' ? folder : folder.slice(above.length + 1);
    for (const [name, read] of Object.entries(LOCKFILES)) {
      const text = await readFile(inFolder(above, name));
      const version = text === null ? undefined : read(text, { name: ASKED_FOR, range, folder: own });
      if (version !== undefined) return version;
    }
  }
  return undefined;
}
