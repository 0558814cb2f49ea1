// The translation as an editor in German reads it: its own files of the extension, for the manifest and for the code.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, file, placeOf, scan, until } from '../support.ts';

const CONFIG = 'gateway/litellm.yaml';
const ENDED = 'veo-3.0-generate-001';

async function opened(path: string): Promise<vscode.TextDocument> {
  return vscode.workspace.openTextDocument(file(path));
}

describe('an editor in German', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });
  after(closeAll);

  it('is one', () => assert.equal(vscode.env.language, 'de'));

  it('names the commands and settings in German', () => {
    const { contributes } = extension().packageJSON as {
      contributes: {
        commands: readonly { command: string; title: string | { value: string } }[];
        configuration: { properties: Readonly<Record<string, { markdownDescription: string }>> };
      };
    };
    const title = contributes.commands.find(({ command }) => command === 'veoAudit.openReport')?.title;
    // The editor keeps the English title, too: its palette finds a command by both.
    assert.equal(typeof title === 'object' ? title.value : title, 'Bericht öffnen');
    const setting = contributes.configuration.properties['veoAudit.enable'];
    assert.equal(setting?.markdownDescription, 'Dateien auf Veo-Modell-IDs prüfen.');
  });

  it('says above a request in German what it costs', async () => {
    const { uri } = await opened(CONFIG);
    const titles = await until('the lenses', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        uri,
        100,
      );
      const said = lenses.flatMap(({ command }) => command?.title ?? []);
      return said.some((one) => one.startsWith('veo-')) && said;
    });
    assert.ok(titles.includes('Smoke-Test ausführen'), titles.join('\n'));
    assert.ok(
      titles.some((one) => /^veo-3\.1-generate-001 · \$1\.60–\$3\.20 pro Anfrage · /.test(one)),
      titles.join('\n'),
    );
  });

  it('answers a hover in German', async () => {
    const document = await opened(CONFIG);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      placeOf(document, ENDED).start.translate(0, 5),
    );
    const text = hovers
      .flatMap(({ contents }) => contents as vscode.MarkdownString[])
      .map(({ value }) => value)
      .join('\n');
    assert.match(text, /\*\*abgeschaltet 2026-06-30\*\*/);
    assert.match(text, /Schnittstelle\S* \| Status/);
    assert.match(text, /Letzter Preis pro Sekunde/);
    assert.match(text, /Alles Bekannte/);
  });

  it('offers fixes in German', async () => {
    const document = await opened(CONFIG);
    const titles = await until('the fixes', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        placeOf(document, ENDED),
      );
      const all = actions.map(({ title }) => title);
      return all.some((title) => title.includes('shut-down-model')) && all;
    });
    assert.ok(titles.includes('Mehr über shut-down-model'), titles.join('\n'));
    assert.ok(titles.some((title) => /^shut-down-model hier mit einem Grund unterdrücken…$/.test(title)));
  });
});
