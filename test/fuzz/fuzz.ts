// `npm run fuzz -- --seed N --runs N`: reads damaged texts until one breaks what must hold. Ends with 1 where one does.
import { parseArgs } from 'node:util';
import { fuzz } from './run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    runs: { type: 'string', default: '200000' },
    minutes: { type: 'string', default: '60' },
    growth: { type: 'string', default: '2000' },
  },
});
const seed = Number(values.seed);
const runs = Number(values.runs);
const until = Date.now() + Number(values.minutes) * 60_000;

/** More than this for twice the text is worse than linear. */
const MOST = 2.3;

console.log(`seed ${seed}, up to ${runs} inputs`);
const { read, failures, growths } = await fuzz({
  seed,
  runs,
  growthEvery: Number(values.growth),
  goesOn: () => Date.now() < until,
});
let total = 0;
for (const [name, count] of read) {
  console.log(`${String(count).padStart(8)}  ${name}`);
  total += count;
}
for (const { path, ratio } of [...growths].sort((a, b) => b.ratio - a.ratio).slice(0, 5))
  console.log(`${ratio.toFixed(2).padStart(8)}  times the work for twice ${path}`);
for (const { index, check, path, text, error } of failures.slice(0, 20))
  console.log(`\ninput ${index}, ${check}, ${path}\n${error.slice(0, 1500)}\n${JSON.stringify(text)}`);
const slow = growths.filter(({ ratio }) => ratio > MOST).length;
console.log(
  `\n${total} inputs, ${failures.length} failures, ${slow} of ${growths.length} grow worse than linear`,
);
process.exitCode = failures.length > 0 || slow > 0 ? 1 : 0;
