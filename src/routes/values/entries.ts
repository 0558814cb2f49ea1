// Objects by their entries: literals, and what stands under a key.
import { WRAPPED } from './construction.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { chainNames, type Expression } from './expression.ts';
import { fieldOfType } from './fields.ts';
import { keysOf } from './keys.ts';
import { GrowingObject } from './objects.ts';
import {
  choice,
  FROM_ENVIRONMENT,
  isScalar,
  mapOptions,
  optionsOf,
  type Result,
  raise,
  scalarResult,
  UNKNOWN,
} from './result.ts';

/** An object literal with what it spreads. */
export function evaluateObject(
  evaluator: Evaluator,
  expression: Extract<Expression, { kind: 'object' }>,
  frame: Frame | null,
): Result {
  const at = { start: expression.start, end: expression.end };
  const made = new GrowingObject({
    kind: 'object',
    type: expression.type,
    entries: new Map(),
    open: false,
    at,
  });
  for (const { key, value } of expression.entries) {
    const evaluated = evaluator.evaluate(value, frame);
    if (key === null) made.spread(evaluated);
    else for (const name of keysOf(evaluator, key, frame)) made.put([name], evaluated, true);
  }
  return made.value;
}

/** What stands under a key, or under any where the key is not fixed in the source. */
export function evaluateIndex(
  evaluator: Evaluator,
  expression: Extract<Expression, { kind: 'index' }>,
  frame: Frame | null,
): Result {
  const names = chainNames(expression.object);
  if (/^(?:env|environ|ENV)$/.test(names.at(-1) ?? '')) return FROM_ENVIRONMENT;
  const key = expression.key;
  const object = evaluator.evaluate(expression.object, frame);
  if (key.kind === 'scalar') return pick(evaluator, object, [String(key.value)]);
  const known = keysOf(evaluator, key, frame);
  const value = evaluator.evaluate(key, frame);
  const fixed = isScalar(value) && (value.from === 'literal' || value.from === 'constant');
  const spelled = known.some((name) =>
    optionsOf(object).some((option) => option.kind === 'object' && option.entries.has(name)),
  );
  const named = spelled && /^[A-Z]/.test(chainNames(key)[0] ?? '') && value.kind === 'unknown';
  return pick(evaluator, object, known, !fixed && !named);
}

/** Names for the one value that an object wraps. */
const WRAPPED_NAME = /^(?:value|rawValue|id|modelId|model|name|modelName|code)$/;

/** The entry of one of the keys; every entry where the key is not known. */
export function pick(evaluator: Evaluator, object: Result, keys: readonly string[], any = false): Result {
  return mapOptions(object, (option) => {
    if (option.kind === 'object') {
      const found = keys.map((key) => option.entries.get(key)).find((value) => value !== undefined);
      if (found !== undefined && !any)
        return option.open ? choice([raise(found, 'constant'), UNKNOWN]) : raise(found, 'constant');
      const wrapped = option.entries.get(WRAPPED);
      if (wrapped !== undefined && WRAPPED_NAME.test(keys[0] ?? '')) return raise(wrapped, 'constant');
      if (any)
        return choice(
          [...(found === undefined ? [] : [found]), ...option.entries.values()].map((value) =>
            raise(value, 'constant'),
          ),
        );
      return option.type !== null
        ? fieldOfType(evaluator, option.type, keys[0] ?? '')
        : option.open
          ? UNKNOWN
          : scalarResult(null);
    }
    if (option.kind === 'list') {
      const number = Number(keys[0]);
      const item = Number.isInteger(number) ? option.items.at(number) : undefined;
      return item !== undefined && !any
        ? raise(item, 'constant')
        : any
          ? choice(option.items.map((one) => raise(one, 'constant')))
          : UNKNOWN;
    }
    if (option.kind === 'scalar' && typeof option.value === 'string' && WRAPPED_NAME.test(keys[0] ?? ''))
      return option;
    return UNKNOWN;
  });
}

/** Any item of a list. */
export function someItem(list: Result): Result {
  return mapOptions(list, (option) => {
    if (option.kind === 'list') return choice(option.items.map((item) => raise(item, 'constant')));
    return UNKNOWN;
  });
}
