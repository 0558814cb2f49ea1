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

function readSibling(path: string): Promise<string | null> {
  const file = fileURLToPath(new URL(path, CALLS));
  return Promise.resolve(existsSync(file) ? readFileSync(file, 'utf8') : null);
}

/** Reads the routes of a fixture, given its path under `test/corpus/calls` with its neighbours on disk. */
export async function readFixture(path: string): Promise<readonly FoundRoute[]> {
  const text = readFileSync(new URL(path, CALLS), 'utf8');
  const document = { path, text };
  const references = detectReferences(document, catalog);
  const reader = createRouteReader({ catalog, grammars: nodeGrammars, readSibling });
  const { routes } = await reader.read(document, references);
  return routes.map((route) => ({
    ...route,
    line: text.slice(0, route.start).split('\n').length,
  }));
}
