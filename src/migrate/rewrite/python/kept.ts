// A value in Python that is kept under a name for one request alone.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { around, says } from '../nodes.ts';

export interface KeptValue {
  readonly value: SyntaxNode;
  readonly statement: SyntaxNode;
}

/** What a name is set to before, in the same function, where nothing else reads it or sets it; null where that is not so. */
export function keptValue(name: SyntaxNode, text: string): KeptValue | null {
  const owner = around(name, ['function_definition', 'module']);
  const all = [...(owner === undefined ? [] : descendants(owner))].filter(
    (node) => node.type === 'identifier' && says(node, text) === says(name, text) && isName(node),
  );
  const [target, ...others] = all.filter((node) => node !== name);
  const assigned = target?.parent?.type === 'assignment' ? target.parent : undefined;
  const value = assigned && childAt(assigned, 'right');
  if (target?.field !== 'left' || others.length > 0 || value === undefined || !assigned?.parent) return null;
  const isPlain = assigned.children.length === 2 && target.end < name.start;
  const isSame = around(assigned, ['function_definition', 'module']) === owner;
  return isPlain && isSame ? { value, statement: assigned.parent } : null;
}

/** Neither a member nor the name of an argument. */
const isName = ({ field, parent }: SyntaxNode): boolean =>
  field !== 'attribute' && !(parent?.type === 'keyword_argument' && field === 'name');
