// The unbroken path that a candidate is a part of: URL, resource name, folders.
import { REACH } from './quotes.ts';

const PATH_BEFORE = /(?:[\w.\-:@~%+${}\\/]|\$\{[^}\n]{0,60}\})*$/;
const PATH_AFTER = /^(?:[\w.\-:@~%+${}/]|\\\/)*/;

/** The path that holds `[start, end)`: `before` + the candidate + `after`, slashes unescaped. */
export interface Path {
  readonly before: string;
  readonly after: string;
  /** Source length of `before` (escapes make it longer than the text). */
  readonly beforeLength: number;
}

/** Resolves the ways in which strings and URLs write a slash (`\/`, `%2F`). */
export const unescapeSlashes = (text: string): string => text.replace(/\\\//g, '/').replace(/%2[Ff]/g, '/');

/** Cuts escapes that end another word (`\n`, `\"`) from a run that grew over them. */
function afterLastEscape(run: string): string {
  const escapes = [
    ...run.matchAll(/\\(?:\\)*(?:[nrt"'bfv0]|u[0-9a-fA-F]{4})(?!\/)|\\+$|%(?:22|27|20|3[dD])/g),
  ];
  const last = escapes.at(-1);
  return last === undefined ? run : run.slice(last.index + last[0].length);
}

/**
 * Cuts the head of a default (`${MODEL:-…`, `${video.model:…`), and all before the segment that an encoded slash
 * makes one (`/status/models%2Fveo-…` holds the resource name `models/veo-…`).
 */
function afterDefault(run: string): string {
  const value = run.replace(/^.*\$\{[\w.-]+:[-=?]?(?=[^}]*$)/, '');
  return /%2[Ff]/.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value;
}

/** The path around `[start, end)`. Looks at most `REACH` code units to each side. */
export function pathAround(text: string, start: number, end: number): Path {
  const left = text.slice(Math.max(0, start - REACH), start);
  const run = afterDefault(afterLastEscape(PATH_BEFORE.exec(left)?.[0] ?? ''));
  const right = PATH_AFTER.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return {
    before: unescapeSlashes(run),
    after: unescapeSlashes(right.replace(/\\(?!\/).*$/, '')),
    beforeLength: run.length,
  };
}
