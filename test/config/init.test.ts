// What init writes parses, means what was found, and never takes the place of a file.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { fallbackUnapproved } from '../../src/audit/rules/fallbackUnapproved.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { UsageError } from '../../src/cli/context.ts';
import { initCommand } from '../../src/cli/init.ts';
import { initialConfig } from '../../src/config/init.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { type FoundRoute, routesOfContract } from '../../src/routes/contractMatch.ts';
import type { Route } from '../../src/routes/types.ts';
import { contextOf } from '../audit/contractCase.ts';
import { says as graphSays } from '../audit/rules/graphContext.ts';
import { withFolder } from '../workspace/tempFolder.ts';

const catalog = bundledCatalog();
const ROUTE: Route = {
  start: 0,
  end: 1,
  name: null,
  model: 'veo-3.1-generate-001',
  modelFrom: 'literal',
  reference: null,
  alternatives: [],
  surface: 'vertex-ai',
  surfaceEvidence: null,
  shape: 'google-sdk',
  places: {},
  durationSeconds: null,
  resolution: null,
  sampleCount: null,
  aspectRatio: null,
  generateAudio: null,
  others: {},
};
const LITELLM =
  'model_list:\n  - model_name: film\n    litellm_params: { model: vertex_ai/veo-3.1-generate-001 }\n';

const contractsIn = (text: string) => {
  const parsed = parseConfig(text);
  assert.ok('config' in parsed, 'faults' in parsed ? `${JSON.stringify(parsed.faults)}\n${text}` : '');
  return parsed.config.routes ?? {};
};

describe('the first configuration', () => {
  it('has a contract for each route with what is known of it', () => {
    const routes: readonly FoundRoute[] = [
      {
        file: 'render.ts',
        route: {
          ...ROUTE,
          durationSeconds: 8,
          resolution: '1080p',
          generateAudio: true,
          aspectRatio: '16:9',
        },
      },
      { file: 'a/b.ts', route: { ...ROUTE, name: 'main', surface: 'unknown' } },
      { file: 'c/b.ts', route: { ...ROUTE, name: 'main', durationSeconds: 'dynamic', sampleCount: 9 } },
    ];
    assert.deepEqual(contractsIn(initialConfig(routes, catalog, '2026-11-21')), {
      'render-veo-3.1-generate-001': {
        match: { file: '/render.ts', model: 'veo-3.1-generate-001' },
        surface: 'vertex-ai',
        model: 'veo-3.1-generate-001',
        request: { seconds: 8, resolution: '1080p', audio: true, aspectRatio: '16:9' },
      },
      main: { match: { file: 'a/b.ts', name: 'main' }, model: 'veo-3.1-generate-001' },
      'main-2': {
        match: { file: 'c/b.ts', name: 'main' },
        surface: 'vertex-ai',
        model: 'veo-3.1-generate-001',
      },
    });
  });

  it('parses whatever files and routes are called, and its contracts find their routes again', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'ab1.-_/[]{}:#\'" \n\\*!&|>%@`?,~é'),
      minLength: 1,
      maxLength: 12,
    });
    const route = fc.record({ file: word, name: fc.option(word), model: fc.option(word) });
    fc.assert(
      fc.property(fc.array(route, { maxLength: 6 }), (given) => {
        const found = given.map(({ file, name, model }) => ({ file, route: { ...ROUTE, name, model } }));
        const contracts = contractsIn(initialConfig(found, catalog, '2026-11-21'));
        const covered = Object.entries(contracts).flatMap(([name, contract]) =>
          routesOfContract(name, contract, found),
        );
        for (const one of found)
          if (!one.file.startsWith('/') && !one.file.startsWith('./'))
            assert.ok(covered.includes(one), JSON.stringify(one));
      }),
      { numRuns: 300 },
    );
  });

  it('notes the fallbacks and retries of today, in lines that hold when they are taken over', () => {
    const text = `model_list:
  - { model_name: film, litellm_params: { model: vertex_ai/veo-3.1-generate-001 } }
  - { model_name: draft, litellm_params: { model: vertex_ai/veo-3.1-fast-generate-001 } }
router_settings: { num_retries: 3, fallbacks: [{ film: [draft, sora] }] }
`;
    const portkey = `{ "strategy": { "mode": "fallback" }, "targets": [
  { "name": "a", "provider": "vertex-ai", "override_params": { "model": "veo-3.1-generate-001" } },
  { "provider": "vertex-ai", "override_params": { "model": "veo-3.1-fast-generate-001" } }] }`;
    const { routes } = contextOf({ config: '', files: { 'litellm.yaml': text, 'p.json': portkey } });
    const written = initialConfig(routes, catalog, '2026-11-21').replaceAll(
      /^ {4}# (retry|fallbacks):/gm,
      '    $1:',
    );
    const contracts = contractsIn(written);
    assert.deepEqual(
      Object.entries(contracts).map(([name, { retry, fallbacks }]) => [
        name,
        retry?.attempts,
        fallbacks?.approved?.map(({ to }) => to),
      ]),
      [
        ['film', 3, ['draft', 'sora']],
        ['draft', 3, []],
        ['a', undefined, ['veo-3.1-fast-generate-001']],
        ['p-veo-3.1-fast-generate-001', undefined, []],
      ],
    );
    const files = { 'litellm.yaml': text, 'p.json': portkey };
    assert.deepEqual(graphSays(fallbackUnapproved, files, { contracts: written }), []);
  });

  it('the command writes it once; --dry-run only prints it', () =>
    withFolder({ 'gateway/litellm.yaml': LITELLM }, async (folder) => {
      let printed = '';
      const run = (...args: readonly string[]) =>
        initCommand(args, {
          version: '0.0.0',
          pageScript: new URL('file:///no/page.js'),
          workingFolder: folder,
          today: '2026-11-21',
          env: {},
          catalog: async () => catalog,
          stdout: (text) => {
            printed += text;
          },
          stderr: (text) => {
            printed += text;
          },
          color: false,
          scanWorker: undefined,
          grammars: new URL('../../dist/grammars/', import.meta.url),
        });
      assert.equal(await run('--dry-run'), 0);
      const dry = printed;
      assert.deepEqual(Object.keys(contractsIn(dry)), ['film']);
      printed = '';
      assert.equal(await run(), 0);
      assert.equal(printed, 'Wrote veo-audit.yaml for 1 route in 1 file.\n');
      assert.equal(readFileSync(join(folder, 'veo-audit.yaml'), 'utf8'), dry);
      await assert.rejects(
        run(),
        new UsageError('veo-audit.yaml is there already and was left as it is; --dry-run prints a new one.'),
      );
      printed = '';
      await run('--dry-run');
      assert.deepEqual(
        Object.keys(contractsIn(printed)),
        ['film'],
        'the file that is there is no source of routes',
      );
    }));
});
