// Baselines: known findings stay known while code moves and is reformatted; a new one is new.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeAudit } from '../../src/audit/compose.ts';
import { datedReferences } from '../../src/audit/engine.ts';
import { requestLayer } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { againstBaseline, baselineText, parseBaseline } from '../../src/report/baseline.ts';
import { countFindings } from '../../src/report/counts.ts';
import type { RunAudit } from '../../src/report/types.ts';
import { createRouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';
import { runOver } from './run.ts';

const DEAD = 'm = "gemini/veo-3.0-generate-001"\n';
const UNKNOWN = 'model = "veo-9.0-generate-001"\n';

const against = (before: RunAudit, after: RunAudit) =>
  againstBaseline(after, parseBaseline(baselineText(before)));

/** How many findings of the second run are new, and how many of the first are gone. */
function changes(before: RunAudit, after: RunAudit) {
  const { run, gone } = against(before, after);
  const { error, warning, info, hint } = countFindings(run);
  return { new: error + warning + info + hint, gone };
}

describe('a baseline', () => {
  it('knows everything in the run that it was written from', () => {
    const run = runOver({ 'a.py': DEAD + DEAD, 'b.py': UNKNOWN });
    assert.deepEqual(changes(run, run), { new: 0, gone: 0 });
  });

  it('knows moved lines and renamed files', () => {
    const before = runOver({ 'a.py': DEAD, 'b.py': UNKNOWN });
    assert.deepEqual(changes(before, runOver({ 'a.py': `\n\n# text\n${DEAD}`, 'lib/c.py': UNKNOWN })), {
      new: 0,
      gone: 0,
    });
  });

  it('does not know one more of the same, another ID, or the same in another file', () => {
    const before = runOver({ 'a.py': DEAD });
    assert.deepEqual(changes(before, runOver({ 'a.py': DEAD + DEAD })), { new: 1, gone: 0 });
    assert.deepEqual(changes(before, runOver({ 'a.py': UNKNOWN })), { new: 1, gone: 1 });
    assert.deepEqual(changes(before, runOver({ 'a.py': DEAD, 'b.py': DEAD })), { new: 1, gone: 0 });
  });

  it('does not know a worse finding that the calendar brings', () => {
    const files = { 'a.py': 'm = "vertex_ai/veo-3.0-generate-001"\n' };
    assert.deepEqual(changes(runOver(files, '2026-06-29'), runOver(files, '2026-06-30')), {
      new: 1,
      gone: 1,
    });
  });

  it('counts what is gone', () => {
    const before = runOver({ 'a.py': DEAD + DEAD });
    assert.deepEqual(changes(before, runOver({ 'a.py': DEAD })), { new: 0, gone: 1 });
  });

  it('says in a clause why a text is none', () => {
    assert.throws(() => parseBaseline('not json'), /it is not a baseline of veo-audit/);
    assert.throws(() => parseBaseline('{"schema":"veo-route-audit/1"}'), /it is not a baseline of veo-audit/);
    assert.throws(
      () => parseBaseline('{"schema":"veo-route-audit/baseline/9","findings":[]}'),
      /another version of veo-audit \(veo-route-audit\/baseline\/9\)/,
    );
  });

  it('brings no new finding for any layout of the same tokens', async () => {
    const tokens =
      "const ai = new GoogleGenAI ( { vertexai : true , project : 'p' , location : 'us-central1' } ) ; const job = await ai . models . generateVideos ( { model : 'veo-3.0-generate-001' , prompt , config : { durationSeconds : 5 , resolution : '4k' } } ) ; while ( ! job . done ) { await ai . operations . getVideosOperation ( { operation : job } ) ; }".split(
        ' ',
      );
    const before = await auditCode(tokens.join(' '));
    assert.ok(before.audits.flatMap(({ findings }) => findings).length >= 3, 'too little is found');
    const gap = fc.constantFrom(' ', '\n', '\n    ', '  ', '\r\n\t');
    await fc.assert(
      fc.asyncProperty(
        fc.array(gap, { minLength: tokens.length, maxLength: tokens.length }),
        async (gaps) => {
          const text = tokens.map((token, index) => `${token}${gaps[index]}`).join('');
          assert.deepEqual(changes(before, await auditCode(text)), { new: 0, gone: 0 }, text);
        },
      ),
      { numRuns: 60 },
    );
  });
});

async function auditCode(text: string): Promise<RunAudit> {
  const catalog = bundledCatalog();
  const asOf = '2026-11-21';
  const options = { catalog, asOf };
  const document = { path: 'a.ts', text };
  const reader = createRouteReader({ catalog, grammars: nodeGrammars });
  const references = datedReferences(document, options);
  const layer = await requestLayer(document, references, reader, options, async () => undefined);
  const audit = composeAudit(layer, [], options);
  return { asOf, catalog, audits: [audit], files: 1, bytes: text.length };
}
