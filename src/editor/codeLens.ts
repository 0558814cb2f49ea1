// CodeLens: what the request on the next line costs.
import * as vscode from 'vscode';
import { routeSummary } from '../explain/route.ts';
import type { AuditStore } from './auditStore.ts';
import { ANY_DOCUMENT } from './documents.ts';
import { registerLenses } from './lenses.ts';

/** Registers the lenses. */
export function registerCodeLens(store: AuditStore): vscode.Disposable {
  return registerLenses(ANY_DOCUMENT, store, (document) => {
    const resource = store.of(document);
    if (resource === undefined) return [];
    const { asOf, catalog, uri } = resource;
    return resource.audit.routes.map((route) => {
      const { title, tooltip } = routeSummary(route, catalog, asOf);
      return new vscode.CodeLens(resource.range(route), {
        title,
        tooltip,
        command: 'veoAudit.explain',
        arguments: [{ id: route.model, surface: route.surface, asOf, from: uri.toString() }],
      });
    });
  });
}
