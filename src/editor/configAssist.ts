// Hover and completion in veo-audit.yaml, from the schema that checks it.
import * as vscode from 'vscode';
import type { KeyHelp, Suggestion } from '../config/assist.ts';
import { markdownCode, markdownText } from '../outlets/markdown.ts';
import type { Place } from '../routes/types.ts';
import { CONFIG_FILE } from './teamConfig.ts';

const CONFIG: vscode.DocumentSelector = { pattern: `**/${CONFIG_FILE}` };

/** Serves schemas itself: with it, everything would be said twice. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Registers both. What reads the schema is loaded when a configuration first asks. */
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
  );
}

const isServedElsewhere = (): boolean => vscode.extensions.getExtension(YAML_EXTENSION) !== undefined;

function hoverText({ path, description, options }: KeyHelp): vscode.MarkdownString {
  const text = new vscode.MarkdownString()
    .appendMarkdown(`**${markdownText(String(path.at(-1)))}** — `)
    .appendText(description);
  if (options.length > 0) text.appendMarkdown(`\n\nOne of: ${options.map(markdownCode).join(', ')}`);
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

function rangeOf(document: vscode.TextDocument, { start, end }: Place): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
