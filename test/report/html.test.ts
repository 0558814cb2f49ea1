// The report as one HTML file: its data, and that nothing in it becomes markup or comes from elsewhere.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { snapshotOf } from '../../src/gateway/snapshot.ts';
import { htmlReport } from '../../src/report/html.ts';
import { pageData } from '../../src/report/page/data.ts';
import { pageDocument } from '../../src/report/page/document.ts';
import { RUN } from '../audit/contractCase.ts';
import { audited, TODAY } from '../migrate/audited.ts';
import { MIXED, reportOf, runOver } from './run.ts';

const DATA = /<script type="application\/json" id="data">(.*?)<\/script>/s;

describe('the data of the page', () => {
  it('has the findings worst first, and each ID in use with its days on each surface', () => {
    const data = pageData(
      runOver({ ...MIXED, 'live.py': 'm = "vertex_ai/veo-3.1-generate-001"\n' }),
      '1.2.3',
    );
    assert.deepEqual(
      data.findings.map(({ severity }) => severity),
      ['error', 'warning', 'info', 'info'],
    );
    const ends = data.lifecycles.map(({ model, surface, end }) => [model, surface, end?.kind, end?.day]);
    assert.deepEqual(
      ends.filter(([model]) => model === 'veo-3.1-generate-001'),
      [['veo-3.1-generate-001', 'Vertex AI', 'notBefore', '2026-11-17']],
    );
    const days = data.lifecycles.map(({ end }) => end?.day ?? '9999');
    assert.deepEqual(days, days.toSorted());
  });

  it('counts what may end any day, or will within 90 days, as ending soon; not what is gone', () => {
    const soonOn = (asOf: string): readonly string[] =>
      pageData(
        runOver(
          { 'live.py': 'a = "vertex_ai/veo-3.1-generate-001"\nb = "vertex_ai/veo-2.0-generate-001"\n' },
          asOf,
        ),
        '1.2.3',
      ).lifecycles.flatMap(({ model, endsSoon }) => (endsSoon ? model : []));
    const days: readonly (readonly [day: string, models: readonly string[]])[] = [
      ['2026-03-31', []],
      ['2026-04-01', ['veo-2.0-generate-001']],
      ['2026-08-18', []],
      ['2026-08-19', ['veo-3.1-generate-001']],
      ['2026-11-24', ['veo-3.1-generate-001']],
    ];
    assert.deepEqual(
      days.map(([day]) => [day, soonOn(day)]),
      days,
    );
  });

  it('knows no model, cost or checklist where there is none', () => {
    const { routes, checklist, runs, graph } = pageData(runOver({}), '1.2.3');
    assert.deepEqual(
      { routes, checklist, runs, graph },
      { routes: [], checklist: [], runs: [], graph: { nodes: [], edges: [] } },
    );
  });
});

describe('the routes to move on the page', () => {
  it('are those whose model is shut down or deprecated, the earliest first, with what answers and at what price', async () => {
    const request = (model: string): string =>
      `import { GoogleGenAI } from "@google/genai";\nconst ai = new GoogleGenAI({ apiKey: "k" });\n` +
      `const a = await ai.models.generateVideos({ model: "${model}", prompt: "x", config: { durationSeconds: 8 } });\n`;
    const audits = [
      await audited('late.ts', request('veo-3.1-generate-preview')),
      await audited('early.ts', request('veo-3.0-generate-001')),
      await audited(
        'live.ts',
        request('gemini-omni-1.1-flash').replace('models.generateVideos', 'interactions.create'),
      ),
    ];
    const { moves } = pageData({ ...runOver({}), asOf: TODAY, audits }, '1.2.3');
    assert.deepEqual(
      moves.map(({ file, line, model, status, shutdown }) => [file, line, model, status, shutdown]),
      [
        ['early.ts', 3, 'veo-3.0-generate-001', 'shut-down', '2026-06-30'],
        ['late.ts', 3, 'veo-3.1-generate-preview', 'shut-down', '2026-10-22'],
      ],
    );
    assert.deepEqual(
      moves[1]?.ways.map(({ model, surface, price }) => [model, surface, price]),
      [
        ['gemini-omni-1.1-flash', 'Gemini API', '$0.8112, was $3.20'],
        ['veo-3.1-generate-001', 'Vertex AI', '$3.20, was $3.20'],
      ],
    );
  });
});

