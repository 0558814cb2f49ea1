// What changes while one works: typing, untitled files, files on the disk, settings, the team's configuration.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  extension,
  file,
  inOneLine,
  placeOf,
  remove,
  scan,
  set,
  show,
  squiggles,
  until,
  untilRules,
  write,
} from '../support.ts';

async function edit(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, placeOf(document, from), to);
  assert.ok(await vscode.workspace.applyEdit(change));
}

const DEAD = "export const MODEL = 'publishers/google/models/veo-3.0-generate-001';\n";

describe('typing', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });
  afterEach(closeAll);

  it('moves squiggles with unsaved text, and goes back to the disk when that is given up', async () => {
    const uri = file('src/models.ts');
    const { document } = await show(uri);
    await edit(document, 'veo-3.0-generate-001', 'veo-3.1-generate-001');
    await untilRules(
      uri,
      'preview-model',
      'retirement-window',
      'shut-down-model',
      'shut-down-model',
      'retirement-window',
    );
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilRules(
      uri,
      'preview-model',
      'retirement-window',
      'shut-down-model',
      'shut-down-model',
      'shut-down-model',
    );
  });

  it('never shows a squiggle of an older text', async () => {
    const uri = file('src/models.ts');
    const { document } = await show(uri);
    for (const line of ['// one\n', '// two\n', '// three\n'])
      await edit(document, '// The', `${line}// The`);
    await until('squiggles three lines further down', () => squiggles(uri)[0]?.range.start.line === 5);
    for (const { range, message } of squiggles(uri))
      assert.ok(message.startsWith(document.getText(range)), message);
  });

  it('audits a file without a name, by its language', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'python',
      content: '# veo-3.0-generate-001\nmodel = "veo-3.0-generate-001"\n',
    });
    await until('squiggles', () => squiggles(document.uri).length === 2);
    assert.deepEqual(squiggles(document.uri).map(inOneLine), [
      '1:3-23 info shut-down-model struck',
      '2:10-30 error shut-down-model struck',
    ]);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await untilRules(document.uri);
  });
});

describe('the disk', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });

  it('is followed when a file is created, changed and deleted', async () => {
    const uri = await write('disk/model.ts', DEAD);
    await untilRules(uri, 'shut-down-model');
    await write('disk/model.ts', DEAD.replace('3.0', '3.1'));
    await untilRules(uri, 'retirement-window');
    await remove(uri);
    await untilRules(uri);
  });

  it('is followed when a folder vanishes', async () => {
    const uris = [await write('disk/a/one.ts', DEAD), await write('disk/a/two.ts', DEAD)];
    for (const uri of uris) await untilRules(uri, 'shut-down-model');
    await remove(file('disk/a'));
    for (const uri of uris) await untilRules(uri);
  });

  it('keeps what ignore files leave out silent', async () => {
    await write('disk/.gitignore', 'built/\n');
    const ignored = await write('disk/built/model.ts', DEAD);
    const beside = await write('disk/beside.ts', DEAD);
    await untilRules(beside, 'shut-down-model');
    await untilRules(ignored);
    await remove(file('disk'));
    await untilRules(beside);
  });

  it('may lose files while they are scanned', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `gone/${index}.ts`);
    const uris = await Promise.all(names.map((name) => write(name, DEAD)));
    for (const uri of uris) await untilRules(uri, 'shut-down-model');
    const scanned = scan();
    await Promise.all(uris.slice(0, 59).map(remove));
    await scanned;
    await untilRules(uris[59] as vscode.Uri, 'shut-down-model');
    for (const uri of uris.slice(0, 59)) await untilRules(uri);
    await remove(file('gone'));
  });

  it('explains an opened file that an ignore rule leaves out, and does not report it', async () => {
    await write('disk/.gitignore', 'built/\n');
    const uri = await write('disk/built/model.ts', DEAD);
    const beside = await write('disk/beside.ts', DEAD);
    const { document } = await show(uri);
    await untilRules(beside, 'shut-down-model');
    const { start } = placeOf(document, 'veo-');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      start,
    );
    assert.equal(hovers.length > 0, true);
    assert.deepEqual(squiggles(uri), []);
    await closeAll();
    await remove(file('disk'));
    await untilRules(beside);
  });
});

