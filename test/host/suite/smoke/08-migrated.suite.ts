// A request that is moved to Gemini Omni: offered at its finding, compared, applied, and proved by a simulated smoke test.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, placeOf, remove, rulesOf, show, until, write } from '../support.ts';
import { evidence, forgetRuns, frontTab, items, ready, run } from './support.ts';

const BEFORE = `import { GoogleGenAI } from '@google/genai';

const ai = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });

export async function clip(prompt: string): Promise<void> {
  let operation = await ai.models.generateVideos({ model: 'veo-3.1-generate-preview', prompt });
  while (!operation.done) {
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    operation = await ai.operations.getVideosOperation({ operation });
  }
  await ai.files.download({ file: operation.response!.generatedVideos![0]!.video!, downloadPath: 'clip.mp4' });
}
`;

const TITLE = 'Migrate to gemini-omni-1.1-flash ($0.81, was $3.20)…';

describe('a request that is moved to Gemini Omni', () => {
  before(ready);
  beforeEach(forgetRuns);
  afterEach(async () => {
    await closeAll();
    await remove(file('moved.ts'));
  });

  it('is compared first, changes when that is confirmed, and passes its smoke test', async () => {
    const { controller } = await ready();
    const { document } = await show(await write('moved.ts', BEFORE));
    await until('it has its squiggle', () => rulesOf(document.uri).includes('shut-down-model'));
    const action = await until('the migration is offered', async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        placeOf(document, 'veo-3.1-generate-preview'),
      );
      return actions.find(({ title }) => title === TITLE);
    });
    assert.ok(action.command !== undefined);
    // What earlier runs have said must not be what is accepted below.
    await vscode.commands.executeCommand('notifications.clearAll');
    let isOver = false;
    const { command, arguments: given = [] } = action.command;
    const runs = vscode.commands.executeCommand(command, ...given);
    void Promise.resolve(runs).then(() => {
      isOver = true;
    });
    await until('the comparison opens', () => frontTab() === 'moved.ts: migrate to gemini-omni-1.1-flash');
    assert.equal(document.getText(), BEFORE, 'nothing is changed before it is confirmed');
    await until('it is confirmed', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return isOver;
    });
    assert.match(document.getText(), /ai\.interactions\.create\(\{\n {4}model: 'gemini-omni-1\.1-flash',/);
    await until('its squiggles are gone', () => !rulesOf(document.uri).includes('shut-down-model'));
    await until('it is saved', async () => (await document.save()) || !document.isDirty);

    // The explorer follows the file: for a moment it still lists the request as it was, which nobody can run any more.
    const isIts = ({ id, uri }: vscode.TestItem) =>
      uri?.toString() === document.uri.toString() && id.includes('gemini-omni-1.1-flash');
    const test = await until('it is a test', () => items(controller).find(isIts));
    await run('simulate', { target: test.id });
    const proof = (await evidence()).find(({ kind }) => kind !== 'controlled-failure');
    assert.deepEqual([proof?.state, proof?.model], ['passed', 'gemini-omni-1.1-flash']);
  });
});
