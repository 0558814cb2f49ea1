// The calls that may have made what an expression holds: a client, wherever it was made.
import type { Evaluator } from './values/evaluate.ts';
import { type CallExpression, chainNames, type Expression } from './values/expression.ts';
import { onlyArgument } from './values/parameters.ts';

/** How many steps back a client is followed. */
const DEEPEST = 8;

/** The calls that may have made what `expression` holds; empty where none is in sight. */
export function makersOf(evaluator: Evaluator, expression: Expression, depth = 0): readonly CallExpression[] {
  if (depth > DEEPEST) return [];
  const deeper = (inner: Expression): readonly CallExpression[] => makersOf(evaluator, inner, depth + 1);
  switch (expression.kind) {
    case 'call': {
      const local = evaluator.scope.functionOf(expression.callee);
      return local === null ? [expression] : local.returns.flatMap(deeper);
    }
    case 'name':
      return evaluator.scope
        .bindingsOf(expression.name, expression.start)
        .flatMap(({ value }) => deeper(value));
    case 'param': {
      const given = onlyArgument(evaluator, expression);
      return given === null ? [] : deeper(given);
    }
    case 'member':
      return ofMember(evaluator, expression, deeper);
    case 'choice':
      return expression.options.flatMap(deeper);
    case 'fallback':
      return [...deeper(expression.first), ...deeper(expression.second)];
    case 'index':
      return deeper(expression.object);
    default:
      return [];
  }
}

function ofMember(
  { program, scope }: Evaluator,
  expression: Extract<Expression, { kind: 'member' }>,
  deeper: (inner: Expression) => readonly CallExpression[],
): readonly CallExpression[] {
  const root = chainNames(expression.object)[0] ?? '';
  if (program.lowering.table.self.includes(root)) {
    const own = scope.classAt(expression.start);
    const fields = own === null ? undefined : program.fields.get(own)?.get(expression.name);
    return (fields ?? []).flatMap(({ value }) => deeper(value));
  }
  const fields = [...program.fields.values()].flatMap((all) => all.get(expression.name) ?? []);
  return [...fields.flatMap(({ value }) => deeper(value)), ...deeper(expression.object)];
}
