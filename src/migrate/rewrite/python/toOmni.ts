// A request of Google's SDK in Python, moved to the Interactions API as a whole or not at all.
import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route, TextEdit } from '../../../routes/types.ts';
import { isWholeId } from '../modelLiteral.ts';
import { refuse } from '../refusal.ts';
import { unusedImports, videoClassOf } from './imports.ts';
import { requestEdits } from './request.ts';
import { around, says } from './tree.ts';
import { waitEdits } from './wait.ts';

/** The edits; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function pythonToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): readonly TextEdit[] {
  const call = [...descendants(root)].find(
    ({ type, start, end }) => type === 'call' && start === route.start && end === route.end,
  );
  if (call === undefined) refuse('The call is not understood.');
  const at = route.reference;
  if (at === null) refuse('The model ID stands in another file or in the environment.');
  const literal = [...descendants(root)].find((node) => node.type === 'string' && isWholeId(node, at, text));
  if (literal === undefined) refuse('The model ID is part of a longer text.');
  const kept = literal.parent;
  const isKept =
    kept?.type === 'keyword_argument' || (kept?.type === 'assignment' && literal.field === 'right');
  if (!isKept) refuse('The model ID is only one of those that it may send.');
  if (literal.start < call.start || call.end < literal.end) needOneUse(literal, call, root, text);
  const videoClass = videoClassOf(root, text);
  if (videoClass === null) refuse("The SDK's types are not imported here.");
  const quote = text[literal.start] === "'" ? "'" : '"';
  const edits = [
    { start: literal.start + 1, end: at.end, newText: model },
    ...requestEdits(call, { text, quote, usualSeconds }),
    ...waitEdits(call, text, quote, videoClass.expression),
  ];
  const usesClass = edits.some(({ newText }) => newText.includes(videoClass.expression));
  const all = usesClass ? [...edits, ...videoClass.edits] : edits;
  return [...all, ...unusedImports(root, text, all)];
}

/** A constant may change only where nothing but this request reads it. */
function needOneUse(literal: SyntaxNode, call: SyntaxNode, root: SyntaxNode, text: string): void {
  const name = literal.parent === null ? undefined : childAt(literal.parent, 'left');
  const owner = around(literal, ['function_definition', 'class_definition', 'module']);
  if (name?.type !== 'identifier' || owner?.type === 'class_definition')
    refuse('The model ID is read by more than this request.');
  const uses = [...descendants(root)].filter(
    (node) => node !== name && node.type === 'identifier' && says(node, text) === says(name, text),
  );
  if (uses.length !== 1 || uses.some(({ start, end }) => start < call.start || call.end < end))
    refuse('The model ID is read by more than this request.');
}
