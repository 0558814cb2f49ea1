// The real ID nearest to a wrong one.
import assert from 'node:assert/strict';
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

  it('keeps to the limit, and has nothing for what is not Veo', () => {
    assert.equal(nearestModels(catalog, 'veo-3', 'unknown', '2026-11-21', 2).length, 2);
    assert.deepEqual(nearestModels(catalog, 'imagen-4', 'unknown', '2026-11-21'), []);
  });
});
