// Two root folders, each with a configuration and settings of its own.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  extension,
  file,
  inOneLine,
  remove,
  root,
  scan,
  squiggles,
  until,
  untilRules,
  write,
} from '../support.ts';

const alpha = () => file('models.yaml', root('alpha'));
const beta = () => file('models.yaml', root('beta'));

/**
 * Whether the window has its folders. On a busy machine the workbench may read the workspace file before the server's
 * file system is there, and then never again: writing it anew makes it look.
 */
function bothFolders(): () => Promise<boolean> {
  let looks = 0;
  return async () => {
    const file = vscode.workspace.workspaceFile;
    if (++looks % 200 === 0 && file !== undefined) {
      const content = await vscode.workspace.fs.readFile(file);
      await vscode.workspace.fs.writeFile(file, new Uint8Array([...content, 10]));
    }
    return vscode.workspace.workspaceFolders?.length === 2;
  };
}

describe('several root folders', () => {
  before(async () => {
    await until(`both folders of ${vscode.workspace.workspaceFile?.toString()}`, bothFolders());
    await extension().activate();
    await scan();
  });

  it('keep to their own configuration and settings', () => {
    assert.deepEqual(squiggles(alpha()).map(inOneLine), [
      '1:17-37 warning shut-down-model struck',
      '2:17-37 info retirement-window',
    ]);
    assert.deepEqual(squiggles(beta()).map(inOneLine), ['1:17-37 error shut-down-model struck']);
    assert.deepEqual(squiggles(file('old/models.yaml', root('beta'))), []);
  });

  it('are told apart in the report', async () => {
    const report = JSON.parse(await vscode.commands.executeCommand<string>('veoAudit.reportJson'));
    const files = report.references.map((reference: { readonly file: string }) => reference.file);
    assert.deepEqual([...new Set(files)], ['alpha/models.yaml', 'beta/models.yaml']);
  });

  it('change one without the other', async () => {
    await write('veo-audit.yaml', 'rules:\n  shut-down-model: off\n', root('beta'));
    await untilRules(beta());
    assert.equal(squiggles(alpha())[0]?.severity, vscode.DiagnosticSeverity.Warning);
    await untilRules(file('old/models.yaml', root('beta')));
  });

  it('hold contracts against their own files, by their path in the folder', async () => {
    const config = file('veo-audit.yaml', root('alpha'));
    const before = await vscode.workspace.fs.readFile(config);
    const contract =
      'routes:\n  film: { match: { file: /gateway.yaml }, environment: production, owner: us, storage: gs://a }\n';
    const gateway =
      'model_list:\n  - model_name: film\n    litellm_params: { model: vertex_ai/veo-3.1-generate-001 }\n';
    const entry = await write('gateway.yaml', gateway, root('alpha'));
    await untilRules(entry, 'retirement-window');
    await write('veo-audit.yaml', `${new TextDecoder().decode(before)}${contract}`, root('alpha'));
    await untilRules(config, 'evidence-missing');
    assert.deepEqual(squiggles(file('veo-audit.yaml', root('beta'))), []);
    const report = JSON.parse(await vscode.commands.executeCommand<string>('veoAudit.reportJson'));
    const missing = report.findings.filter(
      (one: { readonly rule: string }) => one.rule === 'evidence-missing',
    );
    assert.deepEqual(
      missing.map((one: { readonly file: string }) => one.file),
      ['alpha/veo-audit.yaml'],
    );
    await remove(entry);
    await untilRules(config, 'evidence-missing', 'contract-mismatch');
    await vscode.workspace.fs.writeFile(config, before);
    await untilRules(config);
  });

  it('may come and go', async () => {
    const kept = vscode.workspace.workspaceFolders?.[1];
    assert.ok(kept !== undefined);
    await write(
      'extra/models.yaml',
      'film: vertex_ai/veo-3.0-generate-001\n',
      vscode.Uri.joinPath(root('alpha'), '..'),
    );
    const extra = vscode.Uri.joinPath(root('alpha'), '..', 'extra');
    // A second change is refused until the first one is confirmed.
    const confirmed = new Promise<void>((resolve) => {
      const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
        listener.dispose();
        resolve();
      });
    });
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 0, { uri: extra }));
    await confirmed;
    await untilRules(file('models.yaml', extra), 'shut-down-model');
    assert.ok(vscode.workspace.updateWorkspaceFolders(2, 1));
    await untilRules(file('models.yaml', extra));
  });
});
