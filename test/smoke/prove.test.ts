// From a plan to evidence on disk: the run, its controlled failure, what was begun before, and what cannot be written.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refusalId } from '../../src/smoke/controlledFailure.ts';
import { type SmokeFolders, smokeFolders } from '../../src/smoke/folders.ts';
import { thisProcess } from '../../src/smoke/holder.ts';
import { openJournal, readJournal } from '../../src/smoke/journal.ts';
import { hasEvidence, newestEvidence, readEvidence, wholeEvidence } from '../../src/smoke/keptEvidence.ts';
import { keyRing } from '../../src/smoke/keys.ts';
import { lockRun } from '../../src/smoke/lock.ts';
import { openRuns, type Proof, prove, proveResumed } from '../../src/smoke/prove.ts';
import type { Plan, Run, RunEvent } from '../../src/smoke/run.ts';
import { RunBusyError, RunError } from '../../src/smoke/runErrors.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { SmokeWorld } from '../../src/smoke/session.ts';
import { type Bench, benchOf, planOf } from './harness.ts';
import { deadHolder } from './lockRaces.ts';

const PLAN = planOf('vertex-ai');
const { id: ID } = PLAN;
const REFUSAL = refusalId(ID);

interface Place {
  readonly folders: SmokeFolders;
  readonly bench: Bench;
  prove(changes?: Partial<Plan>, options?: Options): Promise<readonly Proof[]>;
  resume(run: Run, options?: Options): Promise<readonly Proof[]>;
}

interface Options {
  readonly controlledFailure?: boolean;
  readonly world?: Partial<SmokeWorld>;
  readonly signal?: AbortSignal;
}

async function place(bench = benchOf('vertex-ai')): Promise<Place> {
  const folders = smokeFolders(await mkdtemp(join(tmpdir(), 'veo-audit-prove-')));
  const options = ({ controlledFailure = false, world, signal = new AbortController().signal }: Options) => ({
    world: { ...bench.world, ...world },
    folders,
    version: '1.2.3',
    controlledFailure,
    signal,
  });
  return {
    folders,
    bench,
    prove: (changes, given = {}) => prove({ ...PLAN, ...changes }, options(given)),
    resume: (run, given = {}) => proveResumed(run, options(given)),
  };
}

const endsOf = (proofs: readonly Proof[]): readonly string[] =>
  proofs.map(({ evidence }) => `${evidence.runId}: ${evidence.state}`);

/** A run that its process leaves behind before its first event of a type. */
async function leave(at: Place, type: RunEvent['type'], plan = PLAN): Promise<Run> {
  await mkdir(at.folders.journal, { recursive: true });
  const journal = await openJournal(at.folders.journal, plan.id, (text) => text);
  const dying = {
    ...journal,
    append: async (event: RunEvent) => {
      if (event.type === type) throw new Error('died');
      await journal.append(event);
    },
  };
  await assert.rejects(runSmoke(plan, at.bench.world, dying), /died/);
  await journal.close();
  return (await readJournal(at.folders.journal, plan.id)) ?? assert.fail('nothing was left');
}

