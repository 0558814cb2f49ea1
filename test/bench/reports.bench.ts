// Large answers: a report of 2,000 routes in each format, and 1,000 reports in one.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Benchmark, Measure } from './benchmark.ts';
import { audit, veoAudit } from './processes.ts';

const ROUTES = 2_000;
const REPORTS = 1_000;
const FORMATS = ['text', 'json', 'sarif', 'html', 'markdown', 'csv', 'cyclonedx'];
const MODELS = [
  'veo-3.1-generate-001',
  'veo-3.1-fast-generate-001',
  'veo-3.0-generate-001',
  'veo-2.0-generate-001',
];

/** Ten requests, each to another model than the one before. */
function program(file: number): string {
  const requests = Array.from(
    { length: 10 },
    (_, index) =>
      `await ai.models.generateVideos({ model: '${MODELS[(file + index) % MODELS.length]}', prompt, config: { durationSeconds: 8 } });`,
  );
  const client = "const ai = new GoogleGenAI({ vertexai: true, project: 'p', location: 'us-central1' });";
  return `import { GoogleGenAI } from '@google/genai';\n${client}\n${requests.join('\n')}\n`;
}

async function measure(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'veo-audit-bench-'));
  try {
    for (let file = 0; file < ROUTES / 10; file++) {
      const service = join(folder, 'code', `service${file % 20}`);
      mkdirSync(service, { recursive: true });
      writeFileSync(join(service, `render${file}.ts`), program(file));
    }
    const small = audit(folder, ['code/service0']).stdout;
    for (let report = 0; report < REPORTS; report++) {
      mkdirSync(join(folder, 'reports'), { recursive: true });
      writeFileSync(join(folder, 'reports', `${report}.json`), small);
    }
    const asked = ['audit', '--no-ignore', '--no-cache', '--fail-on', 'never', 'code', '--output', 'report'];
    const formats = FORMATS.map((format): Measure => {
      const { seconds } = veoAudit([...asked, '--format', format], { folder });
      return { what: `a report of ${ROUTES} routes as ${format}`, value: `${seconds.toFixed(2)} s` };
    });
    const reports = Array.from({ length: REPORTS }, (_, report) => `reports/${report}.json`);
    const merged = veoAudit(['merge', ...reports, '--format', 'html', '--output', 'merged.html'], { folder });
    return [
      ...formats,
      { what: `${REPORTS} reports merged as html`, value: `${merged.seconds.toFixed(2)} s` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const benchmark: Benchmark = { name: 'Large reports', run: measure };
