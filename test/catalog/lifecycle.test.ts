// Status by model, surface and day: around each kind of date, and over all models and days.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../src/catalog/catalog.ts';
import { addDays } from '../../src/catalog/days.ts';
import { lifecycleOn, provedDay, statusOn } from '../../src/catalog/lifecycle.ts';
import type { Status } from '../../src/catalog/types.ts';
import { catalogData } from './catalogData.ts';

const catalog = createCatalog(catalogData());

type Step = readonly [day: string, status: Status];

function expectSteps(model: string, surface: string, steps: readonly Step[]): void {
  for (const [day, status] of steps)
    assert.equal(statusOn(catalog, model, surface, day), status, `${model} on ${surface}, ${day}`);
}

describe('statusOn a Google surface', () => {
  it('fixed day with a known announcement: deprecated from the announcement, shut down from the day on', () => {
    expectSteps('veo-3.0-generate-001', 'gemini-api', [
      ['2025-09-08', 'unknown'],
      ['2025-09-09', 'active'],
      ['2026-06-14', 'active'],
      ['2026-06-15', 'deprecated'],
      ['2026-06-29', 'deprecated'],
      ['2026-06-30', 'shut-down'],
      ['2026-07-01', 'shut-down'],
    ]);
  });

  it('announcement between two days: deprecated from the last of them, when it is proved', () => {
    expectSteps('veo-3.1-generate-preview', 'gemini-api', [
      ['2026-09-19', 'preview'],
      ['2026-10-03', 'preview'],
      ['2026-10-04', 'deprecated'],
      ['2026-10-21', 'deprecated'],
      ['2026-10-22', 'shut-down'],
      ['2026-10-23', 'shut-down'],
    ]);
  });

  it('inferred announcement: its day counts', () => {
    expectSteps('veo-3.1-generate-preview', 'vertex-ai', [
      ['2026-03-02', 'preview'],
      ['2026-03-03', 'deprecated'],
      ['2026-04-01', 'deprecated'],
      ['2026-04-02', 'shut-down'],
    ]);
  });

  it('unknown announcement: deprecated from 180 days before the shutdown', () => {
    expectSteps('veo-2.0-generate-001', 'vertex-ai', [
      ['2025-12-31', 'active'],
      ['2026-01-01', 'deprecated'],
      ['2026-06-29', 'deprecated'],
      ['2026-06-30', 'shut-down'],
    ]);
  });

  it('a "not before" day opens the retirement window and never shuts down', () => {
    expectSteps('veo-3.1-generate-001', 'vertex-ai', [
      ['2025-11-16', 'unknown'],
      ['2025-11-17', 'active'],
      ['2026-11-16', 'active'],
      ['2026-11-17', 'retirement-window'],
      ['2026-11-18', 'retirement-window'],
      ['2036-11-17', 'retirement-window'],
    ]);
  });

  it('no shutdown day: served at its stage from its release on', () => {
    expectSteps('veo-3.1-lite-generate-001', 'vertex-ai', [
      ['2026-04-01', 'unknown'],
      ['2026-04-02', 'preview'],
      ['2036-01-01', 'preview'],
    ]);
  });

  it('cannot speak of an ID without a release day until a dated fact speaks', () => {
    expectSteps('veo-3.0-generate-exp', 'vertex-ai', [['2026-11-21', 'unknown']]);
    expectSteps('veo-2.0-generate-exp', 'vertex-ai', [
      ['2026-03-02', 'unknown'],
      ['2026-03-03', 'deprecated'],
      ['2026-04-02', 'shut-down'],
    ]);
  });

  it('judges a gateway that sends another ID under a name by what it sends', () => {
    expectSteps('veo-3.1-generate-preview', 'llmgateway', [['2026-11-24', 'retirement-window']]);
    expectSteps('veo-3.1-generate-preview', 'openrouter', [['2026-11-24', 'shut-down']]);
  });

  it('cannot speak of an ID that was never there, or that is none', () => {
    expectSteps('veo-3.1-generate-001', 'gemini-api', [['2026-11-21', 'unknown']]);
    expectSteps('veo-3.1-lite-generate-preview', 'vertex-ai', [['2026-11-21', 'unknown']]);
    expectSteps('veo-4.0-generate-001', 'vertex-ai', [['2026-11-21', 'unknown']]);
    expectSteps('veo-4.0-generate-001', 'unknown', [['2026-11-21', 'unknown']]);
  });
});

