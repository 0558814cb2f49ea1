// Every quick fix, against files before and after.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  extension,
  file,
  placeOf,
  remove,
  rulesOf,
  show,
  until,
  untilRules,
  write,
} from '../support.ts';
import * as golden from './golden.ts';

/** Each test has a file of its own: the editor may not have heard yet that the last one is gone. */
async function open(name: string, text: string): Promise<vscode.TextDocument> {
  const { document } = await show(await write(`fixes/${name}`, text));
  await until('squiggles', () => rulesOf(document.uri).length > 0);
  return document;
}

async function actionsAt(
  document: vscode.TextDocument,
  text: string,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    placeOf(document, text),
    kind?.value,
  );
  return actions.filter(({ title }) => /Veo|veo|model|Suppress|source|Fix all|Read|Turn off/.test(title));
}

async function apply(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((candidate) => title.test(candidate.title));
  assert.ok(action !== undefined, `${title} among:\n${actions.map((other) => other.title).join('\n')}`);
  if (action.edit !== undefined) assert.ok(await vscode.workspace.applyEdit(action.edit));
  if (action.command !== undefined)
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('quick fixes', () => {
  before(() => extension().activate());
  afterEach(async () => {
    await closeAll();
    await remove(file('fixes'));
  });

  it('are these, in this order', async () => {
    const document = await open('models-1.yaml', golden.BEFORE);
    const actions = await actionsAt(document, 'veo-3.0-generate-001');
    assert.deepEqual(
      actions.map(({ title }) => title.replace(/source: .*/, 'source').replace(/ \(.*\)$/, '')),
      [
        'Replace with veo-3.1-generate-001',
        'Fix all 2 shut-down-model findings in this file',
        'Fix all shut-down-model findings in the workspace…',
        'Read about shut-down-model',
        'Open the source',
        'Turn off shut-down-model in this file…',
        'Turn off shut-down-model in veo-audit.yaml',
        'Suppress shut-down-model here, with a reason…',
      ],
    );
    assert.deepEqual(
      actions.map(({ isPreferred }) => isPreferred === true),
      [true, false, false, false, false, false, false, false],
    );
  });

  it('replace one ID by the living one of its surface', async () => {
    const document = await open('models-2.yaml', golden.BEFORE);
    await apply(await actionsAt(document, 'veo-3.0-generate-001'), /^Replace with /);
    assert.equal(document.getText(), golden.ONE_REPLACED);
    await untilRules(document.uri, 'retirement-window', 'shut-down-model', 'shut-down-model');
  });

  it('replace all of a rule in the file', async () => {
    const document = await open('models-3.yaml', golden.BEFORE);
    await apply(await actionsAt(document, 'veo-3.0-generate-001'), /^Fix all 2 .* in this file/);
    assert.equal(document.getText(), golden.ALL_REPLACED);
  });

  it('do all at once as source.fixAll.veoAudit', async () => {
    const document = await open('models-4.yaml', golden.BEFORE);
    const kind = vscode.CodeActionKind.SourceFixAll.append('veoAudit');
    const actions = await actionsAt(document, 'models:', kind);
    assert.deepEqual(
      actions.map((action) => action.kind?.value),
      ['source.fixAll.veoAudit'],
    );
    await apply(actions, /Fix all/);
    assert.equal(document.getText(), golden.ALL_REPLACED);
  });

  it('run when the editor fixes all on save', async () => {
    const document = await open('models-5.yaml', golden.BEFORE);
    const editor = vscode.workspace.getConfiguration('editor', document.uri);
    await editor.update(
      'codeActionsOnSave',
      { 'source.fixAll': 'explicit' },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(0, 0), '# saved\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.files.save');
      await until('the file is saved', () => !document.isDirty);
      assert.equal(document.getText(), `# saved\n${golden.ALL_REPLACED}`);
    } finally {
      await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('offer no replacement where another API is needed', async () => {
    const document = await open('models-6.yaml', golden.BEFORE);
    const titles = (await actionsAt(document, 'veo-3.1-generate-preview')).map(({ title }) => title);
    assert.ok(
      titles.every((title) => !title.startsWith('Replace')),
      titles.join('\n'),
    );
    assert.ok(
      titles.some((title) => title.startsWith('Suppress')),
      titles.join('\n'),
    );
  });

  it('name the surface where only the author knows it', async () => {
    const document = await open('model.ts', golden.OPEN_BEFORE);
    const actions = await actionsAt(document, 'veo-3.1-generate-preview');
    assert.deepEqual(
      actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title),
      ['Read about shut-down-model'],
    );
    await apply(actions, /^Replace with veo-3\.1-generate-001.*, if this goes to Vertex AI$/);
    assert.equal(document.getText(), golden.OPEN_AFTER);
  });

  it('offer the nearest ID for one that never was', async () => {
    const document = await open('near.yaml', golden.UNKNOWN_BEFORE);
    await apply(await actionsAt(document, 'veo-3.1-generate'), /^Replace with veo-3\.1-generate-001/);
    assert.equal(document.getText(), golden.UNKNOWN_AFTER);
  });

  it('suppress with a reason and a last day', async () => {
    const document = await open('models-7.yaml', golden.BEFORE);
    const action = (await actionsAt(document, 'veo-3.1-generate-preview')).find(({ title }) =>
      title.startsWith('Suppress'),
    );
    const [request] = action?.command?.arguments ?? [];
    await vscode.commands.executeCommand('veoAudit.suppress', {
      ...request,
      reason: 'moves with the\n new player',
      until: '2026-12-24',
    });
    assert.equal(document.getText(), golden.SUPPRESSED);
    await untilRules(document.uri, 'shut-down-model', 'shut-down-model');
  });

  it('open the source where the fact stands', async () => {
    const document = await open('models-8.yaml', golden.BEFORE);
    const action = (await actionsAt(document, 'veo-3.0-generate-001')).find(({ title }) =>
      title.startsWith('Open the source'),
    );
    assert.match(action?.command?.command ?? '', /\.open$/);
    assert.match(JSON.stringify(action?.command?.arguments), /"scheme":"https","authority":"[\w.]*google/);
  });
});
