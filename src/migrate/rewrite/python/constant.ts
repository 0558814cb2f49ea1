// Who reads the model ID of a request in Python: the request alone, or others as well.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { alone, type Change } from '../change.ts';
import { around, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { type SdkRequest, shared } from '../sdkRequest.ts';
import { isLogged, usesOf } from './tree.ts';

const OTHERS = 'The model ID is read by more than this request.';

/** Who reads the ID: the request alone, or others as well, which then have to move with it. */
export function constantUses({ literal, call }: SdkRequest, root: SyntaxNode, text: string): Change {
  const kept = literal.parent;
  const isKept =
    kept?.type === 'keyword_argument' || (kept?.type === 'assignment' && literal.field === 'right');
  if (!isKept || kept === null) refuse('The model ID is only one of those that it may send.');
  if (call.start <= literal.start && literal.end <= call.end) return alone([]);
  const name = childAt(kept, 'left');
  const owner = around(literal, ['function_definition', 'class_definition', 'module']);
  if (name?.type !== 'identifier' || owner?.type === 'class_definition') refuse(OTHERS);
  const read = usesOf(says(name, text), root, name, text).filter((node) => !isLogged(node, text));
  return shared(read, call, OTHERS);
}
