// What the parameters of a function are worth: what it is called with, or their defaults.
import type { Evaluator, Frame } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { optionDefault } from './options.ts';
import { isNull, type Result, raise, UNKNOWN } from './result.ts';

/** The value of a parameter: from the call that `frame` tells of, else its default or a command line option. */
export function evaluateParam(
  evaluator: Evaluator,
  param: Extract<Expression, { kind: 'param' }>,
  frame: Frame | null,
): Result {
  for (let at = frame; at !== null; at = at.caller) {
    if (at.owner !== param.owner) continue;
    const named = at.args.find((arg) => arg.name === param.name);
    const positional = at.args.filter((arg) => arg.name === null && !arg.spread)[param.index];
    const given = named ?? positional;
    if (given !== undefined) return evaluator.evaluate(given.value, at.caller);
    if (!at.args.some((arg) => arg.spread) && param.byDefault !== null)
      return raise(evaluator.evaluate(param.byDefault, frame), 'default', true);
    return UNKNOWN;
  }
  if (param.byDefault === null)
    return evaluator.program.lowering.table.assignmentDeclares
      ? optionDefault(evaluator, param.name)
      : UNKNOWN;
  const byDefault = evaluator.evaluate(param.byDefault, frame);
  if (isNull(byDefault)) return optionDefault(evaluator, param.name);
  const opened = byDefault.kind === 'object' ? { ...byDefault, open: true } : byDefault;
  return raise(opened, 'default', true);
}
