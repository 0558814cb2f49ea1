// CodeLens: one line above each request with its models, price and state.
import * as vscode from 'vscode';
import { requestTitle } from '../explain/request.ts';
import { requestsIn } from '../routes/requestsIn.ts';
import type { AuditStore } from './auditStore.ts';
import type { AskedRequest } from './commands/explainRequest.ts';
import { ANY_DOCUMENT } from './documents.ts';
import { registerLenses } from './lenses.ts';

/** Registers the lenses. */
export function registerCodeLens(store: AuditStore): vscode.Disposable {
  return registerLenses(ANY_DOCUMENT, store, (document) => {
    const resource = store.of(document);
    if (resource === undefined) return [];
    const { asOf, catalog, uri } = resource;
    return requestsIn(resource.audit.routes).map((routes) => {
      const asked: AskedRequest = { uri: uri.toString(), start: routes[0].start };
      return new vscode.CodeLens(resource.range(routes[0]), {
        title: requestTitle(routes, catalog, asOf),
        tooltip: vscode.l10n.t('What this request costs, with everything that is assumed.'),
        command: 'veoAudit.explainRequest',
        arguments: [asked],
      });
    });
  });
}
