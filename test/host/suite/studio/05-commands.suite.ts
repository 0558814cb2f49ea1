// Commands that move, copy and report.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, file, root, scan, show, squiggles, until } from '../support.ts';

describe('commands', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });
  afterEach(closeAll);

  it('are all registered', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    const contributed: readonly { readonly command: string }[] = extension().packageJSON.contributes.commands;
    assert.deepEqual(
      contributed.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  it('go from finding to finding, through every file and around', async () => {
    const total = vscode.languages.getDiagnostics().reduce((sum, [uri]) => sum + squiggles(uri).length, 0);
    const visited: string[] = [];
    for (let step = 0; step <= total; step++) {
      await vscode.commands.executeCommand('veoAudit.nextFinding');
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor !== undefined);
      const here = squiggles(editor.document.uri).some(({ range }) => range.isEqual(editor.selection));
      assert.ok(here, `${editor.document.uri.path}:${editor.selection.start.line + 1} is a finding`);
      visited.push(
        `${vscode.workspace.asRelativePath(editor.document.uri)}:${editor.selection.start.line}:${editor.selection.start.character}`,
      );
    }
    assert.equal(new Set(visited).size, total, 'each one once');
    assert.equal(visited.at(-1), visited[0], 'and then from the start');
  });

  it('copy what a bug report needs, without paths, texts or keys', async () => {
    await show(file('src/models.ts'));
    await vscode.commands.executeCommand('veoAudit.copyDiagnostics');
    const text = await vscode.env.clipboard.readText();
    assert.match(text, /- Veo Route Audit: \d+\.\d+\.\d+/);
    assert.match(text, /- Findings: \d+/);
    assert.match(text, /"severities"/);
    for (const secret of [root().path, root().fsPath, 'models.ts', 'studio', 'veo-3', 'API_KEY'])
      assert.ok(!text.includes(secret), `holds no ${secret}:\n${text}`);
  });

  it('open the report as a document', async () => {
    await vscode.commands.executeCommand('veoAudit.openReportJson');
    const { document } = await until('an editor', () => vscode.window.activeTextEditor);
    assert.equal(document.languageId, 'json');
    assert.equal(JSON.parse(document.getText()).schema, 'veo-route-audit/1');
  });

  it('do not write over a veo-audit.yaml that is there', async () => {
    const before = (await vscode.workspace.openTextDocument(file('veo-audit.yaml'))).getText();
    await vscode.commands.executeCommand('veoAudit.createConfig');
    await until('it is shown', () =>
      vscode.window.activeTextEditor?.document.uri.path.endsWith('veo-audit.yaml'),
    );
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
  });
});
