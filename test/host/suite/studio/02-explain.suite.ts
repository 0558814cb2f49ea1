// Hover, inlay hints and completion.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, file, placeOf, set, until } from '../support.ts';

/** The parts of all hovers over a text. */
async function hoverParts(uri: vscode.Uri, text: string): Promise<readonly vscode.MarkdownString[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    placeOf(document, text).start.translate(0, 5),
  );
  return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]);
}

async function hoverOver(uri: vscode.Uri, text: string): Promise<vscode.MarkdownString> {
  const ours = (await hoverParts(uri, text)).filter(({ value }) => /\bas of \d/i.test(value));
  assert.equal(ours.length, 1, 'one hover');
  return ours[0] as vscode.MarkdownString;
}

async function hintsIn(uri: vscode.Uri): Promise<readonly vscode.InlayHint[]> {
  const document = await vscode.workspace.openTextDocument(uri);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand('vscode.executeInlayHintProvider', uri, all);
}

const shown = ({ position, label }: vscode.InlayHint): string =>
  `${position.line + 1}:${position.character + 1} ${label}`;

async function completeAfter(language: string, text: string): Promise<readonly vscode.CompletionItem[]> {
  const at = text.indexOf('|');
  const content = text.replace('|', '');
  const document = await vscode.workspace.openTextDocument({ language, content });
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(at),
  );
  return list.items.filter(({ detail }) => /Vertex AI|Gemini API/.test(detail ?? ''));
}

const idOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

describe('hover', () => {
  before(() => extension().activate());
  after(closeAll);

  it('shows the calendar, the price, the replacement, the limits and the sources of an ID that was shut down', async () => {
    const { value } = await hoverOver(file('gateway/litellm.yaml'), 'veo-3.0-generate-001');
    assert.match(value, /^\*\*`veo-3\.0-generate-001`\*\* · \*\*shut down 2026-06-30\*\*\n/);
    assert.match(value, /As of 2026-11-21/);
    assert.match(value, /\| Vertex AI\S* \| \*\*shut down\*\*\S* \| GA\S* \| 2025-07-29\S* \| 2026-06-30 \|/);
    assert.match(value, /veo-3\.1-generate-001.*change the ID/);
    assert.match(value, /Last price per second/);
    assert.match(value, /checked 2026-/);
    assert.doesNotMatch(value, /Gemini API\S* \|/, 'the other surface is not of interest');
  });

  it('says of a living ID what a request costs and what is assumed', async () => {
    const { value } = await hoverOver(file('gateway/litellm.yaml'), 'veo-3.1-generate-001');
    assert.match(value, /\| Vertex AI\S* \| \*\*retirement window\*\*.* 2026-11-17 or later/);
    assert.match(value, /(?:A request that sets nothing else|This request): \*\*\$[\d.]+/);
    assert.match(value, /Limits on Vertex AI: .*seconds/);
    assert.match(value, /\| with audio\S* \| \$0\.40/);
  });

  it('offers the nearest real IDs for one that never was', async () => {
    const { value } = await hoverOver(file('tools/preview.go'), 'veo-3.2-generate-001');
    assert.match(value, /Not a model ID that Google released[\s\S]*veo-3\.1-generate-001/);
  });

  it("says what a gateway's spelling stands for", async () => {
    const { value } = await hoverOver(file('gateway/shop.json'), 'google/veo-3.1');
    assert.match(value, /OpenRouter[\s\S]*assumed/);
  });

  it('links only to commands of its own', async () => {
    const parts = await hoverParts(file('src/models.ts'), 'veo-3.1-generate-001');
    const linking = parts.filter(({ value }) => value.includes('command:veoAudit'));
    const linked = linking.map(({ value }) =>
      [...value.matchAll(/command:([\w.]+)/g)].map(([, command]) => command),
    );
    // That the facts are due is said once in a window, perhaps here.
    const links = linked.filter((commands) => commands.join() !== 'veoAudit.refreshFacts');
    assert.deepEqual(links, [['veoAudit.explain', 'veoAudit.routes.focus']]);
    assert.ok(
      !/as of/i.test(linking.at(-1)?.value ?? ''),
      'what may run commands holds no text of the workspace',
    );
    for (const { isTrusted } of parts) assert.notEqual(isTrusted, true);
  });

  it('is silent beside an ID', async () => {
    const uri = file('.env.example');
    await vscode.workspace.openTextDocument(uri);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      new vscode.Position(0, 5),
    );
    assert.deepEqual(hovers, []);
  });
});

