// What an estimate assumes and says of it, word for word, in a catalog of a few made-up rows.
import assert from 'node:assert/strict';
import type { CatalogData } from '../../src/catalog/types.ts';
import { estimateCost } from '../../src/cost/estimate.ts';
import { spanOf } from '../../src/cost/money.ts';
import { monthCost } from '../../src/cost/month.ts';
import { priceTable } from '../../src/cost/priceTable.ts';
import { allowedNumbers, allowedRows } from '../../src/cost/scope.ts';
import type { Cost, CostAnswer, CostQuestion, FlatPrice } from '../../src/cost/types.ts';
import { alias, limit, model, price, smallCatalog } from './smallCatalog.ts';

const ASKED: CostQuestion = {
  model: 'm',
  surface: 'vertex-ai',
  asOf: '2026-11-21',
  durationSeconds: 4,
  resolution: '720p',
  sampleCount: 1,
  generateAudio: true,
};

type Changes = Partial<CostQuestion>;

const answerOf = (rows: Partial<CatalogData>, changes: Changes = {}): CostAnswer =>
  estimateCost({ ...ASKED, ...changes }, smallCatalog(rows));

function costOf(rows: Partial<CatalogData>, changes: Changes = {}): Cost {
  const answer = answerOf(rows, changes);
  assert.ok(answer.known, answer.known ? '' : answer.reason);
  return answer.cost;
}

function flatOf(rows: Partial<CatalogData>, changes: Changes = {}): FlatPrice | undefined {
  const answer = answerOf(rows, changes);
  assert.ok(!answer.known);
  return answer.flat;
}

const assumed = (rows: Partial<CatalogData>, changes: Changes = {}) => costOf(rows, changes).assumptions;
const perSecond = (rows: Partial<CatalogData>, changes: Changes = {}) => {
  const { min, max } = costOf(rows, changes).usdPerSecond;
  return [min, max];
};
const perRequest = (rows: Partial<CatalogData>, changes: Changes = {}) => {
  const { min, max } = costOf(rows, changes).usdPerRequest;
  return [min, max];
};
function reasonOf(rows: Partial<CatalogData>, changes: Changes = {}): string {
  const answer = answerOf(rows, changes);
  assert.ok(!answer.known);
  return answer.reason;
}

const ONE_PRICE = { prices: [price({})] };