describe('a proof', () => {
  it('is evidence in two files, and a journal', async () => {
    const at = await place();
    const proofs = await at.prove();
    assert.deepEqual(endsOf(proofs), [`${ID}: passed`]);
    const folder = join(at.folders.workspace, '.veo-audit', 'evidence');
    assert.deepEqual(proofs[0]?.files, {
      json: join(folder, `${ID}.json`),
      markdown: join(folder, `${ID}.md`),
    });
    assert.deepEqual((await readdir(folder)).sort(), [`${ID}.json`, `${ID}.md`]);
    assert.equal(proofs[0]?.evidence.tool.version, '1.2.3');
    assert.equal((await readJournal(at.folders.journal, ID))?.state, 'passed');
    assert.equal(await hasEvidence(at.folders.files, ID), true);
    assert.equal(await hasEvidence(at.folders.files, 'another'), false);
  });

  it('has its controlled failure where that is wanted, each with evidence of its own', async () => {
    const at = await place();
    const proofs = await at.prove({}, { controlledFailure: true });
    assert.deepEqual(endsOf(proofs), [`${ID}: passed`, `${REFUSAL}: passed`]);
    assert.equal(proofs[0]?.evidence.controlledFailure?.runId, REFUSAL);
    assert.equal(proofs[1]?.evidence.controlledFailure, null);
    assert.deepEqual(await newestEvidence(at.folders.files, 1), [`.veo-audit/evidence/${ID}.json`]);
    const kept = await readEvidence(at.folders.files);
    assert.deepEqual(kept.map(({ kind, passed }) => [kind, passed]).sort(), [
      ['controlled-failure', true],
      ['smoke', true],
    ]);
  });

  it('asks for no controlled failure after a failure, nor after Ctrl+C', async () => {
    const failed = await place(benchOf('vertex-ai', { faults: [{ fault: 'no-video' }] }));
    assert.deepEqual(endsOf(await failed.prove({}, { controlledFailure: true })), [`${ID}: failed`]);
    const cancel = new AbortController();
    const onEvent = (_run: Run, event: RunEvent) => {
      if (event.type === 'ended') cancel.abort();
    };
    const at = await place();
    const proofs = await at.prove({}, { controlledFailure: true, world: { onEvent }, signal: cancel.signal });
    assert.deepEqual(endsOf(proofs), [`${ID}: passed`]);
  });

  it('goes on with a run that another process began under the same plan', async () => {
    const at = await place();
    await leave(at, 'finished');
    const [proof] = await at.prove();
    assert.deepEqual(
      [proof?.evidence.state, proof?.evidence.submits.sent, proof?.evidence.resumes],
      ['passed', 1, 1],
    );
  });
});

describe('a proof that goes on', () => {
  it('begins where the journal ends, and has its controlled failure', async () => {
    const at = await place();
    const proofs = await at.resume(await leave(at, 'finished'), { controlledFailure: true });
    assert.deepEqual(endsOf(proofs), [`${ID}: passed`, `${REFUSAL}: passed`]);
    assert.equal(proofs[0]?.evidence.submits.sent, 1);
  });

  it('reads the journal again: another process may have gone on', async () => {
    const at = await place();
    const early = await leave(at, 'finished');
    await at.resume(early);
    const sent = at.bench.sent.length;
    const [again] = await at.resume(early);
    assert.deepEqual([again?.evidence.state, again?.evidence.resumes], ['passed', 1]);
    assert.equal(at.bench.sent.length, sent, 'it asked for what had ended');
  });

  it('takes the controlled failure that was begun, ended or not, though none is wanted now', async () => {
    const at = await place();
    await at.prove({}, { controlledFailure: true });
    const run = (await readJournal(at.folders.journal, ID)) ?? assert.fail();
    const submits = () => at.bench.simulator.world.log.filter(({ step }) => step === 'submit').length;
    const before = submits();
    assert.deepEqual(endsOf(await at.resume(run)), [`${ID}: passed`, `${REFUSAL}: passed`]);
    assert.equal(submits(), before);
  });

  it('of a controlled failure writes the evidence of its run anew', async () => {
    const at = await place();
    await at.prove();
    const plan: Plan = { ...PLAN, id: REFUSAL, kind: 'controlled-failure', fault: 'an empty prompt' };
    const begun = await leave(at, 'confirmed', plan);
    const proofs = await at.resume(begun);
    assert.deepEqual(
      endsOf(proofs).map((end) => end.split(':')[0]),
      [ID, REFUSAL],
    );
    assert.equal(proofs[0]?.evidence.controlledFailure?.runId, REFUSAL);
  });

  it('of a controlled failure whose run is gone, broken or open is evidence of its own alone', async () => {
    const plan: Plan = { ...PLAN, id: REFUSAL, kind: 'controlled-failure', fault: 'an empty prompt' };
    for (const spoil of [
      async () => undefined,
      (at: Place) => writeFile(join(at.folders.journal, `${ID}.jsonl`), 'damaged\nand more\n'),
      (at: Place) => leave(at, 'finished'),
    ]) {
      const at = await place();
      const begun = await leave(at, 'confirmed', plan);
      await spoil(at);
      assert.deepEqual(
        endsOf(await at.resume(begun)).map((end) => end.split(':')[0]),
        [REFUSAL],
      );
    }
  });

  it('shows no controlled failure where the journal of that one cannot be read', async () => {
    const at = await place();
    await at.prove();
    const run = (await readJournal(at.folders.journal, ID)) ?? assert.fail();
    await writeFile(join(at.folders.journal, `${REFUSAL}.jsonl`), 'damaged\nand more\n');
    const proofs = await at.resume(run, { controlledFailure: true });
    assert.deepEqual(endsOf(proofs), [`${ID}: passed`]);
    assert.equal(proofs[0]?.evidence.controlledFailure, null);
  });
});

