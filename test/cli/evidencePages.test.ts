// The pages of evidence that the report as one HTML file brings along: it cannot read them when they are asked for.
import assert from 'node:assert/strict';
import { withFolder } from '../workspace/tempFolder.ts';
import { buildBundle, veoAudit } from './bundle.ts';
import { EVIDENCE } from './evidenceRecord.ts';

const DATA = /<script type="application\/json" id="data">(.*?)<\/script>/s;

describe('the report as one HTML file', () => {
  before(function () {
    this.timeout(120_000);
    buildBundle();
  });

  it('has a page for each piece of evidence that it lists', () =>
    withFolder(
      {
        'a.yaml': 'model: vertex_ai/veo-3.1-generate-001\n',
        '.veo-audit/evidence/a.json': JSON.stringify(EVIDENCE),
        '.veo-audit/evidence/b.json': JSON.stringify({ ...EVIDENCE, runId: 'r2' }),
        '.veo-audit/evidence/c.json': '{"schema":"veo-rou',
      },
      (folder) => {
        const { stdout } = veoAudit(folder, 'audit', '--format', 'html', '--as-of', '2026-11-24');
        const data = JSON.parse(DATA.exec(stdout)?.[1] ?? '{}');
        const details: readonly { key: string; title: string }[] = data.details;
        const runs: readonly { file: string }[] = data.runs;
        assert.equal(runs.length, 2);
        for (const { file } of runs)
          assert.match(details.find(({ key }) => key === `evidence/${file}`)?.title ?? '', /hero: passed/);
      },
    ));
});
