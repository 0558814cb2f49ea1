// Each kind of misfit between rows makes exactly the sentences that it should, and what only looks like one makes none.
import assert from 'node:assert/strict';
import { assertIntegrity, integrityErrors } from '../../src/catalog/integrity.ts';
import type { Alias, CatalogData, Constraint, Lookalike, Model, PriceRow } from '../../src/catalog/types.ts';
import { catalogData } from './catalogData.ts';

const data = catalogData();

function first<T>(rows: readonly T[], wanted: (row: T) => boolean = () => true): T {
  return rows.find(wanted) ?? assert.fail('the data has no such row');
}

const VERTEX = 'vertex-ai';
const PRICE = first(
  data.prices,
  ({ model, surface, unit }) => model === 'veo-3.1-generate-001' && surface === VERTEX && unit === 'second',
);
const ROW = first(
  data.constraints,
  ({ surface, models }) => surface === VERTEX && models.includes('veo-3.1-generate-001'),
);
const MODEL = first(data.models, ({ id }) => id === 'veo-3.1-generate-001');
const ON_VERTEX = MODEL.surfaces[VERTEX] ?? assert.fail('it is not on Vertex AI');
const SURFACE = first(data.surfaces, ({ kind, hosts }) => kind === 'gateway' && hosts.length > 0);

const price = (change: Partial<PriceRow>): Partial<CatalogData> => ({
  prices: [...data.prices, { ...PRICE, ...change }],
});
const limit = (change: Partial<Constraint>): Partial<CatalogData> => ({
  constraints: [
    ...data.constraints,
    { ...ROW, key: 'words.most', value: 1, models: ['veo-3.1-generate-001'], ...change },
  ],
});
const alias = (...changes: readonly Partial<Alias>[]): Partial<CatalogData> => ({
  aliases: [
    ...data.aliases,
    ...changes.map((change) => ({ ...first(data.aliases), spelling: 'ours', ...change })),
  ],
});
const lookalike = (change: Partial<Lookalike>): Partial<CatalogData> => ({
  lookalikes: [...data.lookalikes, { ...first(data.lookalikes), spelling: 'ours', ...change }],
});
const model = (change: Partial<Model>): Partial<CatalogData> => ({
  models: [...data.models, { ...MODEL, id: 'veo-9', ...change }],
});
const surface = (change: object): Partial<CatalogData> => ({
  surfaces: [
    ...data.surfaces,
    { ...SURFACE, id: 'ours', hosts: [], prefixes: [], barePrefixes: [], ...change },
  ],
});

