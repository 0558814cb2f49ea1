// How long an audit takes, start to printed JSON, beside a search of the same files with ripgrep: of a tree that hardly
// holds any Veo, and of one that holds some.
import { type Benchmark, type Measure, median } from './benchmark.ts';
import { audit, type Finished, inTurn, PROJECT, peakMegabytes, ratioOf, run, sizesOf } from './processes.ts';
import { ripgrep } from './tools.ts';
import { HALF_TREE, installedTree } from './tree.ts';

const ROUNDS = 7;

function search(folder: string, paths: readonly string[]): Finished {
  return run(ripgrep(), ['-uu', '-l', '-i', 'veo', ...paths], { folder });
}

async function measure(): Promise<readonly Measure[]> {
  const folder = installedTree();
  const some = [...HALF_TREE.map((path) => `${folder}/${path}`), 'src', 'docs', 'test/routes'];
  const whole = sizesOf(audit(folder, ['.']));
  const half = sizesOf(audit(folder, HALF_TREE));
  const mixed = sizesOf(audit(PROJECT, some));
  const holding = search(PROJECT, some).stdout.trim().split('\n').length;
  const [audits = [], searches = [], halves = [], mixedAudits = [], mixedSearches = []] = inTurn(ROUNDS, [
    () => audit(folder, ['.']),
    () => search(folder, ['.']),
    () => audit(folder, HALF_TREE),
    () => audit(PROJECT, some),
    () => search(PROJECT, some),
  ]);
  const growth = median(audits) / median(halves) / (whole.bytes / half.bytes);
  return [
    {
      what: `audit of ${whole.files.toLocaleString('en')} files (${(whole.bytes / 1e6).toFixed(0)} MB), hardly any Veo`,
      value: `${median(audits).toFixed(2)} s`,
    },
    { what: '… against ripgrep 15', value: ratioOf(audits, searches).toFixed(2), goal: 'at most 2' },
    { what: '… peak memory', value: `${peakMegabytes(folder, ['.']).toFixed(0)} MB`, goal: 'at most 300 MB' },
    {
      what: `… growth of time by growth of bytes (${(whole.bytes / half.bytes).toFixed(1)} times the bytes)`,
      value: growth.toFixed(2),
      goal: 'at most 1.1',
    },
    {
      what: `audit of ${mixed.files.toLocaleString('en')} files, ${holding} of which hold "veo"`,
      value: `${median(mixedAudits).toFixed(2)} s`,
    },
    {
      what: '… against ripgrep 15',
      value: ratioOf(mixedAudits, mixedSearches).toFixed(2),
      goal: 'at most 3',
    },
  ];
}

export const benchmark: Benchmark = { name: 'Audit beside a search', run: measure };