describe('settings', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });
  afterEach(async () => {
    for (const name of ['severities', 'enable', 'asOf']) await set(name, undefined);
    await untilRules(file('gateway/litellm.yaml'), 'retirement-window', 'shut-down-model', 'shut-down-model');
  });

  const yaml = () => file('gateway/litellm.yaml');

  it('change severities, and switch rules off', async () => {
    await set('severities', { 'shut-down-model': 'hint', 'retirement-window': 'off' });
    await untilRules(yaml(), 'shut-down-model', 'shut-down-model');
    assert.deepEqual(squiggles(yaml()).map(inOneLine), [
      '7:24-44 hint shut-down-model struck',
      '10:21-45 hint shut-down-model struck',
    ]);
  });

  it("stand above the team's severities", async () => {
    await set('severities', { 'alias-unverified': 'error' });
    const shop = file('gateway/shop.json');
    await until('errors', () => squiggles(shop)[0]?.severity === vscode.DiagnosticSeverity.Error);
  });

  it('switch the audit off and on again', async () => {
    await set('enable', false);
    await untilRules(yaml());
    assert.deepEqual(squiggles(file('src/models.ts')), []);
    await set('enable', undefined);
    await untilRules(yaml(), 'retirement-window', 'shut-down-model', 'shut-down-model');
    await until('closed files are back', () => squiggles(file('src/models.ts')).length === 5);
  });

  it('move the day', async () => {
    await set('asOf', '2026-10-10');
    await untilRules(yaml(), 'shut-down-model', 'deprecated-model');
    assert.match(squiggles(yaml())[1]?.message ?? '', /on 2026-10-22 \(in 12 days\)/);
    await set('asOf', 'nonsense');
    await until('today again', () => squiggles(yaml()).length === 3);
  });
});

describe('veo-audit.yaml', () => {
  const uri = () => file('veo-audit.yaml');
  const archived = () => file('archive/first-try.ts');
  const shop = () => file('gateway/shop.json');
  let original = '';

  before(async () => {
    await extension().activate();
    await scan();
    original = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri()));
  });
  afterEach(async () => {
    await closeAll();
    await write('veo-audit.yaml', original);
    await untilRules(shop(), 'alias-unverified', 'alias-unverified');
    await untilRules(uri(), 'evidence-missing', 'budget-exceeded', 'budget-exceeded', 'output-not-persisted');
    await untilRules(archived());
  });

  it('gets a squiggle where it is wrong, and the last valid one stays in force', async () => {
    await write('veo-audit.yaml', 'rules:\n  alias-unverified: warning\n  shut-down-modle: off\n');
    const faults = () => squiggles(uri()).map(({ range, severity }) => [range.start.line, severity]);
    const wanted = [[2, vscode.DiagnosticSeverity.Error]];
    await until('a fault alone', () => JSON.stringify(faults()) === JSON.stringify(wanted));
    assert.deepEqual(squiggles(archived()), [], 'archive/ is still left out');
    assert.equal(squiggles(shop())[0]?.severity, vscode.DiagnosticSeverity.Warning);
  });

  it('brings files back that it left out', async () => {
    await write('veo-audit.yaml', 'rules:\n  alias-unverified: warning\n');
    await untilRules(archived(), 'shut-down-model');
  });

  it('leaves files out, open or not', async () => {
    await show(shop());
    await write('veo-audit.yaml', original.replace('  - archive/', '  - archive/\n  - gateway/'));
    await untilRules(shop());
    await untilRules(file('gateway/litellm.yaml'));
  });
});
