// The real ID nearest to a wrong one.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { nearestModels } from '../../src/catalog/nearest.ts';
import { catalogData } from './catalogData.ts';

const catalog = createCatalog(catalogData());

function nearest(id: string, surface: string, day = '2026-11-21'): string | undefined {
  return nearestModels(catalog, id, surface, day)[0]?.model;
}

describe('nearestModels', () => {
  it('keeps version and tier, and prefers an ID that answers', () => {
    assert.equal(nearest('veo-3.1-generate', 'vertex-ai'), 'veo-3.1-generate-001');
    assert.equal(nearest('veo-3-fast-generate-preview', 'vertex-ai'), 'veo-3.1-fast-generate-001');
    assert.equal(nearest('veo-3-fast-generate-preview', 'unknown'), 'veo-3.1-fast-generate-001');
    assert.equal(nearest('veo-4.0-generate-001', 'unknown'), 'veo-3.1-generate-001');
    assert.equal(nearest('veo-3.1-lite-generate', 'vertex-ai'), 'veo-3.1-lite-generate-001');
  });

  it('finds IDs of Gemini Omni for names of it only', () => {
    const bundled = (id: string) =>
      nearestModels(bundledCatalog(), id, 'gemini-api', '2026-11-24').map(
        ({ model, isSlip }) => `${model}${isSlip ? ' slip' : ''}`,
      );
    assert.deepEqual(bundled('gemini-omni-1.1-falsh').slice(0, 2), [
      'gemini-omni-1.1-flash slip',
      'gemini-omni-1.2-flash',
    ]);
    assert.deepEqual(bundled('gemini-omi'), []);
  });

  it('depends on the day', () => {
    assert.equal(
      nearest('veo-3-fast-generate-preview', 'vertex-ai', '2025-10-01'),
      'veo-3.0-fast-generate-preview',
    );
    assert.equal(nearest('veo-3.1-generate', 'gemini-api', '2026-01-01'), 'veo-3.1-generate-preview');
  });

  it('says when the nearest one is dead', () => {
    const [first] = nearestModels(catalog, 'veo-3.1-generate', 'gemini-api', '2026-11-21');
    assert.equal(first?.model, 'veo-3.1-generate-preview');
    assert.equal(first?.status, 'shut-down');
  });

  it('reads past a prefix and finds a mistyped letter', () => {
    assert.equal(
      nearest('publishers/google/models/veo-3.1-genrate-001', 'vertex-ai'),
      'veo-3.1-generate-001',
    );
    assert.equal(nearest('veo-3.1-fast-generate-0001', 'vertex-ai'), 'veo-3.1-fast-generate-001');
  });

  it('orders by what answers, then by version, tier and suffix, and says what may be a slip', () => {
    const near = (id: string, surface: string, day: string) =>
      nearestModels(catalog, id, surface, day).map(
        ({ model, status, distance, isSlip }) =>
          `${model} ${status} ${distance.toFixed(2)}${isSlip ? ' slip' : ''}`,
      );
    assert.deepEqual(near('VEO_3_1-Fast-exp', 'unknown', '2026-11-21'), [
      'veo-3.1-fast-generate-001 retirement-window 1.65 slip',
      'veo-3.1-generate-001 retirement-window 4.60',
      'veo-3.1-lite-generate-001 preview 4.85',
    ]);
    assert.deepEqual(near('veo3', 'gemini-api', '2026-01-01'), [
      'veo-3.0-generate-001 active 1.80 slip',
      'veo-3.1-generate-preview preview 2.40',
      'veo-3.0-fast-generate-001 active 5.05',
    ]);
    assert.deepEqual(near('google/veo-2-lite-001', 'unknown', '2026-11-21'), [
      'veo-3.1-lite-generate-001 preview 5.00',
      'veo-3.1-generate-001 retirement-window 7.85',
      'veo-3.1-fast-generate-001 retirement-window 8.10',
    ]);
    assert.deepEqual(near('veo', 'gemini-api', '2026-11-21')[0]?.split(' ').slice(1, 2), ['shut-down']);
    assert.equal(
      near('veo-2.0-generate-exp', 'vertex-ai', '2025-06-01')[2],
      'veo-2.0-generate-exp unknown 0.00 slip',
    );
    assert.equal(
      near('my-veo-preview-fast', 'vertex-ai', '2026-11-21')[0],
      'veo-3.1-fast-generate-001 retirement-window 6.05',
    );
  });

  it('offers on a surface of Google what is there alone, elsewhere all of Veo, and three unless told otherwise', () => {
    const all = (surface: string) =>
      nearestModels(catalog, 'veo-3', surface, '2026-11-21', 99).map(({ model }) => model);
    const veo = catalog.models.filter(({ id }) => id.startsWith('veo'));
    assert.deepEqual(
      all('gemini-api').toSorted(),
      veo.flatMap(({ id, surfaces }) => (surfaces['gemini-api'] === undefined ? [] : [id])).toSorted(),
    );
    for (const surface of ['fal', 'unknown']) assert.equal(all(surface).length, veo.length, surface);
    assert.equal(nearestModels(catalog, 'veo-3', 'fal', '2026-11-21').length, 3);
  });

  it('keeps to the limit, and has nothing for what is not Veo', () => {
    assert.equal(nearestModels(catalog, 'veo-3', 'unknown', '2026-11-21', 2).length, 2);
    assert.deepEqual(nearestModels(catalog, 'imagen-4', 'unknown', '2026-11-21'), []);
  });
});
