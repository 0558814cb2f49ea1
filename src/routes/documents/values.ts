// Trees of data as values, so that one reader of parameters and models serves programs and data.
import type { Node, Scalar } from '../config/tree.ts';
import type { Place } from '../types.ts';
import { joinTexts, type Result, scalarResult, UNKNOWN } from '../values/result.ts';

/** What stands in a template's braces is worth. */
export type Resolver = (expression: string) => Result;

/** A text with `{{…}}` places filled in; a leading `=` (n8n) is no part of it. `at` is where the text stands. */
export function templateText(
  text: string,
  placeOf: (from: number, to: number) => Place,
  resolve: Resolver,
): Result {
  const parts: Result[] = [];
  let from = text.startsWith('=') ? 1 : 0;
  const literal = (to: number): void => {
    if (to > from) parts.push(scalarResult(text.slice(from, to), placeOf(from, to)));
  };
  for (const match of text.matchAll(/\{\{((?:[^{}]|\}(?!\})|\{(?!\{))*)\}\}/g)) {
    literal(match.index);
    parts.push(resolve((match[1] ?? '').trim()));
    from = match.index + match[0].length;
  }
  literal(text.length);
  return joinTexts(parts, placeOf(0, text.length));
}

/** The most nodes that one value may stand for: anchors can multiply a few lines. */
const MOST_NODES = 5000;

/** A tree as a value. */
export function worthOf(node: Node, resolve: Resolver = () => UNKNOWN): Result {
  let left = MOST_NODES;
  const evaluated = (one: Node, depth: number): Result => {
    if (--left < 0 || depth > 40) return UNKNOWN;
    if (one.kind === 'scalar') return scalarValue(one, resolve);
    if (one.kind === 'list')
      return { kind: 'list', items: one.items.map((item) => evaluated(item, depth + 1)), open: true };
    const entries = new Map(
      [...one.entries.values()].map(({ key, value }) => [key, evaluated(value, depth + 1)]),
    );
    return { kind: 'object', type: null, entries, open: false, at: { start: one.start, end: one.end } };
  };
  return evaluated(node, 0);
}

function scalarValue(node: Scalar, resolve: Resolver): Result {
  if (typeof node.value === 'string' && node.value.includes('{{')) {
    return templateText(node.text, (from, to) => node.place(from, to), resolve);
  }
  const text =
    typeof node.value === 'string' && node.value.startsWith('={') ? node.value.slice(1) : node.value;
  return scalarResult(text, { start: node.start, end: node.end });
}
