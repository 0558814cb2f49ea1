// For coding assistants in the editor: the five questions as language model tools, and the same as an MCP server that the
// editor may start. Nothing is written or sent, and no key is used.
import * as vscode from 'vscode';
import type { Clock } from '../clock.ts';
import type { WorkspaceFacts } from '../workspaceFacts.ts';
import type { Assistant } from './types.ts';

/** The prefix of the tools' names in the manifest; behind it stand those of the MCP server. */
const PREFIX = 'veoAudit_';
const PROVIDER = 'veoAudit.mcp';

export interface AssistantParts {
  readonly extension: vscode.Extension<unknown>;
  /** Loads what answers; undefined where no folder lies on a disk. */
  readonly load: (() => Promise<Assistant>) | undefined;
  readonly facts: WorkspaceFacts;
  readonly clock: Clock;
}

/** Registers the tools of the manifest, where there is something that can answer. */
export function registerAssistant(parts: AssistantParts): vscode.Disposable {
  const { load } = parts;
  void vscode.commands.executeCommand('setContext', 'veoAudit.canAssist', load !== undefined);
  if (load === undefined) return vscode.Disposable.from();
  const names: readonly { readonly name: string }[] =
    parts.extension.packageJSON.contributes.languageModelTools;
  return vscode.Disposable.from(
    ...names.map(({ name }) =>
      vscode.lm.registerTool(name, {
        prepareInvocation: () => ({ invocationMessage: vscode.l10n.t('Asking Veo Audit') }),
        async invoke({ input }) {
          const { answer } = await load();
          const texts = await answer(name.slice(PREFIX.length), input, await askedIn(parts));
          return new vscode.LanguageModelToolResult(
            texts.map((text) => new vscode.LanguageModelTextPart(text)),
          );
        },
      }),
    ),
    registerServer(parts),
  );
}

/** The folder of the file in sight, otherwise the first one. */
async function askedIn({ extension, facts, clock }: AssistantParts) {
  const folder = folderInSight();
  if (folder === undefined) throw new Error(vscode.l10n.t('No folder is open.'));
  await facts.ready();
  return {
    folder: folder.uri.fsPath,
    catalog: facts.of(folder.uri),
    today: clock.today,
    version: String(extension.packageJSON.version),
    grammars: new URL(`${vscode.Uri.joinPath(extension.extensionUri, 'dist', 'grammars').toString()}/`),
  };
}

function folderInSight(): vscode.WorkspaceFolder | undefined {
  const shown = vscode.window.activeTextEditor?.document.uri;
  return (
    (shown && vscode.workspace.getWorkspaceFolder(shown)) ??
    vscode.workspace.workspaceFolders?.find(({ uri }) => uri.scheme === 'file')
  );
}

/** One server for each folder on the disk. In a workspace that nobody trusts there is none: it reads accepted facts. */
function registerServer({ extension, clock }: AssistantParts): vscode.Disposable {
  // The oldest editor that this extension runs in does not know of it.
  if (!('registerMcpServerDefinitionProvider' in vscode.lm)) return vscode.Disposable.from();
  const version = String(extension.packageJSON.version);
  const program = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'assistant.js').fsPath;
  return vscode.lm.registerMcpServerDefinitionProvider(PROVIDER, {
    provideMcpServerDefinitions: () =>
      (vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [])
        .filter(({ uri }) => uri.scheme === 'file')
        .map(({ name, uri }) => {
          const server = new vscode.McpStdioServerDefinition(
            `Veo Audit: ${name}`,
            process.execPath,
            [program, 'serve-mcp', version, clock.today],
            { ELECTRON_RUN_AS_NODE: '1' },
            version,
          );
          server.cwd = uri;
          return server;
        }),
  });
}
