// Ways around a syntax tree that are the same in every language: what stands around a node, and what it says.
import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Place } from '../../routes/types.ts';

/** Members read from a name: `operation.response?.generatedVideos?.[0]` is `response`, `generatedVideos`, `0`. */
export interface Chain {
  readonly path: readonly string[];
  /** The whole of the chain. */
  readonly top: SyntaxNode;
  /** The node of the last member's name; null where there is none. */
  readonly last: SyntaxNode | null;
}

/** The text of a node; empty where there is none. */
export const says = (node: Place | undefined, text: string): string =>
  node === undefined ? '' : text.slice(node.start, node.end);

/** The nearest node around that is of one of the types. */
export function around(node: SyntaxNode, types: readonly string[]): SyntaxNode | undefined {
  for (let parent = node.parent; parent !== null; parent = parent.parent)
    if (types.includes(parent.type)) return parent;
  return undefined;
}

/** Whether anything but blanks and commas stands between the children of a node: a comment. */
export function holdsComment(node: SyntaxNode, text: string): boolean {
  let from = node.start + 1;
  for (const child of [...node.children, null]) {
    const to = child === null ? node.end - 1 : child.start;
    if (/[^\s,]/.test(text.slice(from, to))) return true;
    from = child === null ? to : child.end;
  }
  return false;
}

/** The blanks before the first word of the line of an offset. */
export function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', offset - 1) + 1))?.[0] ?? '';
}
