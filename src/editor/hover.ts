// The hover: price, lifecycle, limits and replacement of the ID under the pointer, at a glance.
import * as vscode from 'vscode';
import type { DatedReference } from '../audit/types.ts';
import { ageWords } from '../explain/age.ts';
import { cardOf } from '../explain/card.ts';
import { hintBeside, requestCost } from '../explain/hint.ts';
import { cardMarkdown } from '../explain/markdown.ts';
import { type AuditedResource, type AuditStore, referenceAt } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';

/** Registers the hover. */
export function registerHover(store: AuditStore): vscode.Disposable {
  const said = new Map<string, string>();
  return vscode.languages.registerHoverProvider(ANY_DOCUMENT, {
    provideHover(document, position) {
      const resource = store.of(document);
      const reference = resource && referenceAt(resource, position);
      if (resource === undefined || reference === undefined) return undefined;
      return new vscode.Hover(
        [
          cardHover(reference, resource),
          ...ageHover(reference, resource, said),
          linksHover(reference, resource),
        ],
        resource.range(reference),
      );
    },
  });
}

/** What is known of the ID. It holds words of the workspace (the source of a team's price), so it is never trusted. */
export function cardHover(
  reference: DatedReference,
  { catalog, asOf, audit }: AuditedResource,
): vscode.MarkdownString {
  const { id, surface, surfaceEvidence } = reference;
  const card = cardMarkdown(cardOf(catalog, id, asOf, surface), {
    surfaceEvidence,
    price: hintBeside(catalog, reference, audit.routes, asOf),
    request: requestCost(catalog, reference, audit.routes, asOf),
  });
  return new vscode.MarkdownString(card, true);
}

/**
 * One quiet line where the facts behind the ID are old, or a day has passed on which they may have changed: once for each
 * fact in a window, at the place where it came up first, which `said` holds. It is of days alone, because its command may
 * run.
 */
function ageHover(
  { model, surface, start }: Pick<DatedReference, 'model' | 'surface' | 'start'>,
  { catalog, asOf, uri }: Pick<AuditedResource, 'catalog' | 'asOf' | 'uri'>,
  said: Map<string, string>,
): readonly vscode.MarkdownString[] {
  const words = ageWords(catalog, { model, surface }, asOf);
  if (words === null) return [];
  const fact = JSON.stringify([model, surface, words]);
  const place = `${uri.toString()}#${start}`;
  if ((said.get(fact) ?? place) !== place) return [];
  said.set(fact, place);
  const markdown = new vscode.MarkdownString(
    `$(history) ${words} [${vscode.l10n.t('Refresh…')}](command:veoAudit.refreshFacts)`,
    true,
  );
  markdown.isTrusted = { enabledCommands: ['veoAudit.refreshFacts'] };
  return [markdown];
}

/** Where to read on: a text of its own, with no word of the workspace in it, because its commands may run. */
function linksHover({ id, surface }: DatedReference, { uri, asOf }: AuditedResource): vscode.MarkdownString {
  const asked = encodeURIComponent(JSON.stringify([{ id, surface, asOf, from: uri.toString() }]));
  // A bracket, which this encoding leaves, would end the link.
  const explain = asked.replaceAll('(', '%28').replaceAll(')', '%29');
  const markdown = new vscode.MarkdownString(
    `[$(book) ${vscode.l10n.t('Everything known')}](command:veoAudit.explain?${explain}) · [$(list-tree) ${vscode.l10n.t('Routes')}](command:veoAudit.routes.focus)`,
    true,
  );
  markdown.isTrusted = { enabledCommands: ['veoAudit.explain', 'veoAudit.routes.focus'] };
  return markdown;
}
