// Simulated jobs side by side, each with a journal, a video that is looked into, a request that is refused, and evidence.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Measure } from './benchmark.ts';
import { veoAudit } from './processes.ts';

const COUNTS = [10, 100, 1_000];

function proveAtOnce(count: number): number {
  const folder = mkdtempSync(join(tmpdir(), 'veo-audit-bench-'));
  try {
    const names = Array.from({ length: count }, (_, index) => `film-${index}`);
    const contracts = names.map(
      (name) => `  ${name}:\n    surface: vertex-ai\n    model: veo-3.1-lite-generate-001\n`,
    );
    writeFileSync(join(folder, 'veo-audit.yaml'), `routes:\n${contracts.join('')}`);
    const { seconds } = veoAudit(['smoke', '--simulate', '--speed', '1000', ...names], { folder });
    const kept = readdirSync(join(folder, '.veo-audit', 'evidence')).filter((name) => name.endsWith('.json'));
    if (kept.length !== 2 * count)
      throw new Error(`${count} jobs left ${kept.length} records instead of ${2 * count}`);
    return seconds;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(): Promise<readonly Measure[]> {
  return COUNTS.flatMap((count): Measure[] => {
    const seconds = proveAtOnce(count);
    return [
      { what: `${count} simulated jobs at once`, value: `${seconds.toFixed(1)} s` },
      { what: '… a job', value: `${((seconds / count) * 1000).toFixed(0)} ms` },
    ];
  });
}

export const benchmark: Benchmark = { name: 'Simulated jobs', run: measure };