describe('an estimate assumes', () => {
  it('nothing where everything is set and the price is one', () => {
    assert.deepEqual(assumed(ONE_PRICE), []);
    assert.deepEqual(assumed({ prices: [price({ resolution: '720p' })] }), []);
    assert.deepEqual(perRequest(ONE_PRICE), [4, 4]);
  });

  it('of a duration that the prompt decides the whole range, and says whether it was left out or computed', () => {
    const rows = { ...ONE_PRICE, constraints: [limit('durationSeconds.range', { min: 3, max: 10 })] };
    assert.deepEqual(perRequest(rows, { durationSeconds: null }), [3, 10]);
    assert.deepEqual(assumed(rows, { durationSeconds: null }), [
      'duration follows the prompt: 3 to 10 s on Vertex AI (The first page)',
    ]);
    assert.deepEqual(assumed(rows, { durationSeconds: 'dynamic' }), [
      'duration set at run time: 3 to 10 s on Vertex AI (The first page)',
    ]);
    assert.deepEqual(perRequest(rows, { durationSeconds: 20 }), [20, 20]);
  });

  it('nothing of a range that is none', () => {
    for (const value of [
      null,
      'long',
      [3, 10],
      { min: 3 },
      { max: 10 },
      { min: '3', max: 10 },
      { min: 3, max: '10' },
    ]) {
      const rows = { ...ONE_PRICE, constraints: [limit('durationSeconds.range', value)] };
      assert.deepEqual(perRequest(rows, { durationSeconds: null }), [8, 8], JSON.stringify(value));
    }
  });

  it('of computed numbers all that the surface takes, and the default', () => {
    const constraints = [limit('durationSeconds.allowed', [5, 6]), limit('sampleCount.allowed', [1])];
    const rows = { ...ONE_PRICE, constraints };
    assert.deepEqual(perRequest(rows, { durationSeconds: 'dynamic', sampleCount: 'dynamic' }), [5, 8]);
    assert.deepEqual(assumed(rows, { durationSeconds: 'dynamic', sampleCount: 'dynamic' }), [
      'duration set at run time: 5 to 8 s on Vertex AI',
      'number of videos set at run time: only 1 on Vertex AI',
    ]);
  });

  it('of computed numbers that nobody limits the widest that Veo takes', () => {
    assert.deepEqual(perRequest(ONE_PRICE, { durationSeconds: 'dynamic', sampleCount: 'dynamic' }), [4, 32]);
    assert.deepEqual(assumed(ONE_PRICE, { durationSeconds: 'dynamic' }), [
      'duration set at run time: 4 to 8 s on Vertex AI',
    ]);
  });

  it('the default that a surface documents for a resolution, whichever it is, and otherwise 720p', () => {
    const prices = (['360p', '480p', '720p', '1080p', '4k'] as const).map((resolution, index) =>
      price({ resolution, usd: index + 1 }),
    );
    for (const { resolution, usd } of prices) {
      const rows = { prices, constraints: [limit('resolution.default', resolution)] };
      assert.deepEqual(perSecond(rows, { resolution: null }), [usd, usd], resolution);
      assert.deepEqual(assumed(rows, { resolution: null }), [
        `resolution assumed ${resolution} on Vertex AI (The first page)`,
      ]);
    }
    const odd = { prices, constraints: [limit('resolution.default', '8k')] };
    assert.deepEqual(perSecond(odd, { resolution: null }), [3, 3]);
    assert.deepEqual(assumed({ prices }, { resolution: null }), [
      'resolution assumed 720p on Vertex AI (no default is documented)',
    ]);
  });

  it('of a computed resolution every one that is priced and taken', () => {
    const prices = (['720p', '1080p', '4k'] as const).map((resolution, index) =>
      price({ resolution, usd: index + 1 }),
    );
    const changes = { resolution: 'dynamic' } as const;
    assert.deepEqual(perSecond({ prices }, changes), [1, 3]);
    assert.deepEqual(assumed({ prices }, changes), [
      'resolution set at run time: 720p, 1080p, 4k on Vertex AI',
    ]);
    const allowed = limit('resolution.allowed', ['720p', '1080p']);
    assert.deepEqual(perSecond({ prices, constraints: [allowed] }, changes), [1, 2]);
    const disputed = limit('resolution.disputed', ['4k']);
    assert.deepEqual(perSecond({ prices, constraints: [allowed, disputed] }, changes), [1, 3]);
    const other = limit('resolution.allowed', ['8k']);
    assert.deepEqual(
      perSecond({ prices, constraints: [other] }, changes),
      [1, 3],
      'no row is left: all count',
    );
  });

  it('nothing of a resolution where one price serves all of them', () => {
    for (const resolution of [null, 'dynamic'] as const)
      assert.deepEqual(assumed(ONE_PRICE, { resolution }), []);
    const mixed = { prices: [price({}), price({ resolution: '4k', usd: 2 })] };
    assert.deepEqual(assumed(mixed, { resolution: 'dynamic' }), [
      'resolution set at run time: any, 4k on Vertex AI',
    ]);
    assert.deepEqual(perSecond(mixed), [1, 1]);
  });
});

describe('the audio of an estimate', () => {
  const prices = [price({ audio: false, usd: 1 }), price({ audio: true, usd: 3 })];

  it('chooses between two prices where it is set', () => {
    assert.deepEqual(perSecond({ prices }, { generateAudio: true }), [3, 3]);
    assert.deepEqual(perSecond({ prices }, { generateAudio: false }), [1, 1]);
    assert.deepEqual(assumed({ prices }, { generateAudio: true }), []);
  });

  it('spans both where it is not set or computed, and says which', () => {
    for (const [generateAudio, how] of [
      [null, 'not set'],
      ['dynamic', 'set at run time'],
    ] as const) {
      assert.deepEqual(perSecond({ prices }, { generateAudio }), [1, 3]);
      assert.deepEqual(assumed({ prices }, { generateAudio }), [
        `audio ${how}: from the price without to the price with it on Vertex AI`,
      ]);
    }
  });

  it('follows the default of the surface where it is not set, never where it is computed', () => {
    for (const [value, state, usd] of [
      [true, 'on', 3],
      [false, 'off', 1],
    ] as const) {
      const rows = { prices, constraints: [limit('generateAudio.default', value)] };
      assert.deepEqual(perSecond(rows, { generateAudio: null }), [usd, usd]);
      assert.deepEqual(assumed(rows, { generateAudio: null }), [
        `audio assumed ${state} on Vertex AI (The first page)`,
      ]);
      assert.deepEqual(perSecond(rows, { generateAudio: 'dynamic' }), [1, 3]);
    }
  });

  it('is what the only price has, and that is said where another was asked for', () => {
    for (const audio of [true, false]) {
      const only = { prices: [price({ audio, usd: 2 })] };
      assert.deepEqual(perSecond(only, { generateAudio: !audio }), [2, 2]);
      assert.deepEqual(assumed(only, { generateAudio: !audio }), [
        `only a price ${audio ? 'with' : 'without'} audio is known on Vertex AI`,
      ]);
      assert.deepEqual(assumed(only, { generateAudio: audio }), []);
      assert.deepEqual(assumed(only, { generateAudio: 'dynamic' }), []);
    }
  });

  it('keeps a price of which no source says what it is for', () => {
    const rows = { prices: [price({ audio: null, usd: 2 }), price({ audio: true, usd: 3 })] };
    assert.deepEqual(perSecond(rows, { generateAudio: true }), [2, 3]);
    assert.deepEqual(perSecond(rows, { generateAudio: false }), [2, 2]);
  });
});

