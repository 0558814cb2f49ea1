// What a gateway's catalog says of a model, as it says it: one row a label, prices in the gateway's own units.

import type { Day } from '../catalog/types.ts';
import type { GATEWAY_KINDS } from '../contracts/gatewayKinds.ts';
import type { Resolution } from '../routes/types.ts';

export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** What a gateway may be called: its name is part of the names of its files. */
export const GATEWAY_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/**
 * What a stated amount is for. `fixed` is new-api's `model_price`, of which only the gateway's version tells whether a
 * request or a second is meant; `ratio` is new-api's token ratio; `unset` is a value that stands for no price.
 */
export type StatedUnit =
  | 'second'
  | 'request'
  | 'token'
  | 'fixed'
  | 'ratio'
  | 'expression'
  | 'unset'
  | 'unknown';

/** One amount of a row. */
export interface StatedAmount {
  /** The key that states it, as the answer spells it. */
  readonly key: string;
  readonly amount: number;
  readonly currency: 'usd' | 'cent' | 'none';
  readonly unit: StatedUnit;
  /** `any`: at every size for which the row has no amount of its own. */
  readonly resolution: Resolution | 'any';
  readonly audio: boolean | null;
}

/** One row of a gateway's catalog. */
export interface GatewayRow {
  /** The exact label that callers send. */
  readonly label: string;
  /** What the gateway sends on; null where it does not say. */
  readonly upstream: string | null;
  /** What the row may be asked through; null where the catalog does not say. */
  readonly endpoints: readonly string[] | null;
  readonly groups: readonly string[] | null;
  /** Availability in the gateway's own word; null where it says nothing. */
  readonly status: string | null;
  /** The day on which the gateway drops the row, where it says one. */
  readonly endsOn: Day | null;
  readonly amounts: readonly StatedAmount[];
}

/** A whole answer. */
export interface GatewayCatalog {
  readonly kind: GatewayKind;
  /** What the answer calls its version; null where it has none. */
  readonly version: string | null;
  /** The rows that speak of Veo or Omni models, in the order of the answer. */
  readonly rows: readonly GatewayRow[];
  /** The labels of all other rows: an alias may be among them. */
  readonly otherLabels: readonly string[];
  /** What each group multiplies prices by. */
  readonly groupRatios: Readonly<Record<string, number>>;
}

/** A gateway's catalog on a day. */
export interface GatewaySnapshot {
  readonly schema: 'veo-route-audit/gateway/1';
  readonly gateway: string;
  readonly day: Day;
  /** Where it came from: an address without its query, or a file. */
  readonly from: string;
  readonly catalog: GatewayCatalog;
}
