// Requests that are read elsewhere are read as they are in place, and its end costs one document at most.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import {
  createMessageConnection,
  type MessageConnection,
  PortMessageReader,
  PortMessageWriter,
} from 'vscode-jsonrpc/node';
import { UNREADABLE } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { layerReader } from '../../src/workspace/auditRoutes.ts';
import type { FolderParts } from '../../src/workspace/folder/types.ts';
import { FolderAudit } from '../../src/workspace/folderAudit.ts';
import { FACTS, GRAMMAR } from '../../src/workspace/reader/messages.ts';
import { ReaderClient } from '../../src/workspace/reader/readerClient.ts';
import { serveReads } from '../../src/workspace/reader/serveReads.ts';
import { loadGrammar, nodeGrammars } from '../routes/nodeGrammars.ts';

const CALLS = fileURLToPath(new URL('../corpus/calls/', import.meta.url));

type Tree = Readonly<Record<string, string>>;

const call = (model: string): string =>
  `import { GoogleGenAI } from '@google/genai';\nimport { MODEL } from './model';\nconst ai = new GoogleGenAI({ apiKey: key });\nawait ai.models.generateVideos({ model: ${model}, prompt });\n`;

/** Two connections that speak to each other as two processes do. */
function channel(): { readonly near: MessageConnection; readonly far: MessageConnection } {
  const { port1, port2 } = new MessageChannel();
  const [near, far] = [port1, port2].map((port) =>
    createMessageConnection(new PortMessageReader(port), new PortMessageWriter(port)),
  );
  if (near === undefined || far === undefined) throw new Error('no ports');
  near.onDispose(() => port1.close());
  return { near, far };
}

/** A reader whose requests to the editor are counted; it ends when it is asked for `fatal`. */
function startable({ fatal }: { readonly fatal?: string } = {}) {
  const asked: string[] = [];
  let starts = 0;
  const reader = new ReaderClient({
    start: () => {
      starts++;
      const { near, far } = channel();
      const counted = {
        ...far,
        // What is sent from the reader is always a type and an order.
        sendRequest: async (type: string | { readonly method: string }, order?: object) => {
          const method = typeof type === 'string' ? type : type.method;
          const path = order !== undefined && 'path' in order ? String(order.path) : method;
          asked.push(path);
          if (path === fatal) near.dispose();
          return far.sendRequest(method, order);
        },
      } as MessageConnection;
      serveReads(counted);
      return { connection: near, end: () => near.dispose() };
    },
    grammar: loadGrammar,
  });
  return { reader, asked, starts: () => starts };
}

async function auditOf(tree: Tree, reading: FolderParts['reading'], catalog = bundledCatalog()) {
  const folder = new FolderAudit(
    { readFile: async (path) => tree[path] ?? null, reading },
    { catalog, asOf: '2026-11-24', config: {}, configFile: 'veo-audit.yaml', contracts: null },
  );
  for (const [path, text] of Object.entries(tree)) folder.put({ path, text, version: null, isScanned: true });
  await folder.settle();
  return folder.audits();
}

describe('the reader of requests', () => {
  it('reads every labelled file as it is read in place', async () => {
    const { reader } = startable();
    const tree = Object.fromEntries(
      readdirSync(CALLS, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${parentPath}/${name}`)
        .map((file) => [file.slice(CALLS.length), readFileSync(file, 'utf8')]),
    );
    const inPlace = await auditOf(tree, async (readFile) => layerReader(nodeGrammars, readFile));
    assert.deepEqual(await auditOf(tree, reader.reading), inPlace);
    reader.dispose();
  });

  it('sees the other files of the folder, and the manifests of the project', async () => {
    const { reader, asked } = startable();
    const tree = {
      'a/clip.ts': call('MODEL'),
      'a/model.ts': "export const MODEL = 'veo-2.0-generate-001';\n",
      'package.json': '{ "dependencies": { "@google/genai": "3.2.0" } }',
    };
    const said = await auditOf(tree, reader.reading);
    assert.deepEqual(
      said.find(({ document }) => document.path === 'a/clip.ts')?.routes.map(({ model }) => model),
      ['veo-2.0-generate-001'],
    );
    const rules = said.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.ok(rules.includes('sdk-dropped-veo'), rules.join());
    assert.ok(asked.includes('a/model.ts') && asked.includes('package.json'), asked.join());
    reader.dispose();
  });

  it('is sent the facts and a grammar once, and other facts when they change', async () => {
    const { reader, asked } = startable();
    const tree = { 'a.ts': call("'veo-2.0-generate-001'"), 'b.ts': call("'veo-3.0-generate-001'") };
    await auditOf(tree, reader.reading);
    const count = (method: string): number => asked.filter((one) => one === method).length;
    assert.equal(count(FACTS.method), 1);
    const grammars = count(GRAMMAR.method);
    const { data } = bundledCatalog();
    const models = data.models.map((model) => ({ ...model, surfaces: {} }));
    const other = await auditOf(tree, reader.reading, createCatalog({ ...data, models }));
    assert.equal(count(FACTS.method), 2);
    assert.equal(count(GRAMMAR.method), grammars);
    assert.ok(!other.some(({ findings }) => findings.some(({ rule }) => rule === 'shutdown-model')));
    reader.dispose();
  });

  it('starts again after its end: a document that ends it twice is known by its IDs, the others whole', async () => {
    const { reader, starts } = startable({ fatal: 'fatal.ts' });
    const said = await auditOf(
      {
        'a.ts': `${call('MODEL').replace('./model', './fatal')}const OTHER = 'veo-3.0-generate-001';\n`,
        'b.ts': call("'veo-2.0-generate-001'"),
        'c.ts': call("'veo-3.0-generate-001'"),
        'veo.ts': '// no request',
      },
      reader.reading,
    );
    const notes = said.map(({ document, notes, routes }) => [document.path, notes, routes.length]);
    assert.deepEqual(notes, [
      ['a.ts', [UNREADABLE], 0],
      ['b.ts', [], 1],
      ['c.ts', [], 1],
    ]);
    assert.equal(starts(), 3);
    reader.dispose();
  });

  it('is not started again and again where it never answers', async () => {
    let starts = 0;
    const reader = new ReaderClient({
      start: () => {
        starts++;
        const { near } = channel();
        setImmediate(() => near.dispose());
        return { connection: near, end: () => near.dispose() };
      },
      grammar: loadGrammar,
    });
    const tree = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`${index}.ts`, call("'veo-2.0-generate-001'")]),
    );
    const said = await auditOf(tree, reader.reading);
    assert.ok(said.every(({ references, notes }) => references.length === 1 && notes.includes(UNREADABLE)));
    assert.ok(starts <= 6, `started ${starts} times`);
    reader.dispose();
  });

  it('leaves what it was reading when it is disposed of', async () => {
    const { near, far } = channel();
    const reader = new ReaderClient({
      start: () => ({ connection: near, end: () => near.dispose() }),
      grammar: loadGrammar,
    });
    far.listen();
    const waiting = auditOf({ 'a.ts': call("'veo-2.0-generate-001'") }, reader.reading);
    setImmediate(() => reader.dispose());
    const [said] = await waiting;
    assert.deepEqual(said?.notes, [UNREADABLE]);
  });
});
