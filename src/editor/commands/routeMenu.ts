// What the menu of a route in the view does.
import * as vscode from 'vscode';
import { shownFindings } from '../auditStore.ts';
import type { RouteNode } from '../routesView.ts';
import { targetsOf } from '../smoke/targets.ts';
import type { AskedRequest } from './explainRequest.ts';
import type { SuppressRequest } from './fix.ts';

type Entry = Exclude<RouteNode, { readonly kind: 'group' }>;

const placeOf = (node: Entry) => (node.kind === 'model' ? node.reference : node.routes[0]);

/** The commands by their name behind `veoAudit.view.`. */
export function routeMenu(suppress: (request: SuppressRequest) => Promise<void>) {
  return {
    'view.goTo': (node: Entry) =>
      vscode.window.showTextDocument(node.resource.uri, { selection: node.resource.range(placeOf(node)) }),
    'view.explain': ({ resource: { uri, asOf }, ...node }: Entry) => {
      const { id, surface } =
        node.kind === 'model'
          ? node.reference
          : { id: node.routes[0].model, surface: node.routes[0].surface };
      return vscode.commands.executeCommand('veoAudit.explain', { id, surface, asOf, from: uri.toString() });
    },
    'view.report': (node: Entry) => {
      if (node.kind === 'model') return undefined;
      const asked: AskedRequest = { uri: node.resource.uri.toString(), start: node.routes[0].start };
      return vscode.commands.executeCommand('veoAudit.explainRequest', asked);
    },
    'view.smoke': (node: Entry) => {
      if (node.kind === 'model') return undefined;
      const own = targetsOf(node.resource).filter(({ route }) => route.start === node.routes[0].start);
      const [first, ...others] = own.map(({ id }) => id);
      const request = others.length === 0 ? { target: first } : { among: [first, ...others] };
      return vscode.commands.executeCommand('veoAudit.smoke.run', request);
    },
    'view.suppress': async (node: Entry) => {
      const finding = await pickFinding(node);
      if (finding === undefined) return;
      const { rule, start } = finding;
      await suppress({ uri: node.resource.uri.toString(), rule, offset: start });
    },
  };
}

/** The finding at an entry, or the one of several that a person picks. */
async function pickFinding(node: Entry) {
  const places =
    node.kind === 'model'
      ? [node.reference]
      : node.routes.flatMap((route) => [route, route.reference ?? route]);
  const found = shownFindings(node.resource.audit).filter(({ start, end }) =>
    places.some((place) => place.start <= start && end <= place.end),
  );
  if (found.length === 0) {
    vscode.window.setStatusBarMessage(vscode.l10n.t('Veo Audit: this entry has no finding'), 3000);
    return undefined;
  }
  if (found.length === 1) return found[0];
  const items = found.map((finding) => ({ label: finding.rule, detail: finding.message, finding }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Suppress which finding?') }))
    ?.finding;
}
