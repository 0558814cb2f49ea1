// Inlay hints: the price of an ID per second, or the day of its shutdown. Table look-ups only.
import * as vscode from 'vscode';
import { isOnlySpokenOf } from '../audit/wording.ts';
import { hintBeside } from '../explain/hint.ts';
import { atMost } from './atMost.ts';
import type { AuditStore } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';
import { cardHover } from './hover.ts';
import { settingsFor } from './settings.ts';

/** Registers the hints. */
export function registerInlayHints(store: AuditStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerInlayHintsProvider(ANY_DOCUMENT, {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, range) {
      if (!settingsFor(document.uri).inlayHints) return [];
      const resource = store.of(document);
      if (resource === undefined) return [];
      return resource.audit.references.flatMap((reference) => {
        const place = resource.range(reference);
        if (isOnlySpokenOf(reference) || range.intersection(place) === undefined) return [];
        const text = hintBeside(resource.catalog, reference, resource.audit.routes, resource.asOf);
        if (text === null) return [];
        const hint = new vscode.InlayHint(behindQuote(document, place.end), text, vscode.InlayHintKind.Type);
        hint.paddingLeft = true;
        hint.tooltip = cardHover(reference, resource);
        return [hint];
      });
    },
  });
  return vscode.Disposable.from(
    provider,
    atMost(store.onDidChange, () => changed.fire()),
    changed,
  );
}

/** Behind the closing quote, where there is one: a hint inside a string looks like part of it. */
function behindQuote(document: vscode.TextDocument, end: vscode.Position): vscode.Position {
  const next = document.getText(new vscode.Range(end, end.translate(0, 1)));
  return /["'`]/.test(next) ? end.translate(0, 1) : end;
}