describe('the records on the page', () => {
  const contracts = {
    ...{ config: {}, configFile: 'veo-audit.yaml', configText: '', snapshots: {}, complete: true },
    evidence: [
      { ...RUN, file: 'team/.veo-audit/evidence/a.json', videos: ['a-1.mp4'] },
      { ...RUN, day: '2026-11-21', kind: 'controlled-failure', reportedUsd: 0.8 } as const,
    ],
  };

  it('are smoke tests, newest first, each with its states, costs and kept videos', () => {
    const { runs } = pageData({ ...runOver({}), contracts }, '1.2.3');
    assert.deepEqual(
      runs.map(({ day, controlledFailure, estimatedUsd, reportedUsd, videos }) => [
        ...[day, controlledFailure, estimatedUsd?.max, reportedUsd],
        ...videos.map(({ file }) => file),
      ]),
      [
        ['2026-11-21', true, 1.6, 0.8],
        ['2026-11-20', false, 1.6, null, 'team/.veo-audit/videos/a-1.mp4'],
      ],
    );
    assert.deepEqual(runs[1]?.states[0], { state: 'polling', seconds: 61 });
  });

  it('are the newest catalog of each gateway, with what changed since the one before', () => {
    const day = (usd: number, on: string) =>
      snapshotOf(
        JSON.stringify({
          data: [
            {
              model_name: 'film',
              litellm_params: { model: 'vertex_ai/veo-3.1-generate-001' },
              model_info: { mode: 'video_generation', output_cost_per_second: usd },
            },
          ],
        }),
        { gateway: 'house', kind: 'litellm', day: on, from: 'https://house.example/model/info' },
      );
    const { gateways } = pageData(
      {
        ...runOver({}),
        contracts: {
          ...contracts,
          config: { gateways: { house: { kind: 'litellm' } } },
          snapshots: { house: [day(0.4, '2026-11-19'), day(0.5, '2026-11-20')] },
        },
      },
      '1.2.3',
    );
    assert.equal(gateways.length, 1);
    assert.equal(gateways[0]?.day, '2026-11-20');
    assert.match(gateways[0]?.rows[0]?.prices[0] ?? '', /^\$0\.50 per second.*25% above Google's own/);
    assert.match(
      gateways[0]?.changes[0] ?? '',
      /^film: price .*0\.4.* → .*0\.5.*, between 2026-11-19 and 2026-11-20$/,
    );
  });
});

describe('the HTML report', () => {
  it('allows its own script alone, and names nothing to load', () => {
    const html = reportOf(htmlReport, runOver(MIXED));
    const hash = createHash('sha256').update('render();').digest('base64');
    assert.match(html, /default-src 'none'/);
    assert.ok(html.includes(`script-src 'sha256-${hash}'`));
    assert.doesNotMatch(html.replace(DATA, ''), /https?:\/\/|src=|@import|url\(/);
  });

  it('carries its data back whole, whatever the texts hold', () => {
    const data = pageData(runOver(MIXED), '1.2.3');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('</script>', '<!--', '\u2028', ''),
        (text, tag) => {
          const hostile = { ...data, version: `${text}${tag}<script>alert(1)</script>` };
          const html = pageDocument({ data: hostile, script: '', scriptSource: "'none'" });
          assert.deepEqual(JSON.parse(DATA.exec(html)?.[1] ?? ''), JSON.parse(JSON.stringify(hostile)));
          assert.equal(html.match(/<script/g)?.length, 1);
        },
      ),
    );
  });
});
