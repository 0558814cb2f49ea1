// The report as one HTML file: its data, and that nothing in it becomes markup or comes from elsewhere.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { htmlReport } from '../../src/report/html.ts';
import { pageData } from '../../src/report/page/data.ts';
import { pageDocument } from '../../src/report/page/document.ts';
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

  it('knows no model, cost or checklist where there is none', () => {
    const { routes, checklist, runs, graph } = pageData(runOver({}), '1.2.3');
    assert.deepEqual(
      { routes, checklist, runs, graph },
      { routes: [], checklist: [], runs: [], graph: { nodes: [], edges: [] } },
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
