// The keys that an expression may stand for.
import type { Evaluator, Frame } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { isScalar, optionsOf } from './result.ts';

/** The texts that a key may be: its value, and the name that spells it. */
export function keysOf(evaluator: Evaluator, key: Expression, frame: Frame | null): readonly string[] {
  const spelled = key.kind === 'name' || key.kind === 'member' ? [key.name] : [];
  if (key.kind === 'scalar') return [String(key.value)];
  const values = optionsOf(evaluator.evaluate(key, frame)).flatMap((option) =>
    isScalar(option) && option.value !== null ? [String(option.value)] : [],
  );
  return [...values, ...spelled];
}
