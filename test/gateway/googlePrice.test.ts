// A gateway's price stands beside Google's for the same model, surface, size and sound on the day.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { Alias, CatalogData, Model, PriceRow } from '../../src/catalog/types.ts';
import { comparedWithGoogle, googleModelOf } from '../../src/gateway/googlePrice.ts';
import type { NormalisedPrice } from '../../src/gateway/normalise.ts';
import type { GatewayRow } from '../../src/gateway/types.ts';
import { catalogData } from '../catalog/catalogData.ts';
import { amountOf, rowOf } from './snapshots.ts';

const DAY = '2026-11-21';

type PerSecond = Extract<NormalisedPrice, { kind: 'per-second' }>;

const provenance = { sources: ['list'], confidence: 'official', checkedOn: '2026-11-01', note: '' } as const;

const modelOf = (id: string, family: string, tier: Model['tier'], ...surfaces: readonly string[]): Model => ({
  id,
  family,
  tier,
  surfaces: Object.fromEntries(
    surfaces.map((surface) => [
      surface,
      {
        ...provenance,
        stage: 'ga',
        released: { kind: 'unknown' },
        announced: { kind: 'unknown' },
        shutdown: { kind: 'none' },
        replacement: null,
      },
    ]),
  ),
});

const priceOf = (model: string, surface: string, usd: number, fields: Partial<PriceRow> = {}): PriceRow => ({
  ...provenance,
  model,
  surface,
  usd,
  resolution: '720p',
  audio: true,
  unit: 'second',
  from: null,
  to: null,
  ...fields,
});

const aliasOf = (spelling: string, resolvesTo: string | null, family: string | null): Alias => ({
  ...provenance,
  spelling,
  resolvesTo,
  family,
  surface: 'openrouter',
  certainty: 'documented',
});

/** Google's surfaces as they are, with models and prices of which each test names its own. */
const catalogWith = (facts: Partial<CatalogData>) =>
  createCatalog({ ...catalogData(), models: [], aliases: [], prices: [], ...facts });

const perSecond = (usdPerSecond: number, fields: Partial<PerSecond> = {}): PerSecond => ({
  kind: 'per-second',
  usdPerSecond,
  factor: '',
  resolution: '720p',
  audio: null,
  ...fields,
});

describe("Google's model behind a row", () => {
  const catalog = catalogWith({
    models: [modelOf('veo-a', 'veo-1', 'standard', 'vertex-ai')],
    aliases: [
      aliasOf('house/film', 'veo-a', 'veo-1'),
      aliasOf('house/open', null, 'veo-1'),
      aliasOf('house/twice', 'veo-a', 'veo-1'),
      aliasOf('house/twice', 'veo-b', 'veo-1'),
    ],
  });
  const cases: readonly (readonly [label: string, upstream: string | null, model: string | null])[] = [
    ['veo-a', null, 'veo-a'],
    ['google/veo-a', null, 'veo-a'],
    ['film', 'vertex_ai/veo-a', 'veo-a'],
    ['veo-a', 'kling/v2', 'veo-a'],
    ['house/film', null, 'veo-a'],
    ['house/open', null, null],
    ['house/twice', null, null],
    ['film', null, null],
  ];
  for (const [label, upstream, model] of cases) {
    it(`${label}${upstream === null ? '' : `, sent on as ${upstream}`}: ${model ?? 'nobody knows'}`, () =>
      assert.equal(googleModelOf(rowOf(label, { upstream }), catalog), model));
  }
});