describe('a price says', () => {
  it('that it is not from Google, or derived, with its note', () => {
    const rows = (confidence: 'official-copy' | 'third-party' | 'inferred', note = '') => ({
      prices: [price({ confidence, note })],
    });
    assert.deepEqual(assumed(rows('official-copy', 'a note')), []);
    assert.deepEqual(assumed(rows('third-party')), [
      'a price that third parties report on Vertex AI (The first page)',
    ]);
    assert.deepEqual(assumed(rows('inferred', 'from the total')), [
      'an inferred price on Vertex AI (The first page): from the total',
    ]);
  });

  it('its sources, each once, and the oldest day on which one of its rows was checked', () => {
    const prices = [
      price({ audio: true, sources: ['TWO', 'ONE'], checkedOn: '2026-09-01' }),
      price({ audio: false, checkedOn: '2026-03-01' }),
    ];
    const { source, checkedOn } = costOf({ prices }, { generateAudio: null });
    assert.deepEqual([source, checkedOn], ['TWO, ONE', '2026-03-01']);
  });

  it('on an unknown surface where it holds, with the assumptions and sources of each', () => {
    const prices = [
      price({ surface: 'gemini-api', usd: 2, sources: ['TWO'], checkedOn: '2026-03-01' }),
      price({ usd: 1 }),
    ];
    const cost = costOf({ prices }, { surface: 'unknown', durationSeconds: null });
    assert.deepEqual(
      [cost.usdPerSecond, cost.usdPerRequest],
      [
        { min: 1, max: 2 },
        { min: 8, max: 16 },
      ],
    );
    assert.deepEqual(cost.assumptions, [
      "surface not known: Google's price on the Gemini API and Vertex AI; a gateway may charge another",
      'duration assumed 8 s on the Gemini API (no default is documented)',
      'duration assumed 8 s on Vertex AI (no default is documented)',
    ]);
    assert.deepEqual([cost.source, cost.checkedOn], ['TWO, ONE', '2026-03-01']);
  });

  it('on an unknown surface why there is none, for each of them', () => {
    assert.equal(
      reasonOf({}, { surface: 'unknown' }),
      'no price of m is known on the Gemini API on 2026-11-21; no price of m is known on Vertex AI on 2026-11-21',
    );
  });
});

describe('a price that is not by the second', () => {
  it('is one for each request or for each video, with what was assumed', () => {
    const rows = (unit: 'request' | 'video') => ({
      prices: [price({ unit, usd: 2, confidence: 'inferred' })],
    });
    assert.deepEqual(flatOf(rows('request'), { sampleCount: 3 })?.usdPerRequest, { min: 2, max: 2 });
    assert.deepEqual(flatOf(rows('request'), { sampleCount: null })?.assumptions, [
      'an inferred price on Vertex AI (The first page)',
    ]);
    assert.deepEqual(flatOf(rows('video'), { sampleCount: 3 })?.usdPerRequest, { min: 6, max: 6 });
    assert.deepEqual(flatOf(rows('video'), { sampleCount: null })?.assumptions, [
      'number of videos assumed 1 on Vertex AI (no default is documented)',
      'an inferred price on Vertex AI (The first page)',
    ]);
  });

  it('is none where the units differ', () => {
    const prices = [
      price({ unit: 'video', audio: true, usd: 2 }),
      price({ unit: 'request', audio: false, usd: 5 }),
    ];
    assert.equal(flatOf({ prices }, { generateAudio: null }), undefined);
    assert.notEqual(flatOf({ prices }, { generateAudio: true }), undefined);
    assert.equal(
      reasonOf({ prices }, { generateAudio: null }),
      'Vertex AI charges $2.00 per video or $5.00 per request, whatever the duration (The first page)',
    );
  });

  it('counts only where there is none by the second', () => {
    assert.deepEqual(perSecond({ prices: [price({}), price({ unit: 'request', usd: 9 })] }), [1, 1]);
  });

  it('says its note, and that its unit is not documented where it has none', () => {
    const reason = (unit: 'request' | 'unclear', note: string) =>
      reasonOf({ prices: [price({ unit, note })] });
    assert.equal(
      reason('request', 'up to 8 s'),
      'Vertex AI charges $1.00 per request, whatever the duration (The first page): up to 8 s',
    );
    const unclear = 'what Vertex AI charges $1.00 for is not clear (The first page): ';
    assert.equal(reason('unclear', 'a table'), `${unclear}a table`);
    assert.equal(reason('unclear', ''), `${unclear}the unit is not documented`);
  });
});

