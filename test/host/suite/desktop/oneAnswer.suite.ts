// One answer everywhere: whatever happens in the editor, its report is the command line's of the same files, byte for byte but
// for how much the last scan read, and on the way there nothing moves that has not changed.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { closeAll, extension, file, remove, root, rulesOf, show, until, write } from '../support.ts';

const AS_OF = '2026-11-21';
const call = promisify(execFile);

const editorReport = async (): Promise<string> =>
  withoutScan(await vscode.commands.executeCommand<string>('veoAudit.reportJson'));

/** A report without how many files and bytes were read for it: in the editor the last scan did. */
const withoutScan = (report: string): string => report.replaceAll(/"(?:files|bytes)": \d+/g, '');

async function commandLineReport(): Promise<string> {
  const cli = join(extension().extensionPath, 'dist', 'cli.js');
  const args = [cli, 'audit', '--format', 'json', '--as-of', AS_OF, '--fail-on', 'never'];
  const { stdout } = await call('node', args, { cwd: root().fsPath });
  return withoutScan(stdout);
}

/** Waits until the editor has taken over what was done, and compares. */
async function isOneAnswer(): Promise<void> {
  const expected = await commandLineReport();
  await until('the same report', async () => (await editorReport()) === expected).catch(async () =>
    assert.deepEqual(differing(await editorReport(), expected), { editor: [], commandLine: [] }),
  );
}

/** The lines that only one of two reports has. */
function differing(editor: string, commandLine: string) {
  const [own, other] = [editor, commandLine].map((text) => text.split('\n'));
  return {
    editor: own?.filter((line) => !other?.includes(line)),
    commandLine: other?.filter((line) => !own?.includes(line)),
  };
}

const LANGUAGES: readonly (readonly [path: string, comment: string])[] = [
  ['src/render.ts', '// a comment'],
  ['src/models.ts', '// a comment'],
  ['worker/thumbnails.py', '# a comment'],
  ['tools/preview.go', '// a comment'],
  ['gateway/litellm.yaml', '# a comment'],
];

const git = async (...args: readonly string[]): Promise<void> => {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  await call('git', [...identity, ...args], { cwd: root().fsPath });
};

describe('one answer', () => {
  const texts = new Map<string, string>();

  before(async () => {
    await extension().activate();
    for (const [path] of [...LANGUAGES, ['veo-audit.yaml']])
      texts.set(path, new TextDecoder().decode(await vscode.workspace.fs.readFile(file(path))));
    await vscode.commands.executeCommand('veoAudit.scanWorkspace');
  });
  afterEach(closeAll);
  after(async () => {
    for (const [path, text] of texts) await write(path, text);
    for (const path of ['.git', '.gitignore', 'node_modules', 'src/added.ts'])
      await remove(file(path)).then(undefined, () => undefined);
    await vscode.commands.executeCommand('veoAudit.scanWorkspace');
  });

  it('for an untouched folder', isOneAnswer);

  it('while comments are typed at ten places of five files, and no count moves', async () => {
    const watched = LANGUAGES.map(([path]) => file(path));
    for (const uri of watched) await show(uri);
    const counts = (): string => watched.map((uri) => `${rulesOf(uri).length}`).join();
    const expected = await until('squiggles', () => /[1-9]/.test(counts()) && counts());
    const moved: string[] = [];
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (counts() !== expected) moved.push(counts());
    });
    for (const [path, comment] of LANGUAGES) {
      for (const text of [`${comment}\n`, `\n${comment}\n`]) {
        const editor = await show(file(path));
        const { document } = editor;
        const start = text.startsWith('\n') ? document.getText().length : 0;
        for (const [index, letter] of [...text].entries())
          await editor.edit((edit) => edit.insert(document.positionAt(start + index), letter));
        await document.save();
      }
      await isOneAnswer();
    }
    listener.dispose();
    assert.deepEqual(moved, [], `counts other than ${expected}`);
  });

  it('with a notebook, a text without a name, a page and a report open', async () => {
    await vscode.window.showNotebookDocument(
      await vscode.workspace.openNotebookDocument(file('notebooks/cost.ipynb')),
    );
    await show(vscode.Uri.parse('untitled:unsaved.py'));
    await vscode.window.activeTextEditor?.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), 'model = "veo-2.0-generate-001"\n'),
    );
    await vscode.commands.executeCommand('veoAudit.openReport');
    const json = await vscode.workspace.openTextDocument({ content: await editorReport(), language: 'json' });
    await vscode.window.showTextDocument(json);
    await isOneAnswer();
  });

  it('with a dependency open that git ignores', async () => {
    await write('.gitignore', 'node_modules/\n');
    await write('node_modules/clips/index.js', "export const MODEL = 'veo-2.0-generate-001';\n");
    await show(file('node_modules/clips/index.js'));
    await isOneAnswer();
  });

  it('while the configuration goes, comes and changes', async () => {
    const text = texts.get('veo-audit.yaml') ?? '';
    await remove(file('veo-audit.yaml'));
    await isOneAnswer();
    await write('veo-audit.yaml', text);
    await isOneAnswer();
    await write('veo-audit.yaml', text.replace('environment: production', 'environment: staging'));
    await isOneAnswer();
    await write('veo-audit.yaml', 'rules: [\n');
    await until('a fault', () => vscode.languages.getDiagnostics(file('veo-audit.yaml')).length > 0);
    await write('veo-audit.yaml', text);
    await isOneAnswer();
  });

  it('after each of twenty branch switches', async () => {
    await write('.gitignore', 'node_modules/\n');
    await git('init', '-q', '-b', 'main');
    await git('add', '.');
    await git('commit', '-qm', 'one');
    await git('checkout', '-qb', 'other');
    // What comes and goes before the disk is looked at was never there: each switch waits until the editor knows of it.
    let isThere = true;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(root(), 'worker/**'));
    watcher.onDidCreate(() => {
      isThere = true;
    });
    watcher.onDidDelete(() => {
      isThere = false;
    });
    await remove(file('worker/thumbnails.py'));
    await write('src/models.ts', "export const MODELS = { final: 'veo-3.1-lite-generate-001' } as const;\n");
    await write('src/added.ts', "export const ADDED = 'veo-2.0-generate-001';\n");
    await git('add', '-A');
    await git('commit', '-qm', 'two');
    await show(file('src/render.ts'));
    await until('the file is gone', () => !isThere);
    for (let turn = 0; turn < 20; turn++) {
      const isMain = turn % 2 === 0;
      await git('checkout', '-q', isMain ? 'main' : 'other');
      await until('the editor knows of the switch', () => isThere === isMain);
      await isOneAnswer();
    }
    watcher.dispose();
    await git('checkout', '-q', 'main');
  });
});
