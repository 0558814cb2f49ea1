// Objects that calls make: from constructors, named arguments, other objects, or pairs.
import type { Evaluator, Frame } from './evaluate.ts';
import { type Argument, type CallExpression, calledName } from './expression.ts';
import { TRANSPARENT } from './functions.ts';
import { keysOf } from './keys.ts';
import { looseJson } from './looseJson.ts';
import { GrowingObject, put } from './objects.ts';
import { optionsOf, type Result } from './result.ts';

/** Whether a call makes an object of what it is given: `new X(…)`, or a type's name over named arguments. */
export function isConstructor(call: CallExpression, name: string): boolean {
  if (TRANSPARENT.has(name)) return false;
  return (
    call.made ||
    ((/^[A-Z]/.test(name) || (name === 'init' && call.args.length > 0)) &&
      call.args.every((arg) => arg.name !== null || arg.spread || arg.value.kind === 'object'))
  );
}

/** The key of what an object wraps that is made of one value (`new ModelId('…')`). */
export const WRAPPED = '';

/** The object that a constructor called `name` makes. */
export function constructed(
  evaluator: Evaluator,
  call: CallExpression,
  name: string,
  frame: Frame | null,
): Result {
  const [only] = call.args;
  if (only !== undefined && call.args.length === 1 && only.name === null && !only.spread) {
    const evaluated = evaluator.evaluate(only.value, frame);
    if (evaluated.kind === 'scalar') return put(emptyObject(name, call), [WRAPPED], evaluated, true);
  }
  const made = new GrowingObject(emptyObject(name, call));
  for (const arg of call.args) {
    const evaluated = evaluator.evaluate(arg.value, frame);
    if (arg.name !== null) made.put([arg.name], evaluated, true);
    else if (arg.spread || optionsOf(evaluated).some((option) => option.kind === 'object'))
      made.spread(evaluated);
  }
  return made.value;
}

/** `dict(a=1, **b)`, `Object.assign({}, a)`, `a.merge(b)` */
export function merged(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result {
  const base =
    call.callee.kind === 'member' && calledName(call.callee) === 'merge'
      ? evaluator.evaluate(call.callee.object, frame)
      : null;
  const made = new GrowingObject(base?.kind === 'object' ? base : emptyObject(null, call));
  for (const arg of call.args) {
    const evaluated = evaluator.evaluate(arg.value, frame);
    if (arg.name === null) made.spread(evaluated);
    else made.put([arg.name], evaluated, true);
  }
  return made.value;
}

/** `JSONObject(map)`, `new HashMap<>(defaults)`, `JSONObject(text)`: what is copied, with more where it cannot be seen. */
export function copied(
  evaluator: Evaluator,
  call: CallExpression,
  only: Argument,
  frame: Frame | null,
): Result {
  const evaluated = evaluator.evaluate(only.value, frame);
  if (evaluated.kind === 'scalar' && typeof evaluated.value === 'number') return emptyObject(null, call);
  const made = new GrowingObject(emptyObject(null, call));
  made.spread(looseJson(evaluated) ?? evaluated);
  return made.value;
}

/** `Map.of("a", 1, "b", 2)` */
export function pairs(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result {
  const made = new GrowingObject(emptyObject(null, call));
  if (call.args.length % 2 === 1)
    return {
      kind: 'list',
      items: call.args.map((arg) => evaluator.evaluate(arg.value, frame)),
      open: call.args.some(({ spread }) => spread),
    };
  for (let index = 0; index + 1 < call.args.length; index += 2) {
    const [key, value] = [call.args[index], call.args[index + 1]];
    const name = key === undefined ? undefined : keysOf(evaluator, key.value, frame)[0];
    if (name !== undefined && value !== undefined)
      made.put([name], evaluator.evaluate(value.value, frame), true);
  }
  return made.value;
}

/** An object that a call makes before anything is put into it. */
export const emptyObject = (type: string | null, call: CallExpression): Result => ({
  kind: 'object',
  type,
  entries: new Map(),
  open: false,
  at: { start: call.start, end: call.end },
});
