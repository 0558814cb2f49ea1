// Rows, catalogs and snapshots of gateways for tests: each names only what it is about.
import type { GatewayCatalog, GatewayRow, GatewaySnapshot, StatedAmount } from '../../src/gateway/types.ts';

export const amountOf = (fields: Partial<StatedAmount> = {}): StatedAmount => ({
  key: 'model_price',
  amount: 0.4,
  currency: 'usd',
  unit: 'second',
  resolution: 'any',
  audio: null,
  ...fields,
});

export const rowOf = (label: string, fields: Partial<GatewayRow> = {}): GatewayRow => ({
  label,
  upstream: null,
  endpoints: null,
  groups: null,
  status: null,
  endsOn: null,
  amounts: [],
  ...fields,
});

export const catalogOf = (
  rows: readonly GatewayRow[],
  fields: Partial<GatewayCatalog> = {},
): GatewayCatalog => ({
  kind: 'new-api',
  version: null,
  rows,
  otherLabels: [],
  groupRatios: {},
  ...fields,
});

export const snapshotOn = (
  day: string,
  rows: readonly GatewayRow[],
  fields: Partial<GatewayCatalog> = {},
): GatewaySnapshot => ({
  schema: 'veo-route-audit/gateway/1',
  gateway: 'flat',
  day,
  from: 'https://flat.example.com/api/pricing',
  catalog: catalogOf(rows, fields),
});
