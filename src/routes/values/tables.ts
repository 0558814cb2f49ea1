// Functions that objects of a file hold (`MODELS.veo.input`).
import type { FunctionInfo } from '../syntax/program.ts';
import type { Evaluator } from './evaluate.ts';
import { chainNames, type Expression } from './expression.ts';

/** How many names and members one function is followed through. */
const MOST_STEPS = 8;

/** The function under fixed keys of an object literal of the file; null for any other. */
export function functionInTable(evaluator: Evaluator, callee: Expression): FunctionInfo | null {
  if (callee.kind !== 'member' || !/^[A-Za-z_$]/.test(chainNames(callee)[0] ?? '')) return null;
  const held = literalOf(evaluator, callee, MOST_STEPS);
  return held?.kind === 'function' ? (evaluator.program.functions.get(held.node) ?? null) : null;
}

/** What a name or a member was written as, where the file says it once. */
function literalOf(evaluator: Evaluator, expression: Expression, left: number): Expression | null {
  if (left === 0) return null;
  if (expression.kind === 'name') {
    const [only, ...others] = evaluator.scope.bindingsOf(expression.name, expression.start);
    return only === undefined || others.length > 0 ? null : literalOf(evaluator, only.value, left - 1);
  }
  if (expression.kind !== 'member' && expression.kind !== 'index') return expression;
  const key =
    expression.kind === 'member'
      ? expression.name
      : expression.key.kind === 'scalar'
        ? String(expression.key.value)
        : null;
  const object = key === null ? null : literalOf(evaluator, expression.object, left - 1);
  if (object?.kind !== 'object') return null;
  const entry = object.entries.findLast((one) => one.key === null || spells(one.key, key ?? ''));
  // Behind a spread nobody knows.
  return entry === undefined || entry.key === null ? null : literalOf(evaluator, entry.value, left - 1);
}

const spells = (key: Expression, name: string): boolean =>
  key.kind === 'scalar' ? String(key.value) === name : key.kind === 'name' && key.name === name;
