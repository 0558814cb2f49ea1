// What the view lists, by state, surface and file. The walk looks at it on the screen.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { idLayer, readingLayer } from '../../../../src/audit/engine.ts';
import { bundledCatalog } from '../../../../src/catalog/bundled.ts';
import { AuditStore } from '../../../../src/editor/auditStore.ts';
import { type Grouping, type RouteNode, RoutesTree } from '../../../../src/editor/routesView.ts';
import type { Route } from '../../../../src/routes/types.ts';
import type { ReadLayer } from '../../../../src/workspace/folderAudit.ts';
import { file, until } from '../support.ts';

/** A store whose files are read by a function. */
function storeOf(
  read: ReadLayer = async (document, references, options) => idLayer(document, references, options),
) {
  const options = { catalog: bundledCatalog(), asOf: '2026-11-21' };
  const inputs = { ...options, config: {}, configFile: 'veo-audit.yaml', contracts: null };
  return new AuditStore({
    optionsFor: () => options,
    inputsNow: () => inputs,
    inputs: async () => inputs,
    reading: async () => read,
    readFile: async () => null,
    isScanned: async () => true,
    onError: assert.ifError,
  });
}

async function filled() {
  const store = storeOf();
  store.updateFile(
    file('one.yaml'),
    'a: vertex_ai/veo-3.0-generate-001\nb: vertex_ai/veo-3.1-generate-001\n',
  );
  store.updateFile(
    file('two.yaml'),
    'c: gemini/veo-3.1-generate-preview\nd: vertex_ai/veo-3.1-lite-generate-001\n',
  );
  store.updateFile(file('three.yaml'), 'e: 1\n');
  await store.settled();
  return { store, tree: new RoutesTree(store) };
}

const REQUEST: Route = {
  start: 0,
  end: 1,
  name: 'render',
  model: 'veo-3.1-generate-001',
  modelFrom: 'literal',
  reference: null,
  alternatives: [],
  surface: 'vertex-ai',
  surfaceEvidence: null,
  shape: 'config',
  durationSeconds: 8,
  resolution: '720p',
  sampleCount: 1,
  aspectRatio: null,
  generateAudio: true,
  others: {},
  places: {},
};

function lines(
  tree: RoutesTree,
  nodes: readonly RouteNode[] = tree.getChildren(),
  indent = '',
): readonly string[] {
  return nodes.flatMap((node) => {
    const { label, description } = tree.getTreeItem(node);
    return [`${indent}${label} | ${description}`, ...lines(tree, tree.getChildren(node), `${indent}  `)];
  });
}

const EXPECTED: Readonly<Record<Grouping, readonly string[]>> = {
  status: [
    'shut-down | 2',
    '  veo-3.0-generate-001 | one.yaml:1 · shut down 2026-06-30',
    '  veo-3.1-generate-preview | two.yaml:1 · shut down 2026-10-22',
    'retirement-window | 1',
    '  veo-3.1-generate-001 | one.yaml:2 · $0.20–$0.60 per second',
    'preview | 1',
    '  veo-3.1-lite-generate-001 | two.yaml:2 · $0.03–$0.08 per second',
  ],
  surface: [
    'Gemini API | 1',
    '  veo-3.1-generate-preview | two.yaml:1 · shut down 2026-10-22',
    'Vertex AI | 3',
    '  veo-3.0-generate-001 | one.yaml:1 · shut down 2026-06-30',
    '  veo-3.1-generate-001 | one.yaml:2 · $0.20–$0.60 per second',
    '  veo-3.1-lite-generate-001 | two.yaml:2 · $0.03–$0.08 per second',
  ],
  file: [
    'one.yaml | 2',
    '  veo-3.0-generate-001 | line 1 · shut down 2026-06-30',
    '  veo-3.1-generate-001 | line 2 · $0.20–$0.60 per second',
    'two.yaml | 2',
    '  veo-3.1-generate-preview | line 1 · shut down 2026-10-22',
    '  veo-3.1-lite-generate-001 | line 2 · $0.03–$0.08 per second',
  ],
};

describe('the view', () => {
  for (const grouping of ['status', 'surface', 'file'] as const) {
    it(`lists by ${grouping}`, async () => {
      const { store, tree } = await filled();
      tree.group(grouping);
      assert.deepEqual(lines(tree), EXPECTED[grouping]);
      vscode.Disposable.from(tree, store).dispose();
    });
  }

  it('leads to the place', async () => {
    const { store, tree } = await filled();
    const [group] = tree.getChildren();
    const [leaf] = group === undefined ? [] : tree.getChildren(group);
    const { command } = leaf === undefined ? {} : tree.getTreeItem(leaf);
    const [uri, options] = command?.arguments ?? [];
    assert.equal(String(uri), file('one.yaml').toString());
    assert.deepEqual([options.selection.start.line, options.selection.start.character], [0, 13]);
    vscode.Disposable.from(tree, store).dispose();
  });

  it('is told of changes, and is empty when nothing is left', async () => {
    const { store, tree } = await filled();
    let told = 0;
    const listener = tree.onDidChangeTreeData(() => told++);
    store.delete(file('one.yaml'));
    store.delete(file('two.yaml'));
    await until('it is told', () => told > 0);
    assert.equal(told, 1, 'once for both');
    assert.deepEqual(lines(tree), []);
    vscode.Disposable.from(listener, tree, store).dispose();
  });

  it('names below an ID the requests that send it, with what they cost', async () => {
    const store = storeOf(async (document, references, options) => {
      const [reference = null] = references;
      return readingLayer(document, { references, routes: [{ ...REQUEST, reference }] }, options);
    });
    store.updateFile(file('one.yaml'), 'a: vertex_ai/veo-3.1-generate-001\n');
    await store.settled();
    const tree = new RoutesTree(store);
    const [group] = tree.getChildren();
    const [leaf] = group === undefined ? [] : tree.getChildren(group);
    const [request] = leaf === undefined ? [] : tree.getChildren(leaf);
    assert.ok(request !== undefined);
    const { label, description } = tree.getTreeItem(request);
    assert.deepEqual(
      [label, description],
      ['render', 'line 1 · $3.20 per request · $0.40 per second · 8 s · 720p · Vertex AI'],
    );
    tree.dispose();
    store.dispose();
  });
});
