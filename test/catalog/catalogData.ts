// The YAML of the catalog, checked, for tests that need the data itself or a changed copy of it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseCatalog } from '../../src/catalog/schema.ts';
import type { CatalogData } from '../../src/catalog/types.ts';

const RAW: Record<string, unknown> = parse(
  readFileSync(new URL('../../src/catalog/veo.yaml', import.meta.url), 'utf8'),
);

/** The parsed YAML, not yet checked: a fresh object that a test may change. */
export function rawCatalog(): Record<string, unknown> {
  return structuredClone(RAW);
}

/** The checked data. */
export function catalogData(): CatalogData {
  return parseCatalog(rawCatalog());
}
