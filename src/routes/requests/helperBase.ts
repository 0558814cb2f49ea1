// What a helper puts in front of the path that it is given: the host behind `post('/interactions', body)`.
import { textsIn } from '../surfaces/address.ts';
import type { Evaluator, Frame } from '../values/evaluate.ts';
import type { CallExpression } from '../values/expression.ts';
import { functionCalled } from '../values/handed.ts';

/** How many helpers an address may go through. */
const DEEPEST = 3;

/** What the function that is called, here or in another file, sends to before `path`; null where nothing shows it. */
export function baseOfHelper(
  evaluator: Evaluator,
  call: CallExpression,
  path: string,
  frame: Frame | null,
  depth = 0,
): string | null {
  const called = depth < DEEPEST ? functionCalled(evaluator, call.callee) : null;
  if (called === null || !evaluator.spend(1)) return null;
  const { source, module, node } = called;
  const inner: Frame = {
    owner: node,
    args: call.args,
    caller: frame,
    ...(source === null ? {} : { from: evaluator }),
  };
  for (const site of module.scope.callsIn(node)) {
    const next = module.program.lowering.expression(site.node);
    if (next.kind !== 'call') continue;
    const address = next.args
      .flatMap(({ value }) => textsIn(module.evaluate(value, inner)))
      .find((text) => /^https?:\/\//.test(text) && text.endsWith(path));
    const base =
      address?.slice(0, address.length - path.length) ?? baseOfHelper(module, next, path, inner, depth + 1);
    if (base !== null) return base;
  }
  return null;
}
