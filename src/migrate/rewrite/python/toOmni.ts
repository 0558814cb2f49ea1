// A request of Google's SDK in Python, moved to the Interactions API as a whole or not at all.
import type { SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route } from '../../../routes/types.ts';
import { alone, type Change, combined } from '../change.ts';
import { refuse } from '../refusal.ts';
import { idEdit, requestIn } from '../sdkRequest.ts';
import { constantUses } from './constant.ts';
import { moduleImport, unusedImports, videoClassOf } from './imports.ts';
import { OWN_PAUSE } from './poll.ts';
import { requestEdits } from './request.ts';
import { waitChange } from './wait.ts';

/** The change; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function pythonToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): Change {
  const request = requestIn(root, route, text, 'call');
  const { call, literal } = request;
  const videoClass = videoClassOf(root, call, text);
  if (videoClass === null) refuse("The SDK's types are not imported here.");
  const quote = text[literal.start] === "'" ? "'" : '"';
  const change = combined(
    alone([idEdit(request, model), ...requestEdits(call, { text, quote, usualSeconds })]),
    constantUses(request, root, text),
    waitChange(call, root, { text, quote, videoClass: videoClass.expression }),
  );
  const { edits } = change;
  const uses = (word: string): boolean => edits.some(({ newText }) => newText.includes(word));
  const all = [
    ...edits,
    ...(uses(videoClass.expression) ? videoClass.edits : []),
    ...(uses('base64.') ? moduleImport(root, text, 'base64') : []),
    ...(uses(OWN_PAUSE) ? moduleImport(root, text, 'time') : []),
  ];
  return { ...change, edits: [...all, ...unusedImports(root, text, all)] };
}
