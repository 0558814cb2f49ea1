// Files of one `KEY=value` a line (.env, .properties, TOML, INI) as a tree with places.
import { alignedOffsets, escapedOffsets, type OffsetMap } from './escapes.ts';
import type { ParsedTree } from './jsonTree.ts';
import { type Entry, mapping, plainScalar, type Scalar } from './tree.ts';

const LINE =
  /^([ \t]*(?:export[ \t]+|set[ \t]+|(?:ENV|ARG)[ \t]+)?)([A-Za-z_][\w.-]*)([ \t]*[=:][ \t]*)((?![ \t]).*)$/;
/** The older way of a Dockerfile to set one variable. */
const SPACED = /^([ \t]*ENV[ \t]+)([A-Za-z_]\w*)([ \t]+)((?![ \t]).*)$/;
/** One of several assignments of a line. */
const PAIR = /(?<![\w.-])([A-Za-z_][\w.-]*)(\s*=\s*)("(?:\\.|[^"\\])*"|'[^']*'|[^\s,{}"']+)/g;
const SECTION = /^\s*\[+\s*[^\][\s][^\]]*\]/;

/** The lines as one mapping a section (INI, TOML), each with its keys as they are spelled. */
export function lineTrees(text: string, offset: OffsetMap = (at) => at): ParsedTree {
  const sections: { entries: Entry[]; start: number }[] = [{ entries: [], start: 0 }];
  let start = 0;
  for (const whole of text.split('\n')) {
    const line = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    const found = LINE.exec(line) ?? SPACED.exec(line);
    if (found !== null) sections.at(-1)?.entries.push(...entriesOf(found, start, offset));
    else if (SECTION.test(line)) sections.push({ entries: [], start });
    start += whole.length + 1;
  }
  const ends = [...sections.slice(1).map((section) => section.start), text.length];
  const roots = sections.map((section, index) =>
    mapping(section.entries, { start: offset(section.start), end: offset(ends[index] ?? text.length) }),
  );
  return { roots, problems: [] };
}

/** The entry of a line; the entries of `ENV a=b c=d` and of a TOML table in one line (`vars = { a = "b" }`). */
function entriesOf(found: RegExpExecArray, lineStart: number, offset: OffsetMap): readonly Entry[] {
  const [whole, lead = '', , sign = '', rest = ''] = found;
  const table = rest.startsWith('{') && /\}\s*(?:#[^}]*)?$/.test(rest);
  if (!table && !(/(?:ENV|ARG)[ \t]+$/.test(lead) && sign.includes('=')))
    return [entryOf(found, lineStart, offset)];
  const from = table ? whole.length - rest.length : lead.length;
  return [...whole.slice(from).matchAll(PAIR)].map(({ 1: key = '', 2: gap = '', 3: value = '', index }) => {
    const keyStart = lineStart + from + index;
    const keyPlace = { start: offset(keyStart), end: offset(keyStart + key.length) };
    return { key, keyPlace, value: readValue(value, keyStart + key.length + gap.length, offset) };
  });
}

function entryOf(found: RegExpExecArray, lineStart: number, offset: OffsetMap): Entry {
  const [, lead = '', key = '', sign = '', rest = ''] = found;
  const keyStart = lineStart + lead.length;
  const from = keyStart + key.length + sign.length;
  return {
    key,
    keyPlace: { start: offset(keyStart), end: offset(keyStart + key.length) },
    value: readValue(rest, from, offset),
  };
}

function readValue(rest: string, from: number, offset: OffsetMap): Scalar {
  const quote = /^(?:"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)')/.exec(rest);
  if (quote === null) {
    const bare = rest
      .replace(/\s#[\s\S]*$/, '')
      .trimEnd()
      .replace(/\\$/, '')
      .trimEnd();
    return moved(plainScalar(bare, from, scalarValue(bare)), offset);
  }
  const raw = quote[1] ?? quote[2] ?? '';
  const text = quote[1] !== undefined ? raw.replace(/\\(["\\$])/g, '$1') : raw;
  const map =
    raw === text ? null : (escapedOffsets(raw, text, from + 1) ?? alignedOffsets(raw, text, from + 1));
  const inside: OffsetMap = (at) => offset(map === null ? from + 1 + at : map(at));
  return {
    kind: 'scalar',
    text,
    value: text,
    start: offset(from + 1),
    end: offset(from + 1 + raw.length),
    place: (start, end) => ({ start: inside(start), end: end > start ? inside(end - 1) + 1 : inside(end) }),
  };
}

/** A span ends behind its last character: the next one may lie on another line. */
function spanOf(start: number, end: number, offset: OffsetMap): { start: number; end: number } {
  return { start: offset(start), end: end > start ? offset(end - 1) + 1 : offset(end) };
}

function moved(scalar: Scalar, offset: OffsetMap): Scalar {
  return {
    ...scalar,
    ...spanOf(scalar.start, scalar.end, offset),
    place: (from, to) => spanOf(scalar.start + from, scalar.start + to, offset),
  };
}

function scalarValue(text: string): Scalar['value'] {
  if (text === '') return null;
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return text === 'true' || text === 'false' ? text === 'true' : text;
}
