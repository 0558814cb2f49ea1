// What the rules say on the day before, of and after each kind of date.
import assert from 'node:assert/strict';
import { auditDocument } from '../../src/audit/engine.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';

const catalog = bundledCatalog();

/** The rules, messages and fixes for an ID in code on a day. */
function findingsFor(id: string, asOf: string) {
  return auditDocument({ path: 'a.ts', text: `const model = '${id}';\n` }, { catalog, asOf }).findings;
}

const rulesFor = (id: string, asOf: string): string =>
  findingsFor(id, asOf)
    .map((finding) => finding.rule)
    .join();

describe('rules by day', () => {
  const cases: readonly (readonly [what: string, id: string, days: Readonly<Record<string, string>>])[] = [
    [
      'a fixed shutdown on the Gemini API, announced between two days',
      'gemini/veo-3.1-generate-preview',
      {
        '2026-10-03': 'preview-model',
        '2026-10-04': 'deprecated-model',
        '2026-10-21': 'deprecated-model',
        '2026-10-22': 'shut-down-model',
        '2026-10-23': 'shut-down-model',
      },
    ],
    [
      'a fixed shutdown on Vertex AI, announced on an inferred day',
      'vertex_ai/veo-3.1-generate-preview',
      {
        '2026-03-02': 'preview-model',
        '2026-03-03': 'deprecated-model',
        '2026-04-01': 'deprecated-model',
        '2026-04-02': 'shut-down-model',
        '2026-04-03': 'shut-down-model',
      },
    ],
    [
      'a fixed shutdown whose announcement nobody dated: 180 days before',
      'vertex_ai/veo-3.0-generate-001',
      {
        '2025-12-31': '',
        '2026-01-01': 'deprecated-model',
        '2026-06-29': 'deprecated-model',
        '2026-06-30': 'shut-down-model',
      },
    ],
    [
      'an earliest retirement day is never a shutdown',
      'vertex_ai/veo-3.1-generate-001',
      {
        '2026-11-16': '',
        '2026-11-17': 'retirement-window',
        '2026-11-18': 'retirement-window',
        '2026-12-21': 'retirement-window',
      },
    ],
    [
      'no date at all',
      'vertex_ai/veo-3.1-lite-generate-001',
      { '2026-04-01': '', '2026-04-02': 'preview-model', '2026-11-21': 'preview-model' },
    ],
    [
      'an unknown surface: the last shutdown counts',
      'veo-3.1-generate-preview',
      { '2026-04-02': 'preview-model', '2026-10-21': 'deprecated-model', '2026-10-22': 'shut-down-model' },
    ],
    [
      'facts of a certain age',
      'vertex_ai/veo-3.1-lite-generate-001',
      { '2026-12-24': 'preview-model', '2026-12-25': 'preview-model,stale-catalog' },
    ],
  ];

  for (const [what, id, days] of cases) {
    it(`${what}: ${id}`, () => {
      assert.deepEqual(Object.fromEntries(Object.keys(days).map((day) => [day, rulesFor(id, day)])), days);
    });
  }

  it('counts the days that are left', () => {
    const left = (day: string) =>
      /in (\d+ days?)\b/.exec(findingsFor('gemini/veo-3.1-generate-preview', day)[0]?.message ?? '')?.[1];
    assert.deepEqual(['2026-10-10', '2026-10-20', '2026-10-21'].map(left), ['12 days', '2 days', '1 day']);
  });
});

describe('what the messages say', () => {
  const message = (id: string, asOf = '2026-11-21'): string => findingsFor(id, asOf)[0]?.message ?? '';

  it('names the day of the surface that is known', () => {
    assert.match(message('gemini/veo-3.1-generate-preview'), /2026-10-22/);
    assert.doesNotMatch(message('gemini/veo-3.1-generate-preview'), /2026-04-02/);
    assert.match(message('vertex_ai/veo-3.1-generate-preview'), /2026-04-02/);
    assert.doesNotMatch(message('vertex_ai/veo-3.1-generate-preview'), /2026-10-22/);
  });

  it('names both days where the surface is unknown', () => {
    assert.match(message('veo-3.1-generate-preview'), /2026-10-22.*2026-04-02/);
  });

  it('names another API where a string change is not enough, and none where it is', () => {
    assert.match(message('gemini/veo-3.0-generate-001'), /gemini-omni.*Interactions API/);
    assert.doesNotMatch(message('vertex_ai/veo-3.0-generate-001'), /gemini-omni/);
  });

  it('never calls an earliest day a shutdown', () => {
    assert.match(message('vertex_ai/veo-3.1-generate-001'), /may be retired .*2026-11-17/);
    assert.doesNotMatch(message('vertex_ai/veo-3.1-generate-001'), /shut down/);
  });

  it('offers the nearest real ID for an invented one', () => {
    assert.match(message('vertex_ai/veo-3.1-generate'), /veo-3\.1-generate-001/);
  });

  it('says which surface an ID belongs to', () => {
    assert.match(message('gemini/veo-3.1-generate-001'), /Vertex AI/);
  });

  it('says which Gateway a spelling is of, where it is known', () => {
    assert.match(message('fal-ai/veo3.1/fast'), /\bfal\b/);
  });

  it('ends each with a full stop and spells nothing twice', () => {
    for (const model of catalog.models.filter(({ id }) => id.startsWith('veo'))) {
      for (const prefix of ['', 'gemini/', 'vertex_ai/']) {
        for (const day of ['2026-03-20', '2026-10-10', '2026-11-21']) {
          for (const finding of findingsFor(prefix + model.id, day)) {
            assert.match(finding.message, /[.]$/, finding.message);
            assert.doesNotMatch(finding.message, / {2}|\.\.|undefined|null|\b(\w+) \1\b/, finding.message);
          }
        }
      }
    }
  });

  it('never offers an ID that is dead on the day', () => {
    for (const model of catalog.models.filter(({ id }) => id.startsWith('veo'))) {
      for (const day of ['2026-03-20', '2026-05-01', '2026-07-01', '2026-11-21']) {
        for (const finding of findingsFor(`vertex_ai/${model.id}`, day)) {
          const offered = finding.fix?.edits[0]?.newText;
          if (offered === undefined) continue;
          const after = rulesFor(`vertex_ai/${offered}`, day);
          assert.doesNotMatch(after, /shut-down|deprecated|not-on-surface|unknown/, `${model.id} on ${day}`);
        }
      }
    }
  });
});
