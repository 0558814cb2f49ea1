// A month at a declared volume.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { monthCost } from '../../src/cost/month.ts';
import { catalogData } from '../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());
const QUESTION = {
  model: 'veo-3.1-generate-preview',
  surface: 'gemini-api',
  asOf: '2026-10-01',
  durationSeconds: 8,
  resolution: '720p',
  sampleCount: 1,
  generateAudio: null,
} as const;

describe('monthCost', () => {
  it('multiplies both ends by the volume', () => {
    const month = monthCost(QUESTION, { min: 0.07, max: 3.2 }, 1000, CATALOG);
    assert.deepEqual(month.usdPerMonth, { min: 70, max: 3200 });
  });

  it('says that the Gemini API charges made videos only, and what a retry can cost', () => {
    const [failure, retry] = monthCost(QUESTION, { min: 3.2, max: 3.2 }, 10, CATALOG).notes;
    assert.equal(failure, 'charged only when the video is made on the Gemini API (PR2510)');
    assert.match(retry ?? '', /up to \$3\.20 more/);
  });

  it('does not claim it for a surface that no source speaks of', () => {
    const [failure] = monthCost(
      { ...QUESTION, surface: 'fal', model: 'fal-ai/veo3.1' },
      { min: 1, max: 1 },
      10,
      CATALOG,
    ).notes;
    assert.match(failure ?? '', /not documented/);
  });
});
