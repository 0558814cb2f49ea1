// CodeLens: what a request costs, above it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extension, file, scan, set, until } from '../support.ts';

async function lensesOf(path: string): Promise<readonly string[]> {
  const uri = file(path);
  await vscode.workspace.openTextDocument(uri);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    uri,
    100,
  );
  return lenses
    .filter(({ command }) => command?.command === 'veoAudit.explainRequest')
    .map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

const untilLenses = async (path: string, count: number): Promise<readonly string[]> =>
  until(`${count} lenses in ${path}`, async () => {
    const lenses = await lensesOf(path);
    return lenses.length === count && lenses;
  });

describe('CodeLens', () => {
  before(async () => {
    await extension().activate();
    await scan();
  });
  after(async () => {
    await set('codeLens', undefined);
    await closeAll();
  });

  it('says what a request costs, above the call', async () => {
    const [lens] = await untilLenses('src/render.ts', 1);
    assert.match(lens ?? '', /^8 veo-3\.0-generate-001 · .*shut down 2026-06-30 · Vertex AI$/);
  });

  it('says it above each entry of a configuration', async () => {
    const [film] = await untilLenses('gateway/litellm.yaml', 3);
    assert.match(film ?? '', /^4 veo-3\.1-generate-001 · \$1\.60–\$3\.20 per request · .*Vertex AI$/);
  });

  it('is gone when it is switched off', async () => {
    await set('codeLens', false);
    await untilLenses('gateway/litellm.yaml', 0);
  });
});
