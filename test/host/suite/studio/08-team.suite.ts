// The team's contracts: squiggles, checklist, names and help in veo-audit.yaml, as they are typed and as records come.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  extension,
  file,
  placeOf,
  remove,
  rulesOf,
  scan,
  show,
  squiggles,
  until,
  untilRules,
  write,
} from '../support.ts';

const CONFIG = 'veo-audit.yaml';
const FOUND = ['evidence-missing', 'budget-exceeded', 'budget-exceeded', 'output-not-persisted'] as const;

async function replace(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, placeOf(document, before), after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

async function hoverAt(document: vscode.TextDocument, text: string, nth = 0): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, text, nth).start.translate(0, 1),
  );
  const said = hovers.flatMap(({ contents }) => contents);
  return said.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n');
}

describe('the contracts of a team', () => {
  before(async () => {
    await extension().activate();
    await scan();
    await untilRules(file(CONFIG), ...FOUND);
  });
  afterEach(closeAll);

  it('are held against what is typed, before it is saved', async () => {
    const { document } = await show(file(CONFIG));
    await replace(document, 'usdPerRequest: 2,', 'usdPerRequest: 4,');
    await untilRules(document.uri, 'evidence-missing', 'budget-exceeded', 'output-not-persisted');
    await vscode.commands.executeCommand('undo');
    await untilRules(document.uri, ...FOUND);
  });

  it('stay in force while the file is broken, and say what broke', async () => {
    const { document } = await show(file(CONFIG));
    await replace(document, 'usdPerRequest: 2,', 'usdPerRequest: two,');
    const fault = await until('the fault', () =>
      squiggles(document.uri).find(({ message }) => message.includes('usdPerRequest')),
    );
    assert.equal(fault.range.start.line, 15);
    assert.equal(squiggles(file('gateway/shop.json'))[0]?.severity, vscode.DiagnosticSeverity.Warning);
    await vscode.commands.executeCommand('undo');
    await untilRules(document.uri, ...FOUND);
  });

  it('are held against what the code says now', async () => {
    const { document } = await show(file('gateway/litellm.yaml'));
    await replace(document, 'vertex_ai/veo-3.1-generate-001', 'vertex_ai/veo-3.1-lite-generate-001');
    await until('a preview in production', () =>
      squiggles(document.uri).some(
        ({ severity, message }) =>
          severity === vscode.DiagnosticSeverity.Error && message.includes('is a production route'),
      ),
    );
    await until('the month is within its budget', () => !rulesOf(file(CONFIG)).includes('budget-exceeded'));
    await vscode.commands.executeCommand('undo');
    await untilRules(file(CONFIG), ...FOUND);
  });

  it('are closed with the file and open again with it', async () => {
    await show(file(CONFIG));
    await closeAll();
    await untilRules(file(CONFIG), ...FOUND);
  });

  it("count the team's own price", async () => {
    const { document } = await show(file(CONFIG));
    const edit = new vscode.WorkspaceEdit();
    const own =
      'prices:\n  - { model: veo-3.1-generate-001, surface: vertex-ai, usd: 0.1, unit: second, source: offer, checkedOn: 2026-11-01 }\n';
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), own);
    await vscode.workspace.applyEdit(edit);
    await untilRules(file(CONFIG), 'evidence-missing', 'output-not-persisted');
    const litellm = await vscode.workspace.openTextDocument(file('gateway/litellm.yaml'));
    await until('the hover has it', async () =>
      (await hoverAt(litellm, 'veo-3.1-generate-001')).includes('$0.10'),
    );
    await vscode.commands.executeCommand('undo');
    await untilRules(file(CONFIG), ...FOUND);
  });
});

describe('the checklist', () => {
  afterEach(closeAll);

  it('is told in a lens above each contract, and each gateway can be checked there', async () => {
    const { document } = await show(file(CONFIG));
    const titles = await until('the lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      const found = lenses.map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
      return found.length >= 3 && found;
    });
    assert.deepEqual(
      titles.map((title) => title.replace(/(?<=Checklist: ).*/, '…')),
      ['10 Checklist: …', '20 Checklist: …', '26 Check gateway…'],
    );
  });
});

describe('records', () => {
  const SNAPSHOT = {
    schema: 'veo-route-audit/gateway/1',
    gateway: 'house',
    day: '2026-11-20',
    from: 'https://llm.studio.example/model/info',
    catalog: { kind: 'litellm', rows: [], otherLabels: ['gpt-image'], groupRatios: {}, version: null },
  };

  it('are held against contracts as soon as they are there, and no longer when they are gone', async () => {
    const uri = await write('.veo-audit/gateways/house-2026-11-20.json', JSON.stringify(SNAPSHOT));
    try {
      await until('the row is missed', () => rulesOf(file(CONFIG)).includes('gateway-row-missing'));
    } finally {
      await remove(uri);
    }
    await untilRules(file(CONFIG), ...FOUND);
    await remove(file('.veo-audit'));
  });
});

describe('in a veo-audit.yaml', () => {
  afterEach(closeAll);

  it('a key is explained', async () => {
    const { document } = await show(file(CONFIG));
    assert.match(await hoverAt(document, 'storage'), /kept/);
    assert.match(await hoverAt(document, 'environment'), /`production`/);
  });

  it('keys and words are offered where they may stand', async () => {
    const { document } = await show(file(CONFIG));
    const offered = async (text: string, nth = 0): Promise<readonly string[]> => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        placeOf(document, text, nth).end,
      );
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    const words = await offered('environment: ');
    assert.ok(words.includes('staging'), words.join());
    const keys = await offered('owner', 1);
    assert.ok(keys.includes('budgets') && !keys.includes('usdPerMonth'), keys.join());
  });
});

describe("a route's name in a configuration", () => {
  afterEach(closeAll);

  it('tells what it leads to', async () => {
    const { document } = await show(file('gateway/litellm.yaml'));
    const said = await until('the hover', async () => (await hoverAt(document, 'film-old')) || undefined);
    assert.match(said, /\*\*film-old\*\* leads to/);
    assert.match(said, /`veo-3\.0-generate-001`: shut down 2026-06-30 · Vertex AI \(line 5\)/);
  });
});
