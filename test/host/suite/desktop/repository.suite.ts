// A comparison of git's: each side is answered with the other files of its own commit.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { closeAll, extension, file, remove, root, until, write } from '../support.ts';

interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}

interface GitApi {
  openRepository(root: vscode.Uri): Promise<unknown>;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

const FAST = 'veo-3.1-fast-generate-001';
const FULL = 'veo-3.1-generate-001';
const models = (id: string): string => `export const FILM = '${id}';\n`;
const CALL = `import { GoogleGenAI } from '@google/genai';
import { FILM } from './models';
const ai = new GoogleGenAI({ vertexai: true });
await ai.models.generateVideos({ model: FILM, prompt: 'x', config: { durationSeconds: 8, generateAudio: true, resolution: '720p' } });
`;

describe('a comparison in a repository', () => {
  const call = file('compared/call.ts');
  let git: GitApi;

  const run = async (...args: readonly string[]): Promise<void> => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
    await promisify(execFile)('git', [...identity, ...args], { cwd: root().fsPath });
  };
  const deltas = async (): Promise<readonly string[]> => {
    const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      call,
      new vscode.Range(0, 0, 100, 0),
    );
    return found.map(({ label }) => String(label)).filter((label) => label.includes('→'));
  };

  before(async () => {
    await extension().activate();
    await write('compared/models.ts', models(FAST));
    await write('compared/call.ts', CALL);
    await run('init', '-q', '-b', 'main');
    await run('add', 'compared');
    await run('commit', '-qm', 'before');
    const builtIn = vscode.extensions.getExtension<GitExtension>('vscode.git');
    assert.ok(builtIn !== undefined, "VS Code's git is there");
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
    const activated = await builtIn.activate();
    await until("VS Code's git is on", () => activated.enabled);
    git = activated.getAPI(1);
    await git.openRepository(root());
  });
  after(async () => {
    await closeAll();
    await remove(file('compared'));
    await vscode.workspace
      .getConfiguration('git')
      .update('enabled', false, vscode.ConfigurationTarget.Global);
    await remove(file('.git'));
  });

  it('says what an imported model costs on either side', async () => {
    await write('compared/models.ts', models(FULL));
    await vscode.commands.executeCommand('vscode.diff', git.toGitUri(call, 'HEAD'), call, 'call.ts');
    await until('the hint', async () => (await deltas()).length > 0);
    assert.deepEqual(await deltas(), ['$0.80 → $3.20 per request']);
  });

  it('follows the other files while they change', async () => {
    await write('compared/models.ts', models(FAST));
    await until('no hint', async () => (await deltas()).length === 0);
    await write('compared/models.ts', models('veo-3.1-lite-generate-001'));
    await until('the other hint', async () => (await deltas()).join() === '$0.80 → $0.40 per request');
  });
});
