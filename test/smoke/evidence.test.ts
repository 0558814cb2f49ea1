// The evidence: everything that the checklist asks for, in both forms, with a decision that follows from it.
import assert from 'node:assert/strict';
import type { Fault } from '../../src/simulator/faults.ts';
import { controlledFailurePlan } from '../../src/smoke/controlledFailure.ts';
import { decide, type Evidence, EvidenceSchema, evidenceOf } from '../../src/smoke/evidence.ts';
import { evidenceMarkdown } from '../../src/smoke/evidenceMarkdown.ts';
import type { Transport } from '../../src/smoke/http.ts';
import { junitOf } from '../../src/smoke/junit.ts';
import type { Plan, Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { benchOf, CATALOG, FAMILY_NAMES, planOf } from './harness.ts';

/** Takes the simulator's mark off, as if the real surface had answered. */
function unmarked(inner: Transport): Transport {
  return async (request, signal) => {
    const answer = await inner(request, signal);
    const headers = Object.fromEntries(
      Object.entries(answer.headers).filter(([name]) => name !== SIMULATED_HEADER),
    );
    return { ...answer, headers: { ...headers, 'x-request-id': 'request-77' } };
  };
}

async function play(family: FamilyId, faults: readonly Fault[] = [], plan: Partial<Plan> = {}): Promise<Run> {
  const bench = benchOf(family, { faults });
  return runSmoke(
    planOf(family, plan),
    { ...bench.world, transport: unmarked(bench.world.transport) },
    bench.journal,
  );
}

function proof(run: Run, controlled: Run | null = null): Evidence {
  return evidenceOf(run, { version: '1.2.3', catalog: CATALOG, redact: (text) => text, controlled });
}

describe('evidence', () => {
  it('answers who, what, when, how often and for how much', async () => {
    const evidence = proof(await play('gemini-api', [{ fault: 'rate-limited' }]));
    assert.deepEqual(
      evidence.states.map(({ state }) => state),
      ['planned', 'confirmed', 'submitted', 'polling', 'downloading', 'verifying', 'passed'],
    );
    assert.deepEqual(evidence.route, {
      name: 'gemini-api route',
      environment: 'test',
      owner: 'video team',
      labels: { cost: '42' },
    });
    assert.match(evidence.operation ?? '', /^models\/veo-3.1-fast-generate-preview\/operations\//);
    assert.deepEqual(evidence.submits, { sent: 2, accepted: 1 });
    assert.equal(evidence.retries[0]?.failure, 'rate-limited');
    assert.deepEqual(
      evidence.exchanges.filter(({ step }) => step === 'submit').map(({ status }) => status),
      [429, 200],
    );
    assert.equal(evidence.exchanges[0]?.requestId, 'request-77');
    assert.equal(evidence.polls, evidence.exchanges.filter(({ step }) => step === 'poll').length);
    assert.deepEqual(evidence.cost.estimatedUsd, { min: 0.32, max: 0.4 });
    assert.equal(evidence.cost.billableSeconds, 4);
    assert.equal(evidence.cost.ceilingUsd, 5);
    assert.equal(evidence.catalog.version, CATALOG.version);
    const [video] = evidence.videos;
    assert.match(video?.sha256 ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(
      [video?.durationSeconds, video?.width, video?.height, video?.framesPerSecond, video?.audio],
      [4, 1280, 720, 24, true],
    );
    const finished = evidence.states.find(({ state }) => state === 'downloading')?.at ?? '';
    assert.equal(Date.parse(evidence.deletedAfter ?? '') - Date.parse(finished), 2 * 86_400_000);
  });

  it('keeps what the surface reports as its cost', async () => {
    assert.equal(proof(await play('openrouter')).cost.reportedUsd, 0.4);
    assert.equal(proof(await play('openrouter', [{ fault: 'rai-filter' }])).cost.reportedUsd, 0);
    assert.equal(proof(await play('vertex-ai')).cost.reportedUsd, null);
  });

  it('says what to do next after a failure', async () => {
    const evidence = proof(await play('vertex-ai', [{ fault: 'stall' }]));
    assert.equal(evidence.outcome.failure, 'stalled');
    assert.match(evidence.outcome.next ?? '', /resume the run later/);
    assert.equal(evidence.cost.billableSeconds, null);
  });

  it('is read back by its own schema, from JSON', async () => {
    for (const family of FAMILY_NAMES) {
      const evidence = proof(await play(family));
      assert.deepEqual(EvidenceSchema.parse(JSON.parse(JSON.stringify(evidence))), evidence);
    }
  });
});

describe('simulated runs', () => {
  it('are marked in both forms, in JUnit, and never decide for production', async () => {
    const bench = benchOf('vertex-ai');
    const run = await runSmoke(
      planOf('vertex-ai', { simulated: true, modelStatus: 'active' }),
      bench.world,
      bench.journal,
    );
    const evidence = proof(run, run);
    assert.equal(evidence.simulated, true);
    assert.equal(evidence.decision.verdict, 'research backlog');
    const page = evidenceMarkdown(evidence);
    assert.match(page.split('\n')[0] ?? '', /\\\(simulated\\\)$/);
    assert.match(page, /\*\*Simulated\.\*\*/);
    assert.match(junitOf([evidence]), /name="vertex-ai route \(simulated\)"/);
  });

  it('are found out by the answers, whatever the plan says', async () => {
    const bench = benchOf('vertex-ai');
    const run = await runSmoke(planOf('vertex-ai', { simulated: false }), bench.world, bench.journal);
    assert.equal(run.state, 'passed');
    assert.equal(proof(run).simulated, true);
  });
});

describe('the decision', () => {
  const refused = async () =>
    play('vertex-ai', [], {
      kind: 'controlled-failure',
      fault: 'a retired ID',
      route: { ...planOf('vertex-ai').route, model: 'veo-2.0-generate-001' },
    });

  it('is production only with a pass, an active model, a price, an owner and a refusal that held', async () => {
    const run = { ...(await play('vertex-ai')), preflight: [] };
    const held = await refused();
    assert.equal(held.state, 'passed', held.outcome?.message);
    assert.equal(decide(run, held).verdict, 'production');
    const doubts: readonly (readonly [Run, Run | null, RegExp])[] = [
      [run, null, /No controlled failure/],
      [run, { ...held, state: 'failed', handle: 'job' }, /was not refused/],
      [run, { ...held, state: 'abandoned' }, /proved nothing/],
      [{ ...run, plan: { ...run.plan, modelStatus: 'retirement-window' } }, held, /retirement window/],
      [{ ...run, estimate: { known: false, reason: 'x' } }, held, /No price/],
      [{ ...run, plan: { ...run.plan, route: { ...run.plan.route, owner: null } } }, held, /no owner/],
      [{ ...run, preflight: [{ name: 'x', verdict: 'warning', message: 'a doubt' }] }, held, /a doubt/],
    ];
    for (const [doubtful, controlled, reason] of doubts) {
      const decision = decide(doubtful, controlled);
      assert.equal(decision.verdict, 'staging only', String(reason));
      assert.match(decision.reasons.join(' '), reason);
    }
    assert.equal(decide(await play('vertex-ai', [{ fault: 'no-video' }]), held).verdict, 'research backlog');
  });
});

describe('the controlled failure', () => {
  it('asks a Google surface for a retired ID, which it refuses before any job', async () => {
    for (const family of ['gemini-api', 'vertex-ai', 'omni-interactions', 'openai-videos'] as const) {
      const plan = controlledFailurePlan(CATALOG, planOf(family));
      assert.match(plan.fault ?? '', /^the retired ID/, family);
      const bench = benchOf(family);
      const run = await runSmoke(plan, bench.world, bench.journal);
      assert.equal(run.state, 'passed', `${family}: ${run.outcome?.message}`);
      assert.equal(bench.simulator.world.jobs.size, 0);
    }
  });

  it('asks a gateway, whose dead names may live, with an empty prompt', async () => {
    for (const family of ['new-api', 'openrouter'] as const) {
      const plan = controlledFailurePlan(CATALOG, planOf(family));
      assert.equal(plan.fault, 'an empty prompt');
      const bench = benchOf(family);
      const run = await runSmoke(plan, bench.world, bench.journal);
      assert.equal(run.state, 'passed', run.outcome?.message);
    }
  });

  it('fails a route that accepts it, and keeps the handle of the job', async () => {
    const bench = benchOf('vertex-ai');
    const run = await runSmoke(
      planOf('vertex-ai', { kind: 'controlled-failure', fault: 'nothing at all' }),
      bench.world,
      bench.journal,
    );
    assert.equal(run.outcome?.failure, 'accepted-bad-request');
    assert.ok(run.handle);
  });

  it('proves nothing by a key that is refused', async () => {
    const run = await play('vertex-ai', [{ fault: 'forbidden' }], { kind: 'controlled-failure', fault: 'x' });
    assert.equal(run.outcome?.failure, 'forbidden');
  });
});

describe('reports', () => {
  it('keep text from outside inside its cell and its element', async () => {
    const run = await play('vertex-ai');
    const hostile = 'x | y\n# heading <script>"&\u0007';
    const evidence = proof({
      ...run,
      state: 'failed',
      outcome: { failure: 'bad-request', message: hostile },
    });
    const page = evidenceMarkdown({
      ...evidence,
      route: { ...evidence.route, name: hostile, owner: hostile },
    });
    assert.ok(page.includes('| Owner | x \\| y \\# heading \\<script\\>"\\&'), page);
    const xml = junitOf([{ ...evidence, route: { ...evidence.route, name: hostile } }]);
    assert.ok(!xml.includes('<script>') && !xml.includes('\u0007'));
    assert.match(xml, /failures="1"/);
    assert.match(xml, /type="bad-request" message="x \| y&#10;# heading &lt;script&gt;&quot;&amp;/);
  });
});
