// Everything that an operation is used for, in whatever language: the edits, and the polls among the uses.
import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import type { UseEdits } from './use.ts';

export interface AllUses<P> {
  readonly edits: readonly TextEdit[];
  readonly polls: readonly P[];
  /** Whether one of the uses asks for the outcome. */
  readonly isChecked: boolean;
}

interface PollEdits {
  readonly node: SyntaxNode;
  readonly edits: readonly TextEdit[];
}

/**
 * Whether a loop stands in a `try` that the video is taken outside of: what it throws there would be caught, and the
 * request perhaps sent again.
 */
export function isTriedApart(loop: SyntaxNode, uses: readonly SyntaxNode[]): boolean {
  for (let at = loop.parent; at !== null; at = at.parent) {
    const { type, end } = at;
    if (/^(?:function|method|arrow)/.test(type)) return false;
    if (type === 'try_statement' && uses.some(({ start }) => start >= end)) return true;
  }
  return false;
}

/** The edits of all uses, in the order of the text; a use inside of another one goes with it. */
export function editsOf<P extends PollEdits>(
  uses: readonly SyntaxNode[],
  pollOf: (node: SyntaxNode) => P | null,
  useOf: (node: SyntaxNode) => UseEdits,
): AllUses<P> {
  const edits: TextEdit[] = [];
  const polls: P[] = [];
  let isChecked = false;
  let end = 0;
  for (const node of uses) {
    if (node.start < end) continue;
    const poll = pollOf(node);
    if (poll !== null) {
      edits.push(...poll.edits);
      polls.push(poll);
      end = poll.node.end;
      continue;
    }
    const use = useOf(node);
    edits.push(...use.edits);
    end = Math.max(node.end, use.end ?? 0);
    isChecked ||= use.isCheck;
  }
  return { edits, polls, isChecked };
}
