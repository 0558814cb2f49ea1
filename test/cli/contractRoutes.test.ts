// A contract becomes a route for a smoke test, or one sentence says what it lacks.
import assert from 'node:assert/strict';
import { foundRoutes } from '../../src/audit/contractAudit.ts';
import { datedReferences } from '../../src/audit/engine.ts';
import { requestLayer } from '../../src/audit/withRoutes.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { UsageError } from '../../src/cli/context.ts';
import { contractRoutes } from '../../src/cli/contractRoutes.ts';
import type { FoundRoute } from '../../src/contracts/match.ts';
import type { Config } from '../../src/contracts/schema.ts';
import { createRouteReader } from '../../src/routes/reader.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';

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
    coded: { match: { file: 'render.ts' } },
    film: { gateway: 'house' },
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
    assert.throws(() => routes('half'), /half does not say its surface, and no route of this folder does/);
    assert.throws(() => routes('coded'), /coded does not say its model, and no route of this folder does/);
    assert.throws(
      () => routes('toString'),
      /There is no route "toString" in veo-audit\.yaml\. Declare it there/,
    );
  });

  it('take what they leave open from the routes of the workspace, where these agree', async () => {
    const one = await found({ 'render.ts': CALL('veo-3.1-generate-001') });
    const [{ route } = { route: null }] = contractRoutes(CONFIG, ['coded'], {}, bundledCatalog(), true, one);
    assert.deepEqual(
      [route?.model, route?.surface, route?.family],
      ['veo-3.1-generate-001', 'vertex-ai', 'vertex-ai'],
    );
    const two = await found({
      'render.ts': `${CALL('veo-3.1-generate-001')}${CALL('veo-3.1-fast-generate-001')}`,
    });
    assert.throws(
      () => contractRoutes(CONFIG, ['coded'], {}, bundledCatalog(), true, two),
      /its routes differ \(veo-3\.1-generate-001, veo-3\.1-fast-generate-001\)/,
    );
  });

  it("ask a gateway for its own entry, by the gateway's protocol", async () => {
    const entries = await found({
      'litellm.yaml':
        'model_list:\n  - model_name: film\n    litellm_params: { model: vertex_ai/veo-3.1-generate-001 }\n',
    });
    const asked = (values: object, simulated: boolean) => {
      const [one] = contractRoutes(CONFIG, ['film'], values, bundledCatalog(), simulated, entries);
      return [one?.route.model, one?.route.surface, one?.route.family];
    };
    const live = asked({ 'base-url': 'https://llm.example.com' }, false);
    assert.deepEqual(live, ['film', 'vertex-ai', 'openai-videos']);
    // A simulation knows no names.
    assert.deepEqual(asked({}, true), ['veo-3.1-generate-001', 'vertex-ai', 'openai-videos']);
  });
});

const CALL = (model: string): string =>
  `await new GoogleGenAI({ vertexai: true }).models.generateVideos({ model: '${model}', prompt });\n`;

/** The routes of some files. */
async function found(files: Readonly<Record<string, string>>): Promise<readonly FoundRoute[]> {
  const catalog = bundledCatalog();
  const reader = createRouteReader({ catalog, grammars: nodeGrammars });
  const audits = await Promise.all(
    Object.entries(files).map(([path, text]) => {
      const document = { path, text };
      const options = { catalog, asOf: '2026-11-21' };
      return requestLayer(
        document,
        datedReferences(document, options),
        reader,
        options,
        async () => undefined,
      );
    }),
  );
  return foundRoutes(audits, 'veo-audit.yaml');
}
