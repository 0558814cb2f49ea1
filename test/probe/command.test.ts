// `veo-audit probe` as it is typed: what it asks, keeps and says, and what its answers change.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { auditCommand } from '../../src/cli/audit.ts';
import { checklistCommand } from '../../src/cli/checklist.ts';
import { type CliContext, UsageError } from '../../src/cli/context.ts';
import { explainCommand } from '../../src/cli/explain.ts';
import { type ProbeExtras, probeCommand } from '../../src/cli/probe.ts';
import { workspaceFacts } from '../../src/cli/workspaceFacts.ts';
import { withFolder } from '../workspace/tempFolder.ts';

const catalog = bundledCatalog();
const VERTEX_HOST = 'us-central1-aiplatform.googleapis.com';
const ENV = { VERTEX_ACCESS_TOKEN: 'a-token-of-vertex', GEMINI_API_KEY: 'a-key-of-gemini' };
const CODE = {
  'a.py':
    'from google import genai\nclient = genai.Client(vertexai=True, project="p", location="us-central1")\nclient.models.generate_videos(model="veo-3.1-generate-001", prompt="x")\n',
};
const GONE = { status: 404, body: { error: { code: 404, status: 'NOT_FOUND', message: 'x' } } };
const LISTED = { status: 200, body: { name: 'publishers/google/models/veo-3.1-generate-001' } };

interface Typed {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly sent: readonly { readonly url: string; readonly headers: Readonly<Record<string, string>> }[];
}

type Answering = { readonly status: number; readonly body: unknown };

interface World extends Partial<Pick<ProbeExtras, 'ask' | 'env'>> {
  readonly answer?: Answering;
  readonly today?: string;
}

