// Names that a condition binds to what it looks at (`guard let url = URL(…) else`).
import { nameOf } from '../lowering/names.ts';
import type { SyntaxNode } from '../tree.ts';
import type { Context, Gathering } from './gathering.ts';

/** Binds what Swift's `if let`, `guard let` and `while let` name; other nodes are left alone. */
export function bindConditions(gathering: Gathering, node: SyntaxNode, context: Context): void {
  if (!/^(?:guard|if|while)_statement$/.test(node.type)) return;
  for (const [index, child] of node.children.entries()) {
    const value = node.children[index + 1];
    if (child.field !== 'bound_identifier' || value?.field !== 'condition') continue;
    gathering.bind({
      name: nameOf(gathering.lowering, child),
      value: gathering.lowering.expression(value),
      at: value.end,
      range: context.block,
      fn: context.fn,
      guards: context.guards,
    });
  }
}