/** A change to sound data, and the sentences that it makes. */
const MISFITS: readonly (readonly [what: string, Partial<CatalogData>, ...errors: string[]])[] = [
  ['a price of a model that is elsewhere', price({ model: 'veo-9' }), 'price: veo-9 is not on vertex-ai'],
  [
    'a price of a model on the other surface of Google',
    price({ surface: 'gemini-api' }),
    'price: veo-3.1-generate-001 is not on gemini-api',
  ],
  ["a price of a gateway's own name", price({ surface: SURFACE.id, model: 'their name' })],
  ['a price on no surface', price({ surface: 'nowhere', model: 'x' }), 'no surface nowhere'],
  ['a price on an unknown surface', price({ surface: 'unknown', model: 'x' })],
  [
    'a limit of a model that is elsewhere',
    limit({ models: ['veo-3.1-generate-001', 'veo-9'] }),
    'words.most: veo-9 is not on vertex-ai',
  ],
  ["a limit of a gateway's own name", limit({ surface: SURFACE.id, models: ['their name'] })],
  ['a limit on no surface', limit({ surface: 'nowhere' }), 'no surface nowhere'],
  [
    'a limit that stands twice',
    limit({ models: ['veo-3.1-generate-001', 'veo-3.1-generate-001'] }),
    'constraint words.most of veo-3.1-generate-001 on vertex-ai: stands twice',
  ],
  ['an alias of no model', alias({ resolvesTo: 'veo-9' }), 'ours: resolves to veo-9, which is no model'],
  ['an alias of nothing known', alias({ resolvesTo: null, certainty: 'unknown' })],
  ['an alias on no surface', alias({ surface: 'nowhere' }), 'no surface nowhere'],
  ['an alias that stands twice', alias({}, {}), `alias ours on ${first(data.aliases).surface}: stands twice`],
  ['an alias on two surfaces', alias({ surface: SURFACE.id }, { surface: VERTEX })],
  [
    'an alias of itself',
    alias({ resolvesTo: 'ours' }),
    'ours: resolves to ours, which is no model',
    'alias ours: resolves in a circle',
  ],
  [
    'three aliases in a circle',
    alias({ resolvesTo: 'b' }, { spelling: 'b', resolvesTo: 'c' }, { spelling: 'c', resolvesTo: 'ours' }),
    'ours: resolves to b, which is no model',
    'b: resolves to c, which is no model',
    'c: resolves to ours, which is no model',
    'alias ours: resolves in a circle',
    'alias b: resolves in a circle',
    'alias c: resolves in a circle',
  ],
  [
    'an alias of an alias that has an end',
    alias({ resolvesTo: 'b' }, { spelling: 'b', resolvesTo: MODEL.id }),
    'ours: resolves to b, which is no model',
  ],
  [
    'a canonical ID that a gateway keeps for another name',
    alias({ resolvesTo: MODEL.id }, { spelling: MODEL.id, resolvesTo: 'veo-3.1-fast-generate-001' }),
  ],
  [
    'a lookalike of no model',
    lookalike({ resolvesTo: 'veo-9' }),
    'ours: resolves to veo-9, which is no model',
  ],
  ['a lookalike on no surface', lookalike({ surface: 'nowhere' }), 'no surface nowhere'],
  [
    'a model on a gateway',
    model({ surfaces: { [SURFACE.id]: ON_VERTEX } }),
    `veo-9: ${SURFACE.id} is no Google surface`,
  ],
  ['a model that stands twice', model({ id: MODEL.id }), 'model veo-3.1-generate-001: stands twice'],
  [
    'a replacement that is nowhere',
    model({
      surfaces: { [VERTEX]: { ...ON_VERTEX, replacement: { model: 'veo-10', sameApi: true, change: '' } } },
    }),
    'veo-9 on vertex-ai: its replacement veo-10 is not there',
  ],
  [
    'a replacement of another API without a word on it',
    model({
      surfaces: { [VERTEX]: { ...ON_VERTEX, replacement: { model: MODEL.id, sameApi: false, change: '' } } },
    }),
    'veo-9 on vertex-ai: another API without a word on what changes',
  ],
  [
    'a replacement of another API with a word on it',
    model({
      surfaces: {
        [VERTEX]: { ...ON_VERTEX, replacement: { model: MODEL.id, sameApi: false, change: 'all.' } },
      },
    }),
  ],
  [
    'a replacement of the same API, whatever changes',
    model({
      surfaces: { [VERTEX]: { ...ON_VERTEX, replacement: { model: MODEL.id, sameApi: true, change: '' } } },
    }),
  ],
  ['a surface that stands twice', surface({ id: VERTEX, kind: 'google' }), 'surface vertex-ai: stands twice'],
  [
    'a host of two surfaces',
    surface({ hosts: [first(SURFACE.hosts)] }),
    `host ${first(SURFACE.hosts)}: stands twice`,
  ],
  [
    'a prefix with and without a model',
    surface({ prefixes: ['ours/'], barePrefixes: ['ours/'] }),
    'prefix ours/: stands twice',
  ],
  [
    'a source that is cited and kept knowingly',
    {
      sources: {
        ...data.sources,
        [first(PRICE.sources)]: { ...first([data.sources[first(PRICE.sources)]]), kept: 'x' },
      } as CatalogData['sources'],
    },
    `source ${first(PRICE.sources)}: is cited, so it needs no \`kept\``,
  ],
  [
    'a source that is kept knowingly',
    {
      sources: {
        ...data.sources,
        IDLE: { title: 'Idle', url: null, date: '2026', confidence: 'official', kept: 'for later' },
      },
    },
  ],
];

