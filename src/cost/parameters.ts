// What an asked parameter amounts to on a surface: its value, the default in its place, or every value it may have.
import { type Parameter, RESOLUTIONS, type Resolution } from '../routes/types.ts';
import { allowedNumbers, cited, constraintOf, nameOf, type Scope } from './scope.ts';

/** What is assumed where neither the surface nor Google documents a default. */
const FALLBACK = { durationSeconds: 8, resolution: '720p', sampleCount: 1 } as const;
/** Veo's shortest and longest video and its most videos a request, where nothing nearer is known. */
const WIDEST = { durationSeconds: [4, 8], sampleCount: [1, 4] } as const;

export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

/** A parameter made out, with the sentences that say what was assumed for it. */
export interface MadeOut<T> {
  readonly value: T;
  readonly assumptions: readonly string[];
}

/** The seconds of a video. */
export function durationOf(asked: Parameter<number>, scope: Scope): MadeOut<NumberRange> {
  const range = constraintOf(scope, 'durationSeconds.range');
  if (typeof asked !== 'number' && isRange(range?.value)) {
    const { min, max } = range.value;
    const how = asked === null ? 'follows the prompt' : 'set at run time';
    const why = `duration ${how}: ${min} to ${max} s on ${nameOf(scope)} (${cited(scope, range.sources)})`;
    return { value: { min, max }, assumptions: [why] };
  }
  return numberOf(asked, scope, 'durationSeconds', { label: 'duration', unit: ' s' });
}

/** The videos of a request. */
export function sampleCountOf(asked: Parameter<number>, scope: Scope): MadeOut<NumberRange> {
  return numberOf(asked, scope, 'sampleCount', { label: 'number of videos', unit: '' });
}

/** The resolution; `dynamic` stands for every one that has a price. */
export function resolutionOf(asked: Parameter<Resolution>, scope: Scope): MadeOut<Resolution | 'dynamic'> {
  if (asked !== null) return { value: asked, assumptions: [] };
  const row = constraintOf(scope, 'resolution.default');
  const value = isResolution(row?.value) ? row.value : FALLBACK.resolution;
  return { value, assumptions: [assumed('resolution', value, scope, row?.sources)] };
}

function numberOf(
  asked: Parameter<number>,
  scope: Scope,
  key: 'durationSeconds' | 'sampleCount',
  { label, unit }: { readonly label: string; readonly unit: string },
): MadeOut<NumberRange> {
  const row = constraintOf(scope, `${key}.default`);
  const usual = typeof row?.value === 'number' ? row.value : FALLBACK[key];
  if (asked === null) {
    const sources = typeof row?.value === 'number' ? row.sources : undefined;
    return {
      value: { min: usual, max: usual },
      assumptions: [assumed(label, `${usual}${unit}`, scope, sources)],
    };
  }
  const known = allowedNumbers(scope, key);
  if (asked === 'dynamic') {
    const values = [...(known.length > 0 ? known : WIDEST[key]), usual];
    const value = { min: Math.min(...values), max: Math.max(...values) };
    const reach = value.min === value.max ? `only ${value.min}` : `${value.min} to ${value.max}`;
    return { value, assumptions: [`${label} set at run time: ${reach}${unit} on ${nameOf(scope)}`] };
  }
  return { value: { min: asked, max: asked }, assumptions: refusal(asked, scope, key, { label, unit }) };
}

const REFUSED = ' is refused on ';

/** Whether an assumption says that what is priced is refused. */
export const saysRefused = (assumption: string): boolean => assumption.includes(REFUSED);

/** A value that the surface refuses is priced as asked, but no video comes of it. */
function refusal(
  asked: number,
  scope: Scope,
  key: string,
  { label, unit }: { readonly label: string; readonly unit: string },
): readonly string[] {
  const row = constraintOf(scope, `${key}.allowed`);
  if (row === undefined || !Array.isArray(row.value) || row.value.includes(asked)) return [];
  const takes = `takes ${row.value.join(', ')}${unit}`;
  return [
    `${label} ${asked}${unit}${REFUSED}${nameOf(scope)}, which ${takes} (${cited(scope, row.sources)})`,
  ];
}

function assumed(label: string, value: string, scope: Scope, sources: readonly string[] | undefined): string {
  const why = sources === undefined ? 'no default is documented' : cited(scope, sources);
  return `${label} assumed ${value} on ${nameOf(scope)} (${why})`;
}

function isRange(value: unknown): value is NumberRange {
  if (typeof value !== 'object' || value === null || !('min' in value) || !('max' in value)) return false;
  return typeof value.min === 'number' && typeof value.max === 'number';
}

function isResolution(value: unknown): value is Resolution {
  return RESOLUTIONS.some((resolution) => resolution === value);
}
