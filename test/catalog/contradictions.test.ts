// Contradictions that a test can forbid: each kind is noticed in changed data, none is in the shipped data.
import assert from 'node:assert/strict';
import { contradictions } from '../../src/catalog/contradictions.ts';
import type { CatalogData, Constraint, ModelOnSurface, PriceRow } from '../../src/catalog/types.ts';
import { catalogData } from './catalogData.ts';

const data = catalogData();

const errorsWith = (change: Partial<CatalogData>): string =>
  contradictions({ ...data, ...change }).join('\n');

function errorsWithRow(id: string, surface: string, change: Partial<ModelOnSurface>): string {
  const models = data.models.map((model) => {
    const row = model.surfaces[surface];
    if (model.id !== id || row === undefined) return model;
    return { ...model, surfaces: { ...model.surfaces, [surface]: { ...row, ...change } } };
  });
  return errorsWith({ models });
}

function errorsWithPrice(change: Partial<PriceRow>): string {
  const price = data.prices.find(
    (row) => row.model === 'veo-3.1-generate-preview' && row.surface === 'gemini-api',
  );
  assert.ok(price !== undefined);
  return errorsWith({ prices: [{ ...price, ...change }] });
}

function errorsWithLimit(key: string, value: unknown): string {
  const row: Constraint = {
    surface: 'vertex-ai',
    models: ['veo-3.1-generate-001'],
    key,
    value,
    note: '',
    sources: ['VTXCARD'],
    confidence: 'official-copy',
    checkedOn: data.checkedOn,
  };
  const others = data.constraints.filter((other) => other.key !== key);
  return errorsWith({ constraints: [...others, row] });
}

describe('contradictions', () => {
  it('are not in the shipped data', () => {
    assert.deepEqual(contradictions(data), []);
  });

  it('a price before the release, one without a first day, one after the shutdown', () => {
    assert.match(errorsWithPrice({ from: '2025-10-14' }), /holds before the release on 2025-10-15/);
    assert.match(errorsWithPrice({ from: null }), /holds before the release/);
    assert.match(errorsWithPrice({ to: '2026-10-23' }), /holds after the shutdown on 2026-10-22/);
    assert.match(errorsWithPrice({ to: null }), /holds after the shutdown/);
  });

  it('a replacement that was shut down without a word on it', () => {
    const row = { note: 'Google named it.' };
    assert.match(
      errorsWithRow('veo-2.0-generate-001', 'gemini-api', row),
      /its replacement veo-3\.1-generate-preview was shut down on 2026-10-22, which its note does not say/,
    );
  });

  it('days in the wrong order', () => {
    const of = (change: Partial<ModelOnSurface>) =>
      errorsWithRow('veo-3.1-generate-preview', 'gemini-api', change);
    assert.match(of({ shutdown: { kind: 'fixed', day: '2025-10-14' } }), /shutdown .* before its release/);
    assert.match(of({ announced: { kind: 'on', day: '2026-10-23' } }), /shutdown .* before its announcement/);
    assert.match(of({ announced: { kind: 'on', day: '2025-10-14' } }), /announcement .* before its release/);
    const seen = [{ day: '2025-10-14', saw: 'gone', what: 'a 404', source: 'DEPR' }] as const;
    assert.match(of({ seen }), /seen on 2025-10-14, before its release/);
  });

  it('a price for what is not made, a default that is not allowed, a value of what is refused', () => {
    assert.match(errorsWithPrice({ resolution: '360p' }), /360p is not made there/);
    assert.match(errorsWithLimit('resolution.default', '360p'), /360p is not allowed there/);
    assert.match(errorsWithLimit('sampleCount', 'refused'), /is refused and has allowed values/);
  });

  it('a row that was checked after the catalog', () => {
    assert.match(errorsWith({ checkedOn: '2026-11-23' }), /checked on 2026-11-24, after the catalog/);
  });
});
