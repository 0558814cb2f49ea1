// A request of Google's SDK in TypeScript or JavaScript, moved to the Interactions API as a whole or not at all.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Route, TextEdit } from '../../routes/types.ts';
import { isWholeId } from './modelLiteral.ts';
import { refuse } from './refusal.ts';
import { requestEdits } from './request.ts';
import { around } from './tree.ts';
import { waitEdits } from './wait.ts';

/** The edits; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function scriptToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): readonly TextEdit[] {
  const call = [...descendants(root)].find(
    ({ type, start, end }) => type === 'call_expression' && start === route.start && end === route.end,
  );
  if (call === undefined) refuse('The call is not understood.');
  const at = route.reference;
  if (at === null) refuse('The model ID stands in another file or in the environment.');
  const literal = [...descendants(root)].find((node) => node.type === 'string' && isWholeId(node, at, text));
  if (literal === undefined) refuse('The model ID is part of a longer text.');
  const kept = literal.parent;
  if ((kept?.type !== 'pair' && kept?.type !== 'variable_declarator') || childAt(kept, 'value') !== literal)
    refuse('The model ID is only one of those that it may send.');
  if (literal.start < call.start || call.end < literal.end) needOneUse(literal, call, root, text);
  const quote = text[literal.start] === "'" ? "'" : '"';
  return [
    { start: literal.start + 1, end: at.end, newText: model },
    ...requestEdits(call, { text, quote, usualSeconds }),
    ...waitEdits(call, text, quote),
  ];
}

/** A constant may change only where nothing but this request reads it. */
function needOneUse(literal: SyntaxNode, call: SyntaxNode, root: SyntaxNode, text: string): void {
  const declared = literal.parent;
  const name = declared?.type === 'variable_declarator' ? childAt(declared, 'name') : undefined;
  if (name?.type !== 'identifier' || declared === null || around(literal, ['export_statement']) !== undefined)
    refuse('The model ID is read by more than this request.');
  const says = text.slice(name.start, name.end);
  const uses = [...descendants(root)].filter(
    (node) => node !== name && /identifier/.test(node.type) && text.slice(node.start, node.end) === says,
  );
  if (uses.length !== 1 || uses.some(({ start, end }) => start < call.start || call.end < end))
    refuse('The model ID is read by more than this request.');
}
