// Where a program calls something, each chain of calls once, and where a route of it stands.
import type { RoutePlace } from '../route.ts';
import type { CallSite } from '../syntax/program.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { type CallExpression, chainOf } from '../values/expression.ts';
import type { Reading } from './reading.ts';

/** A chain of calls (`a.b().c()`) with the function that it stands in; `call` is its last. */
export interface Site {
  readonly call: CallExpression;
  readonly chain: readonly CallExpression[];
  readonly fn: SyntaxNode | null;
  readonly node: SyntaxNode;
}

/** Calls that are no receiver of a longer chain. */
export function outermostCalls(evaluator: Evaluator): readonly Site[] {
  const calls = evaluator.program.calls.flatMap(({ node, fn }: CallSite) => {
    const call = evaluator.program.lowering.expression(node);
    return call.kind === 'call' ? [{ call, fn, node }] : [];
  });
  const inner = new Set(
    calls.flatMap(({ call }) => {
      const receiver = receiverOf(call);
      return receiver === null ? [] : [`${receiver.start}:${receiver.end}`];
    }),
  );
  return calls
    .filter(({ call }) => !inner.has(`${call.start}:${call.end}`))
    .map((site) => ({ ...site, chain: chainOf(site.call) }));
}

/** The call before a call in its chain; null for the first one. */
function receiverOf(call: CallExpression): CallExpression | null {
  let at = call.callee;
  while (at.kind === 'member') at = at.object;
  return at.kind === 'call' ? at : null;
}

/** Where a route of a call stands, under the name of the function around it. */
export function placeOf(reading: Reading, site: Site): RoutePlace {
  return { start: site.call.start, end: site.call.end, name: nameOfFunction(reading, site.fn) };
}

/** The name of the innermost named function, with its class; null outside of any. */
export function nameOfFunction({ evaluator }: Reading, fn: SyntaxNode | null): string | null {
  for (let at = fn; at !== null; at = at.parent) {
    const info = evaluator.program.functions.get(at);
    if (info !== undefined && info.name !== '')
      return info.ownerClass === null ? info.name : `${info.ownerClass}.${info.name}`;
  }
  return null;
}
