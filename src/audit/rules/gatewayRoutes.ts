// What the rules about gateways share: which row of which catalog a contract's requests meet.
import { ownOf } from '../../config/own.ts';
import type { GatewayConfig } from '../../config/schema.ts';
import { type NormalisedPrice, normalisePrice } from '../../gateway/normalise.ts';
import { findRow, type RowSearch } from '../../gateway/rows.ts';
import type { GatewaySnapshot } from '../../gateway/types.ts';
import { modelsOf, namesOf } from '../../routes/contractMatch.ts';
import type { Place } from '../../routes/types.ts';
import { type ContractContext, type NamedContract, targetsOf } from '../contracts.ts';

/** A contract that goes through a gateway whose catalog is known. */
export interface GatewayRoute {
  readonly contract: NamedContract;
  readonly gateway: string;
  readonly settings: GatewayConfig;
  readonly snapshot: GatewaySnapshot;
  /** The names under which the row was looked for, the likeliest first. */
  readonly names: readonly string[];
  readonly search: RowSearch;
  readonly prices: readonly NormalisedPrice[];
  /** Where findings about it stand: the contract's key that names the gateway. */
  readonly place: Place;
}

/** Every contract of a known gateway with its row in the newest snapshot up to the day. */
export function gatewayRoutes(context: ContractContext): readonly GatewayRoute[] {
  return context.contracts.flatMap((contract) => {
    const gateway = gatewayOf(contract, context);
    const settings = gateway === undefined ? undefined : ownOf(context.config.gateways, gateway);
    const snapshot = gateway === undefined ? undefined : newestSnapshot(context, gateway);
    if (gateway === undefined || settings === undefined || snapshot === undefined) return [];
    const names = namesSent(contract);
    if (names.length === 0) return [];
    const search = findRow(snapshot.catalog, names);
    const seconds = targetsOf(contract, context)[0]?.question.durationSeconds;
    const prices =
      search.kind === 'found'
        ? normalisePrice(search.row, snapshot.catalog, {
            priceIsPer: settings.priceIsPer,
            group: settings.group,
            seconds: typeof seconds === 'number' ? seconds : null,
          })
        : [];
    const path = ['routes', contract.name, contract.contract.gateway === undefined ? 'surface' : 'gateway'];
    return [{ contract, gateway, settings, snapshot, names, search, prices, place: context.place(path) }];
  });
}

/** The gateway that a contract names, by itself or by its surface. */
export function gatewayOf(
  { contract }: NamedContract,
  { config }: Pick<ContractContext, 'config'>,
): string | undefined {
  const gateways = Object.entries(config.gateways ?? {});
  if (contract.gateway !== undefined) return contract.gateway;
  if (contract.surface === undefined) return undefined;
  const { surface } = contract;
  const same = gateways.filter(([name, settings]) => (settings.surface ?? name) === surface);
  const kin = same.length > 0 ? same : gateways.filter(([, { kind }]) => kind === surface);
  return kin.length === 1 ? kin[0]?.[0] : undefined;
}

/** The newest snapshot of a gateway that was there on the day. */
export function newestSnapshot(
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

/** The catalog's name for people: `the catalog of house (2026-11-21)`. */
export function catalogName({ gateway, snapshot }: GatewayRoute): string {
  return `the catalog of ${gateway} (${snapshot.day})`;
}
