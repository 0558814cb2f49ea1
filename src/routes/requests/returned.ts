// What the functions of a program give back.
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Reading } from './reading.ts';

/** Whether a function of the file gives back what a node stands for. */
export function isReturned({ evaluator }: Reading, node: SyntaxNode): boolean {
  const { table } = evaluator.program.lowering;
  for (let at: SyntaxNode | null = node.parent; at !== null; at = at.parent) {
    const as = table.rules[at.type]?.as;
    if (as === 'return') return true;
    // An assertion, a comparison, a call as a statement: only what is given back is handed on.
    if (/statement$/.test(at.type)) return false;
    if (as === 'function') return !table.blocks.some((block) => node.parent?.type === block);
    if (as !== undefined && as !== 'list' && as !== 'inner') return false;
    if (table.blocks.includes(at.type)) return false;
  }
  return false;
}
