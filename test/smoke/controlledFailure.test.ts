// The request that must be refused: which ID it asks for, what else it asks for, and what it is called.
import assert from 'node:assert/strict';
import { isEndedByGoogle } from '../../src/catalog/lifecycle.ts';
import { controlledFailurePlan, provedBy, refusalId } from '../../src/smoke/controlledFailure.ts';
import { targetOf } from '../../src/smoke/target.ts';
import { CATALOG, planOf } from './harness.ts';

const GOOGLE = ['gemini-api', 'vertex-ai', 'omni-interactions', 'openai-videos'] as const;

/** The day on which Google ended an ID on a surface. */
function endOf(id: string, surface: string): string {
  const shutdown = CATALOG.model(id)?.surfaces[surface]?.shutdown;
  return shutdown?.kind === 'fixed' ? shutdown.day : assert.fail(`${id} has no end on ${surface}`);
}

describe('a controlled failure on a surface of Google', () => {
  for (const family of GOOGLE) {
    it(`asks the same API for the ID that was ended last: ${family}`, () => {
      const plan = planOf(family);
      const { route, fault, modelStatus } = controlledFailurePlan(CATALOG, plan);
      const { surface, model } = targetOf(CATALOG, route.surface, route.model);
      assert.ok(isEndedByGoogle(CATALOG, model, surface, plan.asOf), model);
      const isOmni = (id: string) => id.startsWith('gemini-omni');
      assert.equal(isOmni(model), family === 'omni-interactions');
      const ended = CATALOG.models.filter(
        ({ id }) => isOmni(id) === isOmni(model) && isEndedByGoogle(CATALOG, id, surface, plan.asOf),
      );
      const last = ended
        .map(({ id }) => endOf(id, surface))
        .sort()
        .at(-1);
      assert.equal(endOf(model, surface), last);
      assert.equal(route.model.startsWith('vertex_ai/'), family === 'openai-videos');
      assert.deepEqual([fault, modelStatus], [`the retired ID ${route.model}`, 'shut-down']);
      assert.deepEqual(route, { ...plan.route, model: route.model });
    });
  }

  it('asks for an empty prompt before Google ended any', () => {
    const plan = controlledFailurePlan(CATALOG, planOf('vertex-ai', { asOf: '2024-01-01' }));
    assert.deepEqual([plan.route, plan.fault], [planOf('vertex-ai').route, 'an empty prompt']);
  });
});

describe('a controlled failure on a gateway', () => {
  it('asks for its own ID with an empty prompt: a dead name may stand for a model that lives', () => {
    for (const family of ['new-api', 'openrouter'] as const) {
      const plan = planOf(family);
      const { route, request, fault, modelStatus } = controlledFailurePlan(CATALOG, plan);
      assert.deepEqual([route, request.prompt, fault], [plan.route, '', 'an empty prompt']);
      assert.equal(modelStatus, plan.modelStatus);
    }
  });
});

describe('a controlled failure', () => {
  it('asks for as little as it can, in case that it is not refused', () => {
    const plan = planOf('vertex-ai', { requestFrom: 'route' });
    const request = { ...plan.request, durationSeconds: 8, resolution: '4k', storageUri: 'gs://b' } as const;
    const failure = controlledFailurePlan(CATALOG, { ...plan, request });
    assert.deepEqual(failure.request, {
      ...plan.request,
      durationSeconds: 4,
      resolution: '720p',
      sampleCount: null,
      generateAudio: null,
      storageUri: null,
    });
    assert.deepEqual([failure.kind, failure.requestFrom], ['controlled-failure', 'test']);
    const unsaid = { ...plan, request: { ...request, durationSeconds: null } };
    assert.equal(controlledFailurePlan(CATALOG, unsaid).request.durationSeconds, null);
  });

  it('is named after its run, and that run is found by its name', () => {
    assert.equal(controlledFailurePlan(CATALOG, planOf('vertex-ai', { id: 'a' })).id, refusalId('a'));
    assert.equal(provedBy(refusalId('a')), 'a');
    assert.equal(provedBy('a'), 'a');
  });
});
