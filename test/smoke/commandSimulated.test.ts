// `veo-audit smoke` without anything sent: simulated runs, and which run is the first.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { smokeCommand, terminalExtras } from '../../src/cli/smoke.ts';
import type { Transport } from '../../src/smoke/http.ts';
import { desk, everyFile, evidenceIn, liveExtras, ROUTER, refusal, VERTEX } from './desk.ts';
import { SECRET } from './harness.ts';

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
    assert.match(said.out, /^Decision: research backlog \(no traffic yet\)\. The run was simulated/m);
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
    assert.match(said.out, /^filtered \[simulated\]: .*Change the prompt/);
  });

  it('says each thing once on its way: no outcome before the end, no mark of a simulation beside another', async () => {
    for (const flags of [[], ['--fault', 'rai-filter'], ['--resolution', '4k', '--seconds', '5']]) {
      const { context, said } = await desk();
      await smokeCommand([...VERTEX, '--simulate', '--speed', '2000', ...flags], context);
      const outcome = said.out.split('\n')[0]?.split(' on vertex-ai: ')[1] ?? assert.fail(said.out);
      assert.ok(!said.err.includes(outcome), said.err);
      assert.doesNotMatch(said.err, /[,:] simulated$|submitting$|verifying$/m);
      assert.doesNotMatch(said.err, / (vertex-ai|gemini-api)(?! \[simulated\]| \(controlled)/);
      assert.equal(said.out.match(/^Decision: /gm)?.length, 1);
    }
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

  it('calls a run without a key not run, in the lines and in the evidence for people', async () => {
    const { context, folder, said } = await desk();
    const { extras } = liveExtras();
    await smokeCommand([...ROUTER, '--yes', '--max-usd', '1'], context, extras);
    assert.match(said.out, /^not run: /);
    assert.match(said.out, /^Decision: research backlog \(no traffic yet\)\. The smoke test was not run\.$/m);
    assert.doesNotMatch(`${said.out}${said.err}`, /abandoned/);
    const place = join(folder, '.veo-audit', 'evidence');
    const page = (await readdir(place)).find((name) => name.endsWith('.md')) ?? assert.fail('no page');
    assert.doesNotMatch(await readFile(join(place, page), 'utf8'), /abandoned/);
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
