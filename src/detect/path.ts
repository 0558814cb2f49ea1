// The unbroken path that a candidate is a part of: URL, resource name, folders.
import { REACH } from './quotes.ts';

const PATH_CHARACTER = /[\w.\-:@~%+${}\\/]/;

/** The longest expression in a path (`${base()}/models/…`) that is followed, with its signs. */
const LONGEST_HOLE = 62;
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
    ...run.matchAll(/(?<!\\)\\+(?:(?:[nrt"'bfv0]|u[0-9a-fA-F]{4})(?!\/)|$)|%(?:22|27|20|3[dD])/g),
  ];
  const last = escapes.at(-1);
  return last === undefined ? run : run.slice(last.index + last[0].length);
}

/**
 * Cuts the head of a default (`${MODEL:-…`, `${video.model:…`), and all before the segment that an encoded slash
 * makes one (`/status/models%2Fveo-…` holds the resource name `models/veo-…`).
 */
function afterDefault(run: string): string {
  const open = run.lastIndexOf('}') + 1;
  const head = [...run.slice(open).matchAll(/\$\{[\w.-]+:[-=?]?/g)].at(-1);
  const value = head === undefined ? run : run.slice(open + head.index + head[0].length);
  return /%2[Ff]/.test(value) ? value.slice(value.lastIndexOf('/') + 1) : value;
}

/** Where the path at the end of a text begins. */
function pathStart(left: string): number {
  let start = left.length;
  for (;;) {
    while (start > 0 && PATH_CHARACTER.test(left[start - 1] ?? '')) start--;
    const open = left.lastIndexOf('${', start);
    const close = left.indexOf('}', start);
    const isHole = open >= 0 && open < start && close >= 0 && close - open < LONGEST_HOLE;
    if (!isHole || /[}\n]/.test(left.slice(open, start))) return start;
    start = open;
  }
}

/** The path around `[start, end)`. Looks at most `REACH` code units to each side. */
export function pathAround(text: string, start: number, end: number): Path {
  const left = text.slice(Math.max(0, start - REACH), start);
  const run = afterDefault(afterLastEscape(left.slice(pathStart(left))));
  const right = PATH_AFTER.exec(text.slice(end, end + REACH))?.[0] ?? '';
  return {
    before: unescapeSlashes(run),
    after: unescapeSlashes(right.replace(/\\(?!\/)[\s\S]*$/, '')),
    beforeLength: run.length,
  };
}
