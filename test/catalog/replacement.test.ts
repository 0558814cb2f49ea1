// A replacement is never a dead one.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { addDays } from '../../src/catalog/days.ts';
import { statusOn } from '../../src/catalog/lifecycle.ts';
import { isAlive, livingReplacement, livingReplacements, siblingOn } from '../../src/catalog/replacement.ts';
import { catalogData } from './catalogData.ts';

const catalog = createCatalog(catalogData());
const TODAY = catalog.checkedOn;

describe('livingReplacement', () => {
  it('follows the chain on Vertex AI past dead IDs, within the same API', () => {
    const found = livingReplacement(catalog, 'veo-3.0-generate-preview', 'vertex-ai', TODAY);
    assert.equal(found?.model, 'veo-3.1-generate-001');
    assert.equal(found?.sameApi, true);
    assert.deepEqual(found?.via, ['veo-3.0-generate-001']);
  });

  it('is of the same API only if every step to it is, the first and the last alike', () => {
    const found = (changed: string) => {
      const models = catalog.models.map((model) => {
        const facts = model.surfaces['vertex-ai'];
        if (model.id !== changed || !facts?.replacement) return model;
        const replacement = { ...facts.replacement, sameApi: false };
        return { ...model, surfaces: { ...model.surfaces, 'vertex-ai': { ...facts, replacement } } };
      });
      const other = createCatalog({ ...catalog.data, models });
      return livingReplacement(other, 'veo-3.0-generate-preview', 'vertex-ai', TODAY);
    };
    for (const step of ['veo-3.0-generate-preview', 'veo-3.0-generate-001']) {
      assert.equal(found(step)?.model, 'veo-3.1-generate-001');
      assert.equal(found(step)?.sameApi, false, `the step from ${step} needs another API`);
    }
    assert.equal(found('none')?.sameApi, true);
  });

  it('stays with the tier on Vertex AI', () => {
    const found = livingReplacement(catalog, 'veo-3.0-fast-generate-preview', 'vertex-ai', TODAY);
    assert.equal(found?.model, 'veo-3.1-fast-generate-001');
  });

  it('ends at another API on the Gemini API and says so', () => {
    const found = livingReplacement(catalog, 'veo-2.0-generate-001', 'gemini-api', TODAY);
    assert.equal(found?.model, 'gemini-omni-1.1-flash');
    assert.equal(found?.sameApi, false);
    assert.match(found?.change ?? '', /Interactions API/);
  });

  it('depends on the day: before the previews died they were the replacement', () => {
    const found = livingReplacement(catalog, 'veo-3.0-generate-001', 'gemini-api', '2026-07-15');
    assert.equal(found?.model, 'veo-3.1-generate-preview');
    assert.equal(found?.sameApi, true);
  });

  it('offers none on an unknown surface when the surfaces lead to different ones', () => {
    assert.equal(livingReplacement(catalog, 'veo-3.1-generate-preview', 'unknown', TODAY), null);
    const each = livingReplacements(catalog, 'veo-3.1-generate-preview', TODAY);
    assert.deepEqual(each.map(({ surface, model }) => `${surface}: ${model}`).sort(), [
      'gemini-api: gemini-omni-1.1-flash',
      'vertex-ai: veo-3.1-generate-001',
    ]);
  });

  it('offers one on an unknown surface when there is only one way', () => {
    const found = livingReplacement(catalog, 'veo-2.0-generate-exp', 'unknown', TODAY);
    assert.equal(found?.model, 'veo-3.1-generate-001');
  });

  it('is null for an ID without a named replacement, off its surface, or unknown', () => {
    assert.equal(livingReplacement(catalog, 'veo-3.1-generate-001', 'vertex-ai', TODAY), null);
    assert.equal(livingReplacement(catalog, 'veo-3.1-generate-001', 'gemini-api', TODAY), null);
    assert.equal(livingReplacement(catalog, 'veo-9', 'unknown', TODAY), null);
  });

  it('exists on the day of the check for every dead ID for which Google named one', () => {
    for (const model of catalog.models)
      for (const [surface, facts] of Object.entries(model.surfaces)) {
        if (facts.replacement === null) continue;
        const found = livingReplacement(catalog, model.id, surface, TODAY);
        assert.ok(found, `no living replacement for ${model.id} on ${surface}`);
        assert.ok(
          isAlive(statusOn(catalog, found.model, surface, TODAY)),
          `${found.model} is dead on ${surface}`,
        );
      }
  });

  it('is alive on every day on which there is one', () => {
    const ids = fc.constantFrom(...catalog.models.map((model) => model.id));
    const surfaces = fc.constantFrom('gemini-api', 'vertex-ai', 'unknown', 'fal');
    const days = fc.integer({ min: 0, max: 1200 }).map((count) => addDays('2025-01-01', count));
    fc.assert(
      fc.property(ids, surfaces, days, (id, surface, day) => {
        const found = livingReplacement(catalog, id, surface, day);
        if (found === null) return;
        assert.ok(
          isAlive(statusOn(catalog, found.model, found.surface, day)),
          `${id} -> ${found.model}, ${day}`,
        );
        assert.notEqual(found.model, id);
      }),
    );
  });
});

