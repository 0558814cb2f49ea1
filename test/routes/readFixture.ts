// The one place where the labelled calls meet the reader: everything else compares plain data.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { createRouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from './nodeGrammars.ts';
import type { FoundRoute } from './score.ts';

const catalog = bundledCatalog();
const CALLS = new URL('../corpus/calls/', import.meta.url);

/** Reads the routes of a fixture, given its path under `test/corpus/calls` with its neighbours on disk. */
export const readFixture = (path: string): Promise<readonly FoundRoute[]> => readFixtureFrom('', path);

/**
 * The same as if a folder under `test/corpus/calls` were all that there is; `path` is the path in it. `base` is what leads
 * to the folder from where the reader stands.
 */
export async function readFixtureFrom(
  folder: string,
  path: string,
  base = '',
): Promise<readonly FoundRoute[]> {
  const text = readFileSync(new URL(folder + path, CALLS), 'utf8');
  const document = { path: base + path, text };
  const references = detectReferences(document, catalog);
  const readSibling = async (other: string): Promise<string | null> => {
    const inFolder = other.slice(base.length);
    const file = fileURLToPath(new URL(folder + inFolder, CALLS));
    return other.startsWith(base) && !inFolder.startsWith('/') && existsSync(file)
      ? readFileSync(file, 'utf8')
      : null;
  };
  const reader = createRouteReader({ catalog, grammars: nodeGrammars, readSibling });
  const { routes } = await reader.read(document, references);
  return routes.map((route) => ({
    ...route,
    line: text.slice(0, route.start).split('\n').length,
  }));
}