describe('the runs that are open', () => {
  it('are those that can go on, and those without evidence', async () => {
    const at = await place();
    assert.deepEqual(await openRuns(at.folders), { open: [], busy: [], broken: [] });
    await at.prove();
    await leave(at, 'finished', { ...PLAN, id: 'b-open' });
    await at.prove({ id: 'c-unwritten' });
    await rm(join(at.folders.workspace, '.veo-audit', 'evidence', 'c-unwritten.json'));
    await writeFile(join(at.folders.journal, 'd-broken.jsonl'), 'damaged\nand more\n');
    const { open, busy, broken } = await openRuns(at.folders);
    assert.deepEqual(
      open.map(({ plan }) => plan.id),
      ['b-open', 'c-unwritten'],
    );
    assert.deepEqual(busy, []);
    assert.deepEqual(
      broken.map(({ id }) => id),
      ['d-broken'],
    );
  });

  it('name a controlled failure only where its run is over', async () => {
    const at = await place();
    const refusal: Plan = { ...PLAN, id: REFUSAL, kind: 'controlled-failure', fault: 'an empty prompt' };
    await leave(at, 'finished');
    await leave(at, 'confirmed', refusal);
    const ids = async () => (await openRuns(at.folders)).open.map(({ plan }) => plan.id);
    assert.deepEqual(await ids(), [ID]);
    const other = await place();
    await other.prove();
    await leave(other, 'confirmed', refusal);
    assert.deepEqual(
      (await openRuns(other.folders)).open.map(({ plan }) => plan.id),
      [REFUSAL],
    );
  });

  it('are busy where a process has them, and open where it died', async () => {
    const at = await place();
    for (const id of ['a-held', 'b-left']) await leave(at, 'finished', { ...PLAN, id });
    const release = await lockRun(at.folders.journal, 'a-held', {
      ...thisProcess(),
      pid: process.ppid,
      start: null,
    });
    await lockRun(at.folders.journal, 'b-left', deadHolder());
    const { open, busy } = await openRuns(at.folders);
    assert.deepEqual(
      open.map(({ plan }) => plan.id),
      ['b-left'],
    );
    assert.deepEqual(
      busy.map(({ id, why }) => [id, why !== '']),
      [['a-held', true]],
    );
    await release();
  });
});

describe('the other runs of a workspace', () => {
  it('have their jobs for themselves', async () => {
    const at = await place(benchOf('openai-videos'));
    const plan = planOf('openai-videos');
    await at.prove({ ...plan, id: 'first' });
    const first = (await readJournal(at.folders.journal, 'first')) ?? assert.fail();
    const inner = at.bench.world.transport;
    // The second submit is answered with the job of the first.
    const transport: SmokeWorld['transport'] = async (request, signal) => {
      const answer = await inner(request, signal);
      if (request.method !== 'POST') return answer;
      const job = JSON.parse(new TextDecoder().decode(answer.body));
      return { ...answer, body: new TextEncoder().encode(JSON.stringify({ ...job, id: first.handle })) };
    };
    const [proof] = await at.prove({ ...plan, id: 'second' }, { world: { transport } });
    assert.match(proof?.evidence.outcome.message ?? '', /which is that of run first\./);
  });
});

