// Looking things up.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { catalogData } from './catalogData.ts';

const catalog = createCatalog(catalogData());

describe('createCatalog', () => {
  it('finds models, surfaces and sources by their exact name only', () => {
    assert.equal(catalog.model('veo-2.0-generate-exp')?.family, 'veo-2.0');
    assert.equal(catalog.model('models/veo-2.0-generate-exp'), undefined);
    assert.equal(catalog.surface('vertex-ai')?.kind, 'google');
    assert.equal(catalog.surface('unknown'), undefined);
    assert.equal(catalog.source('constructor'), undefined);
  });

  it('gives every row of a spelling', () => {
    const surfaces = catalog.aliases('veo3').map((alias) => alias.surface);
    for (const surface of ['kie', 'cometapi', 'runway']) assert.ok(surfaces.includes(surface), surface);
    assert.deepEqual(catalog.aliases('veo-3.1-generate-001'), []);
  });

  it('finds a limit by surface, model and key', () => {
    const allowed = (model: string) => catalog.constraint('gemini-api', model, 'resolution.allowed')?.value;
    assert.deepEqual(allowed('veo-3.1-fast-generate-preview'), ['720p', '1080p', '4k']);
    assert.deepEqual(allowed('veo-3.1-lite-generate-preview'), ['720p', '1080p']);
    assert.equal(allowed('veo-3.1-generate-001'), undefined);
  });
});

describe('the aliases of the shipped data', () => {
  it('name a surface only where a single one uses the spelling', () => {
    const expected: Record<string, string> = {
      'fal-ai/veo3.1/fast/image-to-video': 'fal',
      veo3_fast: 'kie',
      'vertex_ai/veo-3.1-generate-001': 'vertex-ai',
      'gemini/veo-3.1-generate-preview': 'gemini-api',
      'googleai/veo-2.0-generate-001': 'gemini-api',
      'google/veo-3.1': 'unknown',
      veo3: 'unknown',
      'veo3.1': 'unknown',
      'veo-3.1': 'unknown',
      'veo-3.1-fast': 'unknown',
    };
    for (const [spelling, surface] of Object.entries(expected)) {
      const named = [...new Set(catalog.aliases(spelling).map((alias) => alias.surface))];
      assert.equal(named.length === 1 ? named[0] : 'unknown', surface, spelling);
    }
  });
});

describe('the shipped data', () => {
  it('keeps the odd retired IDs', () => {
    for (const id of [
      'veo-001-preview-0815',
      'veo-2.0-generate-exp',
      'veo-2.0-generate-preview',
      'veo-3.0-generate-exp',
    ])
      assert.ok(catalog.model(id), `${id} is gone`);
  });

  it('does not give an alias to spellings that no server takes', () => {
    for (const row of catalog.lookalikes) assert.deepEqual(catalog.aliases(row.spelling), [], row.spelling);
    assert.ok(catalog.lookalikes.some((row) => row.spelling === 'veo-3.1-generate'));
  });

  it('calls no gateway price per second when its unit is not clear', () => {
    const units = new Set(catalog.prices.filter((row) => row.surface === 'flatkey').map((row) => row.unit));
    assert.deepEqual([...units], ['unclear']);
  });
});
