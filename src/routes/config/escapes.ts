// The way back from a string's text to its spelling in the file.

/** For every offset of a text (its length included) the offset in the file. */
export type OffsetMap = (offset: number) => number;

const ESCAPE = /\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|[\s\S])/y;

/**
 * Offsets of a string with backslash escapes (JSON, double quotes in YAML). `raw` is its spelling between the
 * quotes, which starts at `start` in the file; null where the spelling is not understood.
 */
export function escapedOffsets(raw: string, text: string, start: number): OffsetMap | null {
  const offsets: number[] = [];
  for (let at = 0; at < raw.length; ) {
    offsets.push(start + at);
    ESCAPE.lastIndex = at;
    const found = raw[at] === '\\' ? ESCAPE.exec(raw) : null;
    // A code point beyond the plane takes two units of the text.
    if (found?.[0][1] === 'U' && Number.parseInt(found[0].slice(2), 16) > 0xffff) offsets.push(start + at);
    at += found?.[0].length ?? 1;
  }
  offsets.push(start + raw.length);
  return offsets.length === text.length + 1 ? (offset) => offsets[offset] ?? start : null;
}

/** Offsets of a text that was cut out of `raw` by leaving out indentation, doubled quotes and folded white space. */
export function alignedOffsets(raw: string, text: string, start: number): OffsetMap {
  const offsets: number[] = [];
  let at = 0;
  for (const unit of text.split('')) {
    const found = /\s/.test(unit) ? nextSpace(raw, at, unit) : raw.indexOf(unit, at);
    if (found >= 0) at = found;
    offsets.push(start + at);
    at += 1;
  }
  offsets.push(start + Math.min(at, raw.length));
  return (offset) => offsets[offset] ?? start;
}

/** A line break may stand for a space of a folded text. */
function nextSpace(raw: string, from: number, unit: string): number {
  const exact = raw.indexOf(unit, from);
  if (unit !== ' ') return exact;
  const line = raw.indexOf('\n', from);
  return exact < 0 ? line : line < 0 ? exact : Math.min(exact, line);
}
