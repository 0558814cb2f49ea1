// Turns the catalog's YAML into the JSON that the programs carry, so that they need neither YAML nor zod.
import { readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { parse } from 'yaml';

const root = new URL('../src/catalog/', import.meta.url);
const yamlFile = new URL('veo.yaml', root);
const jsonFile = new URL('veo.generated.json', root);
const inputs = [
  yamlFile,
  ...['schema.ts', 'integrity.ts', 'contradictions.ts'].map((name) => new URL(name, root)),
];

/** Reads, checks and writes the catalog. Throws an Error that names what is wrong. */
export async function buildCatalog() {
  const { parseCatalog } = await tsImport('../src/catalog/schema.ts', import.meta.url);
  const { assertIntegrity } = await tsImport('../src/catalog/integrity.ts', import.meta.url);
  const data = parseCatalog(parse(await readFile(yamlFile, 'utf8')));
  assertIntegrity(data);
  await writeFile(jsonFile, `${JSON.stringify(data)}\n`);
}

/** Builds the JSON when it is missing or older than what it is made from. */
export async function ensureCatalog() {
  const made = await changedAt(jsonFile);
  const sources = await Promise.all(inputs.map(changedAt));
  if (sources.some((time) => time > made)) await buildCatalog();
}

async function changedAt(file) {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    if (error.code === 'ENOENT') return -1;
    throw error;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildCatalog();
