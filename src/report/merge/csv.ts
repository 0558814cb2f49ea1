// Merged reports as a row for each route, for spreadsheets.
import { stringify } from 'csv-stringify/sync';
import { CSV_OPTIONS } from '../csv.ts';
import type { MergeRoute } from './input.ts';
import type { MergeFormat } from './types.ts';

type Cell = string | number | boolean | null | undefined;

/** The columns in their order, named like those of a single report; costs are in US dollars. */
const COLUMNS: Readonly<Record<string, (route: MergeRoute) => Cell>> = {
  file: ({ file }) => file,
  line: ({ line }) => line,
  column: ({ column }) => column,
  name: ({ name }) => name,
  model: ({ model }) => model,
  surface: ({ surface }) => surface,
  status: ({ status }) => status,
  duration_seconds: ({ durationSeconds }) => durationSeconds,
  resolution: ({ resolution }) => resolution,
  count: ({ sampleCount }) => sampleCount,
  aspect_ratio: ({ aspectRatio }) => aspectRatio,
  audio: ({ generateAudio }) => (generateAudio === null ? null : String(generateAudio)),
  usd_per_request_min: ({ cost }) => cost?.usdPerRequest.min,
  usd_per_request_max: ({ cost }) => cost?.usdPerRequest.max,
  assumptions: ({ cost }) => cost?.assumptions.join('; '),
};

export const mergedCsv: MergeFormat = () => {
  const head = stringify([['report', ...Object.keys(COLUMNS)]], CSV_OPTIONS);
  let before = head;
  return {
    add: ({ name, report }) => {
      const rows = report.routes.map((route) => [name, ...Object.values(COLUMNS).map((cell) => cell(route))]);
      const text = before + stringify(rows, CSV_OPTIONS);
      before = '';
      return text;
    },
    end: () => before,
  };
};
