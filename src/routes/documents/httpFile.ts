// Files of HTTP requests (`.http`, `.rest`, and fences of that kind): variables, request lines, bodies.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Reference } from '../../detect/types.ts';
import { readSent } from '../http.ts';
import { createModelReader } from '../models.ts';
import type { Place, Route } from '../types.ts';
import { type Result, raise, UNKNOWN } from '../values/result.ts';
import { templateText } from './values.ts';

const VARIABLE = /^@([\w-]+)\s*=\s*(.*)$/gm;
const REQUEST_LINE = /^[ \t]*(GET|POST|PUT|PATCH|DELETE)[ \t]+(\S+)(?:[ \t]+HTTP\/[\d.]+)?[ \t]*$/m;

/** The requests of a text, in order of position. Places are offsets of the text. */
export function httpFileRequests(
  text: string,
  catalog: Catalog,
  find: (place: Place) => readonly Reference[],
): readonly Route[] {
  const models = createModelReader(catalog, find);
  const variables = readVariables(text);
  const resolve = (name: string): Result => variables.get(name) ?? UNKNOWN;
  return sections(text).flatMap(({ start, end, name }) => {
    const section = text.slice(start, end);
    const line = REQUEST_LINE.exec(section);
    const [, method, url] = line ?? [];
    if (line === null || method !== 'POST' || url === undefined) return [];
    const from = start + line.index;
    const place = {
      start: from + (line[0].length - line[0].trimStart().length),
      end: start + section.trimEnd().length,
      name,
    };
    const urlStart = from + line[0].indexOf(url);
    const address = template(url, urlStart, resolve);
    const gap = /\r?\n[ \t]*\r?\n/.exec(text.slice(from, end));
    const bodyStart = gap === null ? end : from + gap.index + gap[0].length;
    const body = template(text.slice(bodyStart, end), bodyStart, resolve);
    return readSent(catalog, models, [address, body], false, null, place);
  });
}

const template = (text: string, start: number, resolve: (name: string) => Result): Result =>
  templateText(text, (from, to) => ({ start: start + from, end: start + to }), resolve);

function readVariables(text: string): ReadonlyMap<string, Result> {
  const variables = new Map<string, Result>();
  for (const match of text.matchAll(VARIABLE)) {
    const value = (match[2] ?? '').trimEnd();
    const start = match.index + match[0].indexOf(value, match[0].indexOf('=') + 1);
    const resolve = (name: string): Result => variables.get(name) ?? UNKNOWN;
    variables.set(match[1] ?? '', raise(template(value, start, resolve), 'constant', true));
  }
  return variables;
}

/** Requests are parted by lines that start with `###`, which may name the next one. */
function sections(
  text: string,
): readonly { readonly start: number; readonly end: number; readonly name: string | null }[] {
  const marks = [...text.matchAll(/^[ \t]*###[ \t]*(.*)$/gm)];
  const starts = [
    { start: 0, name: '' },
    ...marks.map((mark) => ({ start: mark.index + mark[0].length, name: (mark[1] ?? '').trim() })),
  ];
  return starts.map(({ start, name }, index) => ({
    start,
    end: marks[index]?.index ?? text.length,
    name: name === '' ? null : name,
  }));
}
