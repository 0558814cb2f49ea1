// What follows a request in Python: the loop that waits for its video, and the places that take the video.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { alone, type Change, combined } from '../change.ts';
import { says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { shared } from '../sdkRequest.ts';
import { type Around, followed, type Kept, keptBy } from './operation.ts';
import { askedByName, handedOn, returned } from './split.ts';

const SHARED = 'Its operation is kept where another request keeps its own.';

/** The change of everything that the operation of a request is used for. */
export function waitChange(call: SyntaxNode, root: SyntaxNode, facts: Around): Change {
  const value = call.parent?.type === 'await' ? call.parent : call;
  const assigned = value.parent;
  if (assigned?.type !== 'assignment') refuse('Its operation is not kept in a variable of its own.');
  const { waiting, uses } = keptBy(assigned, facts);
  const requests = uses.flatMap((node) => requestOf(node, facts.text) ?? []);
  const kept: Kept = {
    waiting,
    uses: uses.filter(
      (node) => requestOf(node, facts.text) === undefined && (node.start < call.start || call.end < node.end),
    ),
  };
  return combined(shared([...requests, call], call, SHARED), waitedFor(kept, call, root));
}

/** The change of a kept operation, wherever it is asked for. */
function waitedFor(kept: Kept, call: SyntaxNode, root: SyntaxNode): Change {
  return (
    handedOn(kept, root) ??
    askedByName(kept, call, root) ??
    returned(kept, root, (other) => waitedFor(other, call, root)) ??
    alone(followed(kept).edits)
  );
}

/** The request whose operation a name is set to. */
function requestOf(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const assigned = node.parent?.type === 'assignment' ? node.parent : undefined;
  const value = assigned && childAt(assigned, 'left') === node ? childAt(assigned, 'right') : undefined;
  return [...(value === undefined ? [] : descendants(value))].find((one) => {
    const callee = one.type === 'call' ? childAt(one, 'function') : undefined;
    return /\bmodels\.generate_videos$/.test(says(callee, text));
  });
}
