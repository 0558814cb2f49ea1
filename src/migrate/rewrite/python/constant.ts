// Who reads the model ID of a request in Python: the request alone, or others as well.
import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Place, Route } from '../../../routes/types.ts';
import { alone, type Change } from '../change.ts';
import { isWholeId } from '../modelLiteral.ts';
import { refuse } from '../refusal.ts';
import { around, isLogged, says, usesOf } from './tree.ts';

export interface PythonRequest {
  readonly call: SyntaxNode;
  /** The string that holds the model ID. */
  readonly literal: SyntaxNode;
  readonly id: Place;
}

/** The call of a route and the string of its model. */
export function requestIn(root: SyntaxNode, route: Route, text: string): PythonRequest {
  const call = [...descendants(root)].find(
    ({ type, start, end }) => type === 'call' && start === route.start && end === route.end,
  );
  if (call === undefined) refuse('The call is not understood.');
  const id = route.reference;
  if (id === null) refuse('The model ID stands in another file or in the environment.');
  const literal = [...descendants(root)].find((node) => node.type === 'string' && isWholeId(node, id, text));
  if (literal === undefined) refuse('The model ID is part of a longer text.');
  return { call, literal, id };
}

const OTHERS = 'The model ID is read by more than this request.';

/** Who reads the ID: the request alone, or others as well, which then have to move with it. */
export function constantUses({ literal, call }: PythonRequest, root: SyntaxNode, text: string): Change {
  const kept = literal.parent;
  const isKept =
    kept?.type === 'keyword_argument' || (kept?.type === 'assignment' && literal.field === 'right');
  if (!isKept || kept === null) refuse('The model ID is only one of those that it may send.');
  if (call.start <= literal.start && literal.end <= call.end) return alone([]);
  const name = childAt(kept, 'left');
  const owner = around(literal, ['function_definition', 'class_definition', 'module']);
  if (name?.type !== 'identifier' || owner?.type === 'class_definition') refuse(OTHERS);
  const read = usesOf(says(name, text), root, name, text).filter((node) => !isLogged(node, text));
  const isOwn = ({ start, end }: SyntaxNode): boolean => call.start <= start && end <= call.end;
  return {
    edits: [],
    needs: read.filter((node) => !isOwn(node)).map(({ start }) => ({ at: start, why: OTHERS })),
    covers: read.filter(isOwn).map(({ start }) => start),
  };
}
