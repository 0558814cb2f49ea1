// What the fields of a program's classes are worth.
import { changedValue } from './changes.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { choice, type Result, raise, UNKNOWN } from './result.ts';

/** A field of a class as read at `position`, where `self` is what the object is called there. */
export function fieldValue(
  evaluator: Evaluator,
  className: string,
  name: string,
  position: number,
  frame: Frame | null,
  self: string,
): Result {
  const bindings = evaluator.program.fields.get(className)?.get(name);
  if (bindings === undefined) return UNKNOWN;
  const visible = evaluator.scope.visibleOf(bindings, position);
  const value = choice(visible.map((binding) => raise(evaluator.evaluate(binding.value, frame), 'constant')));
  return changedValue(
    evaluator,
    value,
    evaluator.program.mutations.get(`${self}.${name}`) ?? [],
    0,
    position,
    frame,
  );
}

/** A field as its class declares it; unknown for classes of other files. */
export function fieldOfType(evaluator: Evaluator, type: string, name: string): Result {
  return evaluator.program.fields.has(type)
    ? raise(fieldValue(evaluator, type, name, evaluator.program.root.end, null, ''), 'default')
    : UNKNOWN;
}

/** A field that one class of the file has, where the object cannot be told. */
export function onlyField(evaluator: Evaluator, name: string): Result {
  const [owner, ...others] = evaluator.scope.fieldsNamed(name);
  if (owner === undefined || others.length > 0) return UNKNOWN;
  return raise(
    fieldValue(evaluator, owner.className, name, evaluator.program.root.end, null, ''),
    'default',
    true,
  );
}
