// What is remembered between runs never changes an answer: it spares the reading of what has not changed.
import assert from 'node:assert/strict';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createGrammars } from '../../src/routes/syntax/grammars.ts';
import { layerReader } from '../../src/workspace/auditRoutes.ts';
import { FolderAudit } from '../../src/workspace/folderAudit.ts';
import type { LayerCache } from '../../src/workspace/layerCache.ts';
import { loadLayers, saveLayers, stampOf } from '../../src/workspace/layerCacheFile.ts';
import { loadGrammar, nodeGrammars } from '../routes/nodeGrammars.ts';
import { asOrdinaryUser, withFolder } from './tempFolder.ts';

const catalog = bundledCatalog();
const STAMP = stampOf('test', catalog);
const CORPUS = fileURLToPath(new URL('../corpus/calls/', import.meta.url));

type Tree = Readonly<Record<string, string>>;

/** Audits a tree; what is said of it, and which files were read for it. */
async function auditOf(
  tree: Tree,
  cache: LayerCache | null,
  { asOf = '2026-11-24', grammars = nodeGrammars } = {},
) {
  const reads: string[] = [];
  const readFile = async (path: string): Promise<string | null> => tree[path] ?? null;
  const folder = new FolderAudit(
    {
      readFile,
      ...(cache === null ? {} : { references: (...asked) => cache.references(...asked) }),
      reading: async (readManifest) => {
        const real = layerReader(grammars, readManifest);
        const counted: typeof real = (document, ...rest) => {
          reads.push(document.path);
          return real(document, ...rest);
        };
        return cache === null ? counted : cache.reader(async () => counted, readManifest);
      },
    },
    { catalog, asOf, config: {}, configFile: 'veo-audit.yaml', contracts: null },
  );
  for (const [path, text] of Object.entries(tree)) folder.put({ path, text, version: null, isScanned: true });
  await folder.settle();
  return { said: folder.audits(), reads: reads.toSorted() };
}

const call = (model: string): string =>
  `import { GoogleGenAI } from '@google/genai';\nimport { MODEL } from './model';\nconst ai = new GoogleGenAI({});\nawait ai.models.generateVideos({ model: ${model}, prompt });\n`;

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'a/clip.ts': [call('MODEL'), call("'veo-3.0-generate-001'"), '// veo\n'],
  'a/model.ts': ["export const MODEL = 'veo-2.0-generate-001';\n", "export const MODEL = 'veo-3.1-lite';\n"],
  'a/model.js': ["export const MODEL = 'veo-3.1-generate-preview';\n"],
  'package.json': [
    '{ "dependencies": { "@google/genai": "3.2.0" } }',
    '{ "dependencies": { "@google/genai": "1.0.0" } }',
  ],
  'proxy.yaml': [
    'model_list:\n  - model_name: clip\n    litellm_params: { model: gemini/veo-3.0-generate-001 }\n',
  ],
};

const tree = fc
  .tuple(
    ...Object.entries(TEXTS).map(([path, texts]) =>
      fc.option(fc.constantFrom(...texts)).map((text) => [path, text] as const),
    ),
  )
  .map(
    (files): Tree =>
      Object.fromEntries(files.flatMap(([path, text]) => (text === null ? [] : [[path, text]]))),
  );

