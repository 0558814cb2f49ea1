// What `veo-audit gateway check` says: the catalog's rows, and what each route of the gateway meets there.

import { contractFindings } from '../audit/contractRules.ts';
import type { ContractContext } from '../audit/contracts.ts';
import type { GraphReport } from '../audit/graphRules.ts';
import { gatewayOf, gatewayRoutes } from '../audit/rules/gatewayRoutes.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Day } from '../catalog/types.ts';
import { ownOf } from '../config/own.ts';
import { comparedWithGoogle, type GoogleComparison } from './googlePrice.ts';
import { changesAlong, type RowChange } from './history.ts';
import { type NormalisedPrice, type NormaliseOptions, normalisePrice } from './normalise.ts';
import type { GatewayRow, GatewaySnapshot } from './types.ts';

/** A price with Google's own beside it. */
export interface CheckedPrice {
  readonly price: NormalisedPrice;
  readonly google: GoogleComparison | null;
}

/** One row of the catalog, read. */
export interface CheckedRow {
  readonly row: GatewayRow;
  readonly prices: readonly CheckedPrice[];
}

/** One contract that goes through the gateway. */
export interface CheckedRoute {
  readonly name: string;
  /** The exact label of its row; null where there is none. */
  readonly label: string | null;
}

export interface GatewayCheck {
  readonly gateway: string;
  readonly asOf: Day;
  readonly snapshot: GatewaySnapshot;
  readonly rows: readonly CheckedRow[];
  readonly routes: readonly CheckedRoute[];
  readonly findings: readonly GraphReport[];
  /** Newest first. */
  readonly changes: readonly RowChange[];
}

/** Checks a snapshot: prices against Google's on the day, and the routes of the contracts against the rows. */
export function checkGateway(
  snapshot: GatewaySnapshot,
  context: ContractContext,
  options: NormaliseOptions,
): GatewayCheck {
  const { gateway, catalog } = snapshot;
  const { asOf } = context;
  const history = (ownOf(context.snapshots, gateway) ?? []).filter(
    ({ day }) => day <= asOf && day !== snapshot.day,
  );
  const here: ContractContext = {
    ...context,
    snapshots: { [gateway]: [{ ...snapshot, day: earlier(snapshot.day, asOf) }] },
  };
  const labels = new Map(
    gatewayRoutes(here).map(({ contract, search }) => [
      contract.name,
      search.kind === 'found' ? search.row.label : null,
    ]),
  );
  return {
    gateway,
    asOf,
    snapshot,
    rows: catalog.rows.map((row) => checkedRow(row, snapshot, context.catalog, asOf, options)),
    routes: context.contracts
      .filter((contract) => gatewayOf(contract, context) === gateway)
      .map(({ name }) => ({ name, label: labels.get(name) ?? null })),
    findings: contractFindings(here).filter(({ meta }) => GATEWAY_RULES.has(meta.id)),
    changes: changesAlong([...history, snapshot]),
  };
}

const GATEWAY_RULES: ReadonlySet<string> = new Set([
  'price-unit-unclear',
  'gateway-row-missing',
  'gateway-status',
  'endpoint-family',
  'gateway-price-differs',
]);

/** A catalog of today answers a question about an earlier day as well as anything can. */
const earlier = (a: Day, b: Day): Day => (a < b ? a : b);

function checkedRow(
  row: GatewayRow,
  { catalog }: GatewaySnapshot,
  facts: Catalog,
  asOf: Day,
  options: NormaliseOptions,
): CheckedRow {
  const prices = normalisePrice(row, catalog, options).map((price) => ({
    price,
    google: comparedWithGoogle(row, price, facts, asOf),
  }));
  return { row, prices };
}
