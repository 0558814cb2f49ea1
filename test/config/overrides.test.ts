// A team's own prices count for what they speak of, and for nothing else.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { withOverrides } from '../../src/contracts/overrides.ts';
import type { PriceOverride } from '../../src/contracts/schema.ts';
import { estimateCost } from '../../src/cost/estimate.ts';

const catalog = bundledCatalog();
const OWN: PriceOverride = {
  model: 'veo-3.1-generate-001',
  surface: 'vertex-ai',
  usd: 1,
  unit: 'second',
  source: 'offer 7',
  checkedOn: '2026-11-01',
};

interface Asked {
  readonly asOf?: string;
  readonly resolution?: '720p' | '1080p' | '4k';
  readonly audio?: boolean;
  readonly model?: string;
  readonly surface?: string;
}

/** Dollars a second as `min` or `min–max`, under one override. */
function perSecond(
  own: Partial<PriceOverride>,
  {
    asOf = '2026-11-21',
    resolution = '720p',
    audio = true,
    model = OWN.model,
    surface = OWN.surface,
  }: Asked = {},
): string {
  const answer = estimateCost(
    { model, surface, asOf, durationSeconds: 8, resolution, sampleCount: 1, generateAudio: audio },
    withOverrides(catalog, { prices: [{ ...OWN, ...own }] }),
  );
  if (!answer.known) return answer.flat === undefined ? 'no price' : `${answer.flat.usdPerRequest.min} flat`;
  const { min, max } = answer.cost.usdPerSecond;
  return min === max ? String(min) : `${min}–${max}`;
}

describe('prices of the team', () => {
  it('take the place of the built-in ones of their model and surface', () => {
    assert.equal(perSecond({}), '1');
    assert.equal(perSecond({}, { resolution: '4k', audio: false }), '1');
    assert.equal(perSecond({}, { model: 'veo-3.1-fast-generate-001' }), '0.1');
  });

  it('leave other sizes, the other sound and other days as they are', () => {
    assert.equal(perSecond({ resolution: '1080p' }), '0.4');
    assert.equal(perSecond({ resolution: '1080p' }, { resolution: '1080p' }), '1');
    assert.equal(perSecond({ audio: true }, { audio: false }), '0.2');
    assert.equal(perSecond({ from: '2026-11-01', to: '2026-11-20' }), '0.4');
    assert.equal(perSecond({ from: '2026-11-01', to: '2026-11-20' }, { asOf: '2026-11-20' }), '1');
    assert.equal(perSecond({ from: '2026-11-01', to: '2026-11-20' }, { asOf: '2026-10-31' }), '0.4');
    assert.equal(perSecond({ from: '2026-11-01' }, { asOf: '2026-10-31' }), '0.4');
  });

  it('may be for a request, and for a label that only a gateway knows', () => {
    assert.equal(perSecond({ unit: 'request', usd: 2.5 }), '2.5 flat');
    assert.equal(
      perSecond({ model: 'house-clip', surface: 'flatkey' }, { model: 'house-clip', surface: 'flatkey' }),
      '1',
    );
  });

  it('carry their source and day', () => {
    const own = withOverrides(catalog, { prices: [OWN] });
    const answer = estimateCost(
      {
        model: OWN.model,
        surface: OWN.surface,
        asOf: '2026-11-21',
        durationSeconds: 8,
        resolution: '720p',
        sampleCount: 1,
        generateAudio: true,
      },
      own,
    );
    assert.ok(answer.known);
    assert.deepEqual([answer.cost.source, answer.cost.checkedOn], ['veo-audit.yaml prices[0]', '2026-11-01']);
    assert.equal(own.source(answer.cost.source)?.title, 'offer 7');
  });

  it('change nothing where there are none', () => assert.equal(withOverrides(catalog, {}), catalog));
});
