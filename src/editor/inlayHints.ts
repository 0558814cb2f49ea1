// Inlay hints: the price of an ID per second, or the day of its shutdown. Table look-ups only.
import * as vscode from 'vscode';
import { isOnlySpokenOf } from '../audit/wording.ts';
import { hintBeside, isSaidAbove } from '../explain/hint.ts';
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
      const { catalog, asOf, audit } = resource;
      const hasLenses = showsLenses(document);
      return audit.references.flatMap((reference) => {
        const place = resource.range(reference);
        if (isOnlySpokenOf(reference) || range.intersection(place) === undefined) return [];
        if (hasLenses && isSaidAbove(catalog, reference, audit.routes, asOf)) return [];
        const text = hintBeside(catalog, reference, audit.routes, asOf);
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

/** Whether the lines above requests are to be seen: by the setting of the editor and by that of this extension. */
const showsLenses = (document: vscode.TextDocument): boolean =>
  settingsFor(document.uri).codeLens &&
  vscode.workspace.getConfiguration('editor', document).get('codeLens', true);

/** Behind the closing quote, where there is one: a hint inside a string looks like part of it. */
function behindQuote(document: vscode.TextDocument, end: vscode.Position): vscode.Position {
  const next = document.getText(new vscode.Range(end, end.translate(0, 1)));
  return /["'`]/.test(next) ? end.translate(0, 1) : end;
}
