// CodeLens: what the request on the next line costs.
import * as vscode from 'vscode';
import { routeSummary } from '../explain/route.ts';
import { atMost } from './atMost.ts';
import type { AuditStore } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';
import { settingsFor } from './settings.ts';

/** Registers the lenses. */
export function registerCodeLens(store: AuditStore): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider = vscode.languages.registerCodeLensProvider(ANY_DOCUMENT, {
    onDidChangeCodeLenses: changed.event,
    provideCodeLenses(document) {
      if (!settingsFor(document.uri).codeLens) return [];
      const resource = store.of(document);
      if (resource === undefined) return [];
      return resource.audit.routes.map((route) => {
        const { title, tooltip } = routeSummary(route, resource.catalog, resource.asOf);
        return new vscode.CodeLens(resource.range(route), {
          title,
          tooltip,
          command: 'veoAudit.explain',
          arguments: [
            {
              id: route.model,
              surface: route.surface,
              asOf: resource.asOf,
              from: resource.uri.toString(),
            },
          ],
        });
      });
    },
  });
  return vscode.Disposable.from(
    provider,
    atMost(store.onDidChange, () => changed.fire()),
    changed,
  );
}
