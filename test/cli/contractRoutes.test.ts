// A contract becomes a route for a smoke test, or one sentence says what it lacks.
import assert from 'node:assert/strict';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { UsageError } from '../../src/cli/context.ts';
import { contractRoutes } from '../../src/cli/contractRoutes.ts';
import type { Config } from '../../src/config/schema.ts';

const CONFIG: Config = {
  routes: {
    hero: {
      model: 'veo-3.1-generate-001',
      surface: 'vertex-ai',
      environment: 'production',
      owner: 'me',
      request: { seconds: 8, resolution: '4k', audio: false },
    },
    half: { model: 'veo-3.1-generate-001' },
    house: { model: 'hero', surface: 'litellm' },
  },
  gateways: { house: { kind: 'litellm', url: 'https://evil.example/model/info' } },
  smoke: { seconds: 4, prompt: 'a red ball' },
};
const routes = (name: string, values = {}, simulated = true) =>
  contractRoutes(CONFIG, [name], values, bundledCatalog(), simulated);

describe('routes of contracts for smoke tests', () => {
  it('carry name, environment and owner, and ask for the small request', () => {
    const [{ route, request } = { route: null, request: null }] = routes('hero');
    assert.deepEqual(
      [route?.name, route?.environment, route?.owner, route?.family],
      ['hero', 'production', 'me', 'vertex-ai'],
    );
    assert.deepEqual(request, { prompt: 'a red ball', durationSeconds: 4, generateAudio: false });
  });

  it('never go to an address of the workspace', () => {
    assert.throws(() => routes('house', {}, false), /--base-url/);
    assert.equal(
      routes('house', { 'base-url': 'https://llm.example.com' }, false)[0]?.route.baseUrl,
      'https://llm.example.com',
    );
  });

  it('say what is lacking', () => {
    assert.throws(
      () => routes('herro'),
      new UsageError(
        'There is no route "herro" in veo-audit.yaml; did you mean "hero"? Declare it there, or give --model and --surface.',
      ),
    );
    assert.throws(() => routes('half'), /does not say its surface/);
    assert.throws(() => routes('toString'), /There is no route "toString"/);
  });
});
