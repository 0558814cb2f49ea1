// `catalog refresh` as it is typed: what it reads, says, writes and leaves alone, and what an accepted row does to an audit.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { type RefreshExtras, refreshCommand } from '../../src/cli/catalogRefresh.ts';
import { type CliContext, UsageError } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import { OVERLAY_FILE } from '../../src/workspace/overlayFile.ts';
import { withFolder } from '../workspace/tempFolder.ts';
import { deprecationsPage, versionsPage } from './pages.ts';

const TODAY = '2026-11-25';
const RETIRED = versionsPage(['November 20, 2026', 'November 17, 2026 or later']);
const catalog = bundledCatalog();

interface Result {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function typed(
  folder: string,
  args: readonly string[],
  extras?: Partial<RefreshExtras>,
): Promise<Result> {
  const out = { stdout: '', stderr: '' };
  const context: CliContext = {
    version: '0.0.0',
    pageScript: new URL('file:///no/page.js'),
    workingFolder: folder,
    today: TODAY,
    env: { CI: 'true' },
    catalog: async () => catalog,
    stdin: async () => Buffer.alloc(0),
    stdout: (text) => {
      out.stdout += text;
    },
    stderr: (text) => {
      out.stderr += text;
    },
    color: false,
    scanWorker: undefined,
    grammars: new URL('../../dist/grammars/', import.meta.url),
  };
  const nobody = async () => assert.fail('nothing may be fetched');
  try {
    const status =
      extras === undefined
        ? await main(args, context)
        : await refreshCommand(args.slice(2), context, { fetch: nobody, ask: undefined, ...extras });
    return { status, ...out };
  } catch (error) {
    // The loader of the tests has a second copy of what is imported late, so `main` may not know its own errors.
    if (!(error instanceof Error) || error.constructor.name !== UsageError.name) throw error;
    return { status: 2, stdout: out.stdout, stderr: `${out.stderr}${error.message}\n` };
  }
}

const REFRESH = ['catalog', 'refresh'];
const pages = (content: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(content).map(([name, text]) => [`pages/${name}`, text]));

describe('veo-audit catalog refresh --from', () => {
  it('prints the differences, ends with 1 and writes nothing', async () => {
    await withFolder(pages({ 'vertex-model-versions.md': RETIRED }), async (folder) => {
      const { status, stdout } = await typed(folder, [...REFRESH, '--from', 'pages']);
      assert.equal(status, 1);
      assert.match(
        stdout,
        /shutdown of veo-3\.1-generate-001 on Vertex AI +not before 2026-11-17 +2026-11-20 +vertex-model-versions +2026-11-25 +official/,
      );
      assert.equal(existsSync(join(folder, '.veo-audit')), false);
    });
  });

  it('ends with 0 where nothing differs', async () => {
    await withFolder(pages({ 'vertex-model-versions.md': versionsPage() }), async (folder) => {
      assert.equal((await typed(folder, [...REFRESH, '--from', 'pages'])).status, 0);
    });
  });

  it('an accepted row changes what the next command answers, and says in the version that it does', async () => {
    const files = {
      ...pages({ 'vertex-model-versions.md': RETIRED }),
      'a.py': 'client.models.generate_videos(model="publishers/google/models/veo-3.1-generate-001")\n',
    };
    await withFolder(files, async (folder) => {
      const audit = async () =>
        JSON.parse((await typed(folder, ['audit', 'a.py', '--format', 'json'])).stdout);
      const rulesOf = (report: { readonly findings: readonly { readonly rule: string }[] }) =>
        report.findings.map(({ rule }) => rule);
      assert.ok(!rulesOf(await audit()).includes('shut-down-model'));
      const { status, stderr } = await typed(folder, [...REFRESH, '--from', 'pages', '--accept', 'safe']);
      assert.deepEqual([status, stderr.includes(`Written to ${OVERLAY_FILE}.`)], [0, true]);
      const report = await audit();
      assert.ok(rulesOf(report).includes('shut-down-model'));
      assert.equal(report.catalog.version, `${catalog.version}+${TODAY}`);
      assert.equal(report.catalog.checkedOn, catalog.checkedOn, 'one list does not make all facts younger');
      const again = await typed(folder, [...REFRESH, '--from', 'pages']);
      assert.deepEqual([again.status, again.stdout.includes('Nothing differs')], [0, true]);
    });
  });

  it('two lists that were read make the facts as young as they are', async () => {
    const files = pages({
      'vertex-model-versions.md': versionsPage(),
      'gemini-deprecations.md': deprecationsPage(),
    });
    await withFolder(files, async (folder) => {
      await typed(folder, [...REFRESH, '--from', 'pages', '--accept', 'safe']);
      assert.match((await typed(folder, ['catalog', 'check'])).stdout, /checked on 2026-11-25/);
    });
  });

  it('accepts by number and by ID, also what is doubted', async () => {
    const files = pages({
      'vertex-model-versions.md': versionsPage(['November 1, 2026', 'November 2, 2026']),
    });
    await withFolder(files, async (folder) => {
      const id = 'shutdown:veo-3.1-fast-generate-001@vertex-ai/vertex-model-versions';
      assert.equal((await typed(folder, [...REFRESH, '--from', 'pages', '--accept', `1,${id}`])).status, 0);
      const overlay = JSON.parse(readFileSync(join(folder, OVERLAY_FILE), 'utf8'));
      const ends = overlay.models.flatMap(
        ({
          surfaces,
        }: {
          readonly surfaces: Readonly<Record<string, { readonly shutdown: { readonly day: string } }>>;
        }) => Object.values(surfaces).map(({ shutdown }) => shutdown.day),
      );
      assert.ok(
        ['2026-11-01', '2026-11-02'].every((day) => ends.includes(day)),
        String(ends),
      );
    });
  });

  it('a page that cannot be read: one sentence, status 2, nothing written, the rest shown', async () => {
    const files = pages({
      'vertex-model-versions.md': RETIRED,
      'gemini-deprecations.md': deprecationsPage({ heading: 'Video' }),
    });
    await withFolder(files, async (folder) => {
      const { status, stdout, stderr } = await typed(folder, [
        ...REFRESH,
        '--from',
        'pages',
        '--accept',
        'safe',
      ]);
      assert.equal(status, 2);
      assert.match(stderr, /^gemini-deprecations could not be read: the heading 'Veo models' is missing\.$/m);
      assert.match(stdout, /shutdown of veo-3\.1-generate-001/);
      assert.equal(existsSync(join(folder, '.veo-audit')), false);
      const left = await typed(folder, [
        ...REFRESH,
        '--from',
        'pages',
        '--accept',
        'safe',
        '--source',
        'vertex-model-versions',
      ]);
      assert.deepEqual([left.status, existsSync(join(folder, OVERLAY_FILE))], [0, true]);
    });
  });

  it('prints JSON with every column', async () => {
    await withFolder(pages({ 'vertex-model-versions.md': RETIRED }), async (folder) => {
      const { stdout } = await typed(folder, [...REFRESH, '--from', 'pages', '--format', 'json']);
      const { schema, sources, differences } = JSON.parse(stdout);
      assert.equal(schema, 'veo-route-audit/catalog-refresh/1');
      assert.equal(sources.length, 8);
      assert.deepEqual(Object.keys(differences[0]), [
        'id',
        'what',
        'before',
        'after',
        'source',
        'day',
        'evidence',
        'doubts',
        'safe',
        'acceptable',
      ]);
    });
  });

  for (const [what, args, sentence] of [
    ['a folder that is not there', ['--from', 'no'], 'no cannot be read: there is no such folder.'],
    [
      'a folder without answers',
      ['--from', '.'],
      '. has no saved answer; its files are called gemini-deprecations.md, ',
    ],
    [
      'a source that is none',
      ['--from', 'pages', '--source', 'bing'],
      '--source needs one of gemini-deprecations, ',
    ],
    ['a row that is none', ['--from', 'pages', '--accept', 'x'], 'There is no row "x".'],
    ['--maintain without --accept', ['--from', 'pages', '--maintain'], '--maintain needs --accept'],
    [
      '--maintain elsewhere',
      ['--from', 'pages', '--accept', 'safe', '--maintain'],
      '--maintain is for a checkout of this project',
    ],
    ['numbers without saved answers', ['--accept', '1'], 'Numbers of rows hold for saved answers alone'],
    ['no yes', [], 'Nothing was read: add --yes to read these addresses'],
  ] as const) {
    it(`${what} is one sentence and status 2`, async () => {
      await withFolder(pages({ 'vertex-model-versions.md': RETIRED }), async (folder) => {
        const { status, stderr } = await typed(folder, [...REFRESH, ...args]);
        assert.equal(status, 2);
        assert.ok(stderr.includes(sentence), stderr);
        assert.deepEqual(readdirSync(folder), ['pages']);
      });
    });
  }
});

describe('a workspace whose facts are broken', () => {
  for (const [what, text, reason] of [
    ['no JSON', '{', 'it is not valid JSON'],
    ['another shape', '{"schema":"veo-route-audit/catalog-overlay/1"}', 'checkedOn is not valid'],
  ] as const) {
    it(`${what}: every command says so in one sentence, and a refresh replaces it`, async () => {
      await withFolder(
        { [OVERLAY_FILE]: text, ...pages({ 'vertex-model-versions.md': RETIRED }) },
        async (folder) => {
          const { status, stderr } = await typed(folder, ['explain', 'veo-3.1-generate-001']);
          assert.equal(status, 2);
          assert.ok(stderr.includes(`${OVERLAY_FILE} cannot be used: ${reason}`), stderr);
          assert.equal((await typed(folder, [...REFRESH, '--from', 'pages', '--accept', 'safe'])).status, 0);
          assert.equal((await typed(folder, ['explain', 'veo-3.1-generate-001'])).status, 0);
        },
      );
    });
  }
});

describe('veo-audit catalog refresh from the network', () => {
  const answering =
    (answer: (url: string) => Response): RefreshExtras['fetch'] =>
    async (input) =>
      answer(String(input));
  const ONE = ['--source', 'vertex-model-versions'];

  it('lists the addresses first, and reads none without a yes', async () => {
    await withFolder({}, async (folder) => {
      const { status, stderr } = await typed(folder, REFRESH, { ask: async () => false });
      assert.equal(status, 2);
      assert.equal(stderr.match(/^ {2}https:\/\//gm)?.length, 8);
    });
  });

  it('reads, saves and accepts', async () => {
    await withFolder({}, async (folder) => {
      const asked: string[] = [];
      const fetch = answering((url) => {
        asked.push(url);
        return new Response(RETIRED);
      });
      const result = await typed(
        folder,
        [...REFRESH, ...ONE, '--yes', '--save', 'kept', '--accept', 'safe'],
        { fetch },
      );
      assert.equal(result.status, 0);
      assert.deepEqual(asked, [
        'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions.md.txt',
      ]);
      assert.equal(readFileSync(join(folder, 'kept/vertex-model-versions.md'), 'utf8'), RETIRED);
      const overlay = JSON.parse(readFileSync(join(folder, OVERLAY_FILE), 'utf8'));
      assert.equal(overlay.sources[`VTXVER-${TODAY}`].confidence, 'official');
    });
  });

  for (const [what, answer, sentence] of [
    [
      'a redirect to another host',
      () => new Response(null, { status: 302, headers: { location: 'https://elsewhere.example/x' } }),
      'docs.cloud.google.com redirects to https://elsewhere.example, which was not allowed.',
    ],
    [
      'an error',
      () => new Response('no', { status: 503 }),
      'docs.cloud.google.com answered with HTTP status 503: it has trouble of its own; try again later.',
    ],
    [
      'a page of JavaScript',
      () => new Response('<!doctype html><script></script>'),
      'it is an HTML page, not the Markdown of the page.',
    ],
    [
      'too large an answer',
      () => new Response('x'.repeat(3_000_000)),
      'The answer of docs.cloud.google.com is larger than 2 MB.',
    ],
    [
      'bytes that are no text',
      () => new Response(new Uint8Array([0xff, 0xfe, 0x00])),
      'The answer of docs.cloud.google.com is not text in UTF-8.',
    ],
  ] as const) {
    it(`${what} is one sentence`, async () => {
      await withFolder({}, async (folder) => {
        const extras = { fetch: answering(answer), maxBytes: 2 * 1024 * 1024 };
        const { status, stderr } = await typed(
          folder,
          [...REFRESH, ...ONE, '--yes', '--accept', 'safe'],
          extras,
        );
        assert.equal(status, 2);
        assert.ok(stderr.includes(`vertex-model-versions could not be read: ${sentence}\n`), stderr);
        assert.deepEqual(readdirSync(folder), []);
      });
    });
  }
});
