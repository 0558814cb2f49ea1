// The headless audit of a folder: whatever the order in which files come, change and go, the answer is a fresh one's.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { manifestsAbove } from '../../src/audit/project.ts';
import type { DocumentAudit, DocumentLayer } from '../../src/audit/types.ts';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { parseConfig } from '../../src/config/parse.ts';
import { layerReader } from '../../src/workspace/auditRoutes.ts';
import type { FolderInputs } from '../../src/workspace/folder/inputs.ts';
import type { PutFile } from '../../src/workspace/folder/types.ts';
import { FolderAudit } from '../../src/workspace/folderAudit.ts';
import { nodeGrammars } from '../routes/nodeGrammars.ts';

const catalog = bundledCatalog();
const DEAD = 'veo-3.0-generate-001';
const LIVE = 'veo-3.1-generate-001';

const CALL = (model: string, client = 'vertexai: true'): string =>
  [
    "import { GoogleGenAI } from '@google/genai'; // veo",
    "import { MODEL } from './model';",
    `const ai = new GoogleGenAI({ ${client} });`,
    `await ai.models.generateVideos({ model: ${model}, prompt });`,
    '',
  ].join('\n');

/** The files that may come, each with the texts that it may have. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'src/a.ts': [CALL('MODEL'), CALL(`'${DEAD}'`), CALL(`'${LIVE}'`, ''), '// nothing\n'],
  'src/model.ts': [`export const MODEL = '${DEAD}';\n`, `export const MODEL = '${LIVE}';\n`, 'export {};\n'],
  'package.json': [
    '{ "dependencies": { "@google/genai": "3.2.0" } }',
    '{ "dependencies": { "@google/genai": "1.0.0" } }',
  ],
  'proxy/one.yaml': [
    `model_list:\n  - model_name: clip\n    litellm_params: { model: vertex_ai/${LIVE} }\nrouter_settings:\n  fallbacks: [{ clip: [spare] }]\n`,
    `model_list:\n  - model_name: clip\n    litellm_params: { model: vertex_ai/${DEAD} }\n`,
  ],
  'proxy/two.yaml': [
    `model_list:\n  - model_name: spare\n    litellm_params: { model: gemini/${DEAD} }\n`,
    'model_list: []\n',
  ],
  'report.json': [`{ "schema": "veo-route-audit/1", "references": [{ "text": "${DEAD}" }] }`],
};

const CONFIGS = [
  '',
  'routes:\n  clip: { environment: production, model: veo-3.1-generate-preview }\n',
  'rules: { shut-down-model: warning }\nignore: [proxy/two.yaml]\n',
  `routes:\n  a: { match: { file: src/a.ts }, environment: production, model: ${LIVE}, owner: film }\n`,
];

function inputsOf(configText: string, asOf: string, complete = true): FolderInputs {
  const parsed = parseConfig(configText);
  assert.ok('config' in parsed);
  const { config } = parsed;
  const team = { config, configFile: 'veo-audit.yaml', configText, evidence: [], snapshots: {} };
  const contracts = { ...team, complete, unread: [] };
  return { catalog, asOf, severities: config.rules, config, configFile: 'veo-audit.yaml', contracts };
}

/** The files of a folder that is read by an audit, and how often each was read. */
class World {
  readonly disk = new Map<string, string>();
  readonly blind = new Set<string>();
  readonly reads: string[] = [];
  readonly audit: FolderAudit;
  /** Is called when a file was read, before its answer is given. */
  whenRead: (path: string) => void = () => {};
  /** Is called when answers were given. */
  whenAnswered = (): void => {};

  constructor(inputs: FolderInputs, disk: ReadonlyMap<string, string> = new Map()) {
    for (const [path, text] of disk) this.disk.set(path, text);
    const reading = async (readFile: (path: string) => Promise<string | null>) => {
      const read = layerReader(nodeGrammars, readFile);
      return async (...given: Parameters<typeof read>): Promise<DocumentLayer> => {
        this.reads.push(given[0].path);
        const layer = await read(...given);
        this.whenRead(given[0].path);
        return layer;
      };
    };
    const readFile = async (path: string): Promise<string | null> => this.disk.get(path) ?? null;
    const onAnswers = (): void => this.whenAnswered();
    this.audit = new FolderAudit({ reading, readFile, dependenciesOf: manifestsAbove, onAnswers }, inputs);
    for (const [path, text] of this.disk) this.audit.put(fileOf(path, text));
  }

