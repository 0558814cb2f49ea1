// What a value is after the changes that a program makes to it.
import type { Mutation } from '../syntax/program.ts';
import { contains } from './assignments.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { keysOf } from './keys.ts';
import { GrowingObject } from './objects.ts';
import { mapOptions, type Result, UNKNOWN } from './result.ts';

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
  const steps = mine.flatMap((mutation) => {
    const sure = mutation.guards.every((guard) => contains(guard, position));
    return stepsOf(evaluator, mutation, sure, frame);
  });
  return mapOptions(value, (option) => {
    const made = new GrowingObject(option);
    for (const step of steps) made.put(step.keys, step.value, step.sure);
    return made.value;
  });
}

/** A value that is put under a path of keys; `sure` false: it may have been put there. */
interface Step {
  readonly keys: readonly string[];
  readonly value: Result;
  readonly sure: boolean;
}

/** What a change puts where: under each of the keys that it may mean, or anywhere where its key is not in sight. */
function stepsOf(
  evaluator: Evaluator,
  mutation: Mutation,
  sure: boolean,
  frame: Frame | null,
): readonly Step[] {
  const value = evaluator.evaluate(mutation.value, frame);
  const path = mutation.path.map((key) => keysMeant(evaluator, key, frame));
  const unseen = path.findIndex((keys) => keys.length === 0);
  if (unseen >= 0) {
    const above = path.slice(0, unseen).map(([key = '']) => key);
    return [{ keys: above, value: UNKNOWN, sure: above.length === 0 }];
  }
  const paths = path.reduce<readonly (readonly string[])[]>(
    (all, keys) => all.flatMap((before) => keys.map((key) => [...before, key])),
    [[]],
  );
  return paths.map((keys) => ({ keys, value, sure: sure && paths.length === 1 }));
}

/** The keys that an expression may mean; none where nothing in sight says which. */
function keysMeant(evaluator: Evaluator, key: Expression, frame: Frame | null): readonly string[] {
  const keys = keysOf(evaluator, key, frame);
  if (key.kind !== 'name' && key.kind !== 'member') return keys;
  // The name itself comes last: of a constant it is as good as a key, of a variable it says nothing.
  return keys.length === 1 && /^[A-Z]/.test(key.name) ? keys : [...new Set(keys.slice(0, -1))];
}
