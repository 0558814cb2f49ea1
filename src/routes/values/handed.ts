// What a function that is written as an argument is called with: by the function that takes it, here or in another file.
import type { SyntaxNode } from '../syntax/tree.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { functionNamed, importedName } from './importedNames.ts';

/** An expression that a taker of a function calls it with. */
export interface Handed {
  /** How the import spells the taker's file; null for the same file. */
  readonly source: string | null;
  readonly module: Evaluator;
  readonly expression: Expression;
  /** The call that hands the function over, as the frame of the taker. */
  readonly frame: Frame;
}

/**
 * What a parameter of an anonymous function is given: `client` of `operation(client)` for the `ai` of
 * `withRetry(async (ai) => …)`, where `withRetry` calls its parameter `operation`.
 */
export function handedTo(
  evaluator: Evaluator,
  param: Extract<Expression, { kind: 'param' }>,
): readonly Handed[] {
  const handing = evaluator.scope.handingOf(param.owner);
  if (handing === null) return [];
  const { call, index } = handing;
  const taker = functionCalled(evaluator, call.callee);
  if (taker === null) return [];
  const { source, module, node } = taker;
  const name = module.program.functions.get(node)?.params[index];
  if (name === undefined) return [];
  const frame: Frame =
    source === null
      ? { owner: node, args: call.args, caller: null }
      : { owner: node, args: call.args, caller: null, from: evaluator };
  return module.scope.callsOfParameter(node, name).flatMap(({ args }) => {
    const expression = args.some(({ spread }) => spread) ? undefined : args[param.index]?.value;
    return expression === undefined ? [] : [{ source, module, expression, frame }];
  });
}

/** A function, here or in another file. */
export interface CalledFunction {
  /** How the import spells its file; null for the same file. */
  readonly source: string | null;
  readonly module: Evaluator;
  readonly node: SyntaxNode;
}

/** The function that is called, where this file or the one that it is imported from shows it. */
export function functionCalled(evaluator: Evaluator, callee: Expression): CalledFunction | null {
  const local = evaluator.scope.functionOf(callee);
  if (local !== null) return { source: null, module: evaluator, node: local.node };
  const named = importedName(evaluator, callee);
  const found = named === null ? null : functionNamed(evaluator, named);
  return named === null || found === null
    ? null
    : { source: named.source, module: found.module, node: found.fn.node };
}
