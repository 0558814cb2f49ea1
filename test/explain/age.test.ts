// When an ID says how old its facts are.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { ageWords } from '../../src/explain/age.ts';
import { PROBE_SCHEMA, withProbes } from '../../src/refresh/probe.ts';

const catalog = bundledCatalog();
const VEO_001 = { model: 'veo-3.1-generate-001', surface: 'vertex-ai' };
const OMNI = { model: 'gemini-omni-1.1-flash', surface: 'gemini-api' };

describe('the age of the facts behind an ID', () => {
  it('is said where a day has passed on which they may have changed', () => {
    assert.equal(
      ageWords(catalog, VEO_001, '2026-11-30'),
      'Checked on 2026-11-24; it may have ended any day since 2026-11-17.',
    );
  });

  it('is not said where the surface itself has answered since', () => {
    const answered = withProbes(catalog, [
      {
        ...{ schema: PROBE_SCHEMA, simulated: false, ...VEO_001, host: 'x', askedAt: '2026-11-29T10:00:00Z' },
        ...{ answer: 'listed', status: 200, said: 'it has the model' },
      },
    ]);
    assert.equal(ageWords(answered, VEO_001, '2026-11-30'), null);
    assert.notEqual(ageWords(answered, VEO_001, '2027-02-01'), null);
  });

  it('is said of old facts, and of no young ones, nor of an ID that nobody knows', () => {
    const checked = catalog.model(OMNI.model)?.surfaces[OMNI.surface]?.checkedOn;
    assert.equal(ageWords(catalog, OMNI, '2026-11-30'), null);
    assert.match(
      ageWords(catalog, OMNI, '2027-01-15') ?? '',
      new RegExp(`^Checked on ${checked}, 5[0-9] days ago\\.$`),
    );
    assert.equal(ageWords(catalog, { model: null, surface: 'unknown' }, '2027-01-15'), null);
  });
});
