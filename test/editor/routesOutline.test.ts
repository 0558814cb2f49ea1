// What the view lists, and what its badge counts.
import assert from 'node:assert/strict';
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { countsInWords, routesOutline } from '../../src/editor/routesOutline.ts';
import type { Route } from '../../src/routes/types.ts';

const catalog = bundledCatalog();
const asOf = '2026-11-24';

/** A file whose every ID is sent by a request, but for those of the last `unsent` references. */
function file(path: string, text: string, unsent = 0) {
  const audit = auditDocument({ path, text }, { catalog, asOf });
  const sent = audit.references.slice(0, audit.references.length - unsent);
  const routes = sent.map(
    (reference): Route => ({
      start: reference.start,
      end: reference.end,
      name: null,
      model: reference.id,
      modelFrom: 'literal',
      reference,
      alternatives: [],
      surface: reference.surface,
      surfaceEvidence: null,
      shape: 'config',
      durationSeconds: 8,
      resolution: '720p',
      sampleCount: 1,
      aspectRatio: null,
      generateAudio: true,
      others: {},
      places: {},
    }),
  );
  return { audit: { ...audit, routes }, catalog, asOf };
}

const FILES = [
  file('a/fine.yaml', 'm: vertex_ai/veo-3.1-generate-001\n'),
  file('a/b/bad.yaml', 'm: vertex_ai/veo-3.1-generate-001\nn: vertex_ai/veo-3.0-generate-001\n'),
  file('notes.yaml', '# once vertex_ai/veo-3.0-generate-001\nm: vertex_ai/veo-3.0-generate-001\n', 2),
];

const shown = (by: 'file' | 'status' | 'surface', withMentions = false) =>
  routesOutline(FILES, by, withMentions).map(
    ({ label, description, entries }) =>
      `${label} | ${description} | ${entries.map((one) => (one.kind === 'model' ? one.reference.id : one.state)).join()}`,
  );

describe('the outline of the routes', () => {
  it('lists requests by file, worst first, the name of the file ahead of its folder', () => {
    assert.deepEqual(shown('file'), [
      'bad.yaml | a/b · 2 routes | shut-down,retirement-window',
      'fine.yaml | a · 1 route | retirement-window',
      'Models | 1 ID | veo-3.0-generate-001',
    ]);
  });

  it('lists them by state and by surface', () => {
    assert.deepEqual(shown('status').slice(0, 2), [
      'shut down | 1 route | shut-down',
      'retirement window | 2 routes | retirement-window,retirement-window',
    ]);
    assert.match(shown('surface')[0] ?? '', /^Vertex AI \| 3 routes/);
  });

  it('lists what is only spoken of when it is asked for', () => {
    assert.equal(shown('file', true).at(-1), 'Models | 2 IDs | veo-3.0-generate-001,veo-3.0-generate-001');
  });
});

describe('the count of findings', () => {
  it('is that of Problems, which lists no hints, and says what it counts', () => {
    const findings = (['warning', 'hint', 'error', 'warning'] as const).map((severity) => ({ severity }));
    assert.deepEqual(countsInWords(findings), { total: 3, words: '1 error, 2 warnings' });
    assert.deepEqual(countsInWords([]), { total: 0, words: 'no findings' });
  });
});
