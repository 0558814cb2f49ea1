// What init writes parses, means what was found, and never takes the place of a file.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type ContractInputs, productionRoutes } from '../../src/audit/contractAudit.ts';
import { fallbackUnapproved } from '../../src/audit/rules/fallbackUnapproved.ts';
import { RULES } from '../../src/audit/rules/index.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { UsageError } from '../../src/cli/context.ts';
import { initCommand } from '../../src/cli/init.ts';
import { initialConfig } from '../../src/config/init.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { type FoundRoute, routesOfContract } from '../../src/contracts/match.ts';
import type { Config } from '../../src/contracts/schema.ts';
import type { Route } from '../../src/routes/types.ts';
import { auditFiles, type FileRun } from '../../src/workspace/auditFiles.ts';
import { Scan } from '../../src/workspace/scan.ts';
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

  it('tells unrelated routes of one variable name apart, in code and in configurations', () => {
    const route = (start: number, model: string, seconds: number): FoundRoute => ({
      file: 'src/a.ts',
      route: { ...ROUTE, start, end: start + 1, name: 'operation', model, durationSeconds: seconds },
    });
    const found = [route(0, 'veo-3.1-generate-001', 8), route(5, 'veo-3.1-fast-generate-001', 4)];
    const contracts = Object.values(contractsIn(initialConfig(found, catalog, '2026-11-21')));
    assert.deepEqual(
      contracts.map(({ match, model, request }) => [match?.model, model, request?.seconds]),
      [
        ['veo-3.1-generate-001', 'veo-3.1-generate-001', 8],
        ['veo-3.1-fast-generate-001', 'veo-3.1-fast-generate-001', 4],
      ],
    );
    const { routes: entries } = contextOf({ config: '', files: { 'litellm.yaml': LITELLM } });
    const both = [...entries, { file: 'src/b.ts', route: { ...ROUTE, name: 'film' } }];
    const written = contractsIn(initialConfig(both, catalog, '2026-11-21'));
    const covered = Object.entries(written).map(([name, contract]) => routesOfContract(name, contract, both));
    assert.deepEqual(
      covered,
      both.map((one) => [one]),
    );
  });

  it('changes no finding but those of contracts, and makes none of tests, pages and samples', () => {
    const source = (name: string) =>
      `import { GoogleGenAI } from '@google/genai';\nconst ai = new GoogleGenAI({ vertexai: true });\n` +
      `const ${name} = await ai.models.generateVideos({ model: 'veo-3.0-generate-001', prompt: 'p' });\n`;
    const files = {
      'src/render.ts': source('operation'),
      'test/render.test.ts': source('operation'),
      'examples/demo.ts': source('operation'),
      'README.md': `\`\`\`ts\n${source('operation')}\`\`\`\n`,
      'litellm.yaml': LITELLM,
    };
    return withFolder(files, async (folder) => {
      const others = new Set(RULES.flatMap(({ meta, scope }) => (scope === 'contracts' ? [] : meta.id)));
      const own = new Set(RULES.flatMap(({ meta }) => (others.has(meta.id) ? [] : meta.id)));
      const grammars = new URL('../../dist/grammars/', import.meta.url);
      const audited = async (config: Config, contracts?: ContractInputs) => {
        const scan = new Scan(['.'], { workingFolder: folder, noIgnore: false });
        const options = { workingFolder: folder, grammars, config, asOf: '2026-11-21', catalog };
        return auditFiles(scan, contracts === undefined ? options : { ...options, contracts });
      };
      const said = ({ audits }: FileRun) =>
        audits.flatMap(({ document, findings }) =>
          findings
            .filter(({ rule }) => !own.has(rule))
            .map(({ rule, start, severity }) => [document.path, rule, start, severity]),
        );
      const before = await audited({});
      const text = initialConfig(productionRoutes(before.audits, 'veo-audit.yaml'), catalog, '2026-11-21');
      assert.deepEqual(
        Object.values(contractsIn(text)).map(({ match }) => match?.file ?? null),
        [null, 'src/render.ts'],
      );
      writeFileSync(join(folder, 'veo-audit.yaml'), text);
      const parsed = parseConfig(text);
      assert.ok('config' in parsed);
      const inputs = { config: parsed.config, configFile: 'veo-audit.yaml', configText: text };
      const after = await audited(parsed.config, { ...inputs, evidence: [], snapshots: {}, complete: true });
      assert.ok(said(before).length > 0);
      assert.deepEqual(said(after), said(before));
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

  it('does not read as if a model were shut down on the day of the answer', () => {
    const text = initialConfig(
      [{ file: 'a.ts', route: { ...ROUTE, model: 'veo-3.0-generate-001' } }],
      catalog,
      '2026-11-21',
    );
    assert.match(text, /^ {4}# a\.ts; shut down as of 2026-11-21$/m);
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
          stdin: async () => Buffer.alloc(0),
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
