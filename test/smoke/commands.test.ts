// `veo-audit smoke` and `veo-audit simulate` as people and pipelines call them.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../src/cli/context.ts';
import { simulateCommand } from '../../src/cli/simulate.ts';
import { type SmokeExtras, smokeCommand, terminalExtras } from '../../src/cli/smoke.ts';
import type { SmokeContext } from '../../src/cli/smokeSettings.ts';
import { createSimulator } from '../../src/simulator/core.ts';
import { EvidenceSchema } from '../../src/smoke/evidence.ts';
import type { HttpAnswer, Transport } from '../../src/smoke/http.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import { buildBundle } from '../cli/bundle.ts';
import { CATALOG, HOST, planOf, READER, SECRET, seeded, simulatorTransport } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

const VERTEX = ['--model', 'veo-3.1-fast-generate-001', '--surface', 'vertex-ai'];
const ROUTER = ['--model', 'google/veo-3.1-fast', '--surface', 'openrouter'];

interface Desk {
  readonly context: SmokeContext;
  readonly said: { out: string; err: string };
  readonly folder: string;
}

async function desk(env: Readonly<Record<string, string>> = {}): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-desk-'));
  const said = { out: '', err: '' };
  const context: SmokeContext = {
    ...READER,
    workingFolder: folder,
    today: '2026-11-21',
    env,
    catalog: async () => CATALOG,
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
  };
  return { context, said, folder };
}

/** A terminal without a person, whose network is a simulator under the public hosts' names. */
function liveExtras(changes: Partial<SmokeExtras> = {}): {
  extras: SmokeExtras;
  jobs: () => number;
  hosts: Set<string>;
} {
  const clock = virtualClock();
  const simulator = createSimulator({ catalog: CATALOG, asOf: '2026-11-21', clock, random: seeded(1) });
  const inner = simulatorTransport(simulator, clock);
  const hosts = new Set<string>();
  const transport: Transport = async (request, signal) => {
    const url = new URL(request.url);
    if (JSON.stringify(request.headers).includes(SECRET)) hosts.add(url.host);
    const answer = await inner({ ...request, url: `https://${HOST}${url.pathname}${url.search}` }, signal);
    const { [SIMULATED_HEADER]: _mark, ...headers } = answer.headers;
    return { ...answer, headers: { ...headers, 'x-request-id': `for ${SECRET}` } };
  };
  const extras = {
    ...terminalExtras({}),
    ask: undefined,
    transport: () => transport,
    clock: () => clock,
    defaultCredentials: false,
    interrupted: () => new AbortController().signal,
    ...changes,
  };
  return { extras, jobs: () => simulator.world.jobs.size, hosts };
}

async function evidenceIn(folder: string) {
  const place = join(folder, '.veo-audit', 'evidence');
  const names = (await readdir(place)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => EvidenceSchema.parse(JSON.parse(await readFile(join(place, name), 'utf8')))),
  );
}

async function everyFile(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'latin1')))).join('\n');
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function refusal(pattern: RegExp) {
  return (error: unknown) => error instanceof UsageError && pattern.test(error.message);
}

