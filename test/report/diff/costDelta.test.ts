// What a change of one file costs: said where both sides are known and differ, and nowhere else.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bundledCatalog } from '../../../src/catalog/bundled.ts';
import { costDeltas } from '../../../src/report/diff/costDelta.ts';
import type { Route } from '../../../src/routes/types.ts';

const facts = { catalog: bundledCatalog(), asOf: '2026-11-24' };
const route = (model: string | null, start: number, further: Partial<Route> = {}): Route => ({
  ...{ start, end: start + 10, name: null, model, modelFrom: 'literal', reference: null, alternatives: [] },
  ...{ surface: 'vertex-ai', surfaceEvidence: null, shape: 'google-sdk' },
  ...{ durationSeconds: 8, resolution: '720p', sampleCount: 1, aspectRatio: null },
  ...{ generateAudio: true, others: {}, places: {} },
  ...further,
});
const FULL = 'veo-3.1-generate-001';
const FAST = 'veo-3.1-fast-generate-001';
const texts = (before: readonly Route[], after: readonly Route[]): readonly (readonly [number, string])[] =>
  costDeltas(before, after, facts).map((delta) => [delta.route.start, delta.text] as const);

describe('what a change costs', () => {
  it('is said of a request that sends another model, or asks for more', () => {
    assert.deepEqual(texts([route(FAST, 0)], [route(FULL, 5)]), [[5, '$0.80 → $3.20 per request']]);
    assert.deepEqual(
      texts([route(FULL, 0, { durationSeconds: 4 }), route(FAST, 20)], [route(FULL, 0), route(FAST, 30)]),
      [[0, '$1.60 → $3.20 per request']],
    );
  });

  it('is a range where something is open', () => {
    assert.deepEqual(texts([route(FAST, 0)], [route(FULL, 0, { generateAudio: null })]), [
      [0, '$0.80 → $1.60–$3.20 per request'],
    ]);
  });

  it('is not said where the cost of a side is not known, nor of new requests', () => {
    assert.deepEqual(texts([route(null, 0)], [route(FULL, 0)]), []);
    assert.deepEqual(texts([route('veo-3.0-generate-001', 0)], [route(FULL, 0)]), []);
    assert.deepEqual(texts([], [route(FULL, 0)]), []);
    assert.deepEqual(texts([route(FULL, 0)], [route(FULL, 0), route(FAST, 20)]), []);
  });

  it('is not said of a request that may send one of several models', () => {
    assert.deepEqual(texts([route(FULL, 0)], [route(FAST, 0), route('veo-3.1-lite-generate-001', 0)]), []);
  });

  it('is nothing where requests only move', () => {
    const models = fc.constantFrom(FULL, FAST, 'veo-3.1-lite-generate-001', null);
    const durations = fc.constantFrom(4, 6, 8, null, 'dynamic' as const);
    const requests = fc.array(fc.tuple(models, durations), { maxLength: 6 });
    const moved = fc.tuple(requests, fc.nat(500)).chain(([list, by]) =>
      fc.shuffledSubarray([...list.keys()], { minLength: list.length }).map((order) => {
        const before = list.map(([model, durationSeconds], at) => route(model, at * 20, { durationSeconds }));
        const after = order.map(
          (from, at) => ({ ...before[from], start: at * 20 + by, end: at * 20 + by + 9 }) as Route,
        );
        return { before, after };
      }),
    );
    fc.assert(fc.property(moved, ({ before, after }) => assert.deepEqual(texts(before, after), [])));
  });
});
