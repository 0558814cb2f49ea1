// What is different about a route or a contract, in words.
import { stateWords } from '../../catalog/lifecycle.ts';
import { formatUsdRange } from '../../cost/format.ts';
import type { RoutePair } from './pairs.ts';
import type { DiffRoute } from './side.ts';

type Value = string | number | boolean | null;

const FIELDS: readonly (readonly [string, (route: DiffRoute) => Value])[] = [
  ['model', ({ model }) => model],
  ['surface', ({ surface }) => surface],
  ['state', ({ status }) => stateWords(status)],
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

/** `budgets.usdPerRequest 2 → 5`: each term of a contract that differs, by its path. */
export function termChanges(before: object, after: object): readonly string[] {
  const [old, now] = [new Map(termsOf(before)), new Map(termsOf(after))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [from, to] = [old.get(path) ?? 'not set', now.get(path) ?? 'not set'];
    return from === to ? [] : [`${path} ${from} → ${to}`];
  });
}

/** The terms of a contract by their path; lists are one term. */
function termsOf(value: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const own = `${path}${key}`;
    return isRecord(inner) ? termsOf(inner, `${own}.`) : [[own, termText(inner)] as const];
  });
}

function termText(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(termText).join(', ');
  if (!isRecord(value)) return String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${termText(inner)}`)
    .join(' ');
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
