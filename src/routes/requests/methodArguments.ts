// What a method is given, and the models that its arguments name.
import { APART_OR_ROW, modelIn, type NamedModel } from '../models.ts';
import { insideOf, isParameterKey } from '../parameters.ts';
import { type MethodShape, MODEL_KEY } from '../shapes.ts';
import type { Frame } from '../values/evaluate.ts';
import { type Argument, type CallExpression, calledName, type Expression } from '../values/expression.ts';
import { isScalar, type Result } from '../values/result.ts';
import type { Reading } from './reading.ts';

/** The values of arguments, spread ones by their names. */
export interface Given {
  readonly named: ReadonlyMap<string, Result>;
  readonly positional: readonly Result[];
  /** Something that is sent cannot be seen. */
  readonly hidden: boolean;
}

/** The values that a method is given. */
export function givenTo({ evaluator }: Reading, args: readonly Argument[], frame: Frame | null): Given {
  const named = new Map<string, Result>();
  const positional: Result[] = [];
  let hidden = false;
  for (const arg of args) {
    const option = arg.name === null ? optionOf(arg.value) : null;
    if (option !== null) {
      named.set(option.key, evaluator.evaluate(option.value, frame));
      continue;
    }
    const evaluated = evaluator.evaluate(arg.value, frame);
    if (arg.name !== null) named.set(arg.name, evaluated);
    else if (!arg.spread) positional.push(evaluated);
    else {
      const inside = insideOf(evaluated);
      if (inside?.kind === 'object') for (const [key, value] of inside.entries) named.set(key, value);
      hidden ||= inside?.kind !== 'object' || inside.open;
    }
  }
  return { named, positional, hidden };
}

/** Arguments that name a model by the path of its resource. */
const RESOURCE_KEY = /^(?:endpoint|name|model|resource)$/i;

const SETTER = /^(?:with|set)_?(?=[A-Z]|[a-z]+)/i;

/** A functional option (`WithModelName("…")`): a key with its value; null for any other argument. */
function optionOf(value: Expression): { readonly key: string; readonly value: Expression } | null {
  if (value.kind !== 'call' || value.args.length !== 1) return null;
  const name = calledName(value.callee);
  const [only] = value.args;
  const key = name.replace(/^(?:With|with_)(?=\w)/, '');
  return only === undefined || only.name !== null || key === name ? null : { key, value: only.value };
}

/** What a chain of calls sets on its request (`.prompt("…").with_duration(8)`), by key. */
export function settersOf(
  { evaluator }: Reading,
  chain: readonly CallExpression[],
  frame: Frame | null,
): ReadonlyMap<string, Result> {
  const set = new Map<string, Result>();
  for (const { callee, args } of chain) {
    const [only] = args;
    if (callee.kind !== 'member' || only === undefined || args.length !== 1 || only.name !== null) continue;
    const key = callee.name.replace(SETTER, '');
    if (key !== callee.name || isRequestKey(key)) set.set(key, evaluator.evaluate(only.value, frame));
  }
  return set;
}

const isRequestKey = (key: string): boolean => isParameterKey(key) || MODEL_KEY.test(key) || key === 'prompt';

/** Whether a body names its model. */
const hasModel = (body: Result): boolean =>
  body.kind === 'object' &&
  body.entries.has('prompt') &&
  [...body.entries.keys()].some((key) => /^model(?:_?(?:name|id))?$/i.test(key));

/** Models by key, in nested requests too, then by place. */
export function modelsOf({ models }: Reading, given: Given, shape: MethodShape): readonly NamedModel[] {
  const objects = given.positional.map((one) => insideOf(one)).filter((one) => one !== null);
  for (const [key, value] of given.named) {
    if (MODEL_KEY.test(key)) {
      const found = models.ofValue(value);
      if (found.length > 0) return found;
    }
  }
  for (const object of [...objects, ...given.named.values()]) {
    const found = modelIn(models, object, APART_OR_ROW);
    if (found.length > 0) return found;
  }
  const [first] = given.positional;
  if (
    shape.shape === 'chat-completions' &&
    first !== undefined &&
    isScalar(first) &&
    given.positional.length > 1
  )
    return [];
  // The body has a model of its own, in sight or not: what stands beside it is a tag.
  if (objects.some(hasModel)) return [];
  if (shape.shape !== 'predict-long-running')
    return given.positional.flatMap((value) => models.ofValue(value));
  const resource = [...given.named].flatMap(([key, value]) => (RESOURCE_KEY.test(key) ? [value] : []));
  return [...given.positional, ...resource].flatMap((value) => [
    ...models.ofValue(value),
    ...models.ofAddress(value),
  ]);
}
