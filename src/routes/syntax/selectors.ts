// Grammars that leave `a.b(c)` as a row of parts: the row is nested into members, indexes and calls.
import type { SyntaxNode } from './tree.ts';

type Growing = { -readonly [Key in keyof SyntaxNode]: SyntaxNode[Key] };

/** The same tree with rows of selectors nested, so that a table can read it like any other. */
export function nestSelectors(node: SyntaxNode, parent: SyntaxNode | null = null): SyntaxNode {
  const made: Growing = { ...node, parent };
  const children: SyntaxNode[] = [];
  for (const child of node.children) {
    const before = children.at(-1);
    if (child.type === 'selector' && before !== undefined)
      children[children.length - 1] = joined(before, child, made);
    else children.push(nestSelectors(child, made));
  }
  made.children = children;
  return made;
}

/** One selector behind an expression. */
function joined(object: SyntaxNode, selector: SyntaxNode, parent: SyntaxNode): SyntaxNode {
  const [part] = selector.children;
  const inner = part?.children[0];
  if (part === undefined || inner === undefined) return object;
  const type =
    part.type === 'argument_part'
      ? 'nested_call'
      : inner.type === 'index_selector'
        ? 'nested_index'
        : 'nested_member';
  const made: Growing = {
    type,
    field: object.field,
    start: object.start,
    end: selector.end,
    parent,
    children: [],
    operator: null,
  };
  const argument =
    part.type === 'argument_part'
      ? (part.children.find((child) => child.type === 'arguments') ?? inner)
      : inner;
  made.children = [{ ...object, parent: made }, nestSelectors(argument, made)];
  return made;
}
