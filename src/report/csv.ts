// A row for each route, for spreadsheets. Cells that a spreadsheet would run as a formula are escaped.

import { stringify } from 'csv-stringify/sync';
import type { Catalog } from '../catalog/catalog.ts';
import { sourcesCited } from '../catalog/sources.ts';
import { priceOf } from '../cost/estimate.ts';
import { type RouteRow, routeRows } from './routeRows.ts';
import type { ReportFormat } from './types.ts';

type Cell = string | number | boolean | null | undefined;

/** How spreadsheets read it best. */
export const CSV_OPTIONS = { escape_formulas: true, record_delimiter: 'windows' } as const;

/** The columns in their order; durations are in seconds, costs in US dollars. */
const COLUMNS: Readonly<Record<string, (row: RouteRow, catalog: Catalog) => Cell>> = {
  file: ({ file }) => file,
  line: ({ start }) => start.line,
  column: ({ start }) => start.column,
  name: ({ route }) => route.name,
  model: ({ route }) => route.model,
  canonical_model: ({ canonical }) => canonical,
  model_from: ({ route }) => route.modelFrom,
  surface: ({ route }) => route.surface,
  status: ({ status }) => status,
  duration_seconds: ({ route }) => route.durationSeconds,
  resolution: ({ route }) => route.resolution,
  count: ({ route }) => route.sampleCount,
  aspect_ratio: ({ route }) => route.aspectRatio,
  audio: ({ route }) => (route.generateAudio === null ? null : String(route.generateAudio)),
  usd_per_second_min: ({ cost }) => (cost.known ? cost.cost.usdPerSecond.min : null),
  usd_per_second_max: ({ cost }) => (cost.known ? cost.cost.usdPerSecond.max : null),
  usd_per_request_min: ({ cost }) => priceOf(cost)?.usdPerRequest.min,
  usd_per_request_max: ({ cost }) => priceOf(cost)?.usdPerRequest.max,
  assumptions: ({ cost }) => priceOf(cost)?.assumptions.join('; '),
  no_price_because: ({ cost }) => (cost.known ? null : cost.reason),
  source: ({ cost }, catalog) => {
    const price = priceOf(cost);
    return price === undefined ? null : sourcesCited(catalog, price.source.split(', '));
  },
  checked_on: ({ cost }) => priceOf(cost)?.checkedOn,
};

export const csvReport: ReportFormat = (run) => {
  const rows = routeRows(run).map((row) => Object.values(COLUMNS).map((cell) => cell(row, run.catalog)));
  return stringify([Object.keys(COLUMNS), ...rows], CSV_OPTIONS);
};
