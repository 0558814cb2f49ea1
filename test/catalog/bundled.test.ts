// The catalog that travels with the program is the checked one.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';

describe('bundledCatalog', () => {
  it('holds every ID of the checked data and finds it by its exact spelling', () => {
    const catalog = bundledCatalog();
    assert.equal(catalog.model('veo-3.1-generate-001')?.family, 'veo-3.1');
    assert.equal(catalog.model('VEO-3.1-generate-001'), undefined);
    assert.ok(catalog.models.length >= 20, `only ${catalog.models.length} models`);
  });
});
