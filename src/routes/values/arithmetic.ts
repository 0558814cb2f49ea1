// Sums, products and joined texts.
import type { Evaluator, Frame } from './evaluate.ts';
import type { Expression } from './expression.ts';
import {
  flatten,
  isScalar,
  joinTexts,
  optionsOf,
  type Result,
  raise,
  scalarResult,
  UNKNOWN,
} from './result.ts';
import { fillTemplate } from './templates.ts';

/** The result of a sign between two values: numbers folded, texts joined, templates filled. */
export function evaluateMath(
  evaluator: Evaluator,
  expression: Extract<Expression, { kind: 'math' }>,
  frame: Frame | null,
): Result {
  const at = { start: expression.start, end: expression.end };
  const left = evaluator.evaluate(expression.left, frame);
  const right = evaluator.evaluate(expression.right, frame);
  const numbers = [left, right].map((side) =>
    isScalar(side) && typeof side.value === 'number' ? side : null,
  );
  const [a, b] = numbers;
  if (a && b) {
    const folded = fold(expression.sign, a.value as number, b.value as number);
    return raise(raise(scalarResult(folded, at), a.from), b.from);
  }
  if (expression.sign === '%' && flatten(left)?.includes('%'))
    return fillTemplate(left, right.kind === 'list' ? right.items : [right]);
  if (expression.sign !== '+') return UNKNOWN;
  const texts = [left, right].some((side) =>
    optionsOf(side).some(
      (option) => option.kind === 'text' || (isScalar(option) && typeof option.value === 'string'),
    ),
  );
  return texts ? joinTexts([left, right], at) : UNKNOWN;
}

function fold(sign: string, a: number, b: number): number {
  const folded =
    sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : sign === '%' ? a % b : a / b;
  return Number.isFinite(folded) ? folded : 0;
}
