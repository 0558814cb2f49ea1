// A request of Google's SDK in Python, moved to the Interactions API as a whole or not at all.
import type { SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route } from '../../../routes/types.ts';
import type { Change } from '../change.ts';
import { refuse } from '../refusal.ts';
import { requestIn } from '../sdkRequest.ts';
import { constantUses } from './constant.ts';
import { moduleImport, unusedImports, videoClassOf } from './imports.ts';
import { requestEdits } from './request.ts';
import { OWN_PAUSE, waitEdits } from './wait.ts';

/** The change; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function pythonToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): Change {
  const request = requestIn(root, route, text, 'call');
  const { call, literal, id } = request;
  const videoClass = videoClassOf(root, text);
  if (videoClass === null) refuse("The SDK's types are not imported here.");
  const quote = text[literal.start] === "'" ? "'" : '"';
  const constant = constantUses(request, root, text);
  const edits = [
    { start: literal.start + 1, end: id.end, newText: model },
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
