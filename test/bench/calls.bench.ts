// How well reading agrees with the labelled calls: calls found, calls too many, and each field's accuracy.
import { loadLabelledCalls } from '../routes/labelledCalls.ts';
import { readFixture } from '../routes/readFixture.ts';
import { compareRoutes, describeProblems, FIELDS, scoreOf } from '../routes/score.ts';

/** Prints the shares, then (with `CALLS_DETAIL=1`) every difference as `file:line`. */
export const benchmark = { name: 'routes: calls and parameters on the labelled calls', run };

async function run(): Promise<readonly string[]> {
  const corpus = loadLabelledCalls();
  const comparisons = [];
  for (const { path, labels } of corpus) {
    comparisons.push(compareRoutes(path, labels, await readFixture(path)));
  }
  const score = scoreOf(comparisons);
  const { calls, found, extra, dynamic } = score;
  return [
    `${'calls found'.padEnd(16)} ${share(found, calls)}  (${found} of ${calls} in ${corpus.length} files, ${extra} too many)`,
    ...FIELDS.map((field) => {
      const { right, unsure, wrong } = score.fields[field];
      return `${field.padEnd(16)} ${share(right, found)}  (${wrong} wrong, ${unsure} left open)`;
    }),
    `model unknowable  ${dynamic.reported} of ${dynamic.labelled} reported, ${dynamic.guessed} guessed`,
    ...(process.env.CALLS_DETAIL ? comparisons.flatMap(describeProblems) : []),
  ];
}

function share(part: number, whole: number): string {
  return (whole === 0 ? 1 : part / whole).toFixed(4);
}
