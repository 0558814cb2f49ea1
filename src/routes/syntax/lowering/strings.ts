// String nodes to their pieces: text with escapes resolved, and the expressions between.
import { type Expression, scalar } from '../../values/expression.ts';
import { descendants, type SyntaxNode } from '../tree.ts';
import type { Lowering } from './lower.ts';

const OPENING = /^([A-Za-z$@]*#*)("""|'''|"+|'|`|%[wWqQ]?[([{])/;
const SIMPLE: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0' };

interface Inner {
  readonly from: number;
  readonly to: number;
  readonly raw: boolean;
}

function inner(text: string, node: SyntaxNode, raw: boolean): Inner {
  const source = text.slice(node.start, node.end);
  const opening = OPENING.exec(source);
  if (opening === null) {
    const skipped = source.startsWith(':') ? 1 : 0;
    return { from: node.start + skipped, to: node.end, raw };
  }
  const quote = opening[2] ?? '';
  const from = node.start + opening[0].length;
  const tail = quote.length + (/(?<!#)#+$/.exec(opening[1] ?? '')?.[0].length ?? 0);
  const empty = quote.length === 2 && source.length === 2;
  return {
    from: empty ? node.start + 1 : from,
    to: empty ? node.start + 1 : Math.max(from, node.end - tail),
    raw:
      raw ||
      /[rR@]/.test(opening[1] ?? '') ||
      (quote.length >= 3 && source.includes('"""') && /^[$@]/.test(source)),
  };
}

function resolveEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|(\r?\n)|([\s\S]))/g,
    (_all, a, b, c, line, char) => {
      if (line !== undefined) return '';
      if (char !== undefined) return SIMPLE[char] ?? char;
      const code = Number.parseInt(a ?? b ?? c, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

/** The outermost nodes inside a string that hold an expression. */
function holes(lowering: Lowering, node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (const below of descendants(node)) {
    // What is met later lies in the last one found or behind it.
    const isInside = below.end <= (found.at(-1)?.end ?? -1);
    if (below !== node && lowering.table.holes.includes(below.type) && !isInside) found.push(below);
  }
  return found;
}

/** Text with `$name` in it: the names apart from what stands between them. */
function splitNames(source: string, start: number, raw: boolean): readonly Expression[] {
  const parts: Expression[] = [];
  let from = 0;
  const literal = (to: number): void => {
    const text = source.slice(from, to);
    if (text !== '')
      parts.push(scalar({ start: start + from, end: start + to }, raw ? text : resolveEscapes(text)));
  };
  for (const match of source.matchAll(/\$([A-Za-z_]\w*)/g)) {
    if (source[match.index - 1] === '\\') continue;
    literal(match.index);
    const at = { start: start + match.index, end: start + match.index + match[0].length };
    parts.push({ kind: 'name', name: match[1] ?? '', ...at });
    from = match.index + match[0].length;
  }
  literal(source.length);
  return parts;
}

/** The pieces of a string node in order. A string without holes gives one scalar, an empty one none. */
export function stringParts(lowering: Lowering, node: SyntaxNode, raw: boolean): readonly Expression[] {
  const { text } = lowering;
  const content = inner(text, node, raw);
  const parts: Expression[] = [];
  let from = content.from;
  const piece = (to: number): void => {
    const source = text.slice(from, to);
    if (to <= from) return;
    if (lowering.table.dollarNames && source.includes('$'))
      parts.push(...splitNames(source, from, content.raw));
    else parts.push(scalar({ start: from, end: to }, content.raw ? source : resolveEscapes(source)));
  };
  for (const hole of holes(lowering, node)) {
    // `{$x}` in PHP and `\\(x)` in Swift: the brackets are no part of the text.
    const braced = text[hole.start - 1] === '{' && text[hole.end] === '}' && text[hole.start] === '$';
    const escaped = text.startsWith('\\(', hole.start - 2) && text[hole.end] === ')';
    const opening = escaped ? 2 : braced ? 1 : 0;
    piece(Math.max(from, hole.start - opening));
    const value =
      hole.children.find((child) => child.field === 'expression') ??
      hole.children.find(({ type }) => !/brace|start|end/.test(type));
    parts.push(
      lowering.expression(
        lowering.table.rules[hole.type] === undefined && value !== undefined ? value : hole,
      ),
    );
    from = hole.end + (opening > 0 ? 1 : 0);
  }
  piece(content.to);
  return parts;
}
