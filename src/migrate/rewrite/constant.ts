// Who reads the model ID of a script's request: the request alone, or others as well.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { alone, type Change } from './change.ts';
import { says } from './nodes.ts';
import { refuse } from './refusal.ts';
import { type SdkRequest, shared } from './sdkRequest.ts';
import { chainOf, isLogged } from './tree.ts';

const OTHERS = 'The model ID is read by more than this request.';

/** Who reads the ID: the request alone, or others as well, which then have to move with it. */
export function constantUses({ literal, call }: SdkRequest, root: SyntaxNode, text: string): Change {
  const kept = literal.parent;
  if ((kept?.type !== 'pair' && kept?.type !== 'variable_declarator') || childAt(kept, 'value') !== literal)
    refuse('The model ID is only one of those that it may send.');
  if (call.start <= literal.start && literal.end <= call.end) return alone([]);
  const object = kept.type === 'pair' ? kept.parent : null;
  const declared =
    object === null ? kept : object.parent?.type === 'as_expression' ? object.parent.parent : object.parent;
  const name = declared?.type === 'variable_declarator' ? childAt(declared, 'name') : undefined;
  if (name?.type !== 'identifier' || declared?.parent?.parent?.type === 'export_statement') refuse(OTHERS);
  const named = says(name, text);
  const key = object === null ? '' : text.slice(kept.start, childAt(kept, 'key')?.end);
  const uses = [...descendants(root)].filter(
    (node) =>
      node !== name && /^(?:shorthand_property_)?identifier$/.test(node.type) && says(node, text) === named,
  );
  const read = uses.filter((node) => {
    const { path } = chainOf(node, text);
    // Of an object only the members that are named here are known to be read.
    if (object !== null && (path.length === 0 || /[^\w$]/.test(path[0] ?? ''))) refuse(OTHERS);
    return (object === null || path[0] === key) && !isLogged(node, text);
  });
  return shared(read, call, OTHERS);
}
