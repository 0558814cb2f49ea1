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

  it('no days that only meet, none that is unknown, and no announcement after a day that is not fixed', () => {
    const of = (change: Partial<ModelOnSurface>) =>
      errorsWithRow('veo-3.1-generate-001', 'vertex-ai', { seen: undefined, ...change });
    const RELEASED = '2025-11-17';
    const LATER = '2026-12-01';
    for (const change of [
      { shutdown: { kind: 'fixed', day: RELEASED }, announced: { kind: 'unknown' } },
      { shutdown: { kind: 'fixed', day: LATER }, announced: { kind: 'on', day: LATER } },
      { shutdown: { kind: 'notBefore', day: LATER }, announced: { kind: 'on', day: '2026-12-02' } },
      { shutdown: { kind: 'none' }, announced: { kind: 'on', day: RELEASED } },
      { released: { kind: 'unknown' }, announced: { kind: 'on', day: '2020-01-01' } },
      { seen: [{ day: RELEASED, saw: 'answering', what: 'x', source: 'DEPR' }] },
    ] satisfies readonly Partial<ModelOnSurface>[])
      assert.doesNotMatch(of(change), /is before|it was seen/, JSON.stringify(change));
    assert.match(
      of({ shutdown: { kind: 'notBefore', day: '2025-11-16' } }),
      /its shutdown 2025-11-16 is before its release 2025-11-17/,
    );
  });

  it('no price that begins with the release and ends with the shutdown', () => {
    assert.equal(errorsWithPrice({ from: '2025-10-15', to: '2026-10-22' }), '');
  });

  it('no price of any resolution, of a disputed one, or where nobody lists them', () => {
    const price = data.prices.find(
      (row) => row.model === 'veo-3.1-fast-generate-001' && row.surface === 'vertex-ai',
    );
    assert.ok(price !== undefined);
    const of = (change: Partial<PriceRow>) => errorsWith({ prices: [{ ...price, ...change }] });
    for (const resolution of ['any', '4k', '720p'] as const) assert.equal(of({ resolution }), '', resolution);
    assert.match(
      of({ resolution: '480p' }),
      /price of veo-3\.1-fast-generate-001 on vertex-ai: 480p is not made there/,
    );
    const constraints = data.constraints.filter(({ key }) => key !== 'resolution.allowed');
    assert.equal(errorsWith({ prices: [{ ...price, resolution: '480p' }], constraints }), '');
  });

  it('no replacement that was shut down after the day of the catalog, or whose note says so', () => {
    const replacement = { model: 'veo-3.1-generate-preview', sameApi: true, change: '' };
    const of = (checkedOn: string, note: string) =>
      contradictions({
        ...data,
        checkedOn,
        models: data.models.map((model) => {
          const row = model.surfaces['gemini-api'];
          if (model.id !== 'veo-2.0-generate-001' || row === undefined) return model;
          return { ...model, surfaces: { 'gemini-api': { ...row, replacement, note } } };
        }),
      }).filter((error) => error.includes('its replacement'));
    assert.deepEqual(of('2026-10-21', 'Google named it.'), []);
    assert.equal(of('2026-10-22', 'Google named it.').length, 1);
    assert.deepEqual(of('2026-10-22', 'Google named it; it was shut down on 2026-10-22.'), []);
  });

  it('no default that is allowed, or where nobody lists what is; a refusal alone', () => {
    assert.equal(errorsWithLimit('resolution.default', '720p'), '');
    assert.equal(errorsWithLimit('compression.default', 'any'), '');
    assert.equal(errorsWithLimit('resolution.usual', '360p'), '');
    assert.equal(errorsWithLimit('compression', 'refused'), '');
    assert.match(
      errorsWithLimit('resolution.default', '360p'),
      /^resolution\.default of veo-3\.1-generate-001 on vertex-ai: 360p is not allowed there$/m,
    );
    assert.match(
      errorsWithLimit('sampleCount', 'refused'),
      /^sampleCount of veo-3\.1-generate-001 on vertex-ai: is refused and has allowed values$/m,
    );
  });

  it('a row that was checked after the catalog, of every kind, by its name', () => {
    const later = contradictions({ ...data, checkedOn: '2020-01-01' });
    for (const name of [
      'veo-3.1-generate-001',
      'price of veo-3.1-generate-001',
      'durationSeconds.allowed',
      'gemini/veo-2.0-generate-001',
    ])
      assert.ok(
        later.some(
          (error) => error.startsWith(`${name}: checked on 2026-`) && error.endsWith(', after the catalog'),
        ),
        name,
      );
    assert.doesNotMatch(contradictions(data).join(), /after the catalog/);
  });

  it('a row that was checked after the catalog', () => {
    assert.match(errorsWith({ checkedOn: '2026-11-23' }), /checked on 2026-11-24, after the catalog/);
  });
});
