// Ways around a script's syntax tree: what stands around a node, and what a chain of members reads.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { around, type Chain, says } from './nodes.ts';

/** Wrappers that change nothing of a value. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'non_null_expression',
  'parenthesized_expression',
  'as_expression',
]);

export function chainOf(name: SyntaxNode, text: string): Chain {
  const path: string[] = [];
  let top = name;
  let last: SyntaxNode | null = null;
  for (let parent = top.parent; parent !== null; parent = top.parent) {
    if (parent.type === 'non_null_expression') top = parent;
    else if (parent.type === 'member_expression' && childAt(parent, 'object') === top) {
      last = childAt(parent, 'property') ?? null;
      path.push(last === null ? '?' : says(last, text));
      top = parent;
    } else if (parent.type === 'subscript_expression' && childAt(parent, 'object') === top) {
      last = childAt(parent, 'index') ?? null;
      path.push(last === null ? '?' : says(last, text));
      top = parent;
    } else break;
  }
  return { path, top, last };
}

/** The node without wrappers around its value. */
export function bare(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node;
  while (at !== undefined && WRAPPERS.has(at.type)) at = at.children[0];
  return at;
}

/** Whether a node is only asked whether it is there: the condition of an `if`, or behind a `!`. */
export function isTested(node: SyntaxNode, text: string): boolean {
  const { parent } = node;
  if (parent === null) return false;
  if (parent.type === 'unary_expression') return text[parent.start] === '!';
  return parent.type === 'parenthesized_expression' && parent.parent?.type === 'if_statement';
}

/** The pairs of an object literal by their keys; null where something else stands in it. */
export function pairsOf(object: SyntaxNode, text: string): ReadonlyMap<string, Pair> | null {
  const pairs = new Map<string, Pair>();
  for (const node of object.children) {
    const key = node.type === 'shorthand_property_identifier' ? node : childAt(node, 'key');
    const value = node.type === 'shorthand_property_identifier' ? node : childAt(node, 'value');
    if (key === undefined || value === undefined || node.type === 'method_definition') return null;
    if (key.type !== 'property_identifier' && key !== node) return null;
    const name = says(key, text);
    if (pairs.has(name)) return null;
    pairs.set(name, { node, key, value });
  }
  return pairs;
}

export interface Pair {
  readonly node: SyntaxNode;
  readonly key: SyntaxNode;
  readonly value: SyntaxNode;
}

/** The places where a name is used within a block, without the one that declares it. */
export function usesOf(
  name: string,
  block: SyntaxNode,
  declared: SyntaxNode,
  text: string,
): readonly SyntaxNode[] {
  return [...descendants(block)].filter(
    (node) =>
      node !== declared &&
      /^(?:identifier|shorthand_property_identifier(?:_pattern)?)$/.test(node.type) &&
      says(node, text) === name,
  );
}

/** Whether a node is only written to a log: an ID there means nothing to another API. */
export function isLogged(node: SyntaxNode, text: string): boolean {
  const call = around(node, ['call_expression']);
  const callee = call && childAt(call, 'function');
  return /^(?:console|log|logger)\b/.test(says(callee, text));
}
