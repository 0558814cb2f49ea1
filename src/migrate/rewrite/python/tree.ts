// Ways around Python's syntax tree: what members are read from a name, what a call is given, what is imported.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { around, type Chain, says } from '../nodes.ts';

export function chainOf(name: SyntaxNode, text: string): Chain {
  const path: string[] = [];
  let top = name;
  let last: SyntaxNode | null = null;
  for (let parent = top.parent; parent !== null; parent = top.parent) {
    const isMember = parent.type === 'attribute' && childAt(parent, 'object') === top;
    const isItem = parent.type === 'subscript' && childAt(parent, 'value') === top;
    if (!isMember && !isItem) break;
    const member = childAt(parent, isMember ? 'attribute' : 'subscript') ?? null;
    last = isMember ? member : null;
    path.push(member === null ? '?' : says(member, text));
    top = parent;
  }
  return { path, top, last };
}

/** The places where a name is read within a block: no member of that name, no argument, and not what declares it. */
export function usesOf(
  name: string,
  block: SyntaxNode,
  declared: SyntaxNode,
  text: string,
): readonly SyntaxNode[] {
  return [...descendants(block)].filter(
    (node) =>
      node !== declared &&
      node.type === 'identifier' &&
      says(node, text) === name &&
      node.field !== 'attribute' &&
      !(node.parent?.type === 'keyword_argument' && node.field === 'name'),
  );
}

/** The keyword arguments of a call by their names; null where it is given anything else. */
export function keywordsOf(call: SyntaxNode, text: string): ReadonlyMap<string, SyntaxNode> | null {
  const args = childAt(call, 'arguments');
  const keywords = new Map<string, SyntaxNode>();
  for (const node of args?.children ?? []) {
    const name = node.type === 'keyword_argument' ? childAt(node, 'name') : undefined;
    if (name === undefined) return null;
    keywords.set(says(name, text), node);
  }
  return keywords;
}

/** The entries of a dictionary with plain keys; null where something else stands in it. */
export function entriesOf(dictionary: SyntaxNode, text: string): ReadonlyMap<string, SyntaxNode> | null {
  const entries = new Map<string, SyntaxNode>();
  for (const node of dictionary.children) {
    const key = node.type === 'pair' ? childAt(node, 'key') : undefined;
    const word = key?.type === 'string' ? plainWords(key, text) : null;
    if (word === null) return null;
    entries.set(word, node);
  }
  return entries;
}

/** The words of a string without prefix, escapes and interpolations; null for any other node. */
export function plainWords(node: SyntaxNode, text: string): string | null {
  const match = /^(["'])([^\\{}\n"']*)\1$/.exec(says(node, text));
  return node.type === 'string' && match !== null ? (match[2] ?? '') : null;
}

/** Whether a node is given to something that only writes it for people: `print(…)`, `logger.info(f"…")`. */
export function isLogged(node: SyntaxNode, text: string): boolean {
  const call = around(node, ['call']);
  const callee = call && childAt(call, 'function');
  return /^(?:print|(?:\w+\.)*\w*log(?:ger|ging)?\.\w+)$/i.test(says(callee, text));
}

/** Whether a node is the `file` of `files.download(file=…)`. */
export function isDownloaded(node: SyntaxNode, text: string): boolean {
  const argument = node.parent;
  const call = argument?.parent?.parent;
  const callee = call?.type === 'call' ? childAt(call, 'function') : undefined;
  const name = argument?.type === 'keyword_argument' ? childAt(argument, 'name') : undefined;
  return (
    name !== undefined &&
    says(name, text) === 'file' &&
    callee !== undefined &&
    /\.files\.download$/.test(says(callee, text))
  );
}
