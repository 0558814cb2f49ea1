// What is different about a route, in words.
import { formatUsdRange } from '../../cost/format.ts';
import type { RoutePair } from './pairs.ts';
import type { DiffRoute } from './side.ts';

type Value = string | number | boolean | null;

const FIELDS: readonly (readonly [string, (route: DiffRoute) => Value])[] = [
  ['model', ({ model }) => model],
  ['surface', ({ surface }) => surface],
  ['state', ({ status }) => status],
  [
    'duration',
    ({ durationSeconds }) => (typeof durationSeconds === 'number' ? `${durationSeconds} s` : durationSeconds),
  ],
  ['resolution', ({ resolution }) => resolution],
  ['count', ({ sampleCount }) => sampleCount],
  ['aspect ratio', ({ aspectRatio }) => aspectRatio],
  ['audio', ({ generateAudio }) => generateAudio],
  ['name', ({ name }) => name],
  ['cost per request', costOf],
];

/** `model a → b`, `cost per request $3.20 → $1.60`: each field that differs. */
export function changesOf({ before, after }: RoutePair): readonly string[] {
  return FIELDS.flatMap(([name, read]) => {
    const [old, now] = [read(before), read(after)];
    return old === now ? [] : [`${name} ${worded(old)} → ${worded(now)}`];
  });
}

/** `$3.20`, or `not known`. */
export function costOf({ cost }: DiffRoute): string {
  return cost === null ? 'not known' : formatUsdRange(cost.usdPerRequest);
}

const worded = (value: Value): string => (value === null ? 'not set' : String(value));