function contextOf(
  folder: string,
  out: { stdout: string; stderr: string },
  today = '2026-11-30',
): CliContext {
  const context: CliContext = {
    version: '0.0.0',
    pageScript: new URL('file:///no/page.js'),
    workingFolder: folder,
    today,
    env: { CI: 'true' },
    catalog: () => workspaceFacts({ workingFolder: folder, catalog: async () => catalog }),
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
  return context;
}

async function typed(folder: string, args: readonly string[], world: World = {}): Promise<Typed> {
  const out = { stdout: '', stderr: '' };
  const sent: Typed['sent'][number][] = [];
  const { status, body } = world.answer ?? LISTED;
  const extras: ProbeExtras = {
    env: world.env ?? ENV,
    readStdin: async () => 'a-key-from-stdin',
    defaultCredentials: false,
    ask: world.ask,
    now: () => Date.parse('2026-11-30T10:00:00Z'),
    transport: async ({ url, headers }) => {
      sent.push({ url, headers });
      return { status, headers: {}, body: new TextEncoder().encode(JSON.stringify(body)) };
    },
  };
  try {
    const exit = await probeCommand(args, contextOf(folder, out, world.today), extras);
    return { status: exit, ...out, sent };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { status: 2, stdout: out.stdout, stderr: `${out.stderr}${error.message}\n`, sent };
  }
}

async function said(
  run: (args: readonly string[], context: CliContext) => Promise<number>,
  folder: string,
  args: readonly string[],
): Promise<string> {
  const out = { stdout: '', stderr: '' };
  await run(args, contextOf(folder, out));
  return out.stdout;
}

const probesIn = (folder: string): readonly string[] =>
  existsSync(join(folder, '.veo-audit/probes')) ? readdirSync(join(folder, '.veo-audit/probes')) : [];

describe('veo-audit probe', () => {
  it('asks for the IDs in use, with the key of that host alone', async () => {
    await withFolder(CODE, async (folder) => {
      const { status, stdout, stderr, sent } = await typed(folder, ['--yes']);
      assert.equal(status, 0, stderr);
      assert.deepEqual(
        sent.map(({ url, headers }) => [url, headers.authorization, headers['x-goog-api-key']]),
        [
          [
            `https://${VERTEX_HOST}/v1/publishers/google/models/veo-3.1-generate-001`,
            'Bearer a-token-of-vertex',
            undefined,
          ],
        ],
      );
      assert.match(
        stdout,
        /^listed {6}veo-3\.1-generate-001 on vertex-ai: .* it has the model\. \[\.veo-audit/,
      );
      assert.match(stderr, /^Each of these is asked once, free of charge:\n {2}GET https:/);
    });
  });

  it('lists the addresses and sends nothing without a yes', async () => {
    await withFolder(CODE, async (folder) => {
      for (const ask of [undefined, async () => false]) {
        const { status, stderr, sent } = await typed(folder, [], { ask });
        assert.deepEqual([status, sent.length], [2, 0]);
        assert.ok(stderr.includes(`GET https://${VERTEX_HOST}/`) && stderr.includes('Nothing was asked'));
      }
      assert.deepEqual(probesIn(folder), []);
      assert.equal((await typed(folder, [], { ask: async () => true })).status, 0);
    });
  });

  for (const [what, answer, status] of [
    ['listed', LISTED, 0],
    ['gone', GONE, 1],
    ['busy', { status: 429, body: {} }, 2],
    ['refused', { status: 403, body: {} }, 2],
  ] as const) {
    it(`ends with ${status} where the answer is ${what}, and keeps the answer`, async () => {
      await withFolder(CODE, async (folder) => {
        const found = await typed(folder, ['veo-3.1-generate-001', '--yes'], { answer });
        assert.equal(found.status, status);
        const [file = ''] = probesIn(folder);
        const text = readFileSync(join(folder, '.veo-audit/probes', file), 'utf8');
        assert.equal(JSON.parse(text).status, answer.status);
        assert.ok(!text.includes('a-token-of-vertex'));
      });
    });
  }

  it('says which it cannot ask, asks the others, and ends with 2', async () => {
    await withFolder({}, async (folder) => {
      const env = { GEMINI_API_KEY: 'a-key-of-gemini' };
      const answer = { status: 200, body: { name: 'models/gemini-omni-flash-preview' } };
      const { status, stderr, sent } = await typed(folder, ['gemini-omni-flash-preview', '--yes'], {
        env,
        answer,
      });
      assert.deepEqual([status, sent.length], [2, 1]);
      assert.ok(stderr.includes(`is not asked: There is no key for ${VERTEX_HOST}.`), stderr);
    });
  });

  it('reads the list of a gateway at the address that was typed, with its own key', async () => {
    await withFolder({}, async (folder) => {
      const answer = { status: 200, body: { data: [{ id: 'veo3_fast' }] } };
      const gateway = ['--surface', 'kie', '--base-url', 'https://gateway.test', '--key-stdin', '--yes'];
      const { status, sent } = await typed(folder, ['veo3_fast', ...gateway], { answer });
      assert.equal(status, 0);
      assert.deepEqual(
        sent.map(({ url, headers }) => [url, headers.authorization]),
        [['https://gateway.test/v1/models', 'Bearer a-key-from-stdin']],
      );
      assert.equal((await typed(folder, ['veo-3-x', ...gateway], { answer })).status, 1);
    });
  });

  it('prints JSON', async () => {
    await withFolder(CODE, async (folder) => {
      const { schema, probes } = JSON.parse((await typed(folder, ['--yes', '--format', 'json'])).stdout);
      assert.equal(schema, 'veo-route-audit/probes/1');
      assert.deepEqual([probes[0].answer, probes[0].host], ['listed', VERTEX_HOST]);
    });
  });

  for (const [what, args, sentence] of [
    ['nothing in use', [], 'No model ID is in use here: name one.'],
    ['an ID that is none', ['nix'], '"nix" is not a model ID of the catalog: say where to ask by --surface.'],
    ['a surface that is none', ['x', '--surface', 'nix'], '--surface knows no "nix"'],
    [
      'a gateway without an address',
      ['x', '--surface', 'kie'],
      'has no public address: name it by --base-url.',
    ],
    [
      'an address in the clear',
      ['x', '--surface', 'kie', '--base-url', 'http://x.test'],
      'needs an https address',
    ],
    ['an address alone', ['--base-url', 'https://x.test'], '--base-url needs --surface and an ID.'],
    [
      'a location that is a host',
      ['veo-3.1-generate-001', '--location', 'evil.test/'],
      '--location needs a location',
    ],
    ['a simulator elsewhere', ['veo-3.1-generate-001', '--simulator', 'https://x.test'], 'on this machine'],
    ['no key', ['gemini-omni-1.1-flash'], 'There is no key for generativelanguage.googleapis.com.'],
  ] as const) {
    it(`${what} is one sentence and status 2`, async () => {
      await withFolder({}, async (folder) => {
        const { status, stderr, sent } = await typed(folder, args, { env: {} });
        assert.deepEqual([status, sent.length], [2, 0]);
        assert.ok(stderr.includes(sentence), stderr);
      });
    });
  }
});

describe('what a surface answered', () => {
  const contract = {
    ...CODE,
    'veo-audit.yaml': 'routes:\n  clip:\n    match: { file: a.py }\n',
  };
  async function kept(
    answer: Answering | null,
    then: (folder: string) => Promise<void>,
    id = 'veo-3.1-generate-001',
  ): Promise<void> {
    await withFolder(contract, async (folder) => {
      if (answer !== null) await typed(folder, [id, '--yes'], { answer });
      await then(folder);
    });
  }
  const audited = (folder: string) => said(auditCommand, folder, ['a.py']);
  const checked = async (folder: string): Promise<string> => {
    const { routes } = JSON.parse(await said(checklistCommand, folder, ['--format', 'json']));
    const life = routes[0].answers.find(
      ({ question }: { readonly question: string }) => question === 'lifecycle',
    );
    return `${life.verdict}: ${life.evidence}`;
  };

  it('404 makes of a day that may come an error with the day it was seen', async () => {
    await kept(GONE, async (folder) => {
      assert.match(
        await audited(folder),
        /error +veo-3\.1-generate-001 was not found on Vertex AI on 2026-11-30 \(404\)\. No replacement is known there\. +retirement-window/,
      );
      assert.match(await checked(folder), /^fail: .*The surface answered 404 on 2026-11-30\.$/);
      assert.match(
        await said(explainCommand, folder, ['veo-3.1-generate-001']),
        /gone on 2026-11-30: us-central1-aiplatform\.googleapis\.com was asked, and it answered 404 NOT_FOUND/,
      );
    });
  });

  it('a listing takes the place of the advice to check, and is counted', async () => {
    await kept(LISTED, async (folder) => {
      assert.match(
        await audited(folder),
        /info +veo-3\.1-generate-001 may be retired on Vertex AI any day since 2026-11-17\. It was still listed on 2026-11-30\./,
      );
      assert.match(await checked(folder), /^pass: .*The surface listed it on 2026-11-30\.$/);
    });
  });

  it('429, and nothing at all, leave everything as it was', async () => {
    for (const answer of [null, { status: 429, body: {} }])
      await kept(answer, async (folder) => {
        assert.match(await audited(folder), /any day since 2026-11-17\. Check that it still answers\./);
        assert.match(await checked(folder), /^not shown: /);
      });
  });

  it('does not speak of a day before it was asked', async () => {
    await kept(GONE, async (folder) => {
      const then = await said(auditCommand, folder, ['a.py', '--as-of', '2026-11-20']);
      assert.match(then, /Check that it still answers\./);
    });
  });

  it('is told of an ID whose published day has passed, either way', async () => {
    const code = { 'b.py': CODE['a.py'].replace('veo-3.1-generate-001', 'veo-3.0-generate-001') };
    const listed = { status: 200, body: { name: 'publishers/google/models/veo-3.0-generate-001' } };
    for (const [answer, words] of [
      [GONE, 'was shut down on Vertex AI on 2026-06-30 (404 seen on 2026-11-30).'],
      [listed, 'was to be shut down on Vertex AI on 2026-06-30, but was still listed on 2026-11-30.'],
    ] as const)
      await withFolder(code, async (folder) => {
        await typed(folder, ['--yes'], { answer });
        const text = await said(auditCommand, folder, ['b.py']);
        assert.ok(text.includes(`error  veo-3.0-generate-001 ${words}`), text);
      });
  });

  it('that somebody wrote by hand and broke, says nothing and stops nothing', async () => {
    const broken = { ...CODE, '.veo-audit/probes/x.json': '{"schema":"veo-route-audit/probe/1"}' };
    await withFolder(broken, async (folder) => {
      assert.match(await audited(folder), /Check that it still answers\./);
    });
  });
});
