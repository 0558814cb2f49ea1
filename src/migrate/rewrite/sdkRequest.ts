// A call of Google's SDK with the string of its model, and what else of the file has to move with it.
import { descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Place, Route, TextEdit } from '../../routes/types.ts';
import type { Change } from './change.ts';
import { isWholeId } from './modelLiteral.ts';
import { refuse } from './refusal.ts';

export interface SdkRequest {
  readonly call: SyntaxNode;
  /** The string that holds the model ID. */
  readonly literal: SyntaxNode;
  readonly id: Place;
}

/** The call of a route, a node of this type, and the string of its model. @throws NotUnderstood */
export function requestIn(root: SyntaxNode, route: Route, text: string, callType: string): SdkRequest {
  const call = [...descendants(root)].find(
    ({ type, start, end }) => type === callType && start === route.start && end === route.end,
  );
  if (call === undefined) refuse('The call is not understood.');
  const id = route.reference;
  if (id === null) refuse('The model ID stands in another file or in the environment.');
  const literal = [...descendants(root)].find((node) => node.type === 'string' && isWholeId(node, id, text));
  if (literal === undefined) refuse('The model ID is part of a longer text.');
  return { call, literal, id };
}

/** The ID's own edit. */
export const idEdit = ({ literal, id }: SdkRequest, model: string): TextEdit => ({
  start: literal.start + 1,
  end: id.end,
  newText: model,
});

/** What reads the same thing as a call: inside of it the call settles it, elsewhere another request has to. */
export function shared(readers: readonly SyntaxNode[], call: SyntaxNode, why: string): Change {
  const isOwn = ({ start, end }: SyntaxNode): boolean => call.start <= start && end <= call.end;
  return {
    edits: [],
    needs: readers.filter((node) => !isOwn(node)).map(({ start }) => ({ at: start, why })),
    covers: readers.filter(isOwn).map(({ start }) => start),
  };
}
