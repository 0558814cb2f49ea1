// Comparisons, pages, the preview of a fix of the whole workspace, and a first veo-audit.yaml.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  acceptTicked,
  closeAll,
  extension,
  file,
  placeOf,
  remove,
  scan,
  squiggles,
  until,
  untilRules,
  write,
} from '../support.ts';

const tabs = (): readonly string[] =>
  vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
const textOf = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path)));

describe('a comparison with an older version', () => {
  const old = vscode.Uri.parse('git:/studio/src/old.ts?HEAD');
  let provider: vscode.Disposable;

  before(async () => {
    await extension().activate();
    await scan();
    provider = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () =>
        "export const MODEL = 'publishers/google/models/veo-2.0-generate-001';\n",
    });
  });
  after(async () => {
    await closeAll();
    provider.dispose();
  });

  it('explains the old side but has no squiggles there', async () => {
    await vscode.commands.executeCommand('vscode.diff', old, file('src/models.ts'), 'models');
    const document = await until('the old side is open', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === old.toString()),
    );
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      old,
      placeOf(document, 'veo-2.0').start,
    );
    assert.match(
      (hover?.contents as vscode.MarkdownString[] | undefined)?.[0]?.value ?? '',
      /veo-2\.0-generate-001/,
    );
    // Other suites have had the file open and changed it on the disk: the editor may still be reading it anew.
    await until('the new side has its squiggles', () => squiggles(file('src/models.ts')).length === 5);
    assert.deepEqual(squiggles(old), []);
    assert.doesNotMatch(await vscode.commands.executeCommand<string>('veoAudit.reportJson'), /old\.ts/);
  });
});

describe('a comparison of requests', () => {
  const old = vscode.Uri.parse('git:/studio/gateway/litellm.yaml?HEAD');
  const now = file('gateway/litellm.yaml');
  let provider: vscode.Disposable;

  before(async () => {
    await extension().activate();
    await scan();
    const text = await textOf('gateway/litellm.yaml');
    provider = vscode.workspace.registerTextDocumentContentProvider('git', {
      provideTextDocumentContent: () => text.replace('veo-3.1-generate-001', 'veo-3.1-fast-generate-001'),
    });
  });
  after(async () => {
    await vscode.workspace
      .getConfiguration('diffEditor')
      .update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
    provider.dispose();
  });

  const isDelta = (text: string): boolean => text.includes('→');
  const hints = async (): Promise<readonly string[]> => {
    const whole = new vscode.Range(0, 0, 100, 0);
    const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      now,
      whole,
    );
    return found.map(({ label }) => String(label)).filter(isDelta);
  };
  const lenses = async (): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      now,
      100,
    );
    return found.map(({ command }) => command?.title ?? '').filter(isDelta);
  };
  const DELTA = '$0.64–$0.80 → $1.60–$3.20 per request';

  it('says what the change costs while both sides are seen, as a hint or a lens, whichever is shown', async () => {
    await vscode.workspace.openTextDocument(now);
    assert.deepEqual(await hints(), []);
    await vscode.commands.executeCommand('vscode.diff', old, now, 'litellm.yaml');
    await until('the hint', async () => (await hints()).length > 0);
    assert.deepEqual(await hints(), [DELTA]);
    assert.deepEqual(await lenses(), []);
    await vscode.workspace
      .getConfiguration('diffEditor')
      .update('codeLens', true, vscode.ConfigurationTarget.Global);
    await until('the lens', async () => (await lenses()).length > 0);
    assert.deepEqual(await lenses(), [DELTA]);
    assert.deepEqual(await hints(), []);
    await closeAll();
    assert.deepEqual(await lenses(), []);
  });
});

