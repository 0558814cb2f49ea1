// How time and memory grow with the number of files.
import { type Benchmark, type Measure, median } from './benchmark.ts';
import { audit, inTurn, peakMegabytes } from './processes.ts';
import { treeOf } from './tree.ts';

const COUNTS = [10_000, 50_000, 100_000, 200_000];
const ROUNDS = 3;

async function measure(): Promise<readonly Measure[]> {
  const folders = COUNTS.map(treeOf);
  const times = inTurn(
    ROUNDS,
    folders.map((folder) => () => audit(folder, ['.'])),
  ).map(median);
  return COUNTS.flatMap((count, index): Measure[] => {
    const seconds = times[index] ?? Number.NaN;
    const perFile = seconds / count / ((times[0] ?? Number.NaN) / (COUNTS[0] ?? Number.NaN));
    const folder = folders[index] ?? '.';
    return [
      { what: `${count.toLocaleString('en')} files`, value: `${seconds.toFixed(2)} s` },
      { what: '… time a file, against the first row', value: perFile.toFixed(2), goal: 'at most 1.1' },
      {
        what: '… peak memory',
        value: `${peakMegabytes(folder, ['.']).toFixed(0)} MB`,
        goal: 'at most 300 MB',
      },
    ];
  });
}

export const benchmark: Benchmark = { name: 'Growth with the number of files', run: measure };
