// Facts in the editor: refreshed row by row, asked of a surface, and given to coding assistants.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RefreshInstead } from '../../../../src/editor/commands/refreshFacts.ts';
import type { SmokeHooks } from '../../../../src/editor/smoke/register.ts';
import { versionsPage } from '../../../refresh/pages.ts';
import {
  closeAll,
  extension,
  file,
  placeOf,
  remove,
  rulesOf,
  show,
  squiggles,
  untilRules,
  write,
} from '../support.ts';

interface Hooks {
  readonly smoke: SmokeHooks;
  readonly refresh: RefreshInstead;
}

const ID = 'veo-3.1-generate-001';
const RETIRED = versionsPage(['November 20, 2026', 'November 17, 2026 or later']);

async function hooks(): Promise<Hooks> {
  return (await extension().activate()) as Hooks;
}

async function forget(): Promise<void> {
  await remove(file('.veo-audit')).then(undefined, () => undefined);
  const { refresh, smoke } = await hooks();
  delete refresh.fetch;
  delete refresh.confirm;
  delete refresh.choose;
  smoke.answerProbe(null);
}

async function opened(): Promise<vscode.TextDocument> {
  const { document } = await show(file('render.py'));
  await untilRules(document.uri, 'retirement-window');
  return document;
}

async function hoverText({ uri }: vscode.TextDocument, place: vscode.Range): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    place.start,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('facts in the editor', () => {
  beforeEach(forget);
  afterEach(async () => {
    await forget();
    await closeAll();
  });

  it('are refreshed after a yes to the addresses, row by row, and count at once', async () => {
    const document = await opened();
    const { refresh } = await hooks();
    const asked: string[] = [];
    let shown: readonly string[] = [];
    refresh.confirm = async (addresses) => {
      assert.deepEqual(asked, [], 'nothing is read before the yes');
      shown = addresses;
      return true;
    };
    refresh.fetch = async (address) => {
      asked.push(String(address));
      return String(address).includes('model-versions')
        ? new Response(RETIRED)
        : new Response('', { status: 503 });
    };
    refresh.choose = async (rows) => rows.filter(({ id }) => id.startsWith(`shutdown:${ID}@`));
    await vscode.commands.executeCommand('veoAudit.refreshFacts');
    assert.equal(shown.length, 8);
    assert.deepEqual(asked.toSorted(), shown.toSorted());
    await untilRules(document.uri, 'shut-down-model');
    assert.match(squiggles(document.uri)[0]?.message ?? '', /was shut down on Vertex AI on 2026-11-20\./);
    await remove(file('.veo-audit/catalog/overlay.json'));
    await untilRules(document.uri, 'retirement-window');
  });

  it('are not asked for without the yes, and nothing is written where nothing is chosen', async () => {
    await opened();
    const { refresh } = await hooks();
    let asked = 0;
    refresh.fetch = async () => {
      asked++;
      return new Response(RETIRED);
    };
    refresh.confirm = async () => false;
    await vscode.commands.executeCommand('veoAudit.refreshFacts');
    assert.equal(asked, 0);
    refresh.confirm = async () => true;
    refresh.choose = async () => [];
    await vscode.commands.executeCommand('veoAudit.refreshFacts');
    assert.equal(asked, 8);
    await assert.rejects(async () => vscode.workspace.fs.stat(file('.veo-audit/catalog/overlay.json')));
  });

  it('say quietly in the hover that they are due, with the way to refresh them', async () => {
    const document = await opened();
    const text = await hoverText(document, placeOf(document, ID));
    assert.match(
      text,
      /it may have ended any day since 2026-11-17\. \[Refresh…\]\(command:veoAudit\.refreshFacts\)/,
    );
  });

  it('say it once: where it came up first, and not at every ID after that', async () => {
    const first = await opened();
    const due = async (document: vscode.TextDocument, nth = 0) =>
      (await hoverText(document, placeOf(document, ID, nth))).includes('command:veoAudit.refreshFacts');
    assert.equal(await due(first), true, 'as in the test before: the place stays');
    const again = await show(await write('again.py', `model = "publishers/google/models/${ID}"\n`));
    await untilRules(again.document.uri, 'retirement-window');
    assert.equal(await due(again.document), false);
    assert.equal(await due(first), true);
    await remove(again.document.uri);
  });

  it('offer to ask the surface, name the address, and send nothing without a yes', async () => {
    const document = await opened();
    const { smoke } = await hooks();
    await smoke.keys.set('us-central1-aiplatform.googleapis.com', 'planted-key-0123456789');
    const urls: string[] = [];
    smoke.answerProbe(async ({ url }) => {
      urls.push(url);
      return false;
    });
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      placeOf(document, ID),
    );
    const action = actions.find(({ title }) => title === 'Check whether it still answers…');
    assert.ok(action?.command !== undefined, actions.map(({ title }) => title).join('\n'));
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await smoke.keys.forget('us-central1-aiplatform.googleapis.com');
    assert.deepEqual(urls, [
      `https://us-central1-aiplatform.googleapis.com/v1/publishers/google/models/${ID}`,
    ]);
    await assert.rejects(async () => vscode.workspace.fs.stat(file('.veo-audit/probes')));
  });

  it('change with what the surface answered', async () => {
    const document = await opened();
    const record = {
      ...{ schema: 'veo-route-audit/probe/1', simulated: false, model: ID, surface: 'vertex-ai' },
      ...{ host: 'us-central1-aiplatform.googleapis.com', askedAt: '2027-01-09T10:00:00.000Z' },
      ...{ answer: 'gone', status: 404, said: 'it answered 404 NOT_FOUND' },
    };
    await write('.veo-audit/probes/a.json', JSON.stringify(record));
    const { smoke } = await hooks();
    smoke.answerProbe(async () => false);
    const isError = () =>
      squiggles(document.uri).some(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    for (let tries = 0; tries < 200 && !isError(); tries++)
      await new Promise((done) => setTimeout(done, 100));
    assert.match(
      squiggles(document.uri)[0]?.message ?? '',
      /was not found on Vertex AI on 2027-01-09 \(404\)/,
      rulesOf(document.uri).join(),
    );
  });

  it('answer a coding assistant as they answer the command line', async () => {
    await opened();
    const names = vscode.lm.tools.map(({ name }) => name).filter((name) => name.startsWith('veoAudit_'));
    assert.deepEqual(names.toSorted(), [
      'veoAudit_audit',
      'veoAudit_estimate',
      'veoAudit_explain',
      'veoAudit_plan_migration',
      'veoAudit_routes',
    ]);
    const asked = async (name: string, input: object): Promise<readonly string[]> => {
      const { content } = await vscode.lm.invokeTool(name, { input, toolInvocationToken: undefined });
      return content.map((part) => (part as { readonly value: string }).value);
    };
    const [says = '', data = ''] = await asked('veoAudit_audit', { path: 'render.py', day: '2026-11-30' });
    assert.match(says, /^1 finding as of 2026-11-30, by facts checked on \d{4}-\d\d-\d\d\./);
    assert.equal(JSON.parse(data).findings[0].rule, 'retirement-window');
    const [, card = ''] = await asked('veoAudit_explain', { id: ID });
    assert.match(JSON.parse(card).card, /Vertex AI/);
    const [refused = ''] = await asked('veoAudit_routes', { path: '../..' });
    assert.equal(refused, 'The question could not be answered.');
  });
});