describe('the cache of layers', () => {
  it('gives for every history of a folder what a fresh reading gives', async () => {
    const history = fc.array(fc.tuple(tree, fc.constantFrom('2026-11-24', '2026-01-02')), { maxLength: 6 });
    await withFolder({}, async (folder) => {
      await fc.assert(
        fc.asyncProperty(history, async (runs) => {
          let cache = loadLayers(join(folder, 'none.bin'), STAMP);
          for (const [files, asOf] of runs) {
            const [warm, fresh] = [
              await auditOf(files, cache, { asOf }),
              await auditOf(files, null, { asOf }),
            ];
            assert.deepEqual(warm.said, fresh.said);
            saveLayers(join(folder, 'kept.bin'), STAMP, cache, 0);
            cache = loadLayers(join(folder, 'kept.bin'), STAMP);
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  it('searches and reads nothing of an unchanged tree in every language, and says the same', async () => {
    const files = Object.fromEntries(
      readdirSync(CORPUS, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(CORPUS.length), readFileSync(path, 'utf8')]),
    );
    await withFolder({}, async (folder) => {
      const file = join(folder, 'kept.bin');
      const cold = loadLayers(file, STAMP);
      const first = await auditOf(files, cold);
      saveLayers(file, STAMP, cold);
      const warm = loadLayers(file, STAMP);
      const second = await auditOf(files, warm);
      assert.ok(first.reads.length > 300);
      assert.deepEqual(second.said, first.said);
      assert.deepEqual(second.reads, []);
      assert.equal(warm.added, 0, 'nothing is searched for IDs either');
    });
  });

  it('reads a file anew whose import appears, changes or goes', async () => {
    const cache = loadLayers('/no/such/file', STAMP);
    const clip = { 'a/clip.ts': call('MODEL') };
    const model = (text: string): Tree => ({ ...clip, 'a/model.ts': text });
    const readsOf = async (files: Tree) => (await auditOf(files, cache)).reads.includes('a/clip.ts');
    assert.equal(await readsOf(clip), true, 'the first time');
    assert.equal(await readsOf(clip), false, 'nothing has changed');
    assert.equal(await readsOf(model("export const MODEL = 'veo-2.0-generate-001';\n")), true, 'it appears');
    assert.equal(await readsOf(model("export const MODEL = 'veo-3.0-generate-001';\n")), true, 'it changes');
    assert.equal(await readsOf(clip), true, 'it goes');
  });

  it('is empty for other facts, another build and a damaged file', async () => {
    await withFolder({}, async (folder) => {
      const file = join(folder, 'kept.bin');
      const cache = loadLayers(file, STAMP);
      await auditOf({ 'a/clip.ts': call("'veo-3.0-generate-001'") }, cache);
      saveLayers(file, STAMP, cache, 0);
      assert.equal(loadLayers(file, STAMP).remembered.layers.size, 1);
      assert.equal(loadLayers(file, stampOf('another build', catalog)).remembered.layers.size, 0);
      const facts = { ...catalog, data: { ...catalog.data, aliases: [] } };
      assert.equal(loadLayers(file, stampOf('test', facts)).remembered.layers.size, 0);
      const good = readFileSync(file);
      fc.assert(
        fc.property(
          fc.nat(good.length - 1),
          fc.integer({ min: 1, max: 255 }),
          fc.boolean(),
          (at, bit, cut) => {
            const bad = Buffer.from(good);
            bad[at] = (bad[at] ?? 0) ^ bit;
            writeFileSync(file, cut ? good.subarray(0, at) : bad);
            assert.equal(loadLayers(file, STAMP).remembered.layers.size, 0);
          },
        ),
      );
    });
  });

  it('forgets what was given up for lack of time', async () => {
    let clock = 0;
    const slow = createGrammars(loadGrammar, () => (clock += 60_000));
    const files = { 'a/clip.ts': call("'veo-3.0-generate-001'") + 'let a = [1, 2, 3];\n'.repeat(5000) };
    const cache = loadLayers('/no/such/file', STAMP);
    const [hurried] = (await auditOf(files, cache, { grammars: slow })).said;
    assert.match(hurried?.notes.join() ?? '', /took too long/);
    const [whole] = (await auditOf(files, cache)).said;
    assert.deepEqual(whole?.notes, []);
    assert.equal(whole?.routes.length, 1);
  });

  it('is given up where it cannot be written', async () => {
    await withFolder({}, async (folder) => {
      const cache = loadLayers('/no/such/file', STAMP);
      await auditOf({ 'a/clip.ts': call("'veo-3.0-generate-001'") }, cache);
      chmodSync(folder, 0o555);
      asOrdinaryUser(() => saveLayers(join(folder, 'in', 'kept.bin'), STAMP, cache, 0));
      assert.deepEqual(readdirSync(folder), []);
      saveLayers('/dev/null/in/kept.bin', STAMP, cache, 0);
    });
  });
});
