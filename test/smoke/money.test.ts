// What money is lost by: answers that come late, repeated or in the wrong shape, a disk that is full, two questions at once.
import assert from 'node:assert/strict';
import { evidenceOf } from '../../src/smoke/evidence.ts';
import { evidenceMarkdown } from '../../src/smoke/evidenceMarkdown.ts';
import { FAILURES } from '../../src/smoke/failures.ts';
import type { HttpAnswer, Transport } from '../../src/smoke/http.ts';
import type { Journal } from '../../src/smoke/journal.ts';
import { oneAtATime } from '../../src/smoke/questions.ts';
import type { Run } from '../../src/smoke/run.ts';
import { RunError } from '../../src/smoke/runErrors.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { createBudget } from '../../src/smoke/session.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { type Bench, benchOf, CATALOG, FAMILY_NAMES, PRICE, planOf } from './harness.ts';

const FULL = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

/** A journal on a disk that is full from an event on. */
function fullFrom(bench: Bench, type: string): Journal {
  let full = false;
  return {
    ...bench.journal,
    append: async (event) => {
      full ||= event.type === type;
      if (full) throw FULL;
      await bench.journal.append(event);
    },
  };
}

/** Changes the JSON of the answers to some requests. */
function changing(
  inner: Transport,
  isMeant: (method: string, url: string) => boolean,
  change: (json: Readonly<Record<string, unknown>>) => unknown,
): Transport {
  return async (request, signal) => {
    const answer: HttpAnswer = await inner(request, signal);
    if (!isMeant(request.method, request.url) || answer.status >= 300) return answer;
    const json = JSON.parse(new TextDecoder().decode(answer.body));
    return { ...answer, body: new TextEncoder().encode(JSON.stringify(change(json))) };
  };
}

const isSubmit = (method: string, url: string) => method === 'POST' && !url.includes('fetchPredictOperation');

async function withSubmits(
  family: FamilyId,
  change: (json: Readonly<Record<string, unknown>>) => unknown,
  others: readonly Run[] = [],
): Promise<{ readonly run: Run; readonly bench: Bench }> {
  const bench = benchOf(family);
  const transport = changing(bench.world.transport, isSubmit, change);
  const otherRuns = async () => others;
  const run = await runSmoke(planOf(family), { ...bench.world, transport, otherRuns }, bench.journal);
  return { run, bench };
}

function submitsOf({ simulator }: Bench): number {
  return simulator.world.log.filter(({ step }) => step === 'submit').length;
}

describe('the most that a request can cost', () => {
  it('is known where a gateway before Google is sent the ID with a prefix', async () => {
    const plan = planOf('openai-videos');
    const route = { ...plan.route, surface: 'vertex-ai', model: 'vertex_ai/veo-3.1-lite-generate-001' };
    const asked: (number | null)[] = [];
    const confirm = async ({ mostUsd }: { readonly mostUsd: number | null }) => {
      asked.push(mostUsd);
      return false;
    };
    const bench = benchOf('openai-videos', {}, { confirm });
    await runSmoke({ ...plan, route }, bench.world, bench.journal);
    assert.equal(asked.length, 1);
    assert.ok((asked[0] ?? 0) > 0, 'the price is known');
  });
});

describe('a ceiling', () => {
  const { max } = PRICE.cost.usdPerRequest;
  const end = ({ state, outcome }: Run) => outcome?.failure ?? state;

  it('allows exactly what a request can cost, and not a cent less', async () => {
    for (const [ceiling, ends] of [
      [max, 'passed'],
      [max - 0.01, 'over-ceiling'],
    ] as const) {
      const bench = benchOf('vertex-ai', {}, { budget: createBudget(ceiling) });
      const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal);
      assert.equal(end(run), ends, `under a ceiling of $${ceiling}`);
      assert.equal(submitsOf(bench), ends === 'passed' ? 1 : 0);
    }
  });

  it('that is not set allows everything', () => {
    const budget = createBudget(null);
    assert.deepEqual([budget.ceilingUsd, budget.reserve(1_000), budget.reserve(1_000)], [null, true, true]);
  });

  it('sets nothing aside for what it does not allow', () => {
    const budget = createBudget(1);
    assert.deepEqual([0.6, 0.6, 0.4, 0.01].map(budget.reserve), [true, false, true, false]);
  });

  it('holds for all runs together, whatever adding fractions of a dollar loses', async () => {
    // Three times 0.4 is more than 1.2 in binary.
    const bench = benchOf('vertex-ai', {}, { budget: createBudget(1.2) });
    const ends: string[] = [];
    for (let count = 0; count < 4; count += 1)
      ends.push(end(await runSmoke(planOf('vertex-ai', { id: `run-${count}` }), bench.world, bench.journal)));
    assert.deepEqual(ends, ['passed', 'passed', 'passed', 'over-ceiling']);
    assert.equal(submitsOf(bench), 3);
  });
});

