// The routes of the workspace that a smoke test can prove, and what is missing where one cannot.
import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog.ts';
import { type FoundRoute, foundIn, routesOfContract } from '../../contracts/match.ts';
import { resolveRoute } from '../../contracts/resolve.ts';
import type { Config, RouteContract } from '../../contracts/schema.ts';
import type { Route } from '../../routes/types.ts';
import { FAMILIES, familyOf } from '../../smoke/endpoints/index.ts';
import { hostOf } from '../../smoke/keys.ts';
import { smallestRequest, teamRequest } from '../../smoke/plan.ts';
import { testedRoute } from '../../smoke/testedRoute.ts';
import type { SmokeTask } from '../../smoke/together.ts';
import type { SmokeRoute } from '../../smoke/types.ts';
import type { AuditedResource, AuditStore } from '../auditStore.ts';
import { pathInFolder } from '../documents.ts';
import type { TeamConfig } from '../teamConfig.ts';
import { asRefused, unsendableIn } from './ownRequest.ts';
import type { SmokeSettings } from './settings.ts';

/** A route as it stands in a file. */
export interface SmokeTarget {
  /** The same for the same route as long as its file keeps its routes' order. */
  readonly id: string;
  readonly name: string;
  readonly uri: vscode.Uri;
  readonly range: vscode.Range;
  readonly route: Route & { readonly model: string };
  readonly found: FoundRoute;
}

/** Why a route cannot be tested as things are: one sentence that says what to do. */
export class NotTestable extends Error {
  /** What a person can be asked for; null where no answer would do. */
  readonly missing: 'project' | null;

  constructor(message: string, missing: 'project' | null = null) {
    super(message);
    this.missing = missing;
  }
}

/** All routes below root folders on the disk whose model is known, by path and position. */
export function allTargets(store: AuditStore): readonly SmokeTarget[] {
  return store.all().flatMap(targetsOf);
}

/** The routes of one resource. */
export function targetsOf(resource: AuditedResource): readonly SmokeTarget[] {
  const folder = vscode.workspace.getWorkspaceFolder(resource.uri);
  if (folder?.uri.scheme !== 'file' || resource.uri.scheme !== 'file') return [];
  const seen = new Map<string, number>();
  const { document, config } = resource.audit;
  return resource.audit.routes.flatMap((route) => {
    const { model } = route;
    if (model === null) return [];
    const key = [route.name ?? '', model, route.surface].join('|');
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return {
      id: `${resource.uri.toString()}#${key}#${nth}`,
      name: route.name ?? `${model} on ${route.surface}`,
      uri: resource.uri,
      range: resource.range(route),
      route: { ...route, model },
      found: foundIn(pathInFolder(resource.uri), document.text, route, config?.format ?? null),
    };
  });
}

/** The routes whose lines hold a position: of the shortest request, where they lie in each other; one a model. */
export function targetsAt(
  targets: readonly SmokeTarget[],
  uri: vscode.Uri,
  position: vscode.Position,
): readonly SmokeTarget[] {
  const here = targets.filter(
    (target) =>
      target.uri.toString() === uri.toString() &&
      target.range.start.line <= position.line &&
      position.line <= target.range.end.line,
  );
  const [first] = here.toSorted((a, b) => height(a) - height(b));
  return here.filter(({ range }) => first?.range.isEqual(range));
}

function height({ range }: SmokeTarget): number {
  return range.end.line - range.start.line;
}

/** What a task needs beside the route itself. */
export interface TaskParts {
  readonly catalog: Catalog;
  readonly config: TeamConfig;
  readonly settings: SmokeSettings;
  readonly simulated: boolean;
}

/** The smallest task that proves a route. @throws NotTestable */
export function taskOf(target: SmokeTarget, parts: TaskParts): SmokeTask {
  const { catalog, simulated } = parts;
  const team = parts.config.of(target.uri);
  const contract = contractOf(target, team);
  const route = smokeRouteOf(target, contract, team, parts);
  const small = {
    ...smallestRequest(catalog, route),
    ...teamRequest(catalog, route, contract ?? {}, team),
  };
  const { deadlineMinutes } = team.smoke ?? {};
  const folder = vscode.workspace.getWorkspaceFolder(target.uri)?.uri.fsPath;
  if (folder === undefined)
    throw new NotTestable(vscode.l10n.t('Its file lies in no folder of the workspace any more.'));
  if (simulated && catalog.surface(route.surface) === undefined)
    throw new NotTestable(vscode.l10n.t('There is no surface "{0}" in the catalog.', route.surface));
  const refused = unsendableIn(target.route, route.surface, catalog);
  if (refused !== null)
    throw new NotTestable(
      vscode.l10n.t('This request is refused as it stands: {0}. Change it first.', refused),
    );
  const request = asRefused(small, target.route, route.surface, catalog);
  return {
    id: target.id,
    folder,
    route,
    request,
    requestFrom: request === small ? 'test' : 'route',
    deadlineMs: deadlineMinutes === undefined ? undefined : deadlineMinutes * 60_000,
  };
}

function smokeRouteOf(
  target: SmokeTarget,
  contract: NamedContract | undefined,
  team: Config,
  { catalog, settings, simulated }: TaskParts,
): SmokeRoute {
  const parties = { config: team, catalog };
  const resolved = resolveRoute(contract ?? {}, target.found, parties);
  const { address, surface, ...tested } = testedRoute(resolved, parties, simulated);
  if (surface === 'unknown')
    throw new NotTestable(
      vscode.l10n.t(
        'Nothing says on which surface this request is made: name it in the contract of the route in veo-audit.yaml.',
      ),
    );
  const model = tested.model ?? target.route.model;
  const family = tested.family ?? familyOf(surface, model);
  const onVertex = family === 'vertex-ai';
  const location = onVertex ? settings.location : null;
  // A simulation is aimed at the simulator before anything is sent.
  const baseUrl = simulated
    ? 'https://gateway.invalid'
    : (address ?? FAMILIES[family].publicBaseUrl(location));
  if (onVertex && settings.project === '' && !simulated)
    throw new NotTestable(
      vscode.l10n.t('Vertex AI needs a Google Cloud project: set veoAudit.smoke.project.'),
      'project',
    );
  if (baseUrl === null)
    throw new NotTestable(
      vscode.l10n.t(
        'No URL is configured for the gateway of this route: name its url under gateways in veo-audit.yaml (surface {0}).',
        surface,
      ),
    );
  if (hostOf(baseUrl) === null)
    throw new NotTestable(
      vscode.l10n.t('The gateway\'s url must be https, or http on this machine, not "{0}".', baseUrl),
    );
  return {
    name: contract?.name ?? target.name,
    model,
    surface,
    family,
    baseUrl,
    project: onVertex ? settings.project || 'simulated-project' : null,
    location,
    environment: contract?.environment ?? null,
    owner: contract?.owner ?? null,
    labels: { file: pathInFolder(target.uri) },
  };
}

type NamedContract = RouteContract & { readonly name: string };

/** The first contract that is for a route: by its match, without one by the name. */
function contractOf(target: SmokeTarget, team: Config): NamedContract | undefined {
  const own = Object.entries(team.routes ?? {}).find(
    ([name, contract]) => routesOfContract(name, contract, [target.found]).length > 0,
  );
  return own === undefined ? undefined : { ...own[1], name: own[0] };
}