describe('the way to a replacement', () => {
  const step = (model: string, change = '', sameApi = true) => ({ model, sameApi, change });
  /** The catalog with other replacements on the Gemini API. */
  const named = (replacements: Readonly<Record<string, ReturnType<typeof step> | null>>) =>
    createCatalog({
      ...catalog.data,
      models: catalog.models.map((model) => {
        const facts = model.surfaces['gemini-api'];
        const replacement = replacements[model.id];
        if (facts === undefined || replacement === undefined) return model;
        return { ...model, surfaces: { 'gemini-api': { ...facts, replacement } } };
      }),
    });
  const [TWO, THREE, PREVIEW, OMNI] = [
    'veo-2.0-generate-001',
    'veo-3.0-generate-001',
    'veo-3.1-generate-preview',
    'gemini-omni-1.1-flash',
  ];

  it('says once what each step changes, in their order, and whom it passed', () => {
    const found = livingReplacement(
      named({
        [TWO]: step(THREE, 'One.'),
        [THREE]: step(PREVIEW, 'Two.'),
        [PREVIEW]: step(OMNI, 'One.', false),
      }),
      TWO,
      'gemini-api',
      TODAY,
    );
    assert.deepEqual(found, {
      model: OMNI,
      sameApi: false,
      change: 'One. Two.',
      surface: 'gemini-api',
      status: 'active',
      via: [THREE, PREVIEW],
    });
  });

  it('ends where it leads back, or nowhere', () => {
    const circle = named({ [TWO]: step(THREE), [THREE]: step(PREVIEW), [PREVIEW]: step(THREE) });
    assert.equal(livingReplacement(circle, TWO, 'gemini-api', TODAY), null);
    assert.equal(livingReplacement(named({ [TWO]: step(TWO) }), TWO, 'gemini-api', TODAY), null);
    assert.equal(
      livingReplacement(named({ [TWO]: step(THREE), [THREE]: null }), TWO, 'gemini-api', TODAY),
      null,
    );
  });

  it('is told on a gateway where the surfaces of Google agree on the model and on the API', () => {
    const both = (sameApi: boolean) =>
      createCatalog({
        ...catalog.data,
        models: catalog.models.map((model) => {
          const [gemini, vertex] = [model.surfaces['gemini-api'], model.surfaces['vertex-ai']];
          if (gemini === undefined) return model;
          if (model.id === OMNI) return { ...model, surfaces: { 'gemini-api': gemini, 'vertex-ai': gemini } };
          if (model.id !== TWO || vertex === undefined) return model;
          return {
            ...model,
            surfaces: {
              'gemini-api': { ...gemini, replacement: step(OMNI, '', false) },
              'vertex-ai': { ...vertex, replacement: step(OMNI, '', sameApi) },
            },
          };
        }),
      });
    assert.equal(livingReplacement(both(false), TWO, 'fal', TODAY)?.model, OMNI);
    assert.equal(livingReplacement(both(true), TWO, 'fal', TODAY), null);
    assert.deepEqual(
      livingReplacements(both(true), TWO, TODAY).map(({ surface }) => surface),
      ['gemini-api', 'vertex-ai'],
    );
    assert.deepEqual(livingReplacements(catalog, 'veo-9', TODAY), []);
    assert.deepEqual(livingReplacements(catalog, 'veo-3.1-generate-001', TODAY), []);
    // Both by the same API, each to a model of its own.
    assert.equal(livingReplacement(catalog, 'gemini-omni-flash-preview', 'fal', TODAY), null);
  });

  it('leads to what answers, not to what is about to be shut down', () => {
    assert.deepEqual(
      (['active', 'preview', 'retirement-window', 'deprecated', 'shut-down', 'unknown'] as const).map(
        isAlive,
      ),
      [true, true, true, false, false, false],
    );
  });
});

describe('siblingOn', () => {
  it('names the ID of the same family and tier on the other surface', () => {
    const lite = siblingOn(catalog, 'veo-3.1-lite-generate-preview', 'vertex-ai', TODAY);
    assert.equal(lite?.model, 'veo-3.1-lite-generate-001');
    assert.equal(lite?.sameApi, true);
  });

  it('goes on to the living replacement when that one is dead', () => {
    const found = siblingOn(catalog, 'veo-3.1-generate-001', 'gemini-api', TODAY);
    assert.equal(found?.model, 'gemini-omni-1.1-flash');
    assert.equal(found?.sameApi, false);
    assert.deepEqual(found?.via, ['veo-3.1-generate-preview']);
  });

  it('is null where the ID itself is', () => {
    assert.equal(siblingOn(catalog, 'veo-3.1-generate-001', 'vertex-ai', TODAY), null);
  });

  it('is the newest of its kind there, of the same family and tier, and never of an unknown ID', () => {
    const sibling = (id: string, surface: string, day = TODAY) => siblingOn(catalog, id, surface, day);
    assert.deepEqual(sibling('gemini-omni-1.2-flash', 'vertex-ai'), {
      model: 'gemini-omni-1.1-flash-preview',
      sameApi: true,
      change: '',
      surface: 'vertex-ai',
      status: 'preview',
      via: [],
    });
    assert.equal(
      sibling('gemini-omni-1.1-flash-preview', 'gemini-api', '2026-11-24')?.model,
      'gemini-omni-1.1-flash',
    );
    assert.deepEqual(sibling('veo-3.0-generate-exp', 'gemini-api')?.via, [
      'veo-3.0-generate-001',
      'veo-3.1-generate-preview',
    ]);
    assert.equal(sibling('veo-001-preview', 'gemini-api'), null);
    assert.equal(sibling('veo-9', 'gemini-api'), null);
    assert.equal(
      sibling('veo-3.1-generate-001', 'gemini-api', '2026-01-01')?.model,
      'veo-3.1-generate-preview',
    );
  });
});
