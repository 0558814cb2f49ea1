// What the rules say of an ID whose surface this workspace has asked: what it answered, and on which day.
import assert from 'node:assert/strict';
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { type Catalog, createCatalog } from '../../src/catalog/catalog.ts';
import type { ModelOnSurface } from '../../src/catalog/types.ts';
import { PROBE_SCHEMA, type ProbeAnswer, withProbes } from '../../src/refresh/probe.ts';

const bundled = bundledCatalog();
/** Ended on both Google surfaces on 2026-06-30. */
const DEAD = 'veo-3.0-generate-001';
/** May be retired on Vertex AI any day since 2026-11-17. */
const OPEN = 'veo-3.1-generate-001';

type Asked = readonly [model: string, surface: string, answer: ProbeAnswer, day: string];

const asked = (...probes: readonly Asked[]): Catalog => askedOf(bundled, probes);

const askedOf = (catalog: Catalog, probes: readonly Asked[]): Catalog =>
  withProbes(
    catalog,
    probes.map(([model, surface, answer, day]) => ({
      ...{ schema: PROBE_SCHEMA, simulated: false, host: 'x', status: 200, said: 'it answered' },
      ...{ model, surface, answer, askedAt: `${day}T10:00:00Z` },
    })),
  );

/** `severity message` of each finding for an ID that a setting names. */
function said(id: string, catalog: Catalog, asOf = '2026-11-24'): readonly string[] {
  const document = { path: 'a.yaml', text: `model: ${id}\n` };
  return auditDocument(document, { catalog, asOf }).findings.map(
    ({ severity, message }) => `${severity} ${message}`,
  );
}

describe('an ID that was shut down by the calendar', () => {
  const cases: readonly (readonly [what: string, id: string, catalog: Catalog, message: string])[] = [
    [
      'was not found when it was asked for',
      `vertex_ai/${DEAD}`,
      asked([DEAD, 'vertex-ai', 'gone', '2026-10-01']),
      'was shut down on Vertex AI on 2026-06-30 (404 seen on 2026-10-01). ',
    ],
    [
      'was still listed when it was asked for',
      `vertex_ai/${DEAD}`,
      asked([DEAD, 'vertex-ai', 'listed', '2026-10-01']),
      'was to be shut down on Vertex AI on 2026-06-30, but was still listed on 2026-10-01. ',
    ],
    [
      'was asked for on the last day before it only',
      `vertex_ai/${DEAD}`,
      asked([DEAD, 'vertex-ai', 'listed', '2026-06-29']),
      'was shut down on Vertex AI on 2026-06-30. ',
    ],
    [
      'was not found on both surfaces, on two days',
      DEAD,
      asked([DEAD, 'vertex-ai', 'gone', '2026-10-01'], [DEAD, 'gemini-api', 'gone', '2026-10-02']),
      'was shut down on the Gemini API and Vertex AI on 2026-06-30 (404 seen on 2026-10-02 and 2026-10-01). ',
    ],
    [
      'was not found on one of two surfaces',
      DEAD,
      asked([DEAD, 'vertex-ai', 'gone', '2026-10-01']),
      'was shut down on the Gemini API and Vertex AI on 2026-06-30. ',
    ],
    [
      'was found on one surface and not on the other',
      DEAD,
      asked([DEAD, 'vertex-ai', 'gone', '2026-10-01'], [DEAD, 'gemini-api', 'listed', '2026-10-01']),
      'was shut down on the Gemini API and Vertex AI on 2026-06-30. ',
    ],
  ];
  for (const [what, id, catalog, message] of cases)
    it(what, () => {
      const [finding = '', ...none] = said(id, catalog);
      assert.equal(finding.slice(0, `error ${DEAD} ${message}`.length), `error ${DEAD} ${message}`);
      assert.deepEqual(none, []);
    });
});

describe('an ID that may be retired any day', () => {
  const id = `vertex_ai/${OPEN}`;
  const usual = `info ${OPEN} may be retired on Vertex AI any day since 2026-11-17. Check that it still answers.`;

  it('is an error where it was not found since', () => {
    const [finding = ''] = said(id, asked([OPEN, 'vertex-ai', 'gone', '2026-11-20']));
    assert.match(
      finding,
      /^error veo-3\.1-generate-001 was not found on Vertex AI on 2026-11-20 \(404\)\. \S/,
    );
  });

  it('informs with the day on which it was still listed', () => {
    assert.deepEqual(said(id, asked([OPEN, 'vertex-ai', 'listed', '2026-11-17'])), [
      `info ${OPEN} may be retired on Vertex AI any day since 2026-11-17. It was still listed on 2026-11-17.`,
    ]);
  });

  it('is to be asked for where it only answered before that day, or was not asked for yet', () => {
    assert.deepEqual(said(id, asked([OPEN, 'vertex-ai', 'listed', '2026-11-16'])), [usual]);
    assert.deepEqual(said(id, asked([OPEN, 'vertex-ai', 'gone', '2026-11-25'])), [usual]);
    assert.deepEqual(said(id, bundled), [usual]);
  });
});

/** The catalog with other facts of the one ID that may be retired, by surface. */
function withFacts(surfaces: Readonly<Record<string, Partial<ModelOnSurface>>>): Catalog {
  const models = bundled.models.map((model) => {
    const facts = model.surfaces['vertex-ai'];
    if (model.id !== OPEN || facts === undefined) return model;
    const changed = Object.entries(surfaces).map(([id, change]) => [id, { ...facts, ...change }]);
    return { ...model, surfaces: Object.fromEntries(changed) };
  });
  return createCatalog({ ...bundled.data, models });
}

describe('an ID whose surface is not known', () => {
  const ended = { shutdown: { kind: 'fixed', day: '2026-11-01' } } as const;
  const ending = { ...ended, shutdown: { kind: 'fixed', day: '2026-12-01' } } as const;

  it('may be retired where it is still open, not where it has ended', () => {
    const [finding = ''] = said(OPEN, withFacts({ 'vertex-ai': {}, 'gemini-api': ended }));
    assert.match(finding, /^info \S+ may be retired on Vertex AI any day since 2026-11-17\. Check/);
  });

  it('is an error only where no open surface has it any more', () => {
    const both = withFacts({ 'vertex-ai': {}, 'gemini-api': {} });
    const gone: Asked = [OPEN, 'vertex-ai', 'gone', '2026-11-20'];
    const probed = (...probes: readonly Asked[]) => said(OPEN, askedOf(both, probes))[0] ?? '';
    assert.match(probed(gone), /^info \S+ may be retired on /);
    assert.match(
      probed(gone, [OPEN, 'gemini-api', 'gone', '2026-11-21']),
      /^error \S+ was not found on Vertex AI on 2026-11-20 and on the Gemini API on 2026-11-21 \(404\)\./,
    );
  });

  it('has no published day on a surface that says none', () => {
    const unsaid = { shutdown: { kind: 'none' }, stage: 'unknown' } as const;
    const [finding = ''] = said(OPEN, withFacts({ 'vertex-ai': ending, 'gemini-api': unsaid }));
    assert.match(
      finding,
      /^warning \S+ will be shut down on 2026-12-01 \(in 7 days\) on Vertex AI and has no published shutdown day on the Gemini API\./,
    );
  });
});

describe('an ID that nobody released', () => {
  it('is not compared with anything where no model is known', () => {
    const catalog = createCatalog({ ...bundled.data, models: [] });
    assert.deepEqual(said('veo-4.0-generate-001', catalog), [
      'warning veo-4.0-generate-001 is not a model ID that Google released.',
    ]);
  });
});
