// A notebook: its file while it is closed, its cells while it is open.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  extension,
  file,
  inOneLine,
  placeOf,
  scan,
  squiggles,
  until,
  untilRules,
} from '../support.ts';

const uri = () => file('notebooks/cost.ipynb');

describe('a notebook', () => {
  let cell: vscode.TextDocument;

  before(async () => {
    await extension().activate();
    await scan();
    // Not through `openNotebookDocument`, which keeps notebooks open for minutes.
    await vscode.commands.executeCommand('vscode.openWith', uri(), 'jupyter-notebook');
    const notebook = await until('the notebook', () => vscode.workspace.notebookDocuments[0]);
    cell = notebook.cellAt(1).document;
  });
  after(closeAll);

  it('is audited cell by cell while it is open', async () => {
    await until('a squiggle in the cell', () => squiggles(cell.uri).length > 0);
    assert.deepEqual(squiggles(cell.uri).map(inOneLine), ['4:10-34 info shut-down-model struck']);
    await untilRules(uri());
  });

  it('explains in cells', async () => {
    const [hint] = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      cell.uri,
      new vscode.Range(0, 0, 4, 0),
    );
    assert.equal(hint?.label, 'shut down 2026-04-02');
  });

  it('stays as it is on the disk in the report', async () => {
    const report = JSON.parse(await vscode.commands.executeCommand<string>('veoAudit.reportJson'));
    const lines = report.findings
      .filter((finding: { readonly file: string }) => finding.file.endsWith('.ipynb'))
      .map((finding: { readonly line: number }) => finding.line);
    assert.deepEqual(lines, [21]);
  });

  it('follows an edit of a cell', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      cell.uri,
      placeOf(cell, 'veo-3.0-generate-preview'),
    );
    const replace = actions.find(({ title }) =>
      /with veo-3\.1-generate-001 .*if this goes to Vertex AI/.test(title),
    );
    assert.ok(replace?.edit !== undefined, actions.map(({ title }) => title).join('\n'));
    await vscode.workspace.applyEdit(replace.edit);
    assert.match(cell.getText(), /model = "veo-3\.1-generate-001"/);
    await untilRules(cell.uri, 'retirement-window');
  });

  it('is a file again when it is closed', async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilRules(uri(), 'shut-down-model');
    await untilRules(cell.uri);
  });
});