describe('money', () => {
  it('is asked for one question at a time, each with an answer of its own', async () => {
    const asked: string[] = [];
    const answers: ((yes: boolean) => void)[] = [];
    const ask = oneAtATime<string>(
      (question) =>
        new Promise((resolve) => {
          asked.push(question);
          answers.push(resolve);
        }),
    );
    // Two commands, each with a signal of its own, as two windows of progress have them.
    const both = [ask('one', new AbortController().signal), ask('two', new AbortController().signal)];
    await new Promise(setImmediate);
    assert.deepEqual(asked, ['one']);
    answers[0]?.(true);
    assert.equal(await both[0], true);
    await new Promise(setImmediate);
    assert.deepEqual(asked, ['one', 'two']);
    answers[1]?.(false);
    assert.equal(await both[1], false);
  });

  it('is not asked for after Ctrl+C', async () => {
    const controller = new AbortController();
    const asked: string[] = [];
    const ask = oneAtATime<string>(async (question) => {
      asked.push(question);
      controller.abort();
      return false;
    });
    const { signal } = controller;
    const answers = [ask('one', signal), ask('two', signal), ask('three', new AbortController().signal)];
    assert.deepEqual(await Promise.all(answers), [false, false, false]);
    assert.deepEqual(asked, ['one', 'three']);
  });

  for (const type of ['exchange', 'submitted', 'polling']) {
    it(`names the job where the disk is full from "${type}" on`, async () => {
      for (const family of FAMILY_NAMES) {
        const bench = benchOf(family);
        let submitted = false;
        const journal = fullFrom(bench, type);
        const late: Journal = {
          ...journal,
          append: (event) => {
            submitted ||= event.type === 'submitting';
            return submitted ? journal.append(event) : bench.journal.append(event);
          },
        };
        await assert.rejects(runSmoke(planOf(family), bench.world, late), (error) => {
          assert.ok(error instanceof RunError, String(error));
          const [job] = bench.simulator.world.jobs.keys();
          assert.ok(error.message.includes(`${job} runs at`), error.message);
          assert.match(error.message, /may be billed.*the disk is full/);
          return true;
        });
        assert.equal(submitsOf(bench), 1);
      }
    });
  }

  it('is not spent where the disk is full before the submit, and that is said', async () => {
    const bench = benchOf('vertex-ai');
    await assert.rejects(
      runSmoke(planOf('vertex-ai'), bench.world, fullFrom(bench, 'submitting')),
      /could not be recorded: the disk is full\. No job was started\./,
    );
    assert.equal(submitsOf(bench), 0);
  });

  it('that is given back keeps its evidence', async () => {
    const bench = benchOf('openrouter');
    const isPoll = (method: string, url: string) => method === 'GET' && /videos\/sim[^/]*$/.test(url);
    const transport = changing(bench.world.transport, isPoll, (json) => ({ ...json, usage: { cost: -0.5 } }));
    const run = await runSmoke(planOf('openrouter'), { ...bench.world, transport }, bench.journal);
    assert.equal(run.state, 'passed', run.outcome?.message);
    const { redact } = bench.world;
    const evidence = evidenceOf(run, { version: '0', catalog: CATALOG, redact, controlled: null });
    assert.equal(evidence.cost.reportedUsd, -0.5);
    assert.match(evidenceMarkdown(evidence), /-\\\$0\.50/);
  });

  it('is not spent twice after a handle that makes no address', async () => {
    for (const handle of ['job-\ud800', '..', 'a/../b', 'x'.repeat(5_000)]) {
      const { run, bench } = await withSubmits('openrouter', (json) => ({ ...json, id: handle }));
      assert.equal(run.outcome?.failure, 'lost-answer');
      assert.match(run.outcome.message, /as job ".*", which no address can hold/);
      assert.equal(submitsOf(bench), 1);
    }
  });

  it("is not taken for another run's job", async () => {
    const first = await withSubmits('openrouter', (json) => ({ ...json, id: 'same' }));
    const other = { ...first.run, handle: 'same' };
    const { run } = await withSubmits('openrouter', (json) => ({ ...json, id: 'same' }), [other]);
    assert.equal(run.outcome?.failure, 'lost-answer');
    assert.match(run.outcome.message, /which is that of run run-openrouter/);
  });

  it('may be spent behind an error that is sent as a success: its words are shown, nothing is sent anew', async () => {
    for (const family of FAMILY_NAMES) {
      const { run, bench } = await withSubmits(family, () => ({ error: { message: 'quota of the moon' } }));
      // Where jobs are listed, this one is found.
      const shown = run.exchanges.find(({ step }) => step === 'submit')?.problem ?? '';
      assert.match(shown, /HTTP 20\d with an error: quota of the moon/, family);
      assert.equal(submitsOf(bench), 1);
    }
  });

  it('is never said to be safe where that is not known', () => {
    for (const id of ['lost-answer', 'not-listed'] as const)
      assert.doesNotMatch(FAILURES[id].next, /most likely|run it again/);
  });

  it('of a colleague who sends the same words is left alone: such a job is named, not adopted', async () => {
    const bench = benchOf('openai-videos', { faults: [{ fault: 'lost-answer', at: 'submit' }] });
    const plan = planOf('openai-videos');
    const request = { ...plan.request, prompt: 'The words of the whole team.' };
    const run = await runSmoke({ ...plan, request }, bench.world, bench.journal);
    assert.equal(run.outcome?.failure, 'lost-answer');
    assert.match(run.outcome.message, /may be it, but none for sure: sim/);
  });

  it('is fetched from no other program on this machine', async () => {
    for (const url of ['http://127.0.0.1:1/x', 'https://localhost:6443/x', 'https://[::ffff:127.0.0.1]/x']) {
      const bench = benchOf('new-api');
      const isPoll = (method: string, address: string) =>
        method === 'GET' && address.includes('generations/');
      const finished = { code: 'success', data: { status: 'SUCCESS', result_url: url } };
      const transport = changing(bench.world.transport, isPoll, () => finished);
      const run = await runSmoke(planOf('new-api'), { ...bench.world, transport }, bench.journal);
      assert.match(run.outcome?.message ?? '', /another program on this machine/, url);
      assert.ok(!bench.sent.some((request) => request.url === url));
    }
  });
});
