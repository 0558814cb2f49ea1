// What the parameters of a function are worth: what it is called with, or their defaults.

import type { SyntaxNode } from '../syntax/tree.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import type { CallExpression, Expression } from './expression.ts';
import { handedTo } from './handed.ts';
import { foreign } from './imported.ts';
import { optionDefault } from './options.ts';
import { choice, isNull, type Result, raise, UNKNOWN } from './result.ts';

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
    if (given !== undefined) return (at.from ?? evaluator).evaluate(given.value, at.caller);
    // The call is known, and leaves the parameter to its default.
    if (!at.args.some((arg) => arg.spread) && param.byDefault !== null)
      return raise(evaluator.evaluate(param.byDefault, frame), 'constant');
    return UNKNOWN;
  }
  const making = onlyMaking(evaluator, param.owner);
  if (making !== null) return evaluateParam(evaluator, param, making);
  if (param.byDefault === null) {
    const handed = handedTo(evaluator, param).map(({ source, module, expression, frame: given }) =>
      source === null ? module.evaluate(expression, given) : foreign(module.evaluate(expression, given)),
    );
    if (handed.length > 0) return choice(handed);
    return evaluator.program.lowering.table.assignmentDeclares
      ? optionDefault(evaluator, param.name)
      : UNKNOWN;
  }
  const byDefault = evaluator.evaluate(param.byDefault, frame);
  if (isNull(byDefault)) return optionDefault(evaluator, param.name);
  const opened = byDefault.kind === 'object' ? { ...byDefault, open: true } : byDefault;
  return raise(opened, 'default', true);
}

/** What the one call of a function in its file gives for a parameter; null where it is called elsewhere, too. */
export function onlyArgument(
  evaluator: Evaluator,
  param: Extract<Expression, { kind: 'param' }>,
): Expression | null {
  const only = onlyCall(evaluator, param.owner);
  if (only === null || only.args.some(({ spread }) => spread)) return null;
  const named = only.args.find((arg) => arg.name === param.name);
  return (named ?? only.args.filter((arg) => arg.name === null)[param.index])?.value ?? null;
}

/** Names of methods that make an object; in most languages the class's own name is one, too. */
const CONSTRUCTORS: ReadonlySet<string> = new Set([
  '__init__',
  'constructor',
  '__construct',
  'initialize',
  'init',
]);

/** The frame of a constructor whose objects one call of its file makes; null of other functions. */
function onlyMaking(evaluator: Evaluator, fn: SyntaxNode): Frame | null {
  const { name, ownerClass = null } = evaluator.program.functions.get(fn) ?? {};
  if (name === undefined || ownerClass === null) return null;
  if (name !== ownerClass && !CONSTRUCTORS.has(name)) return null;
  const [only, ...others] = evaluator.makingsOf(ownerClass);
  return only === undefined || others.length > 0 ? null : { owner: fn, args: only.args, caller: null };
}

/** How many functions up a single caller is looked for. */
const MOST_CALLERS = 4;

/** The frame of a function that has one caller in its file, and so on for that one; null where it has several or none. */
export function onlyFrame(evaluator: Evaluator, fn: SyntaxNode | null, depth = 0): Frame | null {
  if (fn === null || depth >= MOST_CALLERS) return null;
  const only = onlyCall(evaluator, fn);
  if (only === null) return null;
  const caller = onlyFrame(evaluator, evaluator.scope.functionAt(only.start), depth + 1);
  return { owner: fn, args: only.args, caller };
}

function onlyCall(evaluator: Evaluator, fn: SyntaxNode): CallExpression | null {
  const [only, ...others] = evaluator.callsOf(fn);
  if (only === undefined || others.length > 0) return null;
  return fn.start <= only.start && only.end <= fn.end ? null : only;
}
