// Costs against the dossier's prices: by surface, day, resolution, audio and count; and what is not known.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { estimateCost } from '../../src/cost/estimate.ts';
import type { Cost, CostQuestion } from '../../src/cost/types.ts';
import { catalogData } from '../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());

const GEMINI: CostQuestion = {
  model: 'veo-3.1-generate-preview',
  surface: 'gemini-api',
  asOf: '2026-10-01',
  durationSeconds: 8,
  resolution: '720p',
  sampleCount: 1,
  generateAudio: null,
};
const VERTEX: CostQuestion = {
  ...GEMINI,
  model: 'veo-3.1-generate-001',
  surface: 'vertex-ai',
  asOf: '2026-11-21',
};
const FAL: CostQuestion = { ...VERTEX, model: 'fal-ai/veo3.1/fast', surface: 'fal' };

function costOf(question: CostQuestion): Cost {
  const answer = estimateCost(question, CATALOG);
  assert.ok(answer.known, answer.known ? '' : `no cost: ${answer.reason}`);
  return answer.cost;
}

function reasonOf(question: CostQuestion): string {
  const answer = estimateCost(question, CATALOG);
  assert.ok(!answer.known, 'a cost was given where none is known');
  return answer.reason;
}

type Row = [
  what: string,
  question: CostQuestion,
  second: number | [number, number],
  request: number | [number, number],
];

const FAST = 'veo-3.1-fast-generate-preview';
const LITE = 'veo-3.1-lite-generate-preview';

const TABLE: readonly Row[] = [
  ['Standard on the Gemini API', GEMINI, 0.4, 3.2],
  ['Standard 4k on the Gemini API', { ...GEMINI, resolution: '4k' }, 0.6, 4.8],
  ['Fast before the cut', { ...GEMINI, model: FAST, asOf: '2026-04-06' }, 0.15, 1.2],
  ['Fast on the day of the cut', { ...GEMINI, model: FAST, asOf: '2026-04-07' }, 0.1, 0.8],
  ['Fast 1080p after the cut', { ...GEMINI, model: FAST, resolution: '1080p' }, 0.12, 0.96],
  ['Fast 4k before the cut', { ...GEMINI, model: FAST, resolution: '4k', asOf: '2026-03-01' }, 0.35, 2.8],
  ['Fast 4k after the cut', { ...GEMINI, model: FAST, resolution: '4k' }, 0.3, 2.4],
  ['Lite', { ...GEMINI, model: LITE }, 0.05, 0.4],
  ['Lite 1080p', { ...GEMINI, model: LITE, resolution: '1080p' }, 0.08, 0.64],
  ['Veo 3 at its launch', { ...GEMINI, model: 'veo-3.0-generate-preview', asOf: '2025-08-01' }, 0.75, 6],
  [
    'Veo 2, five seconds',
    { ...GEMINI, model: 'veo-2.0-generate-001', asOf: '2026-01-01', durationSeconds: 5 },
    0.35,
    1.75,
  ],
  ['Vertex AI with audio', { ...VERTEX, generateAudio: true }, 0.4, 3.2],
  ['Vertex AI without audio', { ...VERTEX, generateAudio: false }, 0.2, 1.6],
  ['Vertex AI, audio not set', VERTEX, [0.2, 0.4], [1.6, 3.2]],
  ['Vertex AI, audio computed', { ...VERTEX, generateAudio: 'dynamic' }, [0.2, 0.4], [1.6, 3.2]],
  ['four videos', { ...VERTEX, generateAudio: true, sampleCount: 4 }, 0.4, 12.8],
  ['videos computed', { ...VERTEX, generateAudio: true, sampleCount: 'dynamic' }, 0.4, [3.2, 12.8]],
  ['seconds computed', { ...VERTEX, generateAudio: true, durationSeconds: 'dynamic' }, 0.4, [1.6, 3.2]],
  [
    'Lite on Vertex AI, resolution computed',
    { ...VERTEX, model: 'veo-3.1-lite-generate-001', resolution: 'dynamic' },
    [0.03, 0.08],
    [0.24, 0.64],
  ],
  [
    'one second price on an unknown surface that serves it alone',
    { ...VERTEX, surface: 'unknown', generateAudio: true },
    0.4,
    3.2,
  ],
  [
    'both surfaces while both served it',
    { ...GEMINI, surface: 'unknown', model: 'veo-2.0-generate-001', asOf: '2026-06-01' },
    [0.35, 0.5],
    [2.8, 4],
  ],
  ['fal, audio by its default', { ...FAL, durationSeconds: null }, 0.15, 1.2],
  ['fal without audio', { ...FAL, generateAudio: false, durationSeconds: 4 }, 0.1, 0.4],
  [
    'OpenRouter 1080p',
    { ...VERTEX, surface: 'openrouter', model: 'google/veo-3.1-fast', resolution: '1080p' },
    0.12,
    0.96,
  ],
  [
    'Replicate, one price for all',
    { ...VERTEX, surface: 'replicate', model: 'google/veo-3', resolution: '1080p' },
    0.75,
    6,
  ],
  [
    'Omni follows the prompt',
    { ...VERTEX, surface: 'gemini-api', model: 'gemini-omni-1.1-flash', durationSeconds: null },
    0.1014,
    [0.3042, 1.014],
  ],
];

