// The calls that may have made what an expression holds: a client, wherever it was made.
import type { Evaluator } from '../values/evaluate.ts';
import { type CallExpression, chainNames, type Expression } from '../values/expression.ts';
import { handedTo } from '../values/handed.ts';
import { onlyArgument } from '../values/parameters.ts';

/** How many steps back a client is followed. */
const DEEPEST = 8;

/** How many expressions are looked at for one client: names that half a program shares lead everywhere. */
const MOST_VISITS = 400;

/** One search: where it has been, by the fewest steps that led there, and what it found. */
interface Search {
  readonly evaluator: Evaluator;
  readonly seen: Map<Expression, number>;
  readonly found: Set<CallExpression>;
}

/** The calls that may have made what `expression` holds; empty where none is in sight. */
export function makersOf(evaluator: Evaluator, expression: Expression): readonly CallExpression[] {
  const search: Search = { evaluator, seen: new Map(), found: new Set() };
  visit(search, expression, 0);
  return [...search.found];
}

/** An expression is gone through again only where fewer steps lead to it, so that the paths do not multiply. */
function visit(search: Search, expression: Expression, depth: number): void {
  const { seen, found, evaluator } = search;
  if (depth > DEEPEST || (seen.get(expression) ?? Number.POSITIVE_INFINITY) <= depth) return;
  if (seen.size >= MOST_VISITS) return;
  seen.set(expression, depth);
  const deeper = (inner: Expression): void => visit(search, inner, depth + 1);
  switch (expression.kind) {
    case 'call': {
      const local = evaluator.scope.functionOf(expression.callee);
      if (local === null) found.add(expression);
      else local.returns.forEach(deeper);
      return;
    }
    case 'name':
      for (const { value } of evaluator.scope.bindingsOf(expression.name, expression.start)) deeper(value);
      return;
    case 'param': {
      const given = onlyArgument(evaluator, expression);
      if (given !== null) deeper(given);
      for (const handed of handedTo(evaluator, expression))
        if (handed.source === null) deeper(handed.expression);
      return;
    }
    case 'member':
      visitMember(evaluator, expression, deeper);
      return;
    case 'choice':
      expression.options.forEach(deeper);
      return;
    case 'fallback':
      deeper(expression.first);
      deeper(expression.second);
      return;
    case 'index':
      deeper(expression.object);
      return;
    default:
  }
}

function visitMember(
  { program, scope }: Evaluator,
  expression: Extract<Expression, { kind: 'member' }>,
  deeper: (inner: Expression) => void,
): void {
  const root = chainNames(expression.object)[0] ?? '';
  if (program.lowering.table.self.includes(root)) {
    const own = scope.classAt(expression.start);
    const fields = own === null ? undefined : program.fields.get(own)?.get(expression.name);
    for (const { value } of fields ?? []) deeper(value);
    return;
  }
  for (const { bindings } of scope.fieldsNamed(expression.name))
    for (const { value } of bindings) deeper(value);
  deeper(expression.object);
}