describe('inlay hints', () => {
  before(() => extension().activate());
  after(async () => {
    await set('inlayHints', undefined);
    await closeAll();
  });

  it('stand behind the closing quote: prices of living IDs, the shutdown day of others', async () => {
    assert.deepEqual((await hintsIn(file('src/models.ts'))).map(shown), [
      '3:37 $0.03–$0.08 per second',
      '4:32 $0.20–$0.60 per second',
      '5:63 shut down 2026-04-02',
      '6:67 shut down 2026-04-02',
      '7:59 shut down 2026-06-30',
    ]);
  });

  it('stand behind the value where there is no quote', async () => {
    await set('codeLens', false);
    await until('both hints', async () => {
      const hints = (await hintsIn(file('.env.example'))).map(shown);
      return hints.join('\n') === '3:35 shut down 2026-10-22\n4:52 $0.03–$0.05 per second';
    });
    await set('codeLens', undefined);
  });

  it('are silent where the line above the request says the day, as long as there are such lines', async () => {
    const config = file('gateway/litellm.yaml');
    const [only] = await until('one hint', async () => {
      const hints = await hintsIn(config);
      return hints.length === 1 && hints;
    });
    assert.match(only === undefined ? '' : shown(only), /^4:\d+ .* per second$/);
    await set('codeLens', false);
    await until('the days', async () => (await hintsIn(config)).length === 3);
    await set('codeLens', undefined);
  });

  it('leave prose alone', async () => {
    assert.deepEqual((await hintsIn(file('README.md'))).map(shown), []);
  });

  it('carry the hover as tooltip', async () => {
    const [first] = await hintsIn(file('src/models.ts'));
    assert.match(
      (first?.tooltip as vscode.MarkdownString | undefined)?.value ?? '',
      /A request that sets nothing else|This request/,
    );
  });

  it('are gone when they are switched off', async () => {
    await set('inlayHints', false);
    await until('no hints', async () => (await hintsIn(file('src/models.ts'))).length === 0);
  });
});

describe('completion', () => {
  before(() => extension().activate());
  after(closeAll);

  it('offers living IDs with state, surface and price inside a string', async () => {
    const items = await completeAfter('typescript', "const model = 'veo-3|';");
    assert.deepEqual(items.map(idOf), [
      'veo-3.1-fast-generate-001',
      'veo-3.1-generate-001',
      'veo-3.1-lite-generate-001',
    ]);
    assert.match(items[1]?.detail ?? '', /^\$0\.20–\$0\.60 per second · retirement window · Vertex AI$/);
  });

  it('replaces what was begun, to its end', async () => {
    const [item] = await completeAfter('python', 'MODEL = "veo-3.0|-generate-001"\n');
    const range = item?.range instanceof vscode.Range ? item.range : item?.range?.replacing;
    assert.deepEqual([range?.start.character, range?.end.character], [9, 29]);
  });

  it('offers them in configuration values without quotes', async () => {
    assert.equal((await completeAfter('yaml', 'model: vertex_ai/veo-|\n')).length, 3);
  });

  it('offers nothing on a surface without a living Veo', async () => {
    assert.deepEqual(await completeAfter('yaml', 'model: gemini/veo-|\n'), []);
  });

  it('is silent outside strings of code', async () => {
    assert.deepEqual(await completeAfter('typescript', 'const veo|'), []);
  });
});
