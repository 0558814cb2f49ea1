// What the view lists, by state, surface and file. The walk looks at it on the screen.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { idLayer, readingLayer } from '../../../../src/audit/engine.ts';
import { bundledCatalog } from '../../../../src/catalog/bundled.ts';
import { AuditStore } from '../../../../src/editor/auditStore.ts';
import { type RouteNode, RoutesTree } from '../../../../src/editor/routesView.ts';
import type { Route } from '../../../../src/routes/types.ts';
import type { ReadLayer } from '../../../../src/workspace/folder/types.ts';
import { file, until } from '../support.ts';

/** A store whose files are read by a function. */
function storeOf(
  read: ReadLayer = async (document, references, options) => idLayer(document, references ?? [], options),
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
  return { store, tree: new RoutesTree(store, { of: () => ({}) }) };
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

describe('the view', () => {
  it('lists IDs that no request sends as one group, worst first, and is collapsed', async () => {
    const { store, tree } = await filled();
    assert.deepEqual(lines(tree), [
      'Models | 4 IDs',
      '  veo-3.0-generate-001 | one.yaml:1 · shut down 2026-06-30',
      '  veo-3.1-generate-preview | two.yaml:1 · shut down 2026-10-22',
      '  veo-3.1-generate-001 | one.yaml:2 · $0.20–$0.60 per second',
      '  veo-3.1-lite-generate-001 | two.yaml:2 · $0.03–$0.08 per second',
    ]);
    const [group] = tree.getChildren();
    assert.ok(group !== undefined);
    assert.equal(tree.getTreeItem(group).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    vscode.Disposable.from(tree, store).dispose();
  });

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

  it('lists requests below their file, with what they cost', async () => {
    const store = storeOf(async (document, references, options) => {
      const [reference = null] = references ?? [];
      return readingLayer(
        document,
        { references: references ?? [], routes: [{ ...REQUEST, reference }] },
        options,
      );
    });
    store.updateFile(file('one.yaml'), 'a: vertex_ai/veo-3.1-generate-001\n');
    await store.settled();
    const tree = new RoutesTree(store, { of: () => ({}) });
    const [group] = tree.getChildren();
    const [request] = group === undefined ? [] : tree.getChildren(group);
    assert.ok(request !== undefined);
    const { label, description } = tree.getTreeItem(request);
    assert.deepEqual(
      [label, description],
      ['render', 'veo-3.1-generate-001 · $3.20 per request · retirement window · Vertex AI · line 1'],
    );
    tree.dispose();
    store.dispose();
  });
});