describe('pages', () => {
  before(() => extension().activate());
  afterEach(closeAll);

  it('open for a rule', async () => {
    await vscode.commands.executeCommand('veoAudit.openRule', 'shut-down-model');
    await until('the page', () => tabs().some((label) => /shut-down-model/.test(label)));
  });

  it('open for an ID, with all that is known', async () => {
    await vscode.commands.executeCommand('veoAudit.explain', {
      id: 'veo-3.1-generate-001',
      surface: 'vertex-ai',
      asOf: '2026-11-21',
    });
    await until('the page', () => tabs().includes('veo-3.1-generate-001'));
  });

  it('open for the cost of a request, and say when it is gone', async () => {
    const document = await vscode.workspace.openTextDocument(file('gateway/litellm.yaml'));
    const lenses = await until('its lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return found.find(({ command }) => command?.command === 'veoAudit.explainRequest');
    });
    const [asked] = lenses.command?.arguments ?? [];
    await vscode.commands.executeCommand('veoAudit.explainRequest', asked);
    await until('the page', () => tabs().includes('What this request costs'));
    await closeAll();
    await vscode.commands.executeCommand('veoAudit.explainRequest', { ...asked, start: 1 });
    assert.ok(!tabs().includes('What this request costs'));
  });

  it('lead back to the report', async () => {
    await vscode.commands.executeCommand('veoAudit.explain', {
      ...{ id: 'veo-3.1-generate-001', surface: 'vertex-ai', asOf: '2026-11-21' },
    });
    await until('the page', () => tabs().includes('veo-3.1-generate-001'));
    await vscode.commands.executeCommand('veoAudit.openReport');
    await until('the report', () => tabs().includes('Veo Report'));
    assert.equal(tabs().length, 1, 'they share one tab');
  });

  it('open for the ID at the cursor', async () => {
    const editor = await vscode.window.showTextDocument(file('gateway/litellm.yaml'));
    const place = placeOf(editor.document, 'veo-3.0-generate-001');
    editor.selection = new vscode.Selection(place.start, place.start);
    await vscode.commands.executeCommand('veoAudit.explain');
    await until('the page', () => tabs().includes('veo-3.0-generate-001'));
  });

  it('open for the checklist', async () => {
    await vscode.commands.executeCommand('veoAudit.openChecklist', 'film');
    await until('the report', () => tabs().includes('Veo Report'));
  });
});

describe('fixing the whole workspace', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });
  const untouched = new Map<vscode.Uri, Uint8Array>();
  beforeEach(async () => {
    for (const uri of await vscode.workspace.findFiles('**/*'))
      untouched.set(uri, await vscode.workspace.fs.readFile(uri));
  });
  afterEach(async () => {
    await closeAll();
    for (const [uri, bytes] of untouched) await vscode.workspace.fs.writeFile(uri, bytes);
  });

  const paths = ['src/models.ts', 'gateway/litellm.yaml', 'docs/runbook.md'];
  const texts = () =>
    Promise.all(paths.map(async (path) => (await vscode.workspace.openTextDocument(file(path))).getText()));

  it('lists the files, changes nothing before they are confirmed, then all of them', async () => {
    const before = await texts();
    const runs = vscode.commands.executeCommand('veoAudit.fixAllInWorkspace', 'shut-down-model');
    let isDone = false;
    void Promise.resolve(runs).then(() => {
      isDone = true;
    });
    assert.deepEqual(await texts(), before, 'nothing is changed before it is confirmed');
    await acceptTicked('the fixes are made', () => isDone);
    const after = await texts();
    assert.equal(after[0], before[0], 'a table with the new ID stays as it is');
    assert.equal(
      after[1],
      before[1]?.replace('veo-3.0-generate-001', 'veo-3.1-generate-001'),
      'a row with a name of its own is fixed',
    );
    assert.match(after[2] ?? '', /models\/veo-3\.1-fast-generate-001:predictLongRunning/);
  });
});

describe('a first veo-audit.yaml', () => {
  it('is written where there is none, and is valid', async () => {
    await extension().activate();
    await remove(file('veo-audit.yaml'));
    await until(
      'it is gone',
      () => squiggles(file('gateway/shop.json'))[0]?.severity === vscode.DiagnosticSeverity.Hint,
    );
    void vscode.commands.executeCommand('veoAudit.createConfig');
    await acceptTicked(
      'it is shown',
      () => vscode.window.activeTextEditor?.document.uri.path.endsWith('veo-audit.yaml') === true,
    );
    const text = await textOf('veo-audit.yaml');
    assert.match(text, /^ {2}film:\n {4}# gateway\/litellm\.yaml; retirement window as of 2026-11-21;/m);
    assert.match(text, /^ {4}match: \{ file: src\/render\.ts, name: render \}$/m);
    const { parseConfig } = await import('../../../../src/config/parse.ts');
    assert.ok('config' in parseConfig(text));
    await write('veo-audit.yaml', 'rules:\n  alias-unverified: off\n');
    await untilRules(file('gateway/shop.json'));
    await closeAll();
  });
});