describe('what is not known of a price', () => {
  it('is said for a gateway and for a surface that nobody knows', () => {
    const gate = { surface: 'gate', model: 'g' };
    assert.equal(reasonOf({}, gate), 'no price of g is known on Gate on 2026-11-21');
    assert.equal(reasonOf({}, { surface: 'x' }), 'no surface x is known');
    assert.equal(reasonOf({}, { model: 'g' }), 'g is not an ID of Vertex AI');
  });

  it('is no shutdown where only the earliest day of one has passed', () => {
    const passed = (kind: 'fixed' | 'notBefore') =>
      reasonOf({ models: [model('m', ['vertex-ai'], 'f', { kind, day: '2026-11-20' })] });
    assert.equal(passed('notBefore'), 'no price of m is known on Vertex AI on 2026-11-21');
    assert.equal(passed('fixed'), 'm was shut down on Vertex AI on 2026-11-20');
  });

  it('names the last price by the second, and no other', () => {
    const prices = [
      price({ usd: 2, to: '2026-05-31' }),
      price({ usd: 3, audio: true, to: '2026-05-31' }),
      price({ usd: 9, unit: 'request', to: '2026-05-31' }),
    ];
    const nothing = 'no price of m is known on Vertex AI on 2026-11-21';
    assert.equal(
      reasonOf({ prices }),
      `${nothing}; the last price was $2.00–$3.00 per second (The first page)`,
    );
    assert.equal(reasonOf({ prices: prices.slice(2) }), nothing);
  });

  it('names the resolutions that have one, and says where the asked one is not made', () => {
    const prices = [price({ resolution: '720p' }), price({ resolution: '1080p' })];
    const only = 'no price of 4k is known for m on Vertex AI on 2026-11-21, only of 720p, 1080p';
    assert.equal(reasonOf({ prices }, { resolution: '4k' }), only);
    const allowed = (value: readonly string[]) => ({
      prices,
      constraints: [limit('resolution.allowed', value)],
    });
    assert.equal(
      reasonOf(allowed(['720p']), { resolution: '4k' }),
      `${only}; Vertex AI does not make it (The first page)`,
    );
    assert.equal(reasonOf(allowed(['4k']), { resolution: '4k' }), only);
  });
});

