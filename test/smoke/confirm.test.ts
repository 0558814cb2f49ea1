// Before anything is paid for: what the free question decides, what a yes stands under, and how it ends without one.
import assert from 'node:assert/strict';
import { inSentence } from '../../src/audit/wording.ts';
import { type HttpAnswer, TransportError } from '../../src/smoke/http.ts';
import type { Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { type ConfirmQuestion, createBudget, type SmokeWorld } from '../../src/smoke/session.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { json } from './desk.ts';
import { type Bench, benchOf, CATALOG, PRICE, planOf, routeOf } from './harness.ts';

interface Looked {
  readonly run: Run;
  readonly looks: readonly number[];
  readonly submits: number;
}

/** A run whose free question is answered in turn as given, by the simulator after that. */
async function looked(family: FamilyId, answers: readonly (HttpAnswer | Error)[]): Promise<Looked> {
  const bench = benchOf(family);
  const looks: number[] = [];
  const transport: SmokeWorld['transport'] = async (request, signal) => {
    if (submitsOf(bench) > 0 || request.method !== 'GET') return bench.world.transport(request, signal);
    looks.push(bench.world.clock.now());
    const answer = answers[looks.length - 1];
    if (answer === undefined) return bench.world.transport(request, signal);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const run = await runSmoke(planOf(family), { ...bench.world, transport }, bench.journal);
  return { run, looks, submits: submitsOf(bench) };
}

function submitsOf({ simulator }: Bench): number {
  return simulator.world.log.filter(({ step }) => step === 'submit').length;
}

function said(status: number, body: unknown): HttpAnswer {
  return { status, headers: {}, body: json(body) };
}

function endOf({ state, outcome }: Run): string {
  return `${state}/${outcome?.failure ?? null}`;
}

const refusal = (status: number, message = 'no') => said(status, { error: { code: status, message } });
const DOWN = new TransportError('socket hang up', true);

/** Refusals that the paid request would meet, too: it is not sent. */
const DECIDED: readonly (readonly [FamilyId, HttpAnswer, string])[] = [
  ['vertex-ai', refusal(401), 'failed/unauthenticated'],
  ['vertex-ai', refusal(403), 'failed/forbidden'],
  ['vertex-ai', refusal(302), 'failed/redirected'],
  ['vertex-ai', refusal(404), 'failed/dead-id'],
  ['gemini-api', refusal(404), 'failed/dead-id'],
  ['omni-interactions', refusal(404), 'failed/dead-id'],
  ['openrouter', refusal(400, 'google/veo-9 is not a valid model ID'), 'failed/dead-id'],
  ['openrouter', refusal(401), 'failed/unauthenticated'],
];

/** What a gateway's list does not have, or does not say, may live all the same: it is a warning. */
const DOUBTED: readonly (readonly [FamilyId, HttpAnswer, number, string])[] = [
  ['openrouter', refusal(404, 'no such page'), 1, 'HTTP 404: no such page'],
  ['openai-videos', refusal(400, 'no such list'), 1, 'HTTP 400: no such list'],
  ['openai-videos', refusal(500, 'a fault'), 2, 'HTTP 500: a fault'],
  ['vertex-ai', refusal(429, 'too many'), 2, 'HTTP 429: too many'],
  [
    'openrouter',
    said(200, { data: [{ id: 'other' }] }),
    1,
    'the list of OpenRouter has no row google/veo-3.1-fast',
  ],
  ['openrouter', said(200, { data: [] }), 1, 'OpenRouter does not tell whether it has google/veo-3.1-fast'],
];

describe('the free question before a request', () => {
  for (const [family, answer, end] of DECIDED) {
    it(`decides by ${answer.status} of ${family}: ${end}, asked once`, async () => {
      const { run, looks, submits } = await looked(family, [answer, answer]);
      assert.deepEqual([endOf(run), looks.length, submits], [end, 1, 0], run.outcome?.message);
      const check = run.preflight.at(-1);
      assert.deepEqual(
        [check?.name, check?.verdict, `${check?.message}.`],
        [
          `what ${inSentence(CATALOG, run.plan.route.surface)} says of ${run.plan.route.model}`,
          'refused',
          run.outcome?.message,
        ],
      );
    });
  }

  for (const [family, answer, asked, message] of DOUBTED) {
    it(`leaves a doubt by ${answer.status} of ${family}: ${message}`, async () => {
      const { run, looks, submits } = await looked(family, [answer, answer]);
      assert.deepEqual([run.state, looks.length, submits], ['passed', asked, 1], run.outcome?.message);
      assert.deepEqual([run.preflight.at(-1)?.verdict, run.preflight.at(-1)?.message], ['warning', message]);
    });
  }

  it('is asked again two seconds after no answer, and decides where none comes then', async () => {
    const once = await looked('vertex-ai', [DOWN]);
    assert.equal(once.run.state, 'passed');
    assert.equal(once.run.preflight.at(-1)?.verdict, 'ok');
    const twice = await looked('vertex-ai', [DOWN, DOWN]);
    assert.deepEqual([endOf(twice.run), twice.submits], ['failed/unreachable', 0]);
    assert.equal((twice.looks[1] ?? 0) - (twice.looks[0] ?? 0), 2_000);
  });

  it('is not asked again after Ctrl+C, nor is anybody then asked for money', async () => {
    const cancel = new AbortController();
    let questions = 0;
    const confirm = async () => {
      questions += 1;
      return true;
    };
    const bench = benchOf('vertex-ai', {}, { confirm });
    let looks = 0;
    const transport = async () => {
      looks += 1;
      cancel.abort();
      throw DOWN;
    };
    const run = await runSmoke(
      planOf('vertex-ai'),
      { ...bench.world, transport },
      bench.journal,
      cancel.signal,
    );
    assert.deepEqual([endOf(run), looks, questions], ['abandoned/cancelled-early', 1, 0]);
    assert.equal(run.outcome?.message, 'Cancelled while planned.');
  });
});

interface Asked {
  readonly run: Run;
  readonly question: ConfirmQuestion | undefined;
}

async function asked(changes: Partial<SmokeWorld>, simulated = false, yes = true): Promise<Asked> {
  let question: ConfirmQuestion | undefined;
  const confirm: SmokeWorld['confirm'] = async (given) => {
    question = given;
    return yes;
  };
  const bench = benchOf('vertex-ai', {}, { confirm, ...changes });
  return { run: await runSmoke(planOf('vertex-ai', { simulated }), bench.world, bench.journal), question };
}

const UNKNOWN = () => ({ known: false, reason: 'nobody says' }) as const;

describe('a yes', () => {
  it('is asked for with the most that it can cost, the ceiling and the doubts alone', async () => {
    const { question } = await asked({});
    assert.deepEqual(
      [question?.mostUsd, question?.ceilingUsd, question?.estimate, question?.warnings.length],
      [0.4, 5, PRICE, 1],
    );
    assert.match(question?.warnings[0] ?? '', /^veo-3.1-fast-generate-001 may be retired any day/);
  });

  it('is kept with what it was given for', async () => {
    const { run } = await asked({});
    assert.deepEqual({ ...run.confirmed, at: 0 }, { at: 0, mostUsd: 0.4, ceilingUsd: 5 });
    const bare = await asked({ budget: createBudget(null), estimate: UNKNOWN });
    assert.deepEqual([bare.run.confirmed?.mostUsd, bare.run.confirmed?.ceilingUsd], [null, null]);
  });

  it('to a simulation costs nothing, whatever the ceiling', async () => {
    const { run, question } = await asked({ budget: createBudget(0) }, true);
    assert.deepEqual([run.state, question?.mostUsd, run.confirmed?.mostUsd], ['passed', 0, 0]);
  });

  it('that does not come ends the run, with the unknown cost as a reason where there is one', async () => {
    assert.equal((await asked({}, false, false)).run.outcome?.message, 'The run was not confirmed.');
    assert.equal(
      (await asked({ estimate: UNKNOWN }, false, false)).run.outcome?.message,
      'The run was not confirmed. What it costs is not known: nobody says.',
    );
    assert.equal(
      (await asked({ estimate: UNKNOWN }, true, false)).run.outcome?.message,
      'The run was not confirmed.',
    );
  });

  it('is no yes after Ctrl+C', async () => {
    const cancel = new AbortController();
    const confirm = async () => {
      cancel.abort();
      return false;
    };
    const bench = benchOf('vertex-ai', {}, { confirm });
    const run = await runSmoke(planOf('vertex-ai'), bench.world, bench.journal, cancel.signal);
    assert.deepEqual(
      [endOf(run), run.outcome?.message],
      ['abandoned/cancelled-early', 'Cancelled before it was confirmed.'],
    );
  });

  it('to two runs at once that pass the ceiling together is one too many: it names both sums', async () => {
    const bench = benchOf('vertex-ai', {}, { budget: createBudget(0.7) });
    const runs = await Promise.all(
      ['one', 'two'].map((id) => runSmoke(planOf('vertex-ai', { id }), bench.world, bench.journal)),
    );
    assert.deepEqual(runs.map(endOf), ['passed/null', 'abandoned/over-ceiling']);
    assert.equal(
      runs[1]?.outcome?.message,
      'It may cost $0.40, which passes the ceiling of $0.70 for all runs together.',
    );
    assert.equal(submitsOf(bench), 1);
  });
});

describe('the price of a run', () => {
  for (const [what, family, route, model, surface] of [
    ['of Google under the ID alone', 'vertex-ai', {}, 'veo-3.1-fast-generate-001', 'vertex-ai'],
    [
      "of Google behind a gateway's prefix",
      'openai-videos',
      { surface: 'vertex-ai' },
      'veo-3.1-fast-generate-001',
      'vertex-ai',
    ],
    [
      'of a gateway under its own name',
      'openai-videos',
      {},
      'vertex_ai/veo-3.1-fast-generate-001',
      'litellm',
    ],
    ['of a surface that nobody knows', 'openai-videos', { surface: 'ours', model: 'm' }, 'm', 'ours'],
  ] as const) {
    it(`is asked for ${what}, with all that is asked for, on its day`, async () => {
      const questions: unknown[] = [];
      const estimate: SmokeWorld['estimate'] = (question) => {
        questions.push(question);
        return PRICE;
      };
      const bench = benchOf(family, {}, { estimate, confirm: async () => false });
      const plan = planOf(family);
      await runSmoke({ ...plan, route: { ...plan.route, ...route } }, bench.world, bench.journal);
      assert.deepEqual(questions, [
        {
          model,
          surface,
          durationSeconds: 4,
          resolution: '720p',
          sampleCount: 1,
          generateAudio: family === 'vertex-ai' ? true : null,
          asOf: plan.asOf,
        },
      ]);
    });
  }
});

describe('without a question', () => {
  it('a run ends where its address is neither https nor on this machine', async () => {
    const bench = benchOf('vertex-ai');
    const route = routeOf('vertex-ai', 'http://surface.example');
    const run = await runSmoke(planOf('vertex-ai', { route }), bench.world, bench.journal);
    assert.deepEqual(
      [endOf(run), run.outcome?.message],
      ['abandoned/no-key', 'There is no key for the base URL, which must be https or on this machine.'],
    );
    assert.equal(bench.sent.length, 0);
  });

  it('a run ends by a parameter that is refused, which is named', async () => {
    const bench = benchOf('vertex-ai');
    const { request } = planOf('vertex-ai');
    const run = await runSmoke(
      planOf('vertex-ai', { request: { ...request, sampleCount: 9 } }),
      bench.world,
      bench.journal,
    );
    assert.deepEqual(
      [endOf(run), run.outcome?.message],
      ['failed/unsupported-request', 'videos: 9 is not served; allowed: 1, 2, 3, 4.'],
    );
  });

  it('a run ends by its family as by a dead ID', async () => {
    const bench = benchOf('vertex-ai');
    const route = { ...routeOf('vertex-ai'), project: null };
    const run = await runSmoke(planOf('vertex-ai', { route }), bench.world, bench.journal);
    assert.deepEqual(
      [endOf(run), run.outcome?.message],
      ['failed/dead-id', 'endpoint family: Vertex AI needs a Google Cloud project.'],
    );
  });
});
