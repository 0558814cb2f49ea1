// duplicate-route and misleading-route-name: names that hide each other, and names that promise another model.
import assert from 'node:assert/strict';
import { duplicateRoute, misleadingRouteName } from '../../../src/audit/rules/routeNaming.ts';
import { says } from './graphContext.ts';

const litellm = (...deployments: readonly string[]): Record<string, string> => ({
  'c.yaml': `model_list:\n${deployments.map((each) => `  - {${each}}\n`).join('')}`,
});
const entry = (name: string, model: string, more = ''): string =>
  `model_name: ${name}, litellm_params: {model: ${model}${more}}`;
const HERO = 'vertex_ai/veo-3.1-generate-001';
const FAST = 'vertex_ai/veo-3.1-fast-generate-001';

describe('duplicate-route', () => {
  it('shows the variable that a later one replaces', () => {
    const text = 'VEO_MODEL=veo-3.1-generate-001\nVEO_MODEL=veo-3.1-fast-generate-001\n';
    assert.deepEqual(says(duplicateRoute, { '.env': text }), [
      '1:11 veo-3.1-generate-001 warning: VEO_MODEL is set more than once: a later one counts, so veo-3.1-generate-001 is never used. Rename one.',
    ]);
  });

  it('keeps services, sections and files apart', () => {
    const services =
      'services:\n  a: {image: a, environment: {VEO_MODEL: veo-3.1-generate-001}}\n  b: {image: b, environment: {VEO_MODEL: veo-3.1-fast-generate-001}}\n';
    const sections = '[a]\nmodel = "veo-3.1-generate-001"\n[b]\nmodel = "veo-3.1-fast-generate-001"\n';
    const variable = 'VEO_MODEL=veo-3.1-generate-001\n';
    assert.deepEqual(
      says(duplicateRoute, {
        'compose.yml': services,
        'a.toml': sections,
        '.env': variable,
        'x/.env': variable,
      }),
      [],
    );
  });

  it('lets a service override what an anchor brings', () => {
    const text = `x-env: &env
  VEO_MODEL: veo-3.1-generate-001
  VEO_REGION: us-central1
services:
  api: { environment: { <<: *env } }
  worker:
    environment: { <<: *env, VEO_MODEL: veo-3.1-fast-generate-001 }
`;
    assert.deepEqual(says(duplicateRoute, { 'docker-compose.yml': text }), []);
  });

  it('shows the rule of Envoy that never has its turn', () => {
    const rule = (model: string): string =>
      `    - {matches: [{headers: [{name: x-ai-eg-model, value: clips}]}], backendRefs: [{name: b, modelNameOverride: ${model}}]}\n`;
    const text = `kind: AIGatewayRoute\nmetadata: {name: r}\nspec:\n  rules:\n${rule('veo-3.1-generate-001')}${rule('veo-3.1-fast-generate-001')}`;
    assert.match(
      says(duplicateRoute, { 'e.yaml': text }).join(),
      /^6:\d+ veo-3.1-fast-generate-001 warning: .* an earlier one counts/,
    );
  });

  it('tells two deployments of one name from one that is listed twice', () => {
    const two = litellm(entry('a', HERO, ', vertex_project: x'), entry('a', HERO, ', vertex_project: y'));
    assert.deepEqual(says(duplicateRoute, two), []);
    const twice = litellm(entry('a', HERO), entry('a', HERO));
    assert.match(
      says(duplicateRoute, twice).join(),
      /^3:\d+ veo-3.1-generate-001 warning: a lists the same deployment twice/,
    );
  });

  it('mentions a name that stands for different models', () => {
    assert.match(
      says(duplicateRoute, litellm(entry('a', HERO), entry('a', FAST))).join(),
      /^2:18 a info: .* price change/,
    );
  });
});

describe('misleading-route-name', () => {
  for (const [name, model, message] of [
    [
      'veo-3.0-generate-001',
      HERO,
      /info: The name veo-3\.0-generate-001 is that of a model that was shut down, but the route serves/,
    ],
    ['veo-3.1-generate-001', FAST, /warning: .* another model than veo-3\.1-fast-generate-001/],
    ['veo-3.1-fast', HERO, /warning: The name veo-3\.1-fast promises Veo 3\.1 fast/],
    ['veo-2', HERO, /promises Veo 2,/],
    ['veo-lite', FAST, /promises Veo lite/],
    ['studio/veo3.0', HERO, /promises Veo 3\.0/],
  ] as const) {
    it(`${name} → ${model}`, () => {
      const said = says(misleadingRouteName, litellm(entry(name, model)));
      assert.match(said.join(), message);
      assert.ok(said[0]?.startsWith(`2:18 ${name} `), said[0]);
    });
  }

  for (const [name, model] of [
    ['veo-3.1-generate-001', HERO],
    ['veo-3', HERO],
    ['veo3-fast', FAST],
    ['veo', FAST],
    ['clips', HERO],
    ['veo-3.0-fallback', HERO],
    ['veo-2-replacement', HERO],
    ['veo-8s', HERO],
    ['veo-3-8', FAST],
    ['coveo-2', HERO],
    ['veo-2', 'openai/veo3.1-fast'],
    ['fast-veo', HERO],
  ] as const) {
    it(`${name} may serve ${model}`, () => {
      assert.deepEqual(says(misleadingRouteName, litellm(entry(name, model))), []);
    });
  }

  it('reads aliases as well', () => {
    const files = {
      'c.yaml': `${litellm(entry('clips', HERO))['c.yaml']}router_settings: {model_group_alias: {veo-2: clips}}\n`,
    };
    assert.match(says(misleadingRouteName, files).join(), /^3:39 veo-2 warning/);
  });

  it('reads the names of variables', () => {
    assert.match(
      says(misleadingRouteName, { '.env': 'VEO_FAST_MODEL=veo-3.1-generate-001\n' }).join(),
      /^1:1 VEO_FAST_MODEL warning/,
    );
    assert.deepEqual(says(misleadingRouteName, { '.env': 'VEO_3_MODEL=veo-3.1-generate-001\n' }), []);
  });
});