describe('the numbers that a parameter may have', () => {
  const numbers = (rows: Partial<CatalogData>, id = 'm', surface = 'vertex-ai') =>
    allowedNumbers({ catalog: smallCatalog(rows), model: id, surface }, 'durationSeconds');
  const kin = [
    model('m', ['vertex-ai']),
    model('sister', ['vertex-ai']),
    model('stranger', ['vertex-ai'], 'other'),
  ];

  it("are the surface's own before all others", () => {
    const constraints = [
      limit('durationSeconds.allowed', [5, 'x', 6]),
      limit('durationSeconds.allowed', [7], { models: ['sister'] }),
    ];
    assert.deepEqual(numbers({ models: kin, constraints }), [5, 6]);
  });

  it("are those that Google's surfaces take from the same family, sorted, where the surface says nothing", () => {
    const constraints = [
      limit('durationSeconds.allowed', [8, 4], { models: ['stranger', 'sister'], surface: 'gemini-api' }),
      limit('durationSeconds.allowed', [10, 4], { models: ['sister'] }),
      limit('durationSeconds.allowed', [1], { models: ['stranger'] }),
      limit('durationSeconds.allowed', [2], { models: ['sister'], surface: 'gate' }),
      limit('sampleCount.allowed', [3], { models: ['sister'] }),
    ];
    assert.deepEqual(numbers({ models: kin, constraints }), [4, 8, 10]);
    const aliases = [alias('g', 'other', 'elsewhere'), alias('g', 'f')];
    assert.deepEqual(numbers({ models: kin, constraints, aliases }, 'g', 'gate'), [4, 8, 10]);
  });

  it('are none of a spelling whose family nobody knows', () => {
    const constraints = [limit('durationSeconds.allowed', [8, 4], { models: ['sister'] })];
    const aliases = [alias('g', null)];
    assert.deepEqual(numbers({ models: kin, constraints, aliases }, 'g', 'gate'), []);
    assert.deepEqual(numbers({ models: kin, constraints }, 'g', 'gate'), []);
  });

  it('leave every row where the surface does not say what it makes', () => {
    const rows = [price({ resolution: '4k' })];
    const scope = { catalog: smallCatalog({}), model: 'm', surface: 'vertex-ai' };
    assert.equal(allowedRows(scope, rows), rows);
  });

  it('leave the rows of what it makes, and those for any resolution', () => {
    const rows = (['any', '720p', '4k'] as const).map((resolution) => price({ resolution }));
    const constraints = [limit('resolution.allowed', ['720p'])];
    const scope = { catalog: smallCatalog({ constraints }), model: 'm', surface: 'vertex-ai' };
    assert.deepEqual(
      allowedRows(scope, rows).map(({ resolution }) => resolution),
      ['any', '720p'],
    );
  });
});

describe('a month, a table, a span', () => {
  it('a month says on which surfaces only made videos are charged', () => {
    const row = (surface: string, value: unknown = true) =>
      limit('billing.onlySuccess', value, { surface, sources: ['ONE', 'TWO'] });
    const note = (constraints: CatalogData['constraints'], surface: string) =>
      monthCost({ ...ASKED, surface }, { min: 1, max: 1 }, 1, smallCatalog({ constraints })).notes[0];
    const both = [row('gemini-api'), row('vertex-ai')];
    const only = 'charged only when the video is made on';
    assert.equal(note(both, 'unknown'), `${only} the Gemini API (ONE, TWO) and Vertex AI (ONE, TWO)`);
    assert.equal(note(both, 'vertex-ai'), `${only} Vertex AI (ONE, TWO)`);
    const silent = 'every request is counted: whether a failed one is charged is not documented';
    assert.equal(note([row('vertex-ai', false)], 'vertex-ai'), silent);
    assert.equal(note([], 'unknown'), silent);
  });

  it('a table holds the prices that have begun, on the first day already, and names the surface', () => {
    const rows = (from: string | null) =>
      priceTable(smallCatalog({ prices: [price({ from })] }), 'm', 'vertex-ai', '2026-11-21');
    for (const from of [null, '2026-11-21'])
      assert.deepEqual(
        rows(from).map(({ holds, surfaceName }) => [holds, surfaceName]),
        [[true, 'Vertex AI']],
      );
    assert.deepEqual(rows('2026-11-22'), []);
  });

  it('a table holds every price of the day, whenever each of them ends', () => {
    const prices = [price({ usd: 1, to: '2026-12-31' }), price({ usd: 2, audio: true })];
    const rows = priceTable(smallCatalog({ prices }), 'm', 'vertex-ai', '2026-11-21');
    assert.deepEqual(
      rows.map(({ usd, holds }) => [usd, holds]),
      [
        [1, true],
        [2, true],
      ],
    );
  });

  it("a table keeps a gateway's price of an ID that Google shut down: the gateway decides how long it answers", () => {
    const models = [model('m', ['vertex-ai'], 'f', { kind: 'fixed', day: '2026-11-20' })];
    const catalog = smallCatalog({ models, prices: [price({ surface: 'gate' }), price({})] });
    const holds = (surface: string) =>
      priceTable(catalog, 'm', surface, '2026-11-21').map((row) => row.holds);
    assert.deepEqual([holds('gate'), holds('vertex-ai')], [[true], [false]]);
  });

  it('a table shows the last price that began on the very day on which none holds', () => {
    const prices = [price({ from: '2026-11-21', to: '2026-11-20' })];
    const [row] = priceTable(smallCatalog({ prices }), 'm', 'vertex-ai', '2026-11-21');
    assert.equal(row?.holds, false);
  });

  it('a span of nothing is none', () => {
    assert.throws(() => spanOf([]), /^RangeError: No range to span$/);
  });
});
