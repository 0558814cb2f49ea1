// The command line as a task: offered where it is installed, run in a terminal, its output read as problems.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { extension, file, remove, set, until } from '../support.ts';

describe('tasks', () => {
  const installed = file('node_modules/.bin/veo-audit');
  const offered = () => vscode.tasks.fetchTasks({ type: 'veo-audit' });

  it('are offered where the workspace has the command line, and fetch nothing', async () => {
    await extension().activate();
    assert.deepEqual(await offered(), []);
    await vscode.workspace.fs.writeFile(installed, new Uint8Array());
    try {
      const [task, ...others] = await offered();
      assert.ok(task !== undefined && others.length === 0);
      assert.equal(task.name, 'audit');
      const { command, args } = task.execution as vscode.ShellExecution;
      assert.deepEqual([command, args], ['npx', ['--no', '--', 'veo-audit', 'audit']]);
      assert.deepEqual(task.problemMatchers, [], 'the editor lists the findings itself');
    } finally {
      await remove(file('node_modules'));
    }
  });

  it('run in a terminal, and what they print becomes problems where the editor does not audit itself', async () => {
    const rendered = file('src/render.ts');
    const cli = join(extension().extensionPath, 'dist', 'cli.js');
    await vscode.workspace.fs.writeFile(
      installed,
      new TextEncoder().encode(`#!/bin/sh\nexec node '${cli}' "$@" --no-color\n`),
    );
    await promisify(execFile)('chmod', ['+x', installed.fsPath]);
    await set('enable', false);
    try {
      const [task] = await offered();
      assert.ok(task !== undefined);
      assert.deepEqual(task.problemMatchers, ['$veo-audit']);
      const ended = new Promise<number | undefined>((resolve) => {
        const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
          if (execution.task.name !== task.name) return;
          listener.dispose();
          resolve(exitCode);
        });
      });
      await vscode.tasks.executeTask(task);
      assert.equal(await ended, 1, 'its exit status');
      const problems = await until('its problems', () => {
        const found = vscode.languages.getDiagnostics(rendered);
        return found.length > 0 && found;
      });
      assert.deepEqual(
        problems.map(({ range, severity, message, source, code }) => [
          ...[range.start.line, range.start.character, severity, source, String(code)],
          message.slice(0, 34),
        ]),
        [
          [
            8,
            12,
            vscode.DiagnosticSeverity.Error,
            'Veo Audit',
            'shut-down-model',
            'veo-3.0-generate-001 was shut down',
          ],
        ],
      );
    } finally {
      await set('enable', undefined);
      await remove(file('node_modules'));
    }
  });
});