  /** It is there, but cannot be read any more. */
  unread(path: string): void {
    this.disk.delete(path);
    this.audit.remove(path);
    this.audit.putUnread(path);
    this.blind.add(path);
  }

  put(path: string, text: string): void {
    this.disk.set(path, text);
    this.blind.delete(path);
    this.audit.put(fileOf(path, text));
  }

  remove(path: string): void {
    this.disk.delete(path);
    this.blind.delete(path);
    this.audit.remove(path);
  }

  /** What is said, without what only an open document adds. */
  said(): unknown {
    return this.audit.all().map(({ audit, version, isSettled }) => ({ audit, version, isSettled }));
  }
}

const fileOf = (path: string, text: string, version: number | null = null): PutFile => ({
  path,
  text,
  version,
  isScanned: true,
});

const step = fc.oneof(
  fc.constantFrom(...Object.keys(TEXTS)).chain((path) =>
    fc.record({
      kind: fc.constant('put' as const),
      path: fc.constant(path),
      text: fc.constantFrom(...(TEXTS[path] ?? [])),
    }),
  ),
  fc.record({ kind: fc.constant('remove' as const), path: fc.constantFrom(...Object.keys(TEXTS)) }),
  fc.record({ kind: fc.constant('unread' as const), path: fc.constantFrom(...Object.keys(TEXTS)) }),
  fc.record({ kind: fc.constant('settle' as const), isAwaited: fc.boolean() }),
  fc.record({
    kind: fc.constant('configure' as const),
    config: fc.constantFrom(...CONFIGS),
    asOf: fc.constantFrom('2026-11-21', '2026-01-02'),
  }),
);

describe('the audit of a folder', function () {
  this.timeout(60_000);

  it('says in any order of changes what a fresh one says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        let inputs = inputsOf('', '2026-11-21');
        const world = new World(inputs);
        for (const one of steps) {
          if (one.kind === 'put') world.put(one.path, one.text);
          else if (one.kind === 'remove') world.remove(one.path);
          else if (one.kind === 'unread') world.unread(one.path);
          else if (one.kind === 'configure') {
            inputs = inputsOf(one.config, one.asOf);
            world.audit.configure(inputs);
            // What the configuration left out is not remembered: a scan brings it back.
            for (const [path, text] of world.disk) world.audit.put(fileOf(path, text));
          } else {
            const settled = world.audit.settle();
            if (one.isAwaited) await settled;
          }
        }
        await world.audit.settle();
        const fresh = new World(inputs, world.disk);
        for (const path of world.blind) fresh.audit.putUnread(path);
        await fresh.audit.settle();
        assert.deepEqual(world.said(), fresh.said());
      }),
      { numRuns: 60, interruptAfterTimeLimit: 40_000 },
    );
  });

  it('tells of every change, and of nothing else', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    world.put('src/a.ts', CALL(`'${DEAD}'`));
    assert.deepEqual(await world.audit.settle(), ['src/a.ts']);
    world.put('src/a.ts', CALL(`'${DEAD}'`));
    assert.deepEqual(await world.audit.settle(), []);
    world.remove('src/a.ts');
    assert.deepEqual(await world.audit.settle(), ['src/a.ts']);
  });

  it('reads a file anew when one that it asked for changes, and no other', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    world.put('src/a.ts', CALL('MODEL'));
    world.put('src/other.ts', CALL(`'${DEAD}'`).replace("'./model'", "'./none'"));
    world.put('src/model.ts', `export const MODEL = '${DEAD}';\n`);
    await world.audit.settle();
    world.reads.length = 0;
    world.put('src/model.ts', `export const MODEL = '${LIVE}';\n`);
    await world.audit.settle();
    assert.deepEqual(world.reads.toSorted(), ['src/a.ts', 'src/model.ts']);
  });

  it('says at once what new severities change, also while more files are on their way', async () => {
    const world = new World(inputsOf('', '2026-11-24'), new Map([['src/a.ts', CALL(`'${DEAD}'`)]]));
    world.audit.expectMore(true);
    await world.audit.settle();
    world.audit.configure(inputsOf('rules: { shut-down-model: warning }\n', '2026-11-24'));
    assert.deepEqual(await world.audit.settle(), ['src/a.ts']);
    const found = world.audit.get('src/a.ts')?.audit.findings.find(({ rule }) => rule === 'shut-down-model');
    assert.equal(found?.severity, 'warning');
  });

  it('reads nothing anew for severities and contracts', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    world.put('src/a.ts', CALL(`'${DEAD}'`));
    await world.audit.settle();
    world.reads.length = 0;
    world.audit.configure(inputsOf('rules: { shut-down-model: info }\n', '2026-11-21'));
    assert.deepEqual(await world.audit.settle(), ['src/a.ts']);
    world.audit.configure(inputsOf(CONFIGS[3] ?? '', '2026-11-21'));
    await world.audit.settle();
    assert.deepEqual(world.reads, []);
  });
});

