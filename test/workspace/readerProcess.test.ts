// The reader as the desktop starts it: a process with flags of its own, which answers as this one does and can end.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { layerReader } from '../../src/workspace/auditRoutes.ts';
import type { FolderParts } from '../../src/workspace/folder/types.ts';
import { FolderAudit } from '../../src/workspace/folderAudit.ts';
import { ReaderClient, type StartedReader } from '../../src/workspace/reader/readerClient.ts';
import { startReaderProcess } from '../../src/workspace/reader/readerProcess.ts';
import { loadGrammar, nodeGrammars } from '../routes/nodeGrammars.ts';

const BUNDLE = fileURLToPath(new URL('../../dist/reader.cjs', import.meta.url));
const SWIFT = new URL('../corpus/calls/swift/', import.meta.url);

async function routesOf(reading: FolderParts['reading']) {
  const folder = new FolderAudit(
    { readFile: async () => null, reading },
    {
      catalog: bundledCatalog(),
      asOf: '2026-11-24',
      config: {},
      configFile: 'veo-audit.yaml',
      contracts: null,
    },
  );
  for (const file of readdirSync(SWIFT).filter((name) => name.endsWith('.swift')))
    folder.put({
      path: file,
      text: readFileSync(new URL(file, SWIFT), 'utf8'),
      version: null,
      isScanned: true,
    });
  await folder.settle();
  return folder.audits().map(({ document, notes, routes }) => ({ path: document.path, notes, routes }));
}

describe('the process that reads requests', () => {
  const started: StartedReader[] = [];
  const reader = new ReaderClient({
    start: () => {
      const one = startReaderProcess(BUNDLE);
      started.push(one);
      return one;
    },
    grammar: loadGrammar,
  });
  after(() => reader.dispose());

  it('reads as this process does', async () => {
    const here = await routesOf(async (readFile) => layerReader(nodeGrammars, readFile));
    const there = await routesOf(reader.reading);
    assert.ok(here.some(({ routes }) => routes.length > 0));
    assert.deepEqual(there, here);
  });

  it('is started again after its end', async () => {
    const before = await routesOf(reader.reading);
    const gone = new Promise((resolve) => started[0]?.connection.onDispose(() => resolve(null)));
    started[0]?.end();
    await gone;
    assert.deepEqual(await routesOf(reader.reading), before);
    assert.equal(started.length, 2);
  });

  it('cannot start: the documents are known by their IDs alone', async () => {
    const broken = new ReaderClient({
      start: () => startReaderProcess(`${BUNDLE}.gone`),
      grammar: loadGrammar,
    });
    const said = await routesOf(broken.reading);
    assert.ok(said.length > 0 && said.every(({ routes }) => routes.length === 0));
    broken.dispose();
  });
});
