// One line a request, whatever it may send.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import type { Reference } from '../../src/detect/types.ts';
import { isSaidAbove } from '../../src/explain/hint.ts';
import { requestTitle } from '../../src/explain/request.ts';
import { requestsIn } from '../../src/routes/requestsIn.ts';
import type { Route } from '../../src/routes/types.ts';

const catalog = bundledCatalog();
const asOf = '2026-11-24';
const route = (model: string | null, further: Partial<Route> = {}): Route => ({
  start: 10,
  end: 20,
  name: null,
  model,
  modelFrom: 'literal',
  reference: null,
  alternatives: [],
  surface: 'vertex-ai',
  surfaceEvidence: null,
  shape: 'google-sdk',
  durationSeconds: 8,
  resolution: '720p',
  sampleCount: 1,
  aspectRatio: null,
  generateAudio: true,
  others: {},
  places: {},
  ...further,
});

describe('the line above a request', () => {
  it('names model, price, state and surface', () => {
    assert.equal(
      requestTitle([route('veo-3.1-fast-generate-001')], catalog, asOf),
      'veo-3.1-fast-generate-001 · $0.80 per request · retirement window · Vertex AI',
    );
  });

  it('is one for the models that a request may send, and counts the worst state', () => {
    const routes = [
      route('veo-3.1-generate-001'),
      route('veo-3.1-fast-generate-001'),
      route('veo-3.0-generate-001'),
      route('veo-3.1-lite-generate-001', { start: 30, end: 40 }),
    ];
    const [request, other, ...none] = requestsIn(routes);
    assert.ok(request !== undefined && other !== undefined);
    assert.deepEqual([request.length, other.length, none.length], [3, 1, 0]);
    assert.match(
      requestTitle(request, catalog, asOf),
      /^3 models · \$[\d.]+–\$[\d.]+ per request · 1 of 3 shut down · Vertex AI$/,
    );
  });

  it('says of what was shut down when, and nothing of a price', () => {
    assert.equal(
      requestTitle([route('veo-3.0-generate-001')], catalog, asOf),
      'veo-3.0-generate-001 · shut down 2026-06-30 · Vertex AI',
    );
  });

  it('says what it does not know', () => {
    assert.equal(
      requestTitle([route(null, { surface: 'unknown' })], catalog, asOf),
      'model unknown · price unknown · state unknown · surface unknown',
    );
  });

  it('is never longer than a line', () => {
    const ids = fc.constantFrom(...catalog.models.map(({ id }) => id));
    const names = fc.oneof(ids, fc.string({ maxLength: 200 }));
    const surfaces = fc.constantFrom(...catalog.surfaces.map(({ id }) => id), 'unknown');
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 5 }), surfaces, (models, surface) => {
        const [request] = requestsIn(models.map((model) => route(model, { surface })));
        assert.ok(request !== undefined);
        assert.ok(requestTitle(request, catalog, asOf).length <= 80);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the hint in a request', () => {
  const inside = { id: 'veo-3.0-generate-001', surface: 'vertex-ai', start: 14, end: 18 } as Reference;
  const isSilent = (reference: Reference, routes: readonly Route[]): boolean =>
    isSaidAbove(catalog, reference, routes, asOf);

  it('is silent where the line above says the day of the shutdown', () => {
    assert.ok(isSilent(inside, [route(inside.id, { reference: inside })]));
  });

  it('says what the line does not: a price for each second, a day among several models, a constant elsewhere', () => {
    const living = { ...inside, id: 'veo-3.1-generate-001' };
    assert.ok(!isSilent(living, [route(living.id, { reference: living })]));
    const other = route('veo-3.1-generate-001');
    assert.ok(!isSilent(inside, [route(inside.id, { reference: inside }), other]));
    const constant = { ...inside, start: 0, end: 4 };
    assert.ok(!isSilent(constant, [route(inside.id, { reference: constant })]));
    assert.ok(!isSilent(inside, []));
  });
});
