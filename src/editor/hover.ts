// The hover: lifecycle, price, limits and replacement of the ID under the pointer, at a glance.
import * as vscode from 'vscode';
import type { DatedReference } from '../audit/types.ts';
import { cardOf } from '../explain/card.ts';
import { defaultRequestCost } from '../explain/hint.ts';
import { cardMarkdown } from '../explain/markdown.ts';
import { type AuditedResource, type AuditStore, referenceAt } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';

/** Registers the hover. */
export function registerHover(store: AuditStore): vscode.Disposable {
  return vscode.languages.registerHoverProvider(ANY_DOCUMENT, {
    provideHover(document, position) {
      const resource = store.of(document);
      const reference = resource && referenceAt(resource, position);
      if (resource === undefined || reference === undefined) return undefined;
      return new vscode.Hover(hoverMarkdown(reference, resource), resource.range(reference));
    },
  });
}

/** The hover's text. Only the commands that it links to may run from it. */
export function hoverMarkdown(
  reference: DatedReference,
  { uri, catalog, asOf }: AuditedResource,
): vscode.MarkdownString {
  const { id, surface, surfaceEvidence } = reference;
  const card = cardMarkdown(cardOf(catalog, id, asOf, surface), {
    surfaceEvidence,
    request: defaultRequestCost(catalog, { id, surface, asOf }),
    detailed: false,
  });
  const explain = encodeURIComponent(JSON.stringify([{ id, surface, asOf, from: uri.toString() }]));
  const links = `[$(book) Everything known](command:veoAudit.explain?${explain}) · [$(list-tree) Routes](command:veoAudit.routes.focus)`;
  const markdown = new vscode.MarkdownString(`${card}\n\n---\n\n${links}`, true);
  markdown.isTrusted = { enabledCommands: ['veoAudit.explain', 'veoAudit.routes.focus'] };
  return markdown;
}
