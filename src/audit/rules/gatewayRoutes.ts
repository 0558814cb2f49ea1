// What the rules about gateways share: the row of a gateway's catalog for a contract, or for a route without one.
import { gatewayOf, settingsOf } from '../../contracts/gateways.ts';
import { type FoundRoute, modelsOf, namesOf } from '../../contracts/match.ts';
import { ownOf } from '../../contracts/own.ts';
import { type NamedContract, targetsOf } from '../../contracts/resolve.ts';
import type { GatewayConfig } from '../../contracts/schema.ts';
import { type NormalisedPrice, normalisePrice } from '../../gateway/normalise.ts';
import { findRow, labelsAreSent, type RowSearch } from '../../gateway/rows.ts';
import type { GatewayCatalog, GatewaySnapshot } from '../../gateway/types.ts';
import type { Place } from '../../routes/types.ts';
import type { ContractContext } from '../rule.ts';

/** A contract, or a route that no contract speaks of, that goes through a gateway whose catalog is known. */
export interface GatewayRoute {
  /** What it was made from. */
  readonly of: NamedContract | FoundRoute;
  /** For a route without a contract: one that says nothing but its gateway, under the route's own name. */
  readonly contract: NamedContract;
  readonly gateway: string;
  readonly settings: GatewayConfig;
  readonly snapshot: GatewaySnapshot;
  /** The names under which the row was looked for, the likeliest first. */
  readonly names: readonly string[];
  readonly search: RowSearch;
  /** How long the video of a request is; null where that is not known. */
  readonly seconds: number | null;
  readonly prices: readonly NormalisedPrice[];
  /** Where findings about it stand: the contract's key that names the gateway, or the route itself. */
  readonly file: string;
  readonly place: Place;
}

/** Everything that goes through a known gateway, with its row in the newest snapshot up to the day. */
export function gatewayRoutes(context: ContractContext): readonly GatewayRoute[] {
  if (context.config.gateways === undefined) return [];
  const promised = context.contracts.map((contract) => ({
    contract,
    gateway: gatewayOf(contract.contract, null, context),
  }));
  // A contract that names a gateway speaks for all its routes.
  const covered = new Set(
    promised.flatMap(({ contract, gateway }) => (gateway === undefined ? [] : contract.routes)),
  );
  const declared = promised.map(({ contract, gateway }): Sought => {
    const path = ['routes', contract.name, contract.contract.gateway === undefined ? 'surface' : 'gateway'];
    const at = { file: context.configFile, place: () => context.place(path) };
    return { of: contract, contract, gateway, names: () => namesSent(contract), ...at };
  });
  const loose = context.routes
    .filter((found) => !covered.has(found))
    .map((found): Sought => {
      const gateway = gatewayOf({}, found, context);
      const name = found.route.name ?? found.route.model ?? '';
      const contract = { name, contract: gateway === undefined ? {} : { gateway }, routes: [found] };
      const names = (catalog: GatewayCatalog) => namesOfRoute(found, catalog);
      return { of: found, contract, gateway, names, file: found.file, place: () => placeOf(found) };
    });
  return [...declared, ...loose].flatMap((sought) => routeOf(sought, context));
}

interface Sought extends Pick<GatewayRoute, 'of' | 'contract' | 'file'> {
  readonly gateway: string | undefined;
  names(catalog: GatewayCatalog): readonly string[];
  place(): Place;
}

function routeOf(sought: Sought, context: ContractContext): readonly GatewayRoute[] {
  const { of, contract, gateway, file } = sought;
  const settings = settingsOf(gateway, context);
  const snapshot = gateway === undefined ? undefined : newestSnapshot(context, gateway);
  if (gateway === undefined || settings === undefined || snapshot === undefined) return [];
  const names = sought.names(snapshot.catalog);
  if (names.length === 0) return [];
  const surface = contract.routes[0]?.route.surface ?? contract.contract.surface ?? '';
  const prefixes = context.catalog.surface(surface)?.prefixes ?? [];
  const search = findRow(snapshot.catalog, names, { exact: of !== contract, prefixes });
  const asked = targetsOf(contract, context)[0]?.question.durationSeconds;
  const seconds = typeof asked === 'number' ? asked : null;
  const prices =
    search.kind === 'found'
      ? normalisePrice(search.row, snapshot.catalog, {
          priceIsPer: settings.priceIsPer,
          group: settings.group,
          seconds,
        })
      : [];
  return [
    {
      of,
      contract,
      gateway,
      settings,
      snapshot,
      names,
      search,
      seconds,
      prices,
      file,
      place: sought.place(),
    },
  ];
}

/** The newest snapshot of a gateway that was there on the day. */
function newestSnapshot(
  { snapshots, asOf }: Pick<ContractContext, 'snapshots' | 'asOf'>,
  gateway: string,
): GatewaySnapshot | undefined {
  return ownOf(snapshots, gateway)
    ?.filter(({ day }) => day <= asOf)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .at(-1);
}

/** What callers may send: the contract's model, what the code sends, and names that a proxy gives. */
function namesSent({ name, contract, routes }: NamedContract): readonly string[] {
  const sent = routes.flatMap(({ route }) => [...modelsOf(route), ...namesOf(route)]);
  const names = [contract.model, contract.match?.model, ...sent, contract.match?.name, name];
  const known = [...new Set(names.filter((one): one is string => one !== undefined))];
  // The contract's own name alone is a name for people: no request need carry it.
  return known.length === 1 && contract.model === undefined && routes.length === 0 ? [] : known;
}

/** What callers send for a route: in a gateway's own configuration the name that it declares, in code the model. */
function namesOfRoute({ route, format }: FoundRoute, catalog: GatewayCatalog): readonly string[] {
  if (format !== catalog.kind || !labelsAreSent(catalog)) return modelsOf(route);
  // What a proxy sends on is no name that its callers could use, and its further names stand in no catalog.
  return route.name === null ? modelsOf(route) : [route.name];
}

/** The ID where it stands, or the request. */
const placeOf = ({ route }: FoundRoute): Place => {
  const { start, end } =
    'namePlace' in route && route.namePlace ? route.namePlace : (route.reference ?? route);
  return { start, end };
};

/** The catalog's name for people: `the catalog of house (2026-11-21)`. */
export function catalogName({ gateway, snapshot }: GatewayRoute): string {
  return `the catalog of ${gateway} (${snapshot.day})`;
}
