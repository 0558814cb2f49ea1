// A dead name that a gateway keeps for a model that lives is no dead ID there, and is one everywhere else.
import assert from 'node:assert/strict';
import { checkByCatalog } from '../../src/smoke/preflight.ts';
import { CATALOG, REQUEST, routeOf } from './harness.ts';

const DEAD = 'veo-3.1-generate-preview';

const lifecycleOn = (surface: string, model = DEAD) =>
  checkByCatalog(
    CATALOG,
    { ...routeOf('openai-videos'), surface, model },
    { ...REQUEST, durationSeconds: 8 },
    '2026-11-21',
  ).find(({ name }) => name === 'lifecycle');

describe('a dead name', () => {
  it('is what it stands for, where the gateway says so', () =>
    assert.deepEqual(lifecycleOn('llmgateway'), {
      name: 'lifecycle',
      verdict: 'ok',
      message: `${DEAD} stands for veo-3.1-generate-001 (documented)`,
    }));

  it('is dead on a gateway that says nothing of it, and on Google', () => {
    for (const surface of ['new-api', 'litellm', 'gemini-api'])
      assert.equal(lifecycleOn(surface)?.verdict, 'refused', surface);
  });
});
