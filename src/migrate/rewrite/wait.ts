// What follows a request: the loop that waits for its video, and the places that take the video.
import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import { alone, type Change } from './change.ts';
import { aliasOf, followed, waitingOf } from './operation.ts';
import { waitedFor } from './poll.ts';
import { refuse } from './refusal.ts';
import { askedByName, handedOn } from './split.ts';

/** The change of everything that the operation of a request is used for. */
export function waitChange(call: SyntaxNode, root: SyntaxNode, text: string, quote: string): Change {
  const own = waitingOf(declarationOf(call), text, quote);
  const handed = handedOn(own, root);
  if (handed !== null) return handed;
  const named = askedByName(own, call, root);
  if (named !== null) return named;
  const alias = aliasOf(own);
  const { edits } = followed(alias === null ? own : alias.own);
  return alone([...(alias?.edits ?? []), ...edits]);
}

/** `let operation = await …`, be the call handed to a helper that calls it again: `await retry(() => …)`. */
function declarationOf(call: SyntaxNode): SyntaxNode {
  const declared = waitedFor(call)?.parent;
  if (declared?.type !== 'variable_declarator') refuse('Its operation is not kept in a variable of its own.');
  return declared;
}
