// The rows of the shipped data fit each other, and each kind of misfit is noticed.
import assert from 'node:assert/strict';
import { integrityErrors } from '../../src/catalog/integrity.ts';
import type { CatalogData, Model, PriceRow } from '../../src/catalog/types.ts';
import { catalogData } from './catalogData.ts';

const data = catalogData();

function first<T>(rows: readonly T[], what: string): T {
  const [row] = rows;
  assert.ok(row !== undefined, `the data holds no ${what}`);
  return row;
}

function errorsWith(change: Partial<CatalogData>): string {
  return integrityErrors({ ...data, ...change }).join('\n');
}

describe('integrityErrors', () => {
  it('finds nothing in the shipped data', () => {
    assert.deepEqual(integrityErrors(data), []);
  });

  it('finds a source that does not exist', () => {
    const price = { ...first(data.prices, 'price'), sources: ['NOWHERE'] };
    assert.match(errorsWith({ prices: [price, ...data.prices.slice(1)] }), /no source NOWHERE/);
  });

  it('finds a source that nothing cites', () => {
    const idle = { title: 'Idle', url: null, date: '2026', confidence: 'third-party' } as const;
    assert.match(errorsWith({ sources: { ...data.sources, IDLE: idle } }), /source IDLE: cited nowhere/);
  });

  it('finds a replacement that is not on the surface', () => {
    const models = data.models.map((model): Model => {
      const row = model.surfaces['vertex-ai'];
      if (model.id !== 'veo-2.0-generate-001' || row === undefined) return model;
      const replacement = { model: 'veo-3.1-lite-generate-preview', sameApi: true, change: '' };
      return { ...model, surfaces: { ...model.surfaces, 'vertex-ai': { ...row, replacement } } };
    });
    assert.match(errorsWith({ models }), /replacement veo-3\.1-lite-generate-preview is not there/);
  });

  it('finds prices of one thing that overlap by a single day, and through `any` and an unknown audio', () => {
    const base = first(
      data.prices.filter((row) => row.to !== null && row.model === 'veo-3.1-fast-generate-preview'),
      'price with an end',
    );
    const overlapping: readonly Partial<PriceRow>[] = [
      { from: base.to, to: null },
      { from: base.from, to: base.from, resolution: 'any' },
      { from: null, to: null, audio: null },
    ];
    for (const change of overlapping)
      assert.match(
        errorsWith({ prices: [base, { ...base, ...change }] }),
        /two prices/,
        JSON.stringify(change),
      );
    const after = { ...base, from: '2026-10-23', to: null };
    assert.doesNotMatch(errorsWith({ prices: [base, after] }), /two prices/);
  });

  it('finds aliases that resolve in a circle', () => {
    const alias = first(data.aliases, 'alias');
    const circle = [
      { ...alias, spelling: 'a', resolvesTo: 'b' },
      { ...alias, spelling: 'b', resolvesTo: 'a' },
    ];
    assert.match(errorsWith({ aliases: circle }), /alias a: resolves in a circle/);
  });

  it('finds rows of a surface that does not exist, and doubled rows', () => {
    const alias = first(data.aliases, 'alias');
    assert.match(
      errorsWith({ aliases: [...data.aliases, { ...alias, surface: 'nowhere' }] }),
      /no surface nowhere/,
    );
    assert.match(errorsWith({ aliases: [...data.aliases, alias] }), /stands twice/);
  });
});
