// Which packages a file's project uses, by the nearest manifest and lockfile.
import type { TextDocument } from '../detect/types.ts';
import type { ProjectFacts } from './rule.ts';

/** Looks up what is known of a document's project. */
export type ProjectFinder = (document: TextDocument) => Promise<ProjectFacts | undefined>;

/** Only what rules ask for is read of a project. */
const ASKED_FOR = /@google\/genai/;

/** A finder over a way to read files by their path; each folder is read once. */
export function projectFinder(readFile: (path: string) => Promise<string | null>): ProjectFinder {
  const known = new Map<string, Promise<ProjectFacts | undefined>>();
  const find = (folder: string): Promise<ProjectFacts | undefined> => {
    const asked = known.get(folder) ?? readProject(folder, readFile).then((facts) => facts ?? above(folder));
    known.set(folder, asked);
    return asked;
  };
  const above = (folder: string): Promise<ProjectFacts | undefined> =>
    folder === '' ? Promise.resolve(undefined) : find(parentOf(folder));
  return async ({ path, text }) => (ASKED_FOR.test(text) ? find(parentOf(path)) : undefined);
}

/** The files that what is known of a document's project may come from. */
export function manifestsAbove({ path, text }: TextDocument): readonly string[] {
  if (!ASKED_FOR.test(text)) return [];
  const folders = path.split('/').slice(0, -1);
  return ['', ...folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/`)].flatMap((folder) => [
    `${folder}package.json`,
    `${folder}package-lock.json`,
  ]);
}

/** `a/b/c.ts` → `a/b`; the empty text is the working folder. */
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

async function readProject(
  folder: string,
  readFile: (path: string) => Promise<string | null>,
): Promise<ProjectFacts | undefined> {
  const prefix = folder === '' ? '' : `${folder}/`;
  const manifest = parsed(await readFile(`${prefix}package.json`));
  if (manifest === undefined) return undefined;
  const ranges = { ...recordOf(manifest.devDependencies), ...recordOf(manifest.dependencies) };
  const locked = recordOf(parsed(await readFile(`${prefix}package-lock.json`))?.packages);
  const packages: Record<string, string> = {};
  for (const [name, range] of Object.entries(ranges)) {
    const version = recordOf(locked[`node_modules/${name}`]).version;
    const stated = typeof version === 'string' ? version : range;
    if (typeof stated === 'string') packages[name] = stated;
  }
  return { packages };
}

/** An absent or broken file says nothing; then the rules stay silent. */
function parsed(text: string | null): Readonly<Record<string, unknown>> | undefined {
  if (text === null) return undefined;
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
