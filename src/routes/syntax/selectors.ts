// Grammars that leave `a.b(c)` as a row of parts: the row is nested into members, indexes and calls.
import type { SyntaxNode } from './tree.ts';

type Growing = { -readonly [Key in keyof SyntaxNode]: SyntaxNode[Key] };

/** A node whose children are still to be copied. */
interface Waiting {
  readonly made: Growing;
  readonly children: readonly SyntaxNode[];
}

/** The same tree with rows of selectors nested, so that a table can read it like any other. */
export function nestSelectors(root: SyntaxNode): SyntaxNode {
  const made: Growing = { ...root, parent: null };
  const waiting: Waiting[] = [{ made, children: root.children }];
  const copied = (node: SyntaxNode, parent: SyntaxNode): SyntaxNode => {
    const copy: Growing = { ...node, parent };
    waiting.push({ made: copy, children: node.children });
    return copy;
  };
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children: SyntaxNode[] = [];
    for (const child of next.children) {
      const before = children.at(-1);
      const isSelector =
        child.type === 'selector' ||
        (next.made.type === 'assignable_expression' && /_selector$/.test(child.type));
      if (isSelector && before !== undefined)
        children[children.length - 1] = joined(before, child, next.made, copied);
      else children.push(copied(child, next.made));
    }
    next.made.children = children;
  }
  return made;
}

/** One selector behind an expression. */
function joined(
  object: SyntaxNode,
  selector: SyntaxNode,
  parent: SyntaxNode,
  copied: (node: SyntaxNode, parent: SyntaxNode) => SyntaxNode,
): SyntaxNode {
  // What is assigned to ends with a selector that nothing is wrapped around.
  const part = selector.type === 'selector' ? selector.children[0] : selector;
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
  // The object was made here, and its children may still be on their way: it moves instead of being copied.
  (object as Growing).parent = made;
  made.children = [object, copied(argument, made)];
  return made;
}
