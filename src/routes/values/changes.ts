// What a value is after the changes that a program makes to it.
import type { Mutation } from '../syntax/program.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { keysOf } from './keys.ts';
import { put } from './objects.ts';
import { mapOptions, type Result } from './result.ts';
import { contains } from './scope.ts';

/** A value after the changes that are made to it between two places. */
export function changedValue(
  evaluator: Evaluator,
  value: Result,
  mutations: readonly Mutation[],
  since: number,
  position: number,
  frame: Frame | null,
): Result {
  const mine = mutations.filter(
    (one) => one.at >= since && one.at <= position && (one.fn === null || contains(one.fn, position)),
  );
  let now = value;
  for (const mutation of mine) {
    const sure = mutation.guards.every((guard) => contains(guard, position));
    const keys = mutation.path.map((key) => keysOf(evaluator, key, frame)[0] ?? '');
    now = mapOptions(now, (option) => put(option, keys, evaluator.evaluate(mutation.value, frame), sure));
  }
  return now;
}
