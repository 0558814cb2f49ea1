// A request of Google's SDK in TypeScript or JavaScript, moved to the Interactions API as a whole or not at all.

import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Route } from '../../routes/types.ts';
import { alone, type Change, combined } from './change.ts';
import { constantUses } from './constant.ts';
import { unusedImports } from './imports.ts';
import { requestEdits } from './request.ts';
import { idEdit, requestIn } from './sdkRequest.ts';
import { waitChange } from './wait.ts';

/** The change; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function scriptToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): Change {
  const request = requestIn(root, route, text, 'call_expression');
  const { call, literal } = request;
  const quote = text[literal.start] === "'" ? "'" : '"';
  const change = combined(
    alone([idEdit(request, model)]),
    constantUses(request, root, text),
    alone(requestEdits(call, { text, quote, usualSeconds })),
    waitChange(call, root, text, quote),
  );
  return combined(change, alone(unusedImports(root, text, change.edits)));
}
