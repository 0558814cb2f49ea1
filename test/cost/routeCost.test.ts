// What routes cost, alone and together.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { costOfRoute, totalPerRequest } from '../../src/cost/routeCost.ts';
import type { Route } from '../../src/routes/types.ts';
import { routeIn } from '../audit/rules/routeContext.ts';
import { catalogData } from '../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());

function costOf(changes: Partial<Route>) {
  return costOfRoute(routeIn('f()', { durationSeconds: 8, ...changes }), '2026-10-01', CATALOG);
}

describe('costOfRoute', () => {
  it('asks for what the route sends', () => {
    const answer = costOf({ resolution: '4k' });
    assert.deepEqual(answer.known && answer.cost.usdPerRequest, { min: 4.8, max: 4.8 });
  });

  it('knows nothing without a model', () => {
    assert.deepEqual(costOf({ model: null }), { known: false, reason: 'which model is sent is not known' });
  });
});

describe('totalPerRequest', () => {
  it('adds both ends, prices a request included, and leaves out what is not known', () => {
    const vertex = costOf({ surface: 'vertex-ai', model: 'veo-3.1-generate-001' });
    const flat = costOf({ surface: 'apiyi' });
    assert.deepEqual(totalPerRequest([vertex, flat, costOf({ model: null })]), { min: 2.8, max: 4.4 });
  });

  it('leaves no dust of binary fractions', () => {
    const tenth = costOf({ model: 'veo-3.1-lite-generate-preview', durationSeconds: 2 });
    assert.deepEqual(totalPerRequest([tenth, tenth, tenth]), { min: 0.3, max: 0.3 });
  });

  it('is null where nothing is known', () => assert.equal(totalPerRequest([costOf({ model: null })]), null));
});
