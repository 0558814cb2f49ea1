// The command line as tasks of the editor: what a workspace has installed is offered, what tasks.json asks for is run.
import * as vscode from 'vscode';
import { editorFiles } from './editorFiles.ts';
import { settingsFor } from './settings.ts';

const TYPE = 'veo-audit';
const AUDIT: readonly string[] = ['audit'];

/** Registers the tasks. Nothing is fetched: a workspace has the command line, or it is on the path. */
export function registerTasks(): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(TYPE, {
    provideTasks: async () => {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const installed = await Promise.all(folders.map(hasCommandLine));
      return folders
        .filter((_, index) => installed[index])
        .map((folder) => taskOf({ type: TYPE }, folder, 'npx'));
    },
    resolveTask: async ({ definition, scope }) => {
      const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
      if (folder === undefined) return undefined;
      return taskOf(definition, folder, (await hasCommandLine(folder)) ? 'npx' : 'path');
    },
  });
}

function taskOf(
  definition: vscode.TaskDefinition,
  folder: vscode.WorkspaceFolder,
  from: 'npx' | 'path',
): vscode.Task {
  const { args } = definition;
  const given = Array.isArray(args) && args.every((arg) => typeof arg === 'string') ? args : AUDIT;
  const execution =
    from === 'npx'
      ? // Never from the registry.
        new vscode.ShellExecution('npx', ['--no', '--', 'veo-audit', ...given])
      : new vscode.ShellExecution('veo-audit', [...given]);
  // Where the editor audits, Problems has the findings already.
  const matchers = settingsFor(folder.uri).enable ? [] : ['$veo-audit'];
  return new vscode.Task(definition, folder, given.join(' '), TYPE, execution, matchers);
}

async function hasCommandLine({ uri }: vscode.WorkspaceFolder): Promise<boolean> {
  return (await editorFiles(uri).kindOf('node_modules/.bin/veo-audit')) !== null;
}