/** Rows that cite, with what their sentence begins by. */
const CITING: readonly (readonly [what: string, Partial<CatalogData>, where: string])[] = [
  ['price', price({ surface: SURFACE.id, model: 'm', sources: ['NOWHERE'] }), `price of m on ${SURFACE.id}`],
  ['limit', limit({ sources: ['NOWHERE'] }), 'words.most on vertex-ai'],
  ['alias', alias({ sources: ['NOWHERE'] }), 'alias ours'],
  ['lookalike', lookalike({ sources: ['NOWHERE'] }), 'lookalike ours'],
  ['model', model({ surfaces: { [VERTEX]: { ...ON_VERTEX, sources: ['NOWHERE'] } } }), 'veo-9 on vertex-ai'],
  [
    'sighting',
    model({
      surfaces: {
        [VERTEX]: {
          ...ON_VERTEX,
          seen: [{ day: '2026-11-20', saw: 'answering', what: 'x', source: 'NOWHERE' }],
        },
      },
    }),
    'veo-9 on vertex-ai',
  ],
  [
    'name that is not covered',
    { notCovered: [...data.notCovered, { ...first(data.notCovered), name: 'Theirs', sources: ['NOWHERE'] }] },
    'Theirs, not covered',
  ],
  [
    'reading of a conflict',
    {
      conflicts: [
        ...data.conflicts,
        { question: 'Which?', handling: 'x', readings: [{ says: 'a', sources: ['NOWHERE'] }] },
      ],
    },
    'Which?',
  ],
];

describe('a misfit of the catalog', () => {
  for (const [what, change, ...errors] of MISFITS) {
    it(`${errors.length === 0 ? 'is not' : 'is'} ${what}`, () =>
      assert.deepEqual(integrityErrors({ ...data, ...change }), errors));
  }

  for (const [what, change, where] of CITING) {
    it(`is a source that does not exist, of a ${what}`, () =>
      assert.deepEqual(integrityErrors({ ...data, ...change }), [`${where}: no source NOWHERE`]));
  }

  it('keeps the catalog from being used, and each is named', () => {
    assert.doesNotThrow(() => assertIntegrity(data));
    const two = { ...data, ...price({ model: 'veo-9' }), ...alias({ resolvesTo: 'veo-9' }) };
    assert.throws(() => assertIntegrity(two), {
      message:
        'The catalog contradicts itself:\nours: resolves to veo-9, which is no model\nprice: veo-9 is not on vertex-ai',
    });
  });
});

describe('two prices of one thing', () => {
  const base = {
    ...PRICE,
    surface: SURFACE.id,
    model: 'm',
    resolution: '720p',
    audio: true,
    from: '2026-01-01',
    to: '2026-02-01',
  } as const;
  const errors = (...prices: readonly PriceRow[]): readonly string[] =>
    integrityErrors({ ...data, prices: [...data.prices, ...prices] }).filter((error) =>
      error.startsWith('two prices of m on '),
    );

  for (const [what, change, both] of [
    ['the same', {}, true],
    ['from its last day on', { from: '2026-02-01', to: null }, true],
    ['from the day after', { from: '2026-02-02', to: null }, false],
    ['up to its first day', { from: null, to: '2026-01-01' }, true],
    ['up to the day before', { from: null, to: '2025-12-31' }, false],
    ['always', { from: null, to: null }, true],
    ['of any resolution', { resolution: 'any' }, true],
    ['of another resolution', { resolution: '1080p' }, false],
    ['without a word on audio', { audio: null }, true],
    ['without audio', { audio: false }, false],
    ['of another model', { model: 'n' }, false],
    ['of another surface', { surface: 'unknown' }, false],
  ] as const) {
    it(`${both ? 'collide' : 'go together'} where one holds ${what}`, () => {
      const other = { ...base, ...change };
      const said = (one: PriceRow, two: PriceRow) =>
        `two prices of m on ${SURFACE.id}, ${one.resolution} and ${two.resolution}, on one day`;
      assert.deepEqual(errors(base, other), both ? [said(base, other)] : []);
      assert.deepEqual(errors(other, base), both ? [said(other, base)] : []);
    });
  }
});