describe('veo-audit smoke --simulate', () => {
  it('proves a route, refuses what must be refused, and leaves evidence, video and JUnit', async () => {
    const { context, said, folder } = await desk();
    assert.equal(
      await smokeCommand([...VERTEX, '--simulate', '--speed', '2000', '--junit', 'smoke.xml'], context),
      0,
    );
    const evidence = await evidenceIn(folder);
    assert.deepEqual(evidence.map(({ kind, state, simulated }) => `${kind} ${state} ${simulated}`).sort(), [
      'controlled-failure passed true',
      'smoke passed true',
    ]);
    assert.equal(evidence.find(({ kind }) => kind === 'smoke')?.controlledFailure?.passed, true);
    assert.match(said.out, /^passed \[simulated\]: /);
    assert.match(said.out, /Decision: research backlog\. The run was simulated/);
    assert.match(await readFile(join(folder, 'smoke.xml'), 'utf8'), /tests="2" failures="0"/);
    assert.equal((await readdir(join(folder, '.veo-audit', 'videos'))).length, 1);
    for (const { runId } of evidence)
      assert.ok(existsSync(join(folder, '.veo-audit', 'evidence', `${runId}.md`)));
  });

  it('never sees a real key', async () => {
    const { context, folder, said } = await desk({
      VERTEX_ACCESS_TOKEN: SECRET,
      VEO_AUDIT_KEYS: `127.0.0.1=${SECRET}`,
      GEMINI_API_KEY: SECRET,
    });
    assert.equal(await smokeCommand([...VERTEX, '--simulate', '--speed', '2000'], context), 0);
    assert.ok(!`${await everyFile(folder)}${said.out}${said.err}`.includes(SECRET));
  });

  it('exits with 1 when a run did not pass, and says what to do next', async () => {
    const { context, said } = await desk();
    assert.equal(
      await smokeCommand([...VERTEX, '--simulate', '--speed', '2000', '--fault', 'rai-filter'], context),
      1,
    );
    assert.match(said.out, /^filtered \[simulated\]: .*change the prompt/);
  });

  it('takes a fault script from a file', async () => {
    const { context, folder } = await desk();
    await writeFile(
      join(folder, 'faults.json'),
      '[{"fault": "rate-limited", "at": "submit", "times": 2, "seconds": 3}, {"fault": "truncated-mp4"}]',
    );
    assert.equal(
      await smokeCommand([...VERTEX, '--simulate', '--speed', '2000', '--faults', 'faults.json'], context),
      1,
    );
    const [evidence] = await evidenceIn(folder);
    assert.equal(evidence?.outcome.failure, 'not-an-mp4');
    assert.equal(evidence?.submits.sent, 3);
  });

  it('fetches what Vertex AI puts into a bucket from the simulator, not from the real one', async () => {
    const { context, folder, said } = await desk();
    const args = [...VERTEX, '--simulate', '--speed', '2000', '--storage', 'gs://bucket/clips'];
    const hosts = new Set<string>();
    const extras = terminalExtras({});
    const transport: Transport = (request, signal) => {
      hosts.add(new URL(request.url).hostname);
      return extras.transport()(request, signal);
    };
    assert.equal(await smokeCommand(args, context, { ...extras, transport: () => transport }), 0, said.err);
    assert.deepEqual([...hosts], ['127.0.0.1']);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.request.storageUri, 'gs://bucket/clips');
    assert.ok(smoke?.exchanges.some(({ step, status }) => step === 'download' && status === 200));
  });

  it('sends nothing for a dead ID', async () => {
    const { context, said } = await desk();
    const args = ['--model', 'veo-3.1-generate-preview', '--surface', 'gemini-api', '--simulate'];
    assert.equal(await smokeCommand(args, context), 1);
    assert.match(said.out, /was shut down on the Gemini API on 2026-10-22.*nothing was sent/);
    assert.ok(!said.err.includes('submitting'));
  });

  it('goes back to a day on which the ID lived', async () => {
    const { context } = await desk();
    const args = [
      '--model',
      'veo-3.1-generate-preview',
      '--surface',
      'gemini-api',
      '--simulate',
      '--speed',
      '2000',
      '--as-of',
      '2026-10-01',
    ];
    assert.equal(await smokeCommand(args, context), 0);
  });
});