describe('estimateCost', () => {
  for (const [what, question, second, request] of TABLE) {
    it(`prices ${what}`, () => {
      const { usdPerSecond, usdPerRequest } = costOf(question);
      assert.deepEqual(
        { usdPerSecond, usdPerRequest },
        { usdPerSecond: range(second), usdPerRequest: range(request) },
      );
    });
  }

  it('fills what is not set with the defaults and says so, with their source', () => {
    const cost = costOf({ ...GEMINI, durationSeconds: null, resolution: null, sampleCount: null });
    assert.deepEqual(cost.usdPerRequest, { min: 3.2, max: 3.2 });
    assert.deepEqual(cost.assumptions, [
      'duration assumed 8 s on the Gemini API (QuantumNous/new-api files)',
      'resolution assumed 720p on the Gemini API (Third-party engineering note quoting the official pages)',
      'number of videos assumed 1 on the Gemini API (Third-party engineering note quoting the official pages)',
    ]);
    assert.equal(cost.source, 'PR2603, PR2510');
    assert.equal(cost.checkedOn, '2026-11-21');
  });

  it('takes the default of the gateway, not that of Google', () => {
    // fal makes 5 s of Veo 2; there is no price of it, so the row is given one here.
    const data = catalogData();
    const [row] = data.prices.filter((price) => price.surface === 'fal');
    assert.ok(row);
    const catalog = createCatalog({
      ...data,
      prices: [{ ...row, model: 'fal-ai/veo2', audio: false, resolution: 'any', usd: 0.5 }],
    });
    const answer = estimateCost({ ...FAL, model: 'fal-ai/veo2', durationSeconds: null }, catalog);
    assert.ok(answer.known);
    assert.deepEqual(answer.cost.usdPerRequest, { min: 2.5, max: 2.5 });
  });

  it('says that no default is documented where none is', () => {
    const { assumptions } = costOf({
      ...VERTEX,
      surface: 'replicate',
      model: 'google/veo-3',
      durationSeconds: null,
    });
    assert.ok(
      assumptions.includes('duration assumed 8 s on Replicate (no default is documented)'),
      assumptions.join('\n'),
    );
  });

  it('names the surfaces it spans and those it leaves out', () => {
    const { assumptions } = costOf({ ...GEMINI, surface: 'unknown' });
    assert.match(assumptions[0] ?? '', /Google's price on the Gemini API; a gateway may charge another/);
    assert.match(assumptions[1] ?? '', /not counted: .* was shut down on Vertex AI on 2026-04-02/);
  });

  it('says that a refused value is refused', () => {
    const { assumptions } = costOf({ ...GEMINI, durationSeconds: 5 });
    assert.ok(
      assumptions.includes(
        'duration 5 s is refused on the Gemini API, which takes 4, 6, 8 s (Third-party engineering note quoting the official pages)',
      ),
    );
  });

  it('says that audio cannot be left out where there is one price only', () => {
    const cost = costOf({ ...GEMINI, generateAudio: false });
    assert.deepEqual(cost.usdPerSecond, { min: 0.4, max: 0.4 });
    assert.ok(cost.assumptions.includes('only a price with audio is known on the Gemini API'));
  });

  it('marks a price that is derived', () => {
    const { assumptions } = costOf({ ...VERTEX, surface: 'gemini-api', model: 'gemini-omni-1.2-flash' });
    assert.ok(assumptions.some((text) => text.startsWith('an inferred price on the Gemini API (')));
  });

  it('has no price for a model that was shut down, but names the last one', () => {
    assert.equal(
      reasonOf({ ...GEMINI, model: FAST, asOf: '2026-10-22' }),
      `${FAST} was shut down on the Gemini API on 2026-10-22; the last price was $0.10–$0.30 per second (Gemini pricing excerpt Fast $0.10/$0.12/$0.30 consulted 2026-10-08 and 1 more)`,
    );
  });

  it('has no price before the first one, for another surface, for 4k on Lite, or for a strange ID', () => {
    assert.match(
      reasonOf({ ...GEMINI, asOf: '2024-01-01' }),
      /no price .* is known on the Gemini API on 2024-01-01$/,
    );
    assert.match(reasonOf({ ...VERTEX, surface: 'gemini-api' }), /was never served on the Gemini API$/);
    assert.match(
      reasonOf({ ...GEMINI, model: LITE, resolution: '4k' }),
      /only of 720p, 1080p; .* does not make it \(Third-party/,
    );
    assert.match(reasonOf({ ...GEMINI, model: 'veo-9' }), /veo-9 is not an ID of the Gemini API/);
    assert.match(reasonOf({ ...GEMINI, model: 'veo3', surface: 'unknown' }), /surface of veo3 is not known/);
    assert.match(reasonOf({ ...GEMINI, surface: 'nowhere' }), /no surface nowhere is known/);
  });

  it('never turns a price per request into a price per second', () => {
    const answer = estimateCost({ ...GEMINI, surface: 'apiyi', sampleCount: 2 }, CATALOG);
    assert.ok(!answer.known);
    assert.match(answer.reason, /^APIYI charges \$1\.20 per request, whatever the duration \(APIYI Veo/);
    assert.deepEqual(answer.flat?.usdPerRequest, { min: 1.2, max: 1.2 });
  });

  it('multiplies a price per video by the videos', () => {
    const answer = estimateCost({ ...GEMINI, surface: 'kie', model: 'veo3_fast', sampleCount: 2 }, CATALOG);
    assert.ok(!answer.known);
    assert.deepEqual(answer.flat?.usdPerRequest, { min: 0.8, max: 0.8 });
  });

  it('makes nothing of a price whose unit is not clear', () => {
    const answer = estimateCost({ ...GEMINI, surface: 'flatkey' }, CATALOG);
    assert.ok(!answer.known);
    assert.equal(answer.flat, undefined);
    assert.match(answer.reason, /what Flatkey charges \$0\.40 for is not clear \(Flatkey article/);
  });
});

const SETTINGS = CATALOG.data.prices
  .filter((row) => row.unit === 'second')
  .map((row) => ({ model: row.model, surface: row.surface, asOf: row.from ?? CATALOG.data.checkedOn }));

const setting = fc.constantFrom(...SETTINGS);
const parameters = fc.record({
  durationSeconds: fc.constantFrom<CostQuestion['durationSeconds'][]>(4, 6, 8, null, 'dynamic'),
  resolution: fc.constantFrom<CostQuestion['resolution'][]>('720p', '1080p', '4k', null, 'dynamic'),
  sampleCount: fc.constantFrom<CostQuestion['sampleCount'][]>(1, null, 'dynamic'),
  generateAudio: fc.constantFrom<CostQuestion['generateAudio'][]>(true, false, null, 'dynamic'),
});

describe('properties of estimateCost', () => {
  it('never has a minimum above its maximum', () => {
    check((question) => {
      const answer = estimateCost(question, CATALOG);
      if (!answer.known) return;
      const { usdPerSecond, usdPerRequest } = answer.cost;
      assert.ok(usdPerSecond.min <= usdPerSecond.max && usdPerRequest.min <= usdPerRequest.max);
    });
  });

  it('costs the price of a second × seconds × videos', () => {
    const counts = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        setting,
        parameters,
        fc.integer({ min: 1, max: 60 }),
        counts,
        (where, how, seconds, count) => {
          const question = { ...where, ...how, durationSeconds: seconds, sampleCount: count };
          const answer = estimateCost(question, CATALOG);
          if (!answer.known) return;
          const { usdPerSecond, usdPerRequest } = answer.cost;
          assert.equal(usdPerRequest.min, Number((usdPerSecond.min * seconds * count).toFixed(6)));
          assert.equal(usdPerRequest.max, Number((usdPerSecond.max * seconds * count).toFixed(6)));
        },
      ),
    );
  });

  for (const key of ['durationSeconds', 'resolution', 'sampleCount', 'generateAudio'] as const) {
    it(`never narrows the range when ${key} becomes computed`, () => {
      check((question) => {
        if (!isAllowed(question)) return;
        assertWithin(question, { ...question, [key]: 'dynamic' });
      });
    });
  }

  it('never narrows the range when the surface becomes unknown', () => {
    check((question) => {
      if (CATALOG.surface(question.surface)?.kind === 'google')
        assertWithin(question, { ...question, surface: 'unknown' });
    });
  });
});

function check(property: (question: CostQuestion) => void): void {
  fc.assert(
    fc.property(setting, parameters, (where, how) => property({ ...where, ...how })),
    { numRuns: 3000 },
  );
}

/** A refused value is no value that the parameter may have, so a wider question need not hold it. */
function isAllowed({ durationSeconds, surface, model }: CostQuestion): boolean {
  const allowed = CATALOG.constraint(surface, model, 'durationSeconds.allowed')?.value;
  if (typeof durationSeconds !== 'number') return true;
  return Array.isArray(allowed) ? allowed.includes(durationSeconds) : durationSeconds === 8;
}

function assertWithin(narrow: CostQuestion, wide: CostQuestion): void {
  const inner = estimateCost(narrow, CATALOG);
  if (!inner.known) return;
  const outer = estimateCost(wide, CATALOG);
  assert.ok(outer.known, outer.known ? '' : `the wider question has no cost: ${outer.reason}`);
  for (const key of ['usdPerSecond', 'usdPerRequest'] as const) {
    assert.ok(outer.cost[key].min <= inner.cost[key].min, `${key}: the minimum rose`);
    assert.ok(outer.cost[key].max >= inner.cost[key].max, `${key}: the maximum fell`);
  }
}

function range(value: number | [number, number]): { min: number; max: number } {
  return typeof value === 'number' ? { min: value, max: value } : { min: value[0], max: value[1] };
}
