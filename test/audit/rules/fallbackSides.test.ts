// What rules about fallbacks know of a side, and how many names they compare: what would make a fixture too long.
import assert from 'node:assert/strict';
import { fallbackDearer } from '../../../src/audit/rules/fallbackDearer.ts';
import { canonicalOf } from '../../../src/audit/rules/fallbackSides.ts';
import { fallbackUndeclared } from '../../../src/audit/rules/fallbackUndeclared.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Alias } from '../../../src/catalog/types.ts';
import type { Deployment } from '../../../src/routes/graph.ts';
import { catalog, contextOf, says } from './graphContext.ts';

const model = (name: string, id: string) => `  - {model_name: ${name}, litellm_params: {model: ${id}}}\n`;
const HERO = 'vertex_ai/veo-3.1-generate-001';
const LITE = 'vertex_ai/veo-3.1-lite-generate-001';

describe('the ID that a deployment sends', () => {
  const [row] = catalog.data.aliases;
  const alias = (spelling: string, resolvesTo: string | null, changes: Partial<Alias> = {}): Alias => ({
    ...(row as Alias),
    ...{ spelling, resolvesTo, surface: 'openrouter', certainty: 'documented', ...changes },
  });
  const known = createCatalog({
    ...catalog.data,
    aliases: [
      alias('film', 'veo-3.1-generate-001'),
      alias('film', 'veo-2.0-generate-001', { surface: 'fal' }),
      alias('guess', 'veo-3.1-generate-001', { certainty: 'assumed' }),
      alias('either', 'veo-3.1-generate-001'),
      alias('either', 'veo-3.1-fast-generate-001'),
    ],
  });
  const sent = (name: string | null) => {
    const [deployment] = contextOf({ 'c.yaml': `model_list:\n${model('a', HERO)}` }).graph.deployments;
    assert.ok(deployment);
    const route = { ...deployment.route, reference: null, model: name, surface: 'openrouter' };
    return canonicalOf(known, { ...deployment, route } satisfies Deployment);
  };

  it('is the one that its gateway documents, and only one', () => {
    assert.deepEqual(['film', 'guess', 'either', 'nobody', null].map(sent), [
      'veo-3.1-generate-001',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a fallback between names of many deployments', () => {
  const dearer = (from: number, to: number) => {
    const rows = [
      ...Array.from({ length: from }, () => model('draft', LITE)),
      ...Array.from({ length: to }, () => model('hero', HERO)),
    ];
    const text = `model_list:\n${rows.join('')}litellm_settings: {fallbacks: [{draft: [hero]}]}\n`;
    return says(fallbackDearer, { 'c.yaml': text }).length;
  };

  it('is compared up to 400 pairs', () => {
    assert.deepEqual([dearer(20, 20), dearer(21, 20), dearer(1, 400), dearer(401, 1)], [1, 0, 1, 0]);
  });
});

describe('a fallback to a name that nobody declares', () => {
  const meant = (names: number) => {
    const rows = Array.from({ length: names - 1 }, (_, index) => model(`other-${1000 + index}`, HERO));
    const text = `model_list:\n${model('clips', HERO)}${model('draft', HERO)}${rows.slice(1).join('')}litellm_settings: {fallbacks: [{clips: [draftt]}]}\n`;
    return /Did you mean draft\?/.test(says(fallbackUndeclared, { 'c.yaml': text })[0] ?? '');
  };

  it('is compared with up to 500 others', () => {
    assert.deepEqual([2, 501, 502].map(meant), [true, true, false]);
  });
});