describe('the first run of a route', () => {
  const FAST_ROUTER = [...ROUTER, '--speed', '2000'];

  it('is simulated without being asked to, and says so; the next one is not', async () => {
    const { context, said, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
    assert.equal(await smokeCommand(FAST_ROUTER, context), 0);
    assert.match(said.err, /^The first run of a route is simulated: .* add --live/);
    assert.match(said.out, /^passed \[simulated\]/);
    assert.ok((await evidenceIn(folder)).every(({ simulated }) => simulated));
    const { extras } = liveExtras();
    await assert.rejects(smokeCommand(ROUTER, context, extras), refusal(/Nobody is here to confirm/));
  });

  it('is live where that is asked for', async () => {
    for (const flags of [['--live'], ['--max-usd', '1']]) {
      const { context } = await desk({ OPENROUTER_API_KEY: SECRET });
      const { extras, jobs } = liveExtras({ ask: async () => true });
      assert.equal(await smokeCommand([...ROUTER, ...flags], context, extras), 0);
      assert.equal(jobs(), 1);
    }
  });

  it('is nothing in a pipeline, which has to say what it wants', async () => {
    const { context, folder } = await desk({ CI: 'true' });
    await assert.rejects(smokeCommand(ROUTER, context), refusal(/--yes --max-usd N, or --simulate/));
    assert.ok(!existsSync(join(folder, '.veo-audit')));
  });

  it('cannot be live and simulated', async () => {
    const { context } = await desk();
    await assert.rejects(
      smokeCommand([...ROUTER, '--live', '--simulate'], context),
      refusal(/exclude each other/),
    );
  });
});

describe('a route of veo-audit.yaml', function () {
  this.timeout(60_000);
  // Routes in code are read with the grammars of the bundle.
  before(buildBundle);
  const CONTRACT = [
    'routes:',
    '  hero:',
    '    surface: vertex-ai',
    '    model: veo-3.1-fast-generate-001',
    '    match: { file: render.py }',
    '    request: { resolution: 1080p, audio: true }',
    'smoke: { maxUsd: 0.9, prompt: A red ball. }',
    '',
  ].join('\n');
  const CODE = [
    'from google import genai',
    'client = genai.Client(vertexai=True, project="p", location="us-central1")',
    'client.models.generate_videos(model="veo-3.1-fast-generate-001", prompt=p, config={"duration_seconds": 6})',
    '',
  ].join('\n');
  const simulate = ['hero', '--simulate', '--speed', '2000'];

  async function heroDesk(code = CODE) {
    const found = await desk();
    await writeFile(join(found.folder, 'veo-audit.yaml'), CONTRACT);
    await writeFile(join(found.folder, 'render.py'), code);
    return found;
  }

  it('is proved by a small request of the test, which the evidence says', async () => {
    const { context, folder } = await heroDesk();
    assert.equal(await smokeCommand(simulate, context), 0);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.requestFrom, 'test');
    assert.deepEqual([smoke?.request.durationSeconds, smoke?.request.resolution], [4, '720p']);
  });

  it('is proved by what its code and contract ask for with --as-declared', async () => {
    const { context, folder, said } = await heroDesk();
    assert.equal(await smokeCommand([...simulate, '--as-declared'], context), 0, said.err);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.requestFrom, 'route');
    const { durationSeconds, resolution, generateAudio, prompt } = smoke?.request ?? {};
    assert.deepEqual([durationSeconds, resolution, generateAudio, prompt], [6, '1080p', true, 'A red ball.']);
  });

  it('is not guessed where its places differ, nor mixed with flags', async () => {
    const other = CODE.replace('6}', '8}');
    const { context } = await heroDesk(`${CODE}${other}`);
    await assert.rejects(
      smokeCommand([...simulate, '--as-declared'], context),
      refusal(/differ in seconds \(6, 8\)/),
    );
    const flags = [...simulate, '--as-declared', '--seconds', '4'];
    await assert.rejects(smokeCommand(flags, context), refusal(/leave --seconds out/));
    await assert.rejects(
      smokeCommand([...VERTEX, '--as-declared', '--simulate'], context),
      refusal(/name one/),
    );
  });

  it('may cost what its file says, and never more than is usual', async () => {
    for (const [file, ceiling] of [
      ['smoke: { maxUsd: 0.9 }\n', '0.90'],
      ['smoke: { maxUsd: 900 }\n', '2.00'],
      ['', '2.00'],
    ] as const) {
      const { context, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
      await writeFile(join(folder, 'veo-audit.yaml'), file);
      const questions: string[] = [];
      const { extras } = liveExtras({
        ask: async (question) => {
          questions.push(question);
          return false;
        },
      });
      await smokeCommand([...ROUTER, '--live'], context, extras);
      assert.match(questions.join(), new RegExp(`the ceiling is \\$${ceiling.replace('.', '\\.')}`));
      assert.match(questions.join(), /the test's own small request/);
    }
  });
});

describe('veo-audit smoke --resume --simulate', () => {
  it('starts the simulator of the interrupted run again', async () => {
    const { context, folder, said } = await desk();
    const stop = new AbortController();
    const stopping = {
      ...context,
      stderr: (text: string) => {
        said.err += text;
        if (text.includes(': polling')) stop.abort();
      },
    };
    const args = [...VERTEX, '--simulate', '--speed', '2000'];
    const extras = { ...terminalExtras({}), interrupted: () => stop.signal };
    assert.equal(await smokeCommand(args, stopping, extras), 1);
    assert.match(said.out, /^abandoned \[simulated\]: .*Resume the run to go on with its job/);
    assert.equal(await smokeCommand(['--resume', '--simulate', '--speed', '2000'], context), 0, said.err);
    const evidence = await evidenceIn(folder);
    const smoke = evidence.find(({ kind }) => kind === 'smoke');
    assert.deepEqual([smoke?.state, smoke?.resumes, smoke?.submits.accepted], ['passed', 1, 1]);
    assert.equal(smoke?.controlledFailure?.passed, true);
    assert.equal(evidence.length, 2);
  });
});

describe('veo-audit smoke --resume with planted and damaged records', () => {
  const RESUME = ['--resume', '--simulate'];

  it('names them, touches nothing, and does not end well', async () => {
    const { context, folder, said } = await desk();
    const journal = join(folder, '.veo-audit/journal');
    await mkdir(join(journal, 'old.jsonl'), { recursive: true });
    const plan = { ...planOf('vertex-ai'), simulated: true, id: '../../../AGENTS' };
    const planted = `${JSON.stringify({ at: 1, type: 'planned', plan })}\n`;
    await writeFile(join(journal, 'planted.jsonl'), planted);
    assert.equal(await smokeCommand(RESUME, context), 1);
    assert.match(
      said.err,
      /^The journal of old cannot be read and was left alone: it is a link or a folder\.$/m,
    );
    assert.match(said.err, /^The journal of planted cannot be read and was left alone: line 1 is damaged/m);
    assert.deepEqual((await readdir(join(folder, '.veo-audit'))).sort(), ['journal']);
    assert.equal(await readFile(join(journal, 'planted.jsonl'), 'utf8'), planted);
    await assert.rejects(smokeCommand([...RESUME, 'planted'], context), {
      message: 'The run "planted" cannot be resumed: line 1 is damaged, or of a newer version.',
    });
  });

  it('do not keep a run from its evidence', async () => {
    const { context, folder, said } = await desk();
    await mkdir(join(folder, '.veo-audit/journal/old.jsonl'), { recursive: true });
    assert.equal(await smokeCommand([...VERTEX, '--simulate', '--speed', '2000'], context), 0, said.err);
    assert.equal((await evidenceIn(folder)).length, 2);
  });

  it('are refused where a link leads out of the workspace', async () => {
    const { context, folder } = await desk();
    const outside = await mkdtemp(join(tmpdir(), 'veo-audit-outside-'));
    await symlink(outside, join(folder, '.veo-audit'));
    await assert.rejects(smokeCommand([...VERTEX, '--simulate', '--speed', '2000'], context), {
      message: /is a link out of the workspace, to .*Remove the link\.$/,
    });
    assert.deepEqual(await readdir(outside), []);
  });
});

describe('veo-audit smoke, live', () => {
  it('runs under --yes --max-usd with the key of the environment, which stays a secret', async () => {
    const { context, said, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
    const { extras, jobs, hosts } = liveExtras();
    const args = [...ROUTER, '--yes', '--max-usd', '1', '--controlled-failure'];
    assert.equal(await smokeCommand(args, context, extras), 0, said.err);
    assert.equal(jobs(), 1);
    assert.deepEqual([...hosts], ['openrouter.ai']);
    const smoke = (await evidenceIn(folder)).find(({ kind }) => kind === 'smoke');
    assert.equal(smoke?.simulated, false);
    assert.equal(smoke?.cost.reportedUsd, 0.4);
    assert.equal(smoke?.controlledFailure?.passed, true);
    assert.equal(smoke?.decision.verdict, 'staging only');
    assert.ok(!`${await everyFile(folder)}${said.out}${said.err}`.includes(SECRET), 'the key was written');
  });

  it('writes no key and no signed address, wherever the other side repeats them', async () => {
    const signed = `https://cdn.example/v.mp4?X-Goog-Signature=${SECRET}&key=${SECRET}`;
    const gossip: readonly Partial<HttpAnswer>[] = [
      {
        status: 400,
        body: json({ error: { message: `Key ${SECRET} may not see ${signed}`, code: SECRET } }),
      },
      { status: 500, body: json({ error: { message: `Bearer ${SECRET}`, status: 'INTERNAL' } }) },
      { status: 502, body: new TextEncoder().encode(`<html>${signed} for ${btoa(SECRET)}</html>`) },
      { status: 302, headers: { location: signed } },
      { status: 200, body: json({ id: `job-${SECRET}`, status: 'pending' }) },
      { status: 200, body: json({ [SECRET]: encodeURIComponent(SECRET) }) },
    ];
    for (const [index, answer] of gossip.entries()) {
      for (const step of ['GET', 'POST']) {
        const { context, said, folder } = await desk({ OPENROUTER_API_KEY: SECRET });
        const { extras } = liveExtras();
        const inner = extras.transport();
        const transport: Transport = async (request, signal) =>
          request.method === step
            ? { status: 200, headers: {}, body: new Uint8Array(), ...answer }
            : inner(request, signal);
        const args = [...ROUTER, '--yes', '--max-usd', '1', '--junit', 'smoke.xml', '--deadline', '1'];
        await smokeCommand(args, context, { ...extras, transport: () => transport });
        const written = `${await everyFile(folder)}${said.out}${said.err}`;
        assert.match(written, /testsuite/);
        for (const spelling of [SECRET, btoa(SECRET), 'X-Goog-Signature='])
          assert.ok(!written.includes(spelling), `${step} ${index} tells ${spelling}`);
      }
    }
  });

  it('never gives a key to a base URL that it was not given for', async () => {
    const { context, said } = await desk({ OPENROUTER_API_KEY: SECRET });
    const { extras, jobs, hosts } = liveExtras();
    const args = [...ROUTER, '--base-url', 'https://openrouter.ai.evil.test', '--yes', '--max-usd', '1'];
    assert.equal(await smokeCommand(args, context, extras), 1);
    assert.match(said.out, /There is no key for openrouter\.ai\.evil\.test/);
    assert.equal(hosts.size + jobs(), 0);
  });

  it('takes a key from standard input for the host that was typed, not for one of the configuration', async () => {
    const { context, said } = await desk();
    const { extras, hosts } = liveExtras({ readStdin: async () => `${SECRET}\n` });
    assert.equal(
      await smokeCommand([...ROUTER, '--key-stdin', '--yes', '--max-usd', '1'], context, extras),
      0,
      said.err,
    );
    assert.deepEqual([...hosts], ['openrouter.ai']);
    await assert.rejects(
      smokeCommand(['my-route', '--key-stdin', '--yes', '--max-usd', '1'], context, {
        ...extras,
        routes: async () => [
          {
            route: {
              name: 'my-route',
              model: 'veo3',
              surface: 'new-api',
              family: 'new-api',
              baseUrl: 'https://evil.test',
              project: null,
              location: null,
              environment: null,
              owner: null,
              labels: {},
            },
            request: {},
          },
        ],
      }),
      refusal(/--key-host/),
    );
    assert.deepEqual([...hosts], ['openrouter.ai']);
  });

  it('keeps to the ceiling of all routes together', async () => {
    const { context, said } = await desk({ OPENROUTER_API_KEY: SECRET });
    const { extras, jobs } = liveExtras();
    assert.equal(await smokeCommand([...ROUTER, '--yes', '--max-usd', '0.1'], context, extras), 1);
    assert.match(said.out, /passes the ceiling of \$0\.10/);
    assert.equal(jobs(), 0);
  });

  it('sends nothing under --yes when nobody knows the price', async () => {
    const { context, said } = await desk({ VEO_AUDIT_KEYS: `gateway.test=${SECRET}` });
    const { extras, jobs } = liveExtras();
    const args = [
      '--model',
      'veo3.1',
      '--surface',
      'new-api',
      '--base-url',
      'https://gateway.test',
      '--yes',
      '--max-usd',
      '9',
    ];
    assert.equal(await smokeCommand(args, context, extras), 1);
    assert.match(said.out, /What it costs is not known/);
    assert.equal(jobs(), 0);
  });

  it('asks a person, and takes only a yes', async () => {
    const { context } = await desk({ OPENROUTER_API_KEY: SECRET });
    const questions: string[] = [];
    const { extras, jobs } = liveExtras({
      ask: async (question) => {
        questions.push(question);
        return false;
      },
    });
    assert.equal(await smokeCommand([...ROUTER, '--max-usd', '1'], context, extras), 1);
    assert.match(
      questions.join(),
      /google\/veo-3\.1-fast on openrouter at openrouter\.ai.*4 s.*\$0\.40 at most; the ceiling is \$1\.00/,
    );
    assert.equal(jobs(), 0);
  });

  for (const [what, args, env, pattern] of [
    ['in CI without --yes', ROUTER, { CI: 'true' }, /--yes --max-usd N, or --simulate/],
    ['--yes without --max-usd', [...ROUTER, '--yes'], {}, /--yes needs --max-usd/],
    ['no route', [], {}, /Name a route/],
    ['a model without a surface', ['--model', 'veo-3.1-generate-001'], {}, /--model needs --surface/],
    ['an unknown surface', ['--model', 'x', '--surface', 'vertex'], {}, /There is no surface "vertex"/],
    [
      'a gateway without an address',
      ['--model', 'veo3', '--surface', 'new-api', '--yes', '--max-usd', '1'],
      {},
      /--base-url/,
    ],
    [
      'an address without encryption',
      [...ROUTER, '--base-url', 'http://openrouter.ai', '--yes', '--max-usd', '1'],
      {},
      /https/,
    ],
    [
      'a key in an address',
      [...ROUTER, '--base-url', `https://openrouter.ai?key=${SECRET}`, '--yes', '--max-usd', '1'],
      {},
      /takes no query/,
    ],
    ['Vertex AI without a project', [...VERTEX, '--yes', '--max-usd', '1'], {}, /--project/],
    [
      'a day for a live run',
      [...ROUTER, '--as-of', '2026-01-01', '--yes', '--max-usd', '1'],
      {},
      /--simulate/,
    ],
    ['a wrong fault', [...VERTEX, '--simulate', '--fault', 'nonsense'], {}, /is no fault/],
    ['a simulator elsewhere', [...VERTEX, '--simulator', 'https://evil.test'], {}, /on this machine/],
    ['an unknown route', ['my-route', '--yes', '--max-usd', '1'], {}, /There is no route "my-route"/],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const { context, folder } = await desk(env);
      const { extras, jobs } = liveExtras();
      await assert.rejects(smokeCommand(args, context, extras), refusal(pattern));
      assert.equal(jobs(), 0);
      assert.ok(!existsSync(join(folder, '.veo-audit', 'evidence')));
    });
  }
});

describe('veo-audit simulate', () => {
  it('serves until it is told to stop, and shows what it was asked', async () => {
    const { context, said } = await desk();
    let stop = () => {};
    const until = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const running = simulateCommand(
      ['--port', '0', '--job-seconds', '0', '--fault', 'overloaded@submit'],
      context,
      until,
    );
    while (said.out === '') await new Promise((resolve) => setTimeout(resolve, 5));
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0] ?? assert.fail(said.out);
    try {
      const post = () =>
        fetch(`${origin}/v1/videos`, {
          method: 'POST',
          headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
          body: JSON.stringify({ model: 'veo-3.1-generate-001', prompt: 'A boat.' }),
        });
      assert.equal((await post()).status, 503);
      const accepted = await post();
      assert.equal(accepted.status, 200);
      assert.equal(accepted.headers.get(SIMULATED_HEADER), 'true');
      const state: {
        readonly simulated: boolean;
        readonly jobs: readonly unknown[];
        readonly log: readonly unknown[];
      } = await (await fetch(`${origin}/_simulator`)).json();
      assert.deepEqual([state.simulated, state.jobs.length, state.log.length], [true, 1, 2]);
      const added = await fetch(`${origin}/_simulator/faults`, {
        method: 'POST',
        headers: { 'x-veo-simulator': 'control' },
        body: '[{"fault": "forbidden", "at": "submit"}]',
      });
      assert.equal(added.status, 200);
      const byPage = await fetch(`${origin}/_simulator/faults`, {
        method: 'POST',
        body: '[{"fault": "overloaded", "at": "submit"}]',
      });
      assert.equal(byPage.status, 403);
      assert.equal((await post()).status, 403);
    } finally {
      stop();
    }
    assert.equal(await running, 0);
    await assert.rejects(fetch(origin));
  });

  it('says which port is taken', async () => {
    const { context } = await desk();
    await assert.rejects(simulateCommand(['--port', '99999'], context), refusal(/--port/));
  });
});