describe('statusOn an unknown surface', () => {
  it('is the mildest of its surfaces, and shut down only when all are', () => {
    expectSteps('veo-3.1-generate-preview', 'unknown', [
      ['2026-04-01', 'preview'],
      ['2026-04-02', 'preview'],
      ['2026-10-04', 'deprecated'],
      ['2026-10-21', 'deprecated'],
      ['2026-10-22', 'shut-down'],
    ]);
    expectSteps('veo-3.0-generate-preview', 'unknown', [
      ['2025-11-12', 'preview'],
      ['2026-04-02', 'shut-down'],
    ]);
  });

  it('is that of the only surface when there is one', () => {
    expectSteps('veo-3.1-fast-generate-001', 'unknown', [['2026-11-21', 'retirement-window']]);
    expectSteps('veo-3.1-lite-generate-preview', 'unknown', [['2026-11-21', 'shut-down']]);
  });

  it('holds for gateways, whose upstream nobody named', () => {
    expectSteps('veo-3.1-generate-001', 'vercel-ai-gateway', [['2026-11-21', 'retirement-window']]);
    expectSteps('veo-3.0-generate-preview', 'openrouter', [['2026-01-01', 'preview']]);
  });
});

describe('lifecycleOn', () => {
  it('counts the days to the date and past it', () => {
    const left = (model: string, surface: string, day: string) =>
      lifecycleOn(catalog, model, surface, day).surfaces.map((entry) => entry.daysLeft);
    assert.deepEqual(left('veo-3.1-generate-preview', 'gemini-api', '2026-10-12'), [10]);
    assert.deepEqual(left('veo-3.1-generate-001', 'vertex-ai', '2026-11-21'), [-4]);
    assert.deepEqual(left('veo-3.1-lite-generate-001', 'vertex-ai', '2026-11-21'), [null]);
  });

  it('names each surface with its own date when the surface is unknown', () => {
    const { surfaces } = lifecycleOn(catalog, 'veo-3.1-generate-preview', 'unknown', '2026-05-01');
    const found = Object.fromEntries(surfaces.map((entry) => [entry.surface, entry.status]));
    assert.deepEqual(found, { 'gemini-api': 'preview', 'vertex-ai': 'shut-down' });
  });
});

const served = catalog.models.flatMap((model) =>
  Object.entries(model.surfaces).map(([surface, facts]) => ({ model: model.id, surface, facts })),
);
const anyServed = fc.constantFrom(...served);
const anyDay = fc.integer({ min: 0, max: 1500 }).map((count) => addDays('2024-06-01', count));

describe('statusOn, for every model, surface and day', () => {
  const WORSE: readonly Status[] = ['active', 'preview', 'retirement-window', 'deprecated', 'shut-down'];

  it('never gets better once the ID was released', () => {
    fc.assert(
      fc.property(
        anyServed,
        anyDay,
        fc.integer({ min: 0, max: 800 }),
        ({ model, surface, facts }, day, later) => {
          const released = provedDay(facts.released);
          fc.pre(released !== null && day >= released && facts.stage !== 'unknown');
          const now = WORSE.indexOf(statusOn(catalog, model, surface, day));
          const then = WORSE.indexOf(statusOn(catalog, model, surface, addDays(day, later)));
          assert.ok(now >= 0, `unknown after its release: ${model} on ${surface}, ${day}`);
          assert.ok(then >= now, `${model} on ${surface} got better between ${day} and ${later} days later`);
        },
      ),
    );
  });

  it('says shut down exactly from a fixed day on', () => {
    fc.assert(
      fc.property(anyServed, anyDay, ({ model, surface, facts }, day) => {
        const dead = facts.shutdown.kind === 'fixed' && day >= facts.shutdown.day;
        assert.equal(
          statusOn(catalog, model, surface, day) === 'shut-down',
          dead,
          `${model} on ${surface}, ${day}`,
        );
      }),
    );
  });

  it('says shut down on an unknown surface exactly when every surface says so', () => {
    fc.assert(
      fc.property(anyServed, anyDay, ({ model }, day) => {
        const all = Object.keys(catalog.model(model)?.surfaces ?? {}).map((id) =>
          statusOn(catalog, model, id, day),
        );
        const dead = all.every((status) => status === 'shut-down');
        assert.equal(statusOn(catalog, model, 'unknown', day) === 'shut-down', dead, `${model}, ${day}`);
      }),
    );
  });
});
