// Files that all hold "veo": how many a second, in how much memory, and how long a second run takes.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, type Measure, median } from './benchmark.ts';
import { audit, inTurn, PROJECT, peakMegabytes, sizesOf, veoAudit } from './processes.ts';
import { veoFiles } from './tree.ts';

const ROUNDS = 3;
const COPIES = 3;

async function measure(): Promise<readonly Measure[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'veo-audit-bench-'));
  try {
    const paths = veoFiles();
    for (let copy = 0; copy < COPIES; copy++)
      for (const path of paths) cpSync(join(PROJECT, path), join(scratch, `copy${copy}`, path));
    const remembering = () =>
      veoAudit(['audit', '--no-ignore', '--format', 'json', '--fail-on', 'never', 'copy0'], {
        folder: scratch,
        environment: { XDG_CACHE_HOME: join(scratch, 'cache') },
      });
    const [once = [], first = [], second = []] = inTurn(ROUNDS, [
      () => audit(scratch, ['copy0']),
      () => {
        rmSync(join(scratch, 'cache'), { recursive: true, force: true });
        return remembering();
      },
      remembering,
    ]);
    const { files, bytes } = sizesOf(audit(scratch, ['copy0']));
    return [
      {
        what: `audit of ${files.toLocaleString('en')} files that hold "veo" (${(bytes / 1e6).toFixed(1)} MB)`,
        value: `${median(once).toFixed(2)} s`,
      },
      { what: '… files a second', value: (files / median(once)).toFixed(0), goal: 'at least 600' },
      {
        what: '… peak memory',
        value: `${peakMegabytes(scratch, ['copy0']).toFixed(0)} MB`,
        goal: 'at most 300 MB',
      },
      {
        what: `… for ${COPIES} times as many`,
        value: `${peakMegabytes(scratch, ['.']).toFixed(0)} MB`,
        goal: 'at most 300 MB',
      },
      {
        what: 'a second run on an unchanged tree, against the first',
        value: (median(second) / median(first)).toFixed(2),
        goal: 'at most 0.4',
      },
    ];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = { name: 'Files that hold Veo', run: measure };