describe('an open document', () => {
  const findingsIn = (world: World, path: string) => {
    const answer = world.audit.get(path);
    return answer?.audit.findings.map(({ rule, start, end }) => [
      rule,
      answer.audit.document.text.slice(start, end),
    ]);
  };

  it('keeps what was said of it while it is typed in, at the moved places', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    const before = CALL(`'${DEAD}'`);
    world.audit.put(fileOf('src/a.ts', before, 1));
    await world.audit.settle();
    const said = findingsIn(world, 'src/a.ts');
    assert.ok(said?.some(([rule, text]) => rule === 'shut-down-model' && text === DEAD));
    const after = `// A remark that comes first.\n${before}// and one that comes last\n`;
    world.audit.put(fileOf('src/a.ts', `// A remark that comes first.\n${before}`, 2));
    world.audit.put(fileOf('src/a.ts', after, 3));
    assert.deepEqual(findingsIn(world, 'src/a.ts'), said);
    assert.equal(world.audit.get('src/a.ts')?.version, 3);
    assert.equal(world.audit.get('src/a.ts')?.isSettled, false);
    const shown = world.audit.get('src/a.ts')?.audit;
    await world.audit.settle();
    const settled = world.audit.get('src/a.ts');
    assert.equal(settled?.isSettled, true);
    assert.deepEqual(settled?.audit.findings, shown?.findings);
    const places = (audit: DocumentAudit | undefined) =>
      [...(audit?.references ?? []), ...(audit?.routes ?? [])].map(({ start, end }) => [start, end]);
    assert.deepEqual(places(settled?.audit), places(shown));
  });

  it('is told of its IDs at once, and of findings once it is read', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    world.audit.put(fileOf('src/a.ts', CALL(`'${DEAD}'`), 1));
    const first = world.audit.get('src/a.ts');
    assert.deepEqual([first?.audit.references.length, first?.audit.findings.length], [1, 0]);
    await world.audit.settle();
    assert.ok((world.audit.get('src/a.ts')?.audit.findings.length ?? 0) > 0);
  });

  it('is never given the answer to an older text, not even for a moment', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    const texts = [DEAD, LIVE].map((id) => CALL(`'${id}'`));
    const put = (version: number) => world.audit.put(fileOf('src/a.ts', texts[version - 1] ?? '', version));
    const said: unknown[] = [];
    world.whenRead = () => {
      if (world.reads.length === 1) put(2);
    };
    world.whenAnswered = () => {
      const answer = world.audit.get('src/a.ts');
      said.push([answer?.version, answer?.isSettled, texts.indexOf(answer?.audit.document.text ?? '') + 1]);
    };
    put(1);
    await world.audit.settle();
    assert.deepEqual(said, [
      [2, false, 2],
      [2, true, 2],
    ]);
    assert.deepEqual(
      world.audit.get('src/a.ts')?.audit.references.map(({ id }) => id),
      [LIVE],
    );
  });

  it('is read anew where a file that it asked for changed while it was being read', async () => {
    const world = new World(inputsOf('', '2026-11-21'));
    world.disk.set('src/model.ts', `export const MODEL = '${DEAD}';\n`);
    world.whenRead = (path) => {
      if (path === 'src/a.ts' && world.reads.length === 1)
        world.put('src/model.ts', `export const MODEL = '${LIVE}';\n`);
    };
    world.audit.put(fileOf('src/a.ts', CALL('MODEL'), 1));
    await world.audit.settle();
    const [route] = world.audit.get('src/a.ts')?.audit.routes ?? [];
    assert.equal(route?.model, LIVE);
  });

  for (const [what, file] of [
    [
      'what a scan would not read',
      { ...fileOf('node_modules/a.ts', CALL(`'${DEAD}'`), 1), isScanned: false },
    ],
    ['a report of this tool', fileOf('report.json', TEXTS['report.json']?.[0] ?? '', 1)],
    ['what the team leaves out', fileOf('proxy/two.yaml', TEXTS['proxy/two.yaml']?.[0] ?? '', 1)],
  ] as const) {
    it(`is explained and not reported: ${what}`, async () => {
      const world = new World(inputsOf(CONFIGS[2] ?? '', '2026-11-21'));
      world.audit.put(file);
      await world.audit.settle();
      const answer = world.audit.get(file.path);
      assert.deepEqual([answer?.audit.references.length, answer?.audit.findings], [1, []]);
    });
  }
});

