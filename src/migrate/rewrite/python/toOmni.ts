// A request of Google's SDK in Python, moved to the Interactions API as a whole or not at all.
import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route } from '../../../routes/types.ts';
import { alone, type Change } from '../change.ts';
import { isWholeId } from '../modelLiteral.ts';
import { refuse } from '../refusal.ts';
import { moduleImport, unusedImports, videoClassOf } from './imports.ts';
import { requestEdits } from './request.ts';
import { around, isLogged, says, usesOf } from './tree.ts';
import { OWN_PAUSE, waitEdits } from './wait.ts';

/** The change; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function pythonToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): Change {
  const call = [...descendants(root)].find(
    ({ type, start, end }) => type === 'call' && start === route.start && end === route.end,
  );
  if (call === undefined) refuse('The call is not understood.');
  const at = route.reference;
  if (at === null) refuse('The model ID stands in another file or in the environment.');
  const literal = [...descendants(root)].find((node) => node.type === 'string' && isWholeId(node, at, text));
  if (literal === undefined) refuse('The model ID is part of a longer text.');
  const videoClass = videoClassOf(root, text);
  if (videoClass === null) refuse("The SDK's types are not imported here.");
  const quote = text[literal.start] === "'" ? "'" : '"';
  const constant = constantUses(literal, call, root, text);
  const edits = [
    { start: literal.start + 1, end: at.end, newText: model },
    ...requestEdits(call, { text, quote, usualSeconds }),
    ...waitEdits(call, text, quote, videoClass.expression),
  ];
  const uses = (word: string): boolean => edits.some(({ newText }) => newText.includes(word));
  const all = [
    ...edits,
    ...(uses(videoClass.expression) ? videoClass.edits : []),
    ...(uses('base64.') ? moduleImport(root, text, 'base64') : []),
    ...(uses(OWN_PAUSE) ? moduleImport(root, text, 'time') : []),
  ];
  return { ...constant, edits: [...all, ...unusedImports(root, text, all)] };
}

const OTHERS = 'The model ID is read by more than this request.';

/** Who reads the ID: the request alone, or others as well, which then have to move with it. */
function constantUses(literal: SyntaxNode, call: SyntaxNode, root: SyntaxNode, text: string): Change {
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
