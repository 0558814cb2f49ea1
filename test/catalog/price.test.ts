// Prices by day.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { pricesOn } from '../../src/catalog/price.ts';
import { catalogData } from './catalogData.ts';

const catalog = createCatalog(catalogData());

function usd(model: string, surface: string, day: string, resolution: string): readonly number[] {
  return pricesOn(catalog, model, surface, day)
    .filter((row) => row.resolution === resolution)
    .map((row) => row.usd);
}

describe('pricesOn', () => {
  it('changes on the day of the cut', () => {
    const fast = 'veo-3.1-fast-generate-preview';
    assert.deepEqual(usd(fast, 'gemini-api', '2026-04-06', '720p'), [0.15]);
    assert.deepEqual(usd(fast, 'gemini-api', '2026-04-07', '720p'), [0.1]);
    assert.deepEqual(usd(fast, 'gemini-api', '2026-04-07', '4k'), [0.3]);
  });

  it('has a price with and without audio on Vertex AI, with audio only on the Gemini API', () => {
    assert.deepEqual(usd('veo-3.1-generate-001', 'vertex-ai', '2026-11-21', '720p'), [0.4, 0.2]);
    const audio = pricesOn(catalog, 'veo-3.1-generate-preview', 'gemini-api', '2026-05-01').map(
      (row) => row.audio,
    );
    assert.ok(audio.length > 0 && audio.every((value) => value === true), String(audio));
  });

  it('has none before the release and after the end', () => {
    assert.deepEqual(pricesOn(catalog, 'veo-3.1-generate-001', 'vertex-ai', '2025-11-16'), []);
    assert.deepEqual(pricesOn(catalog, 'veo-3.1-generate-preview', 'gemini-api', '2026-10-23'), []);
  });

  it("takes every Google surface when the surface is unknown, and only a gateway's own rows on a gateway", () => {
    const surfaces = (surface: string) =>
      new Set(pricesOn(catalog, 'veo-3.0-generate-001', surface, '2026-01-01').map((row) => row.surface));
    assert.deepEqual([...surfaces('unknown')].sort(), ['gemini-api', 'vertex-ai']);
    assert.deepEqual([...surfaces('vercel-ai-gateway')], []);
    assert.deepEqual(usd('fal-ai/veo3.1', 'fal', '2026-11-21', '720p'), [0.4, 0.2]);
  });
});