describe('contracts of a folder', () => {
  const MATCHES_NOTHING = 'routes:\n  ghost: { match: { file: src/big.ts }, environment: staging }\n';
  const rules = (world: World): readonly string[] =>
    world.audit
      .all()
      .flatMap(({ audit }) => audit.findings.map(({ rule, severity }) => `${severity} ${rule}`));

  it('are for nothing only where everything was read', async () => {
    const world = new World(inputsOf(MATCHES_NOTHING, '2026-11-21'));
    await world.audit.settle();
    assert.deepEqual(rules(world), ['info contract-mismatch']);
    world.audit.putUnread('src/big.ts');
    await world.audit.settle();
    assert.deepEqual(rules(world), []);
    world.audit.remove('src/big.ts');
    await world.audit.settle();
    assert.deepEqual(rules(world), ['info contract-mismatch']);
  });

  it('that change from production to staging leave no error behind', async () => {
    const contract = (environment: string): string =>
      `routes:\n  clip: { match: { file: src/a.ts }, environment: ${environment} }\n`;
    const world = new World(inputsOf(contract('production'), '2026-11-21'));
    world.put('src/a.ts', CALL("'veo-3.1-lite-generate-001'"));
    await world.audit.settle();
    assert.ok(rules(world).includes('error preview-model'), rules(world).join());
    const staging = inputsOf(contract('staging'), '2026-11-21');
    world.audit.configure(staging);
    await world.audit.settle();
    const fresh = new World(staging, world.disk);
    await fresh.audit.settle();
    assert.deepEqual(world.said(), fresh.said());
    assert.ok(!rules(world).includes('error preview-model'));
  });

  it('repeat what the code says: their IDs are no findings of their own', async () => {
    const text = `routes:\n  a: { match: { file: src/a.ts, model: ${DEAD} }, model: ${DEAD} }\n`;
    const world = new World(inputsOf(text, '2026-11-21'));
    world.put('src/a.ts', CALL(`'${DEAD}'`));
    await world.audit.settle();
    const before = rules(world);
    world.put('veo-audit.yaml', text);
    await world.audit.settle();
    assert.deepEqual(rules(world), before);
    assert.ok((world.audit.get('veo-audit.yaml')?.audit.references.length ?? 0) > 0);
  });
});
