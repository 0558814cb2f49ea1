// What follows a request: the loop that waits for its video, and the places that take the video.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { alone, type Change, combined } from './change.ts';
import { around, says } from './nodes.ts';
import { aliasOf, followed, type Kept, waitingOf } from './operation.ts';
import { waitedFor } from './poll.ts';
import { refuse } from './refusal.ts';
import { shared } from './sdkRequest.ts';
import { askedByName, handedOn } from './split.ts';
import { BLOCKS } from './use.ts';

/** The change of everything that the operation of a request is used for. */
export function waitChange(call: SyntaxNode, root: SyntaxNode, text: string, quote: string): Change {
  const { kept, together } = keptFrom(call, text, quote);
  const rest = handedOn(kept, root) ?? askedByName(kept, call, root) ?? waitedHere(kept);
  return combined(alone(kept.untyped), together, rest);
}

function waitedHere(kept: Kept): Change {
  const alias = aliasOf(kept);
  const { edits } = followed(alias === null ? kept : alias.own);
  return alone([...(alias?.edits ?? []), ...edits]);
}

const SHARED = 'Its operation is kept where another request keeps its own.';

/**
 * `let operation = await …`, be the call handed to a helper that calls it again: `await retry(() => …)`. Or a variable that
 * was declared before, which several requests may be kept in: they move together.
 */
function keptFrom(call: SyntaxNode, text: string, quote: string): { kept: Kept; together: Change } {
  const holder = waitedFor(call)?.parent;
  if (holder?.type === 'variable_declarator')
    return { kept: waitingOf(holder, text, quote), together: alone([]) };
  const left = holder?.type === 'assignment_expression' ? childAt(holder, 'left') : undefined;
  const declared = left?.type === 'identifier' ? declarationOf(left, text) : undefined;
  if (declared === undefined) refuse('Its operation is not kept in a variable of its own.');
  const kept = waitingOf(declared, text, quote);
  const targets = kept.uses.filter((node) => isRequested(node, text));
  const calls = targets.map((node) => requestOf(node, text)).filter((one) => one !== undefined);
  return {
    kept: { ...kept, uses: kept.uses.filter((node) => !targets.includes(node)) },
    together: shared(calls, call, SHARED),
  };
}

/** The variable of a name, declared without a value in a block around. */
function declarationOf(name: SyntaxNode, text: string): SyntaxNode | undefined {
  for (let block = around(name, BLOCKS); block !== undefined; block = around(block, BLOCKS)) {
    const found = block.children
      .filter(({ type }) => type === 'lexical_declaration' || type === 'variable_declaration')
      .flatMap(({ children }) => children)
      .find((one) => says(childAt(one, 'name') ?? one, text) === says(name, text));
    if (found !== undefined) return childAt(found, 'value') === undefined ? found : undefined;
  }
  return undefined;
}

const isRequested = (node: SyntaxNode, text: string): boolean => requestOf(node, text) !== undefined;

/** The request whose operation a name is set to. */
function requestOf(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const assigned = node.parent?.type === 'assignment_expression' ? node.parent : undefined;
  if (assigned === undefined || childAt(assigned, 'left') !== node) return undefined;
  const value = childAt(assigned, 'right');
  return [...(value === undefined ? [] : descendants(value))].find((one) => {
    const callee = one.type === 'call_expression' ? childAt(one, 'function') : undefined;
    return /\bmodels\.generateVideos$/.test(says(callee, text));
  });
}
