// The rows that a loop gets from a table: keys with their values, or values alone.
import type { Evaluator, Frame } from './evaluate.ts';
import { type CallExpression, calledName, chainNames } from './expression.ts';
import { mapOptions, type Result, scalarResult, UNKNOWN } from './result.ts';

/** `Object.entries(table)`, `table.items()`, `Object.values(table)`: a row an entry; null for other calls. */
export function rowsOf(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result | null {
  const { callee, args } = call;
  if (callee.kind !== 'member' || !/^(?:entries|items|values)$/.test(calledName(callee))) return null;
  const isGiven = chainNames(callee)[0] === 'Object';
  const [only, ...others] = args;
  if (others.length > 0 || isGiven !== (only !== undefined)) return null;
  const table = evaluator.evaluate(isGiven && only !== undefined ? only.value : callee.object, frame);
  const rows = mapOptions(table, (option) =>
    option.kind === 'object' ? rowsIn(option, callee.name) : UNKNOWN,
  );
  return rows.kind === 'unknown' ? null : rows;
}

const rowsIn = ({ entries, open }: Extract<Result, { kind: 'object' }>, name: string): Result => ({
  kind: 'list',
  items: [...entries].map(
    ([key, value]): Result =>
      name === 'values' ? value : { kind: 'list', items: [scalarResult(key), value], open: false },
  ),
  open,
});
