// Ways around a script's syntax tree: what stands around a node, and what a chain of members reads.
import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';

/** Wrappers that change nothing of a value. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'non_null_expression',
  'parenthesized_expression',
  'as_expression',
]);

/** Members read from a name: `operation.response?.generatedVideos?.[0]` is `response`, `generatedVideos`, `0`. */
export interface Chain {
  readonly path: readonly string[];
  /** The whole of the chain. */
  readonly top: SyntaxNode;
  /** The node of the last member's name; null where there is none. */
  readonly last: SyntaxNode | null;
}

export function chainOf(name: SyntaxNode, text: string): Chain {
  const path: string[] = [];
  let top = name;
  let last: SyntaxNode | null = null;
  for (let parent = top.parent; parent !== null; parent = top.parent) {
    if (parent.type === 'non_null_expression') top = parent;
    else if (parent.type === 'member_expression' && childAt(parent, 'object') === top) {
      last = childAt(parent, 'property') ?? null;
      path.push(last === null ? '?' : text.slice(last.start, last.end));
      top = parent;
    } else if (parent.type === 'subscript_expression' && childAt(parent, 'object') === top) {
      last = childAt(parent, 'index') ?? null;
      path.push(last === null ? '?' : text.slice(last.start, last.end));
      top = parent;
    } else break;
  }
  return { path, top, last };
}

/** The nearest node around that is of one of the types. */
export function around(node: SyntaxNode, types: readonly string[]): SyntaxNode | undefined {
  for (let parent = node.parent; parent !== null; parent = parent.parent)
    if (types.includes(parent.type)) return parent;
  return undefined;
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
    const name = text.slice(key.start, key.end);
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

/** Whether anything but blanks and commas stands between the children of a node: a comment. */
export function holdsComment(object: SyntaxNode, text: string): boolean {
  let from = object.start + 1;
  for (const child of [...object.children, null]) {
    const to = child === null ? object.end - 1 : child.start;
    if (/[^\s,]/.test(text.slice(from, to))) return true;
    from = child === null ? to : child.end;
  }
  return false;
}

/** The blanks before the first word of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
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
      text.slice(node.start, node.end) === name,
  );
}

/** Whether a node is only written to a log: an ID there means nothing to another API. */
export function isLogged(node: SyntaxNode, text: string): boolean {
  const call = around(node, ['call_expression']);
  const callee = call && childAt(call, 'function');
  return callee !== undefined && /^(?:console|log|logger)\b/.test(text.slice(callee.start, callee.end));
}
