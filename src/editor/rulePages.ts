// The pages of the rules that travel with the extension: readable offline, in the desktop and in the web.
import * as vscode from 'vscode';

export interface RulePages {
  uriOf(rule: string): vscode.Uri;
  open(rule: string): Promise<void>;
}

/** The pages under an extension's folder. */
export function rulePages(extensionUri: vscode.Uri): RulePages {
  const uriOf = (rule: string): vscode.Uri =>
    vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
  return {
    uriOf,
    open: async (rule) => {
      await vscode.commands.executeCommand('markdown.showPreview', uriOf(rule));
    },
  };
}