describe("a gateway's price beside Google's", () => {
  const models = [modelOf('veo-a', 'veo-1', 'standard', 'vertex-ai', 'gemini-api')];

  /** The comparison of a row in words: `SURFACE SIZE MIN–MAX RATIO [until DAY]`. */
  function said(
    prices: readonly PriceRow[],
    price: NormalisedPrice,
    row: GatewayRow = rowOf('vertex_ai/veo-a'),
  ): string | null {
    const compared = comparedWithGoogle(row, price, catalogWith({ models, prices }), DAY);
    if (compared === null) return null;
    const { surface, resolution, google, ratio, until } = compared;
    return `${surface} ${resolution} ${google.min}–${google.max} ${ratio}${until === null ? '' : ` until ${until}`}`;
  }

  const vertex = (usd: number, fields?: Partial<PriceRow>) => priceOf('veo-a', 'vertex-ai', usd, fields);
  const gemini = (usd: number, fields?: Partial<PriceRow>) => priceOf('veo-a', 'gemini-api', usd, fields);
  const range = [vertex(0.2, { audio: false }), vertex(0.4)];
  const past = [
    vertex(1, { to: '2026-01-31' }),
    vertex(2, { to: '2026-03-31' }),
    vertex(3, { to: '2026-03-31', audio: false }),
    vertex(9, { from: '2027-01-01', to: '2027-12-31' }),
    vertex(8, { from: '2027-01-01' }),
  ];
  const own = (...sizes: readonly ('720p' | '1080p' | '4k')[]) =>
    rowOf('vertex_ai/veo-a', { amounts: sizes.map((resolution) => amountOf({ resolution })) });
  const sizes = [vertex(1), vertex(2, { resolution: '1080p' }), vertex(4, { resolution: '4k' })];

  const cases: readonly (readonly [
    what: string,
    prices: readonly PriceRow[],
    price: NormalisedPrice,
    row: GatewayRow | undefined,
    says: string | null,
  ])[] = [
    ['half of it', range, perSecond(0.1), undefined, 'vertex-ai 720p 0.2–0.4 0.5'],
    ['its lower end', range, perSecond(0.2), undefined, 'vertex-ai 720p 0.2–0.4 1'],
    ['inside of it', range, perSecond(0.3), undefined, 'vertex-ai 720p 0.2–0.4 1'],
    ['its upper end', range, perSecond(0.4), undefined, 'vertex-ai 720p 0.2–0.4 1'],
    ['twice of it', range, perSecond(0.8), undefined, 'vertex-ai 720p 0.2–0.4 2'],
    ['the same sound only', range, perSecond(0.2, { audio: false }), undefined, 'vertex-ai 720p 0.2–0.2 1'],
    [
      'a price whose sound is not said is for both',
      [vertex(0.3, { audio: null })],
      perSecond(0.3, { audio: false }),
      undefined,
      'vertex-ai 720p 0.3–0.3 1',
    ],
    ['the same size only', sizes, perSecond(2, { resolution: '1080p' }), undefined, 'vertex-ai 1080p 2–2 1'],
    [
      "Google's price for any size",
      [vertex(1, { resolution: 'any' })],
      perSecond(1, { resolution: '4k' }),
      undefined,
      'vertex-ai 4k 1–1 1',
    ],
    ['any size is 720p', sizes, perSecond(1, { resolution: 'any' }), own(), 'vertex-ai 720p 1–1 1'],
    [
      'any size is 1080p where 720p has its own',
      sizes,
      perSecond(2, { resolution: 'any' }),
      own('720p'),
      'vertex-ai 1080p 2–2 1',
    ],
    [
      'any size is 4k where both have their own',
      sizes,
      perSecond(4, { resolution: 'any' }),
      own('720p', '1080p'),
      'vertex-ai 4k 4–4 1',
    ],
    [
      'any size is 720p where all have their own',
      sizes,
      perSecond(1, { resolution: 'any' }),
      own('720p', '1080p', '4k'),
      'vertex-ai 720p 1–1 1',
    ],
    [
      'a price per video is none by the second',
      [vertex(1, { unit: 'video' })],
      perSecond(1),
      undefined,
      null,
    ],
    ['no price of this size', [vertex(1)], perSecond(1, { resolution: '4k' }), undefined, null],
    [
      'a price that is no more: the last one',
      past,
      perSecond(3),
      undefined,
      'vertex-ai 720p 2–3 1 until 2026-03-31',
    ],
    [
      'a price that ends on the day still holds',
      [vertex(1, { to: DAY })],
      perSecond(1),
      undefined,
      'vertex-ai 720p 1–1 1',
    ],
    ['a price of later is none', [vertex(1, { from: '2027-01-01' })], perSecond(1), undefined, null],
    ['the surface of the prefix', [gemini(5), vertex(1)], perSecond(1), undefined, 'vertex-ai 720p 1–1 1'],
    [
      'the surface of what is sent on',
      [gemini(5), vertex(1)],
      perSecond(5),
      rowOf('vertex_ai/veo-a', { upstream: 'gemini/veo-a' }),
      'gemini-api 720p 5–5 1',
    ],
    ['no other surface than that of the prefix', [gemini(5)], perSecond(5), undefined, null],
    [
      'a price that holds before one that does not, whatever the surface',
      [vertex(1, { to: '2026-01-31' }), gemini(5)],
      perSecond(5),
      rowOf('veo-a'),
      'gemini-api 720p 5–5 1',
    ],
    [
      'and in the other order',
      [gemini(5, { to: '2026-01-31' }), vertex(1)],
      perSecond(1),
      rowOf('veo-a'),
      'vertex-ai 720p 1–1 1',
    ],
    [
      'a known model has the price of one surface',
      [vertex(1), gemini(5)],
      perSecond(1),
      rowOf('veo-a'),
      'vertex-ai 720p 1–1 1',
    ],
    ['a row of nobody knows what', range, perSecond(1), rowOf('film'), null],
    ['no price by the second', range, { kind: 'unclear', reason: '', usdPerRequest: 1 }, undefined, null],
  ];
  for (const [what, prices, price, row, says] of cases) {
    it(`${what}: ${says ?? 'nothing is said'}`, () => assert.equal(said(prices, price, row), says));
  }

  it('names every source once, and the oldest day on which one was looked at', () => {
    const prices = [
      vertex(0.4, { sources: ['a', 'b'], checkedOn: '2026-11-20' }),
      vertex(0.2, { audio: false, sources: ['b', 'c'], checkedOn: '2026-10-01' }),
    ];
    const compared = comparedWithGoogle(
      rowOf('vertex_ai/veo-a'),
      perSecond(0.4),
      catalogWith({ models, prices }),
      DAY,
    );
    assert.deepEqual(
      [compared?.model, compared?.assumed, compared?.sources, compared?.checkedOn],
      ['veo-a', false, ['a', 'b', 'c'], '2026-10-01'],
    );
  });
});