describe('a run whose answer was lost', () => {
  it('finds its job in the list: it is no other run that may have lost the same', async () => {
    const at = await place(benchOf('openai-videos', { faults: [{ fault: 'lost-answer', at: 'submit' }] }));
    const [proof] = await at.prove(planOf('openai-videos'));
    assert.deepEqual([proof?.evidence.state, proof?.evidence.operationFrom], ['passed', 'list']);
  });
});

describe('a run that another process has', () => {
  it('is said to be busy, and nothing is sent', async () => {
    const at = await place();
    await mkdir(at.folders.journal, { recursive: true });
    const release = await lockRun(at.folders.journal, ID);
    await assert.rejects(at.prove(), RunBusyError);
    assert.equal(at.bench.sent.length, 0);
    await release();
  });
});

describe('what cannot be written', () => {
  it('is the evidence of a run without a job, too', async () => {
    const at = await place();
    const evidence = join(at.folders.workspace, '.veo-audit', 'evidence');
    await mkdir(join(evidence, `${ID}.md`), { recursive: true });
    await assert.rejects(
      at.prove({}, { world: { keys: keyRing([]) } }),
      /^Error: The evidence of run-vertex-ai-0a1b2c, which ended as abandoned, could not be written: /,
    );
  });

  it('keeps a run from beginning, where it is the journal', async () => {
    const at = await place();
    await writeFile(join(at.folders.workspace, '.veo-audit'), 'a file of ours');
    await assert.rejects(at.prove(), (error) => {
      assert.ok(error instanceof Error);
      assert.match(
        error.message,
        /^Runs cannot be recorded in .*: the file system says E\w+\. Nothing was sent\.$/,
      );
      return true;
    });
    assert.equal(at.bench.sent.length, 0);
  });

  it('leaves the journal and its job, where it is the evidence', async () => {
    const at = await place();
    const evidence = join(at.folders.workspace, '.veo-audit', 'evidence');
    await mkdir(join(evidence, `${ID}.md`), { recursive: true });
    await assert.rejects(at.prove(), (error) => {
      assert.ok(error instanceof RunError, String(error));
      assert.match(
        error.message,
        /^The evidence of run-vertex-ai-0a1b2c \(job projects\/\S+\), which ended as passed, could not be written: .*\. Its journal has it: go on with --resume\.$/,
      );
      return true;
    });
    assert.equal((await readJournal(at.folders.journal, ID))?.state, 'passed');
  });
});

describe('kept evidence', () => {
  it('is read whole, newest first, and what is no evidence is named', async () => {
    const at = await place();
    for (const id of ['a-run', 'b-run', 'c-run']) await at.prove({ id });
    const folder = join(at.folders.workspace, '.veo-audit', 'evidence');
    await writeFile(join(folder, 'd-run.json'), '{"schema":"veo-route-audit/smoke/9"}');
    const paths = await newestEvidence(at.folders.files, 3);
    assert.deepEqual(
      paths,
      ['d-run', 'c-run', 'b-run'].map((id) => `.veo-audit/evidence/${id}.json`),
    );
    const skipped: unknown[] = [];
    const read = await readEvidence(at.folders.files, (one) => skipped.push(one));
    assert.deepEqual(
      read.map(({ file }) => file),
      ['a-run', 'b-run', 'c-run'].map((id) => `.veo-audit/evidence/${id}.json`),
    );
    assert.deepEqual(skipped, [
      { file: '.veo-audit/evidence/d-run.json', reason: 'it is damaged, or of another version' },
    ]);
    assert.equal((await wholeEvidence(at.folders.files, paths[1] ?? ''))?.runId, 'c-run');
    assert.equal(await wholeEvidence(at.folders.files, paths[0] ?? ''), null);
    assert.equal(await wholeEvidence(at.folders.files, '.veo-audit/evidence/none.json'), null);
  });
});
