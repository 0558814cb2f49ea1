// Addresses that a program builds and hands on for another to send.
import { readSent } from '../http.ts';
import { coverTest } from '../placeSearch.ts';
import { textsIn } from '../surfaces/address.ts';
import { descendants, type SyntaxNode } from '../syntax/tree.ts';
import type { Route } from '../types.ts';
import { calledName } from '../values/expression.ts';
import { FORMATTERS } from '../values/functions.ts';
import { UNKNOWN } from '../values/result.ts';
import { nameOfFunction } from './callSites.ts';
import type { Reading } from './reading.ts';
import { isReturned } from './returned.ts';

/** Addresses that start a job and that no call of the file sends: what builds them hands a request on. */
export function builtAddresses(reading: Reading, routes: readonly Route[]): readonly Route[] {
  const { evaluator } = reading;
  const { lowering, root } = evaluator.program;
  if (!lowering.text.includes(':predictLongRunning')) return [];
  const isUsed = coverTest(
    routes.flatMap(({ start, end, places }) => [{ start, end }, ...Object.values(places)]),
  );
  const isInRoute = coverTest(routes);
  return [...descendants(root)].flatMap((node): readonly Route[] => {
    const as = lowering.table.rules[node.type]?.as;
    if (as !== 'string' || !lowering.text.slice(node.start, node.end).includes(':predictLongRunning'))
      return [];
    const holder = outermostText(reading, node);
    const address = evaluator.evaluate(lowering.expression(holder));
    const named = reading.models.ofAddress(address).filter(({ id }) => id !== null);
    if (
      named.some(({ at }) => at !== null && isUsed(at)) ||
      isInRoute(node) ||
      !textsIn(address).some((text) => /models\//.test(text))
    )
      return [];
    const around = holder.parent?.parent ?? null;
    const object =
      around === null || lowering.table.rules[around.type]?.as !== 'object'
        ? UNKNOWN
        : evaluator.evaluate(lowering.expression(around));
    const whole =
      object.kind === 'object' &&
      [...object.entries.keys()].some((key) => /^(?:body|data|json|payload|init|options)$/i.test(key))
        ? around
        : null;
    if (whole === null && !isReturned(reading, holder)) return [];
    const { start, end } = whole ?? holder;
    const fn = evaluator.scope.functionAt(node.start);
    // What every caller throws away is only shown.
    if (fn !== null && isThrownAway(reading, fn)) return [];
    // A helper whose callers give it the model: the requests are theirs, and they were read there.
    const isHelper = fn !== null && named.length === 0 && evaluator.callsOf(fn).length > 0;
    if (isHelper && routes.some(({ shape }) => shape === 'predict-long-running')) return [];
    const place = { start, end, name: nameOfFunction(reading, fn) };
    return readSent(
      reading.catalog,
      reading.models,
      [whole === null ? address : object],
      whole === null,
      null,
      place,
    );
  });
}

/** Whether the file calls a function, and each time as a statement of its own, whose result nothing takes. */
function isThrownAway({ evaluator }: Reading, fn: SyntaxNode): boolean {
  const { text } = evaluator.program.lowering;
  const calls = evaluator.callsOf(fn);
  const isStatement = ({ start, end }: { start: number; end: number }): boolean =>
    /(?:^|\n)[ \t]*(?:await\s)?$/.test(text.slice(Math.max(0, start - 80), start)) &&
    /^[ \t;]*(?:\r?\n|$|#|\/\/)/.test(text.slice(end, end + 40));
  return calls.length > 0 && calls.every(isStatement);
}

/** The concatenation or the formatting call that a string is a part of. */
function outermostText({ evaluator }: Reading, node: SyntaxNode): SyntaxNode {
  const { lowering } = evaluator.program;
  let at = node;
  for (let up = node.parent; up !== null; up = up.parent) {
    const rule = lowering.table.rules[up.type];
    if (rule === undefined) {
      // Lists of arguments and statements of one part are passed through.
      if (
        up.children.length === 1 ||
        (up.parent !== null && lowering.table.rules[up.parent.type]?.as === 'call')
      )
        continue;
      break;
    }
    const expression = /^(?:binary|call|joined|macro|inner|list)$/.test(rule.as)
      ? lowering.expression(up)
      : null;
    if (expression === null) break;
    const formats = expression.kind === 'call' && FORMATTERS.has(calledName(expression.callee));
    if (expression.kind === 'text' || expression.kind === 'math' || formats) at = up;
    else if (expression.kind === 'call') break;
  }
  return at;
}
