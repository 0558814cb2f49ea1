// The answer to a submit is lost: its job is looked for, never sent anew, and never taken from somebody else.
import assert from 'node:assert/strict';
import type { Simulator } from '../../src/simulator/core.ts';
import { evidenceOf } from '../../src/smoke/evidence.ts';
import { type Transport, TransportError } from '../../src/smoke/http.ts';
import { type Run, replay } from '../../src/smoke/run.ts';
import { resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { type Bench, benchOf, CATALOG, FAMILY_NAMES, planOf, SECRET, SERVED } from './harness.ts';

const LOST = [{ fault: 'lost-answer', at: 'submit' }] as const;
const { model } = SERVED['openai-videos'];

/** A job of somebody else, alike unless said otherwise. */
function strangerIn({ world }: Simulator, id: string, prompt = planOf('openai-videos').request.prompt): void {
  const video = { seconds: 4, width: 1280, height: 720, audio: true };
  world.adopt([{ id, surface: 'openai-videos', model, prompt, video, count: 1 }]);
}

function submits({ simulator }: Bench): number {
  return simulator.world.log.filter(({ step }) => step === 'submit').length;
}

/** A network that swallows submits on their way. */
function swallowing(inner: Transport): Transport {
  return (request, signal) =>
    request.method === 'POST'
      ? Promise.reject(new TransportError('socket hang up', true))
      : inner(request, signal);
}

function endOf({ state, outcome }: Run): string {
  return `${state}/${outcome?.failure ?? null}`;
}

describe('a job whose submit was not answered', () => {
  it('is found in the list of the surface, and the evidence says so', async () => {
    const bench = benchOf('openai-videos', { faults: LOST });
    const run = await runSmoke(planOf('openai-videos'), bench.world, bench.journal);
    assert.equal(endOf(run), 'passed/null', run.outcome?.message);
    assert.deepEqual([submits(bench), bench.simulator.world.jobs.size], [1, 1]);
    const context = { version: '0', catalog: CATALOG, redact: bench.world.redact, controlled: null };
    const evidence = evidenceOf({ ...run, simulated: false }, context);
    assert.equal(evidence.operationFrom, 'list');
    assert.ok(evidence.exchanges.some(({ step }) => step === 'list'));
    assert.equal(evidence.decision.verdict, 'staging only');
    assert.match(evidence.decision.reasons.join(' '), /answer to the submit was lost/);
    const plain = evidenceOf({ ...run, handleFound: false }, context);
    assert.equal(plain.operationFrom, 'answer');
  });

  it('is found after a crash, too', async () => {
    const bench = benchOf('openai-videos');
    await runSmoke(planOf('openai-videos'), bench.world, bench.journal);
    const cut = bench.events.findIndex(({ type }) => type === 'submitting') + 1;
    const crashed = replay(bench.events.slice(0, cut));
    assert.ok(crashed?.submitInFlight);
    const resumed = await resumeSmoke(crashed, bench.world, bench.journal);
    assert.equal(endOf(resumed), 'passed/null', resumed.outcome?.message);
    assert.deepEqual([submits(bench), bench.simulator.world.jobs.size], [1, 1]);
  });

  it('is found though the clocks differ by an hour', async () => {
    const bench = benchOf('openai-videos', { faults: LOST });
    const HOUR = 3_600_000;
    const transport: Transport = async (request, signal) => {
      const answer = await bench.world.transport(request, signal);
      const text = new TextDecoder().decode(answer.body);
      const later = text.replace(
        /"created_at":(\d+)/g,
        (_, at) => `"created_at":${Number(at) + HOUR / 1000}`,
      );
      const date = new Date(bench.world.clock.now() + HOUR).toUTCString();
      const isJson = answer.headers['content-type']?.startsWith('application/json') === true;
      const body = isJson ? new TextEncoder().encode(later) : answer.body;
      return { ...answer, body, headers: { ...answer.headers, date } };
    };
    const run = await runSmoke(planOf('openai-videos'), { ...bench.world, transport }, bench.journal);
    assert.equal(endOf(run), 'passed/null', run.outcome?.message);
  });

  it('never was, where the list stays without it: that is said, and nothing is sent anew', async () => {
    const bench = benchOf('openai-videos');
    strangerIn(bench.simulator, 'other', 'Another prompt.');
    const world = { ...bench.world, transport: swallowing(bench.world.transport) };
    const run = await runSmoke(planOf('openai-videos'), world, bench.journal);
    assert.equal(endOf(run), 'abandoned/not-listed', run.outcome?.message);
    assert.match(run.outcome?.message ?? '', /GET \/v1\/videos has no job of that time and model/);
    assert.equal(run.submitsSent, 1);
    assert.equal(run.exchanges.filter(({ step }) => step === 'list').length, 5);
  });

  it('is not one of an hour ago', async () => {
    const bench = benchOf('openai-videos');
    strangerIn(bench.simulator, 'old');
    await bench.world.clock.sleep(3_600_000);
    const world = { ...bench.world, transport: swallowing(bench.world.transport) };
    assert.equal(
      endOf(await runSmoke(planOf('openai-videos'), world, bench.journal)),
      'abandoned/not-listed',
    );
  });

  it('is not taken where two are alike: both are named', async () => {
    const bench = benchOf('openai-videos', { faults: LOST });
    strangerIn(bench.simulator, 'alike');
    const run = await runSmoke(planOf('openai-videos'), bench.world, bench.journal);
    assert.equal(endOf(run), 'abandoned/lost-answer');
    assert.match(run.outcome?.message ?? '', /may be it, but none for sure: sim\w+, alike/);
  });

  it('is not the job of another run here, nor one that another run may have lost', async () => {
    for (const [inFlight, end] of [
      [false, 'abandoned/not-listed'],
      [true, 'abandoned/lost-answer'],
    ] as const) {
      const bench = benchOf('openai-videos', { jobMs: 0 });
      const whole = await runSmoke(planOf('openai-videos', { id: 'first' }), bench.world, bench.journal);
      const cut = bench.events.findIndex(({ type }) => type === 'submitting') + 1;
      const other = inFlight ? replay(bench.events.slice(0, cut)) : whole;
      assert.ok(other);
      const world = {
        ...bench.world,
        transport: swallowing(bench.world.transport),
        otherRuns: async () => [other],
      };
      const run = await runSmoke(planOf('openai-videos', { id: 'second' }), world, bench.journal);
      assert.equal(endOf(run), end, run.outcome?.message);
    }
  });

  it('is left to a person where the gateway lists none of Veo', async () => {
    for (const dialect of ['litellm', 'new-api'] as const) {
      const bench = benchOf('openai-videos', { faults: LOST, dialect });
      const run = await runSmoke(planOf('openai-videos'), bench.world, bench.journal);
      assert.equal(endOf(run), 'abandoned/lost-answer');
      assert.match(run.outcome?.message ?? '', /did not answer with a list.*request log/);
      assert.equal(run.exchanges.filter(({ step }) => step === 'list').length, 1, 'it kept asking');
    }
  });

  it('is left to a person where there is no list, with where to look', async () => {
    const places = {
      'gemini-api': /AI Studio/,
      'omni-interactions': /AI Studio/,
      'vertex-ai': /Cloud Logging/,
      'new-api': /task log/,
      openrouter: /activity page/,
    } as const;
    for (const family of FAMILY_NAMES) {
      if (family === 'openai-videos') continue;
      const bench = benchOf(family, { faults: LOST });
      const run = await runSmoke(planOf(family), bench.world, bench.journal);
      assert.equal(endOf(run), 'abandoned/lost-answer');
      assert.match(run.outcome?.message ?? '', places[family]);
      assert.equal(submits(bench), 1);
    }
  });

  it('is asked for with the key of its host alone, which no record holds', async () => {
    const bench = benchOf('openai-videos', { faults: LOST });
    await runSmoke(planOf('openai-videos'), bench.world, bench.journal);
    assert.ok(!JSON.stringify(bench.events).includes(SECRET));
  });
});
