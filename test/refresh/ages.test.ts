// How old facts are, and which of them are due.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { kindAges, usedFacts } from '../../src/refresh/ages.ts';

const catalog = bundledCatalog();
const GA = { model: 'veo-3.1-generate-001', surface: 'vertex-ai' };
const OMNI = { model: 'gemini-omni-1.1-flash', surface: 'gemini-api' };

describe('the facts behind the IDs in use', () => {
  it('name what is due first: a "not before" day that has passed', () => {
    const used = usedFacts(catalog, [OMNI, GA, GA, { model: null, surface: 'unknown' }], '2026-11-25');
    assert.deepEqual(
      used.map(({ model, due }) => [model, due]),
      [
        ['veo-3.1-generate-001', '2026-11-17'],
        ['gemini-omni-1.1-flash', null],
      ],
    );
  });

  it('are not due before that day', () => {
    assert.equal(usedFacts(catalog, [GA], '2026-11-16')[0]?.due, null);
  });

  it('grow older with the day', () => {
    const [facts] = usedFacts(catalog, [GA], '2027-01-01');
    const row = catalog.model(GA.model)?.surfaces[GA.surface];
    assert.equal(facts?.checkedOn, row?.checkedOn);
    assert.ok((facts?.ageDays ?? 0) > 30);
  });
});

describe('the ages of kinds', () => {
  it('speak of every row of the catalog', () => {
    const { prices, aliases } = catalog.data;
    const rows = Object.fromEntries(kindAges(catalog).map(({ kind, rows: count }) => [kind, count]));
    assert.deepEqual([rows.prices, rows.spellings], [prices.length, aliases.length]);
    assert.ok(
      kindAges(catalog).every(({ oldest, newest }) => oldest <= newest && newest <= catalog.checkedOn),
    );
  });
});
