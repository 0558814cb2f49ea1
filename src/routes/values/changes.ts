// What a value is after the changes that a program makes to it.
import type { Mutation } from '../syntax/program.ts';
import { contains } from './assignments.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { keysOf } from './keys.ts';
import { GrowingObject } from './objects.ts';
import { mapOptions, type Result } from './result.ts';

/** A value after the changes that are made to it between two places. */
export function changedValue(
  evaluator: Evaluator,
  value: Result,
  mutations: readonly Mutation[],
  since: number,
  position: number,
  frame: Frame | null,
): Result {
  if (mutations.length === 0) return value;
  const mine = mutations.filter(
    (one) => one.at >= since && one.at <= position && (one.fn === null || contains(one.fn, position)),
  );
  if (mine.length === 0) return value;
  evaluator.spend(mine.length);
  const steps = mine.map((mutation) => ({
    keys: mutation.path.map((key) => keysOf(evaluator, key, frame)[0] ?? ''),
    value: evaluator.evaluate(mutation.value, frame),
    sure: mutation.guards.every((guard) => contains(guard, position)),
  }));
  return mapOptions(value, (option) => {
    const made = new GrowingObject(option);
    for (const step of steps) made.put(step.keys, step.value, step.sure);
    return made.value;
  });
}
