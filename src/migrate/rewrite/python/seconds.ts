// A duration in Python as the text that Omni takes: `"8s"`, or put together at run time.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { says } from '../nodes.ts';
import { omniSeconds } from '../omni.ts';
import { refuse } from '../refusal.ts';
import type { RequestFacts } from '../use.ts';
import { isSurelyThere, isSurelyWhole, isWholeOrNone } from './known.ts';

const PLAIN = /^(?:identifier|attribute|call|subscript|integer)$/;
const IN_PLACE = /^(?:conditional_expression|boolean_operator|binary_operator|await)$/;

/** The SDK took 8, 8.0, "8" or None; the text has to be of a whole number. */
export function durationText(given: SyntaxNode, { text, quote, usualSeconds }: RequestFacts): string {
  const node = unwrapped(given, text);
  const seconds = /^["']?(\d+)["']?$/.exec(says(node, text))?.[1];
  if (seconds === undefined) return inFormat(wholeSeconds(node, text, usualSeconds), quote);
  return `${quote}${omniSeconds(Number(seconds))}${quote}`;
}

/** `str(seconds)` and `(seconds)` say no more than `seconds`. */
function unwrapped(node: SyntaxNode, text: string): SyntaxNode {
  const [inner] = node.type === 'parenthesized_expression' ? node.children : [];
  if (inner !== undefined) return unwrapped(inner, text);
  const [one, another] = (node.type === 'call' && childAt(node, 'arguments')?.children) || [];
  const isText = node.type === 'call' && says(childAt(node, 'function') ?? node, text) === 'str';
  return isText && one !== undefined && another === undefined ? one : node;
}

/** The expression of a whole number; where it may be None, what the old surface took then. */
function wholeSeconds(node: SyntaxNode, text: string, usual: number | null): string {
  const said = says(node, text);
  if (!PLAIN.test(node.type) && !IN_PLACE.test(node.type)) refuse('Its duration is computed at run time.');
  if (isSurelyWhole(node, text)) return said;
  if (isSurelyThere(node, text)) return `int(${said})`;
  if (usual === null) refuse('Its duration may be None at run time, and what was taken then is not known.');
  const orUsual = `${PLAIN.test(node.type) ? said : `(${said})`} or ${usual}`;
  return isWholeOrNone(node, text) ? orUsual : `int(${orUsual})`;
}

/** Within an f-string as every Python reads it: without its own quote, a line break or a backslash. */
function inFormat(expression: string, quote: string): string {
  const other = quote === '"' ? "'" : '"';
  const own = [quote, other].find((one) => !expression.includes(one));
  if (own === undefined || /[\n\\{}#]/.test(expression)) return `str(${expression}) + ${quote}s${quote}`;
  return `f${own}{${expression}}s${own}`;
}
