// What an expression can be at run time, as far as the source shows it.
import type { ModelFrom, Place } from '../types.ts';
import type { CallExpression } from './expression.ts';

export interface ScalarResult {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly from: ModelFrom;
  /** Where the value stands in this text; null where another file holds it. */
  readonly at: Place | null;
  /** The call that wraps a model's name (`google.video('…')`). */
  readonly via: CallExpression | null;
}

/** `env`: the environment decides. */
export interface UnknownResult {
  readonly kind: 'unknown';
  readonly env: boolean;
}

export type Piece = ScalarResult | UnknownResult;

export type Result =
  | ScalarResult
  | UnknownResult
  /** A string whose pieces are not all known. */
  | { readonly kind: 'text'; readonly pieces: readonly Piece[]; readonly at: Place | null }
  /** `open`: further keys may be there, or may override. */
  | {
      readonly kind: 'object';
      readonly type: string | null;
      readonly entries: ReadonlyMap<string, Result>;
      readonly open: boolean;
      readonly at: Place | null;
    }
  /** `open`: an item may stand for several, or for none. */
  | { readonly kind: 'list'; readonly items: readonly Result[]; readonly open: boolean }
  | { readonly kind: 'choice'; readonly options: readonly Result[] };

export const UNKNOWN: UnknownResult = { kind: 'unknown', env: false };
export const FROM_ENVIRONMENT: UnknownResult = { kind: 'unknown', env: true };

/** The most alternatives that are kept. */
const MOST_OPTIONS = 16;

const RANK: readonly ModelFrom[] = ['literal', 'constant', 'default', 'environment'];

const further = (a: ModelFrom, b: ModelFrom): ModelFrom => (RANK.indexOf(a) >= RANK.indexOf(b) ? a : b);

export const isScalar = (result: Result): result is ScalarResult => result.kind === 'scalar';
export const isNull = (result: Result): boolean => result.kind === 'scalar' && result.value === null;

export function scalarResult(
  value: ScalarResult['value'],
  at: Place | null = null,
  from: ModelFrom = 'literal',
): ScalarResult {
  return { kind: 'scalar', value, from, at, via: null };
}

/** One of several; equal scalars are kept once. */
export function choice(options: readonly Result[]): Result {
  const flat = options.flatMap((option) => (option.kind === 'choice' ? option.options : [option]));
  const kept: Result[] = [];
  for (const option of flat) {
    const known = kept.some((other) =>
      option.kind === 'scalar'
        ? isScalar(other) && other.value === option.value
        : option.kind === 'unknown' && other.kind === 'unknown' && other.env === option.env,
    );
    if (!known && kept.length < MOST_OPTIONS) kept.push(option);
  }
  const [only] = kept;
  return kept.length === 1 && only !== undefined ? only : { kind: 'choice', options: kept };
}

export function optionsOf(result: Result): readonly Result[] {
  return result.kind === 'choice' ? result.options : [result];
}

export function mapOptions(result: Result, change: (option: Result) => Result): Result {
  return result.kind === 'choice' ? choice(result.options.map(change)) : change(result);
}

/** Says that a value was reached in a further way; texts and objects keep what they hold unless `deep`. */
export function raise(result: Result, from: ModelFrom, deep = false): Result {
  switch (result.kind) {
    case 'scalar':
      return { ...result, from: further(result.from, from) };
    case 'choice':
      return { kind: 'choice', options: result.options.map((option) => raise(option, from, deep)) };
    case 'text':
      if (!deep) return result;
      return {
        ...result,
        pieces: result.pieces.map((piece) =>
          piece.kind === 'scalar' ? { ...piece, from: further(piece.from, from) } : piece,
        ),
      };
    default:
      return result;
  }
}

/** The first where it is surely there, both where it may be missing. */
export function orElse(first: Result, second: () => Result): Result {
  if (isNull(first)) return second();
  const open = optionsOf(first).filter((option) => option.kind === 'unknown' || isNull(option));
  if (open.length === 0) return first;
  const env = open.some((option) => option.kind === 'unknown' && option.env);
  const kept = optionsOf(first).filter((option) => !isNull(option));
  return choice([...kept, raise(second(), env ? 'environment' : 'default', true)]);
}

/**
 * A text put together from results; several possibilities are multiplied out within limits. Where they would be too
 * many, what a part may be besides the values that are known is left out.
 */
export function joinTexts(parts: readonly Result[], at: Place | null): Result {
  let variants: Piece[][] = [[]];
  for (const part of parts) {
    const { known, hole } = piecesOf(part);
    const fits = variants.length * (known.length + hole.length) <= MOST_OPTIONS;
    const options = fits || known.length === 0 ? [...hole, ...known] : known;
    const [only = []] = options;
    // A long text has many parts that are one thing only: those are added without a copy.
    if (options.length === 1) for (const variant of variants) variant.push(...only);
    else
      variants = options
        .flatMap((pieces) => variants.map((before) => [...before, ...pieces]))
        .slice(0, MOST_OPTIONS);
  }
  return choice(variants.map((pieces): Result => ({ kind: 'text', pieces, at })));
}

/** What a part of a text can be, as pieces: all that is unknown of it is one hole. */
function piecesOf(part: Result): {
  readonly known: readonly (readonly Piece[])[];
  readonly hole: readonly (readonly Piece[])[];
} {
  const known: (readonly Piece[])[] = [];
  let hole: UnknownResult | null = null;
  for (const option of optionsOf(part)) {
    if (option.kind === 'text') known.push(option.pieces);
    else if (option.kind === 'scalar') known.push([option]);
    else if (hole === null || !hole.env) hole = option.kind === 'unknown' ? option : UNKNOWN;
  }
  return { known, hole: hole === null ? [] : [[hole]] };
}

/** The sign that stands for what is not known in a flattened text. */
export const HOLE = '\uFFFC';

/** A text or scalar as a string, unknown pieces as `HOLE`; null for anything else. */
export function flatten(result: Result): string | null {
  if (result.kind === 'scalar') return result.value === null ? null : String(result.value);
  if (result.kind !== 'text') return null;
  return result.pieces.map((piece) => (piece.kind === 'scalar' ? String(piece.value ?? '') : HOLE)).join('');
}
