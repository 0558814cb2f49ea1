// What a smoke test sends of a route that its surface refuses: a small request in its place would pass.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { asRefused, unsendableIn } from '../../src/editor/smoke/ownRequest.ts';
import type { Route } from '../../src/routes/types.ts';
import { checkParameters } from '../../src/smoke/preflight.ts';
import type { SmokeRequest } from '../../src/smoke/types.ts';

const catalog = bundledCatalog();
const SURFACE = 'vertex-ai';

const SMALL: SmokeRequest = {
  prompt: '',
  durationSeconds: 4,
  resolution: '720p',
  aspectRatio: '16:9',
  sampleCount: null,
  generateAudio: null,
};

const route = (sent: Partial<Route>): Route & { readonly model: string } => ({
  start: 0,
  end: 10,
  name: null,
  modelFrom: 'literal',
  reference: null,
  alternatives: [],
  surface: SURFACE,
  surfaceEvidence: null,
  shape: 'google-sdk',
  durationSeconds: null,
  resolution: null,
  sampleCount: null,
  aspectRatio: null,
  generateAudio: null,
  others: {},
  places: {},
  ...sent,
  model: 'veo-3.1-lite-generate-001',
});

describe('the smoke test of a request that its surface refuses', () => {
  it('sends what is refused, so that it fails as the real one does', () => {
    const refused = route({ resolution: '4k', durationSeconds: 'dynamic' });
    const request = asRefused(SMALL, refused, SURFACE, catalog);
    assert.deepEqual(request, { ...SMALL, resolution: '4k' });
    const checks = checkParameters(catalog, { surface: SURFACE, model: refused.model }, request);
    assert.deepEqual(
      checks.filter(({ verdict }) => verdict === 'refused').map(({ name }) => name),
      ['resolution'],
    );
  });

  it('stays the small one where nothing is refused', () => {
    assert.equal(
      asRefused(SMALL, route({ resolution: '1080p', durationSeconds: 8 }), SURFACE, catalog),
      SMALL,
    );
  });

  it('is none where the refused parameter is not one that a smoke test sends', () => {
    assert.match(
      unsendableIn(route({ others: { referenceImages: 9 } }), SURFACE, catalog) ?? '',
      /reference images/,
    );
    assert.equal(unsendableIn(route({ resolution: '4k' }), SURFACE, catalog), null);
  });
});
