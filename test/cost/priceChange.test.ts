// What a change of a request does to its price, and to which day the price before is of.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { PriceRow } from '../../src/catalog/types.ts';
import { anyRequest, lastPricedDay, priceChange, requestChange } from '../../src/cost/priceChange.ts';
import { catalogData } from '../catalog/catalogData.ts';

const DATA = catalogData();
const CATALOG = createCatalog(DATA);
const TODAY = '2026-11-21';

const OLD = anyRequest('veo-3.0-generate-001', 'vertex-ai');

/** The catalog with other prices of OLD: dollars per second with the first and the last day. */
function priced(prices: readonly (readonly [usd: number, from: string, to: string | null])[]) {
  const [like] = CATALOG.priceRows(OLD.model, OLD.surface);
  assert.ok(like);
  const others = DATA.prices.filter(({ model, surface }) => model !== OLD.model || surface !== OLD.surface);
  const rows = prices.map(
    ([usd, from, to]): PriceRow => ({ ...like, usd, from, to, audio: null, resolution: 'any' }),
  );
  return createCatalog({ ...DATA, prices: [...others, ...rows] });
}

describe('the last day with a price', () => {
  it('is the asked day itself while a price holds', () => {
    const catalog = priced([[0.4, '2025-09-09', null]]);
    assert.equal(lastPricedDay(catalog, OLD, '2026-03-01'), '2026-03-01');
  });

  it('is the end of the last price, not of an earlier one', () => {
    const catalog = priced([
      [0.75, '2025-07-29', '2025-09-08'],
      [0.4, '2025-09-09', '2026-05-31'],
    ]);
    assert.equal(lastPricedDay(catalog, OLD, TODAY), '2026-05-31');
  });

  it('is the day before the end, where the price ends on the day of the shutdown itself', () => {
    const shutdown = CATALOG.model(OLD.model)?.surfaces['vertex-ai']?.shutdown;
    assert.ok(shutdown?.kind === 'fixed');
    const catalog = priced([[0.4, '2025-09-09', shutdown.day]]);
    const last = lastPricedDay(catalog, OLD, TODAY);
    assert.ok(last !== null && last < shutdown.day, `${last}`);
  });

  it('is no day that is still to come', () => {
    const catalog = priced([
      [0.75, '2025-07-29', '2025-09-08'],
      [0.4, '2026-12-01', '2026-12-31'],
    ]);
    assert.equal(lastPricedDay(catalog, OLD, '2026-03-01'), '2025-09-08');
  });

  it('is none where no price is known', () => {
    assert.equal(lastPricedDay(priced([]), OLD, TODAY), null);
  });
});

describe('a change of price', () => {
  const NEW = anyRequest('veo-3.1-generate-001', 'vertex-ai');

  it('names the price that was paid last, though it holds no more', () => {
    const catalog = priced([
      [0.75, '2025-07-29', '2025-09-08'],
      [0.5, '2025-09-09', '2026-05-31'],
    ]);
    assert.match(priceChange(catalog, OLD, NEW, TODAY) ?? '', /per second, was \$0\.50$/);
  });

  it('says where the price stays, and where the one before is not known', () => {
    assert.match(priceChange(CATALOG, NEW, NEW, TODAY) ?? '', /per second, as before$/);
    assert.match(priceChange(priced([]), OLD, NEW, TODAY) ?? '', /per second$/);
  });

  it('says nothing where the new price is not known', () => {
    assert.equal(priceChange(CATALOG, OLD, anyRequest('veo-9', 'vertex-ai'), TODAY), null);
  });

  it('of a request names what one request costs', () => {
    const shape = { resolution: '720p', sampleCount: 1, generateAudio: true } as const;
    const [eight, four] = [8, 4].map((durationSeconds) => ({ ...NEW, ...shape, durationSeconds }));
    assert.ok(eight && four);
    const unknown = anyRequest('veo-9', 'fal');
    assert.equal(requestChange(CATALOG, eight, four, TODAY), '$1.60 per request, was $3.20');
    assert.equal(requestChange(CATALOG, four, four, TODAY), '$1.60 per request, as before');
    assert.equal(requestChange(CATALOG, unknown, four, TODAY), '$1.60 per request');
    assert.equal(requestChange(CATALOG, four, unknown, TODAY), null);
  });
});
