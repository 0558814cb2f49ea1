// What `jq` prints for a program that makes an object of what the command line gives it.
import type { Evaluator, Frame } from './evaluate.ts';
import type { CallExpression } from './expression.ts';
import { flatten, isScalar, joinTexts, type Result, scalarResult, UNKNOWN } from './result.ts';

/** The text of `jq -n --arg ratio "$RATIO" '{ratio: $ratio}'`: its program with what its names are given. */
export function printedByJq(evaluator: Evaluator, call: CallExpression, frame: Frame | null): Result {
  const program = call.args.filter(({ name }) => name === null).at(-1);
  if (program === undefined) return UNKNOWN;
  const printed = evaluator.evaluate(program.value, frame);
  const given = new Map<string, readonly Result[]>();
  call.args.forEach(({ name, value }, index) => {
    // A flag holds the word behind it: the name that the next word is the value of.
    const next = call.args[index + 1];
    if (!/^arg(?:json)?$/.test(name ?? '') || next === undefined) return;
    const sent = evaluator.evaluate(next.value, frame);
    const quote = scalarResult('"');
    given.set(
      flatten(evaluator.evaluate(value, frame)) ?? '',
      name === 'arg' && sent.kind !== 'unknown' ? [quote, sent, quote] : [sent],
    );
  });
  if (given.size === 0 || !isScalar(printed)) return printed;
  const parts = String(printed.value).split(/\$(\w+)/);
  return joinTexts(
    parts.flatMap((part, index) =>
      index % 2 === 0 ? [{ ...printed, value: part }] : (given.get(part) ?? [UNKNOWN]),
    ),
    printed.at,
  );
}
