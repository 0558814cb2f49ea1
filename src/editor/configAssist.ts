// Hover, completion and quick fixes in veo-audit.yaml, from the schema that checks it.

import * as vscode from 'vscode';
import type { KeyHelp, Suggestion } from '../config/assist.ts';
import { CONFIG_FILE } from '../contracts/configFile.ts';
import { markdownCode, markdownText } from '../outlets/markdown.ts';
import type { Place } from '../routes/types.ts';
import { rangeOf } from './documents.ts';

const CONFIG: vscode.DocumentSelector = { pattern: `**/${CONFIG_FILE}` };

/** Serves schemas itself: with it, everything would be said twice. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Registers all. What reads the schema is loaded when a configuration first asks. */
export function registerConfigAssist(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.languages.registerHoverProvider(CONFIG, {
      async provideHover(document, position) {
        if (isServedElsewhere()) return undefined;
        const { keyHelpAt } = await import('../config/assist.ts');
        const help = keyHelpAt(document.getText(), document.offsetAt(position));
        return help === null ? undefined : new vscode.Hover(hoverText(help), rangeOf(document, help));
      },
    }),
    vscode.languages.registerCompletionItemProvider(
      CONFIG,
      {
        async provideCompletionItems(document, position) {
          if (isServedElsewhere()) return undefined;
          const { suggestionsAt } = await import('../config/assist.ts');
          return suggestionsAt(document.getText(), document.offsetAt(position)).map((suggestion, index) =>
            itemOf(suggestion, index, document),
          );
        },
      },
      ' ',
    ),
    vscode.languages.registerCodeActionsProvider(
      CONFIG,
      { provideCodeActions: fixesIn },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

async function fixesIn(
  document: vscode.TextDocument,
  range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): Promise<vscode.CodeAction[]> {
  const { faultFixes } = await import('../config/faultFixes.ts');
  return faultFixes(document.getText())
    .filter(({ fault }) => fault.line - 1 >= range.start.line && fault.line - 1 <= range.end.line)
    .map(({ fault, fix }) => {
      const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
      action.edit = new vscode.WorkspaceEdit();
      for (const edit of fix.edits) action.edit.replace(document.uri, rangeOf(document, edit), edit.newText);
      action.diagnostics = diagnostics.filter(({ message }) => message === fault.message);
      action.isPreferred = true;
      return action;
    });
}

const isServedElsewhere = (): boolean => vscode.extensions.getExtension(YAML_EXTENSION) !== undefined;

function hoverText({ path, description, options }: KeyHelp): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
    .appendMarkdown(`**${markdownText(String(path.at(-1)))}** — `)
    .appendText(description);
  if (options.length > 0)
    text.appendMarkdown(`\n\n${vscode.l10n.t('One of: {0}', options.map(markdownCode).join(', '))}`);
  return text;
}

function itemOf(
  { kind, label, description, isGroup, ...place }: Suggestion,
  index: number,
  document: vscode.TextDocument,
): vscode.CompletionItem {
  const { Property, Value } = vscode.CompletionItemKind;
  const item = new vscode.CompletionItem(label, kind === 'key' ? Property : Value);
  item.range = rangeOf(document, place);
  item.sortText = String(index).padStart(3, '0');
  if (description !== null) item.documentation = description;
  if (kind === 'key' && !isFollowedByColon(document, place))
    item.insertText = isGroup ? `${label}:` : `${label}: `;
  return item;
}

function isFollowedByColon(document: vscode.TextDocument, { end }: Place): boolean {
  const at = document.positionAt(end);
  return document.getText(new vscode.Range(at, at.translate(0, 1))) === ':';
}
