// The price list: what holds on a day, and the last prices of a dead model.
import assert from 'node:assert/strict';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { priceTable } from '../../src/cost/priceTable.ts';
import { catalogData } from '../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());

describe('priceTable', () => {
  it('has one row a resolution and audio, of the asked day', () => {
    const rows = priceTable(CATALOG, 'veo-3.1-fast-generate-001', 'vertex-ai', '2026-11-21');
    assert.deepEqual(
      rows.map(({ resolution, audio, usd, from }) => [resolution, audio, usd, from]),
      [
        ['720p', true, 0.1, '2026-04-07'],
        ['720p', false, 0.08, '2026-04-07'],
        ['1080p', true, 0.12, '2026-04-07'],
        ['1080p', false, 0.1, '2026-04-07'],
        ['4k', true, 0.3, '2026-04-07'],
        ['4k', false, 0.25, '2026-04-07'],
      ],
    );
    assert.ok(rows.every((row) => row.holds && row.surfaceName === 'Vertex AI'));
  });

  it('shows the last prices of a dead model as such', () => {
    const rows = priceTable(CATALOG, 'veo-3.1-fast-generate-preview', 'gemini-api', '2026-11-21');
    assert.deepEqual(
      rows.map(({ resolution, usd, holds }) => [resolution, usd, holds]),
      [
        ['720p', 0.1, false],
        ['1080p', 0.12, false],
        ['4k', 0.3, false],
      ],
    );
  });

  it('shows of a dead model only the prices that held last, not the ones before', () => {
    const [id, surface] = ['veo-3.1-fast-generate-preview', 'gemini-api'];
    const ends = CATALOG.priceRows(id, surface).map(({ to }) => to);
    assert.ok(new Set(ends).size > 1, 'the price changed once');
    for (const row of priceTable(CATALOG, id, surface, '2026-11-21'))
      assert.equal(row.to, ends.toSorted().at(-1), `${row.resolution}: $${row.usd}`);
  });

  it('shows every Google surface when the surface is unknown', () => {
    const rows = priceTable(CATALOG, 'veo-2.0-generate-001', 'unknown', '2026-06-01');
    assert.deepEqual(
      rows.map((row) => [row.surface, row.usd]),
      [
        ['gemini-api', 0.35],
        ['vertex-ai', 0.5],
      ],
    );
  });
});
