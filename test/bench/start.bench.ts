// What a single answer costs: one file, `--version`, and Node alone.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Benchmark, type Measure, median } from './benchmark.ts';
import { audit, inTurn, ratioOf, run, veoAudit } from './processes.ts';

const ROUNDS = 15;
const FILE = `from google import genai

client = genai.Client()
client.models.generate_videos(model="veo-3.0-generate-001", prompt="A kite over the sea")
`;

async function measure(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'veo-audit-bench-'));
  try {
    writeFileSync(join(folder, 'render.py'), FILE);
    const [audits = [], versions = [], nodes = []] = inTurn(ROUNDS, [
      () => audit(folder, ['render.py']),
      () => veoAudit(['--version'], { folder }),
      () => run(process.execPath, ['-e', '0'], { folder }),
    ]);
    const seconds = (times: readonly number[]): string => `${median(times).toFixed(3)} s`;
    return [
      { what: 'audit of one file', value: seconds(audits), goal: 'at most 0.11 s' },
      { what: '… against Node alone', value: ratioOf(audits, nodes).toFixed(2) },
      { what: '--version', value: seconds(versions) },
      { what: 'Node alone', value: seconds(nodes) },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = { name: 'One file', run: measure };
