// What keeps a request from leaving: a dead ID, a wrong parameter, no key, no yes, no money.
import assert from 'node:assert/strict';
import { describeQuestion } from '../../src/smoke/describe.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import type { Plan, Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { type ConfirmQuestion, createBudget, type SmokeWorld } from '../../src/smoke/session.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { benchOf, CATALOG, HOST, planOf, requestOf, routeOf, SECRET } from './harness.ts';

interface Played {
  readonly run: Run;
  readonly posts: number;
  readonly sent: number;
}

async function play(
  family: FamilyId,
  plan: Partial<Plan>,
  changes: Partial<SmokeWorld> = {},
): Promise<Played> {
  const bench = benchOf(family, {}, changes);
  const run = await runSmoke(planOf(family, plan), bench.world, bench.journal);
  const posts = bench.simulator.world.log.filter(({ step }) => step === 'submit').length;
  return { run, posts, sent: bench.sent.length };
}

function endsAs({ run, posts }: Played, state: string, failure: string): void {
  assert.equal(`${run.state}/${run.outcome?.failure}`, `${state}/${failure}`, run.outcome?.message);
  assert.equal(posts, 0, 'a submit was sent');
}

describe('nothing is sent', () => {
  it('for an ID that is shut down on that day', async () => {
    const played = await play('gemini-api', { asOf: '2026-10-22' });
    endsAs(played, 'failed', 'dead-id');
    assert.equal(played.sent, 0);
    assert.match(
      played.run.outcome?.message ?? '',
      /was shut down on the Gemini API on 2026-10-22; use gemini-omni/,
    );
  });

  it('the day before, it is', async () => {
    const { run } = await play('gemini-api', { asOf: '2026-10-21' });
    assert.equal(run.state, 'passed');
  });

  it('for an ID that never was on the surface', async () => {
    const route = { ...routeOf('gemini-api'), model: 'veo-3.1-generate-001' };
    endsAs(await play('gemini-api', { route }), 'failed', 'dead-id');
  });

  it("for a dead ID behind a router's prefix", async () => {
    const route = { ...routeOf('openai-videos'), model: 'vertex_ai/veo-3.0-generate-001' };
    endsAs(await play('openai-videos', { route }), 'failed', 'dead-id');
  });

  it('for an ID that the surface itself does not know', async () => {
    const route = { ...routeOf('gemini-api'), model: 'veo-9.9-generate-001' };
    const played = await play('gemini-api', { route });
    endsAs(played, 'failed', 'dead-id');
    assert.match(played.run.outcome?.message ?? '', /404/);
  });

  it('for a parameter that the catalog knows as refused', async () => {
    const request = { ...requestOf('gemini-api'), resolution: '1080p' as const, durationSeconds: 4 };
    const played = await play('gemini-api', { request });
    endsAs(played, 'failed', 'unsupported-request');
    assert.match(played.run.outcome?.message ?? '', /1080p videos must be 8 s/);
  });

  it('for a place of the video that the surface does not know', async () => {
    const storageUri = 'gs://bucket/out';
    const played = await play('openrouter', { request: { ...requestOf('openrouter'), storageUri } });
    endsAs(played, 'failed', 'unsupported-request');
    const elsewhere = { ...requestOf('vertex-ai'), storageUri: 'https://bucket.example' };
    endsAs(await play('vertex-ai', { request: elsewhere }), 'failed', 'unsupported-request');
  });

  it('for Omni by predictLongRunning', async () => {
    const route = { ...routeOf('gemini-api'), model: 'gemini-omni-1.1-flash' };
    endsAs(await play('gemini-api', { route, asOf: '2026-11-21' }), 'failed', 'dead-id');
  });

  it('without a key for exactly this host', async () => {
    const keys = keyRing([fixedKey(['other.example', `sub.${HOST}`, `${HOST}:8443`], SECRET)]);
    const played = await play('vertex-ai', {}, { keys });
    endsAs(played, 'abandoned', 'no-key');
    assert.equal(played.sent, 0);
  });

  it('without a token that could be had', async () => {
    const keys = keyRing([{ hosts: [HOST], secret: () => Promise.reject(new Error('signed out')) }]);
    const played = await play('vertex-ai', {}, { keys });
    endsAs(played, 'abandoned', 'no-token');
    assert.match(played.run.outcome?.message ?? '', /signed out/);
    assert.equal(played.sent, 0);
  });

  it('without a yes', async () => {
    endsAs(await play('vertex-ai', {}, { confirm: async () => false }), 'abandoned', 'not-confirmed');
  });

  it('over the ceiling, and the question is not even asked', async () => {
    let asked = 0;
    const confirm = async () => {
      asked += 1;
      return true;
    };
    const played = await play('vertex-ai', {}, { budget: createBudget(0.39), confirm });
    endsAs(played, 'abandoned', 'over-ceiling');
    assert.equal(asked, 0);
  });

  it('when the runs before it have used up the ceiling', async () => {
    const budget = createBudget(0.7);
    const first = await play('vertex-ai', {}, { budget });
    assert.equal(first.run.state, 'passed');
    endsAs(await play('vertex-ai', {}, { budget }), 'abandoned', 'over-ceiling');
  });

  it('when it was cancelled before the submit', async () => {
    const cancel = new AbortController();
    const bench = benchOf(
      'vertex-ai',
      {},
      {
        confirm: async () => {
          cancel.abort();
          return true;
        },
      },
    );
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal, cancel.signal);
    assert.equal(run.outcome?.failure, 'cancelled-early');
    assert.equal(bench.simulator.world.jobs.size, 0);
  });
});

describe('the question before a request', () => {
  it('names the route, the request, the host, the most that it can cost, and the ceiling', async () => {
    const questions: ConfirmQuestion[] = [];
    await play(
      'vertex-ai',
      {},
      {
        confirm: async (question) => {
          questions.push(question);
          return false;
        },
      },
    );
    const text = describeQuestion(CATALOG, questions[0] ?? assert.fail('no question'));
    for (const part of [
      'vertex-ai route',
      'veo-3.1-fast-generate-001',
      HOST,
      '4 s',
      '720p',
      '1 video',
      'with audio',
      '$0.40 at most',
      'ceiling is $5.00',
    ]) {
      assert.ok(text.includes(part), `"${part}" is missing in: ${text}`);
    }
  });

  it('says that a cost is not known', async () => {
    const questions: ConfirmQuestion[] = [];
    await play(
      'vertex-ai',
      {},
      {
        estimate: () => ({ known: false, reason: 'nobody says' }),
        confirm: async (question) => {
          questions.push(question);
          return false;
        },
      },
    );
    assert.equal(questions[0]?.mostUsd, null);
    assert.match(
      describeQuestion(CATALOG, questions[0] ?? assert.fail('no question')),
      /is not known \(nobody says\)/,
    );
  });
});
