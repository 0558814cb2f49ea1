// Who reads the model ID of a script's request: the request alone, or others as well.
import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Place, Route, TextEdit } from '../../routes/types.ts';
import { alone, type Change } from './change.ts';
import { isWholeId } from './modelLiteral.ts';
import { refuse } from './refusal.ts';
import { chainOf, isLogged } from './tree.ts';

export interface ScriptRequest {
  readonly call: SyntaxNode;
  /** The string that holds the model ID. */
  readonly literal: SyntaxNode;
  readonly id: Place;
}

/** The call of a route and the string of its model. */
export function requestIn(root: SyntaxNode, route: Route, text: string): ScriptRequest {
  const call = [...descendants(root)].find(
    ({ type, start, end }) => type === 'call_expression' && start === route.start && end === route.end,
  );
  if (call === undefined) refuse('The call is not understood.');
  const id = route.reference;
  if (id === null) refuse('The model ID stands in another file or in the environment.');
  const literal = [...descendants(root)].find((node) => node.type === 'string' && isWholeId(node, id, text));
  if (literal === undefined) refuse('The model ID is part of a longer text.');
  return { call, literal, id };
}

/** The ID's own edit. */
export const idEdit = ({ literal, id }: ScriptRequest, model: string): TextEdit => ({
  start: literal.start + 1,
  end: id.end,
  newText: model,
});

const OTHERS = 'The model ID is read by more than this request.';

/** Who reads the ID: the request alone, or others as well, which then have to move with it. */
export function constantUses({ literal, call }: ScriptRequest, root: SyntaxNode, text: string): Change {
  const kept = literal.parent;
  if ((kept?.type !== 'pair' && kept?.type !== 'variable_declarator') || childAt(kept, 'value') !== literal)
    refuse('The model ID is only one of those that it may send.');
  if (call.start <= literal.start && literal.end <= call.end) return alone([]);
  const object = kept.type === 'pair' ? kept.parent : null;
  const declared =
    object === null ? kept : object.parent?.type === 'as_expression' ? object.parent.parent : object.parent;
  const name = declared?.type === 'variable_declarator' ? childAt(declared, 'name') : undefined;
  if (name?.type !== 'identifier' || declared?.parent?.parent?.type === 'export_statement') refuse(OTHERS);
  const says = text.slice(name.start, name.end);
  const key = object === null ? '' : text.slice(kept.start, childAt(kept, 'key')?.end);
  const uses = [...descendants(root)].filter(
    (node) =>
      node !== name &&
      /^(?:shorthand_property_)?identifier$/.test(node.type) &&
      text.slice(node.start, node.end) === says,
  );
  const read = uses.filter((node) => {
    const { path } = chainOf(node, text);
    // Of an object only the members that are named here are known to be read.
    if (object !== null && (path.length === 0 || /[^\w$]/.test(path[0] ?? ''))) refuse(OTHERS);
    return (object === null || path[0] === key) && !isLogged(node, text);
  });
  const isOwn = ({ start, end }: SyntaxNode): boolean => call.start <= start && end <= call.end;
  return {
    edits: [],
    needs: read.filter((node) => !isOwn(node)).map(({ start }) => ({ at: start, why: OTHERS })),
    covers: read.filter(isOwn).map(({ start }) => start),
  };
}
