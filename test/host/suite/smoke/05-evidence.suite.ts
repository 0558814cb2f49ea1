// Evidence in the routes view.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { EvidenceTree } from '../../../../src/editor/smoke/evidenceTree.ts';
import { closeAll, file, show, until, write } from '../support.ts';
import { evidence, forgetRuns, frontTab, ready, run } from './support.ts';

async function shown(tree: EvidenceTree): Promise<readonly vscode.TreeItem[]> {
  const [group] = await tree.getChildren();
  const nodes = group === undefined ? [] : await tree.getChildren(group);
  return nodes.map((node) => tree.getTreeItem(node));
}

describe('the evidence in the view', () => {
  before(ready);
  beforeEach(forgetRuns);
  afterEach(closeAll);

  it('is not there before there is any', async () => {
    const tree = new EvidenceTree();
    assert.deepEqual(await tree.getChildren(), []);
    tree.dispose();
  });

  it('comes newest first, marked simulated, and opens at a click', async () => {
    const tree = new EvidenceTree();
    let told = 0;
    const listener = tree.onDidChangeTreeData(() => told++);
    const editor = await show(file('render.ts'));
    editor.selection = new vscode.Selection(6, 0, 6, 0);
    await run('simulate');
    await until('the view is told', () => told > 0);
    const older = (await evidence())[0];
    assert.ok(older !== undefined);
    const newer = { ...older, runId: older.runId.replace(/^\d{8}/, '20991231') };
    await write(`.veo-audit/evidence/${newer.runId}.json`, JSON.stringify(newer));
    await write('.veo-audit/evidence/zzz.json', '{"half":');

    const rows = await shown(tree);
    assert.equal(rows.length, 3, 'what is no evidence is left out');
    assert.ok(String(rows[0]?.id).includes('20991231'));
    for (const row of rows) assert.match(String(row.description), /^passed · simulated · /);
    assert.match(String(rows[1]?.description), /controlled failure/);
    const { command } = rows[2] ?? {};
    assert.ok(command !== undefined);
    await closeAll();
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await until('it opens', () => frontTab() === 'Smoke test of teaser: passed (simulated)');
    vscode.Disposable.from(listener, tree).dispose();
  });
});
