// Which packages a file's project uses, by the nearest manifest and lockfile.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { ProjectFacts } from '../audit/rules/routeRule.ts';
import type { TextDocument } from '../detect/types.ts';

/** Only what rules ask for is read of a project. */
const ASKED_FOR = /@google\/genai/;

/** Looks up project facts for documents under a working folder; each folder is read once. */
export function projectFinder(workingFolder: string): (document: TextDocument) => ProjectFacts | undefined {
  const known = new Map<string, ProjectFacts | undefined>();
  const find = (folder: string): ProjectFacts | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = dirname(folder);
    const facts =
      readProject(folder) ?? (above === folder || folder === workingFolder ? undefined : find(above));
    known.set(folder, facts);
    return facts;
  };
  return ({ path, text }) => (ASKED_FOR.test(text) ? find(dirname(resolve(workingFolder, path))) : undefined);
}

function readProject(folder: string): ProjectFacts | undefined {
  const manifest = readJson(join(folder, 'package.json'));
  if (manifest === undefined) return undefined;
  const ranges = { ...recordOf(manifest.devDependencies), ...recordOf(manifest.dependencies) };
  const locked = recordOf(readJson(join(folder, 'package-lock.json'))?.packages);
  const packages: Record<string, string> = {};
  for (const [name, range] of Object.entries(ranges)) {
    const version = recordOf(locked[`node_modules/${name}`]).version;
    const stated = typeof version === 'string' ? version : range;
    if (typeof stated === 'string') packages[name] = stated;
  }
  return { packages };
}

function readJson(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return recordOf(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Absent or broken: then nothing is known, and the rules stay silent.
    return undefined;
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