describe('a model that only the name of a row claims', () => {
  const catalog = catalogWith({
    models: [
      modelOf('veo-old', 'veo-1', 'standard', 'vertex-ai'),
      modelOf('veo-a', 'veo-1', 'standard', 'vertex-ai'),
      modelOf('veo-b', 'veo-1', 'standard', 'gemini-api'),
      modelOf('veo-a-fast', 'veo-1', 'fast', 'vertex-ai'),
      modelOf('veo-a-lite', 'veo-1', 'lite', 'vertex-ai'),
      modelOf('veo-z', 'veo-2', 'standard', 'vertex-ai'),
      modelOf('veo-gone', 'veo-3', 'standard', 'vertex-ai'),
      modelOf('veo-gone-2', 'veo-3', 'standard', 'vertex-ai'),
    ],
    prices: [
      priceOf('veo-old', 'vertex-ai', 7, { to: '2026-01-31' }),
      priceOf('veo-a', 'vertex-ai', 4),
      priceOf('veo-b', 'gemini-api', 6),
      priceOf('veo-a-fast', 'vertex-ai', 2),
      priceOf('veo-a-lite', 'vertex-ai', 1),
      priceOf('veo-z', 'vertex-ai', 20),
      priceOf('veo-gone', 'vertex-ai', 3, { to: '2026-01-31' }),
      priceOf('veo-gone-2', 'vertex-ai', 5, { to: '2026-01-31' }),
    ],
    aliases: [
      ...['shop/veo', 'shop/veo-fast', 'shop/veo-lite', 'shop/veo-pro', 'shop/veo-turbo', 'shop/two'].map(
        (name) => aliasOf(name, null, 'veo-1'),
      ),
      aliasOf('shop/two', null, 'veo-2'),
      aliasOf('shop/none', null, null),
      aliasOf('shop/gone', null, 'veo-3'),
    ],
  });
  const cases: readonly (readonly [label: string, why: string, says: string | null])[] = [
    ['shop/veo', 'all of the family that have a price today', 'veo-a 4–6'],
    ['shop/veo-fast', 'the fast one', 'veo-a-fast 2–2'],
    ['shop/veo-lite', 'the lite one', 'veo-a-lite 1–1'],
    ['shop/gone', 'the last prices where none holds', 'veo-gone 3–5'],
    ['shop/veo-pro', 'Google has no such tier', null],
    ['shop/veo-turbo', 'Google has no such tier', null],
    ['shop/two', 'two families', null],
    ['shop/none', 'no family', null],
    ['shop/other', 'no claim', null],
  ];
  for (const [label, why, says] of cases) {
    it(`${label}, ${why}: ${says ?? 'nothing is said'}`, () => {
      const compared = comparedWithGoogle(rowOf(label), perSecond(5), catalog, DAY);
      assert.equal(compared && `${compared.model} ${compared.google.min}–${compared.google.max}`, says);
      if (compared !== null) assert.equal(compared.assumed, true);
    });
  }
});
