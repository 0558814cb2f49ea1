// Reads the routes of a text, as tests write it.
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { detectReferences } from '../../src/detect/detect.ts';
import { type RouteReading, readRoutes } from '../../src/routes/readRoutes.ts';
import { nodeGrammars } from './nodeGrammars.ts';

const catalog = bundledCatalog();

/** The routes of a text under a path; `files` are its neighbours by their paths. */
export function readText(
  path: string,
  text: string,
  files: Readonly<Record<string, string>> = {},
): Promise<RouteReading> {
  const document = { path, text };
  const readSibling = (sibling: string): Promise<string | null> => Promise.resolve(files[sibling] ?? null);
  return readRoutes(document, detectReferences(document, catalog), {
    catalog,
    grammars: nodeGrammars,
    readSibling,
  });
}
