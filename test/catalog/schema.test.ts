// The schema takes the shipped data and refuses whatever is not exactly of its shape.
import assert from 'node:assert/strict';
import { parseCatalog } from '../../src/catalog/schema.ts';
import { rawCatalog } from './catalogData.ts';

type Json = Record<string, unknown>;

/** The raw catalog with one object in it changed; `path` leads there. */
function changed(path: readonly (string | number)[], change: Json): Json {
  const raw = rawCatalog();
  const target = path.reduce<Json>((at, key) => at[key] as Json, raw);
  Object.assign(target, change);
  return raw;
}

describe('parseCatalog', () => {
  it('takes the shipped data and loses nothing of it', () => {
    assert.deepEqual(parseCatalog(rawCatalog()), rawCatalog());
  });

  const places: Record<string, readonly (string | number)[]> = {
    catalog: [],
    source: ['sources', 'DEPR'],
    surface: ['surfaces', 0],
    model: ['models', 0],
    'model on a surface': ['models', 2, 'surfaces', 'vertex-ai'],
    'release day': ['models', 4, 'surfaces', 'vertex-ai', 'released'],
    shutdown: ['models', 4, 'surfaces', 'vertex-ai', 'shutdown'],
    replacement: ['models', 4, 'surfaces', 'vertex-ai', 'replacement'],
    price: ['prices', 0],
    constraint: ['constraints', 0],
    alias: ['aliases', 0],
    lookalike: ['lookalikes', 0],
    conflict: ['conflicts', 0],
    reading: ['conflicts', 0, 'readings', 0],
  };
  for (const [name, path] of Object.entries(places)) {
    it(`refuses an unknown key in a ${name} and names it`, () => {
      assert.throws(() => parseCatalog(changed(path, { surprise: 1 })), /surprise/);
    });
  }

  const wrong: readonly [string, readonly (string | number)[], Json][] = [
    ['a day that the calendar does not have', ['prices', 0], { from: '2025-02-30' }],
    ['a month for a day', ['models', 4, 'surfaces', 'vertex-ai'], { checkedOn: '2026-11' }],
    ['a date kind nobody defined', ['models', 4, 'surfaces', 'vertex-ai', 'shutdown'], { kind: 'soon' }],
    [
      'a fixed shutdown without its day',
      ['models', 4, 'surfaces', 'vertex-ai', 'shutdown'],
      { day: undefined },
    ],
    ['a price of nothing', ['prices', 0], { usd: 0 }],
    ['a price interval that ends before it begins', ['prices', 0], { from: '2026-02-01', to: '2026-01-31' }],
    ['an unknown unit', ['prices', 0], { unit: 'token' }],
    ['a row without a source', ['aliases', 0], { sources: [] }],
    [
      'a documented alias without its upstream',
      ['aliases', 0],
      { resolvesTo: null, certainty: 'documented' },
    ],
    ['a conflict with one reading', ['conflicts', 0], { readings: [{ says: 'yes', sources: ['DEPR'] }] }],
  ];
  for (const [name, path, change] of wrong) {
    it(`refuses ${name}`, () => {
      assert.throws(() => parseCatalog(changed(path, change)), /The catalog is not valid/);
    });
  }
});
