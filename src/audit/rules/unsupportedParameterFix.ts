// Edits that change one argument of a call, or null where the source is not plain enough to be sure.
import { requestChange } from '../../cost/priceChange.ts';
import { type Place, RESOLUTIONS, type Route, type TextEdit } from '../../routes/types.ts';
import type { DocumentContext } from '../rule.ts';
import type { Fix } from '../types.ts';
import { refusalsOf } from './unsupportedParameterLimits.ts';

/** Puts a value in the place of a plain number or word, quoted or not. */
export function replacementOf(text: string, { start, end }: Place, value: string): TextEdit | null {
  const plain = /^(["'`]?)(?:\d+|\d+[kp])\1$/i.exec(text.slice(start, end));
  if (plain === null) return null;
  const quote = plain[1] ?? '';
  return { start, end, newText: `${quote}${value}${quote}` };
}

/** Sizes from the smallest to the largest. */
export const SIZES: readonly unknown[] = RESOLUTIONS;

/**
 * The edits to the nearest values that the one surface takes (5 seconds: 4 or 6; 4k: 1080p), with what they do to the
 * price of a request where `isPriced`. A value that something else of the request forbids is none.
 */
export function acceptedValues(
  { catalog, document, asOf }: DocumentContext,
  route: Route,
  parameter: string,
  [surface, ...others]: readonly string[],
  isPriced: boolean,
): readonly Fix[] {
  const place = route.places[parameter];
  const { model } = route;
  if (surface === undefined || others.length > 0 || model === null || place === undefined) return [];
  if (parameter !== 'durationSeconds' && parameter !== 'resolution') return [];
  const allowed = catalog.constraint(surface, model, `${parameter}.allowed`)?.value;
  if (!Array.isArray(allowed)) return [];
  const before = refusalsOf(route, surface, catalog).length;
  const withValue = (value: unknown): Route => ({ ...route, [parameter]: value });
  const accepted = allowed.filter((value) => refusalsOf(withValue(value), surface, catalog).length < before);
  return nearest(parameter, route[parameter], accepted).flatMap((value) => {
    const changed = withValue(value);
    const edit = replacementOf(document.text, place, String(value));
    const price = isPriced ? requestChange(catalog, { ...route, model }, { ...changed, model }, asOf) : null;
    const asked = parameter === 'resolution' ? String(value) : `${String(value)} seconds`;
    return edit === null
      ? []
      : [{ title: `Ask for ${asked}${price === null ? '' : ` (${price})`}`, edits: [edit] }];
  });
}

/** The next smaller and the next larger duration; the next smaller size, or the next larger where there is none. */
function nearest(parameter: string, asked: unknown, allowed: readonly unknown[]): readonly unknown[] {
  const rank = (value: unknown): number =>
    parameter === 'resolution' ? SIZES.indexOf(value) : Number(value);
  const sorted = allowed.toSorted((a, b) => rank(a) - rank(b));
  const below = sorted.findLast((value) => rank(value) < rank(asked));
  const above = sorted.find((value) => rank(value) > rank(asked));
  const found = parameter === 'resolution' ? [below ?? above] : [below, above];
  return found.filter((value) => value !== undefined);
}

/**
 * Takes out `name: value,` or `name = value,` with its comma, and its line where nothing else stands on it.
 * Null where no comma follows (the argument before would keep one too many) or the value is wrapped.
 */
export function removalOf(text: string, { start, end }: Place): TextEdit | null {
  const before = /["']?(?<!\w)\w+["']?[ \t]*(?:[:=]|=>)[ \t]*$/.exec(
    text.slice(Math.max(0, start - 80), start),
  );
  const after = /^[ \t]*,[ \t]*/.exec(text.slice(end, end + 80));
  if (before === null || after === null) return null;
  const from = start - before[0].length;
  const to = end + after[0].length;
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineBreak = /^\r?\n/.exec(text.slice(to, to + 2));
  const isAlone = text.slice(lineStart, from).trim() === '' && lineBreak !== null;
  if (!isAlone) return { start: from, end: to, newText: '' };
  return { start: lineStart, end: to + lineBreak[0].length, newText: '' };
}
