// CodeLens "Run smoke test" above each request, beside what it costs.
import * as vscode from 'vscode';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { AuditStore } from '../auditStore.ts';
import { ANY_DOCUMENT } from '../documents.ts';
import { registerLenses } from '../lenses.ts';
import type { RunRequest } from './commands.ts';
import { targetsOf } from './targets.ts';

/** Registers the lenses. */
export function registerSmokeLens(store: AuditStore): vscode.Disposable {
  return registerLenses(ANY_DOCUMENT, store, (document) => {
    const resource = store.of(document);
    if (resource === undefined) return [];
    const targets = targetsOf(resource);
    return requestsIn(targets.map(({ route }) => route)).flatMap((routes) => {
      const own = targets.filter(({ route }) => routes.includes(route));
      const [first] = own;
      if (first === undefined) return [];
      const request: RunRequest =
        own.length === 1 ? { target: first.id } : { among: own.map(({ id }) => id) };
      return new vscode.CodeLens(first.range, {
        title: vscode.l10n.t('Run smoke test'),
        tooltip: vscode.l10n.t(
          'Prove this route with one small job: simulated, or live after a question about its cost.',
        ),
        command: 'veoAudit.smoke.run',
        arguments: [request],
      });
    });
  });
}
