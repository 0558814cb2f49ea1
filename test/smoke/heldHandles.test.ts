// A job is polled by its handle, whatever the handle looks like, also by the process after the one that died; and what
// is written or shown holds no secret.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { evidenceOf } from '../../src/smoke/evidence.ts';
import type { HttpRequest, Transport } from '../../src/smoke/http.ts';
import { type Journal, openJournal, readJournal } from '../../src/smoke/journal.ts';
import { redactor } from '../../src/smoke/redact.ts';
import type { Plan, Run, RunEvent } from '../../src/smoke/run.ts';
import { resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, CATALOG, planOf, SECRET } from './harness.ts';

/** Gives each job another handle on its way out, and takes that one back. */
function renaming(inner: Transport, alias: string, asked: string[]): Transport {
  let real: string | null = null;
  return async (request, signal) => {
    const url = real === null ? request.url : request.url.replace(encodeURIComponent(alias), real);
    asked.push(request.url);
    const answer = await inner({ ...request, url }, signal);
    if (!isSubmit(request)) return answer;
    const json = JSON.parse(new TextDecoder().decode(answer.body));
    real = json.id;
    return { ...answer, body: new TextEncoder().encode(JSON.stringify({ ...json, id: alias })) };
  };
}

const isSubmit = ({ method, url }: HttpRequest) => method === 'POST' && url.endsWith('/v1/videos');

/** A process that dies when it wants to write the event that is named. */
function dyingAt(journal: Journal, type: RunEvent['type']): Journal {
  return {
    ...journal,
    append: async (event) => {
      if (event.type === type) throw new Error('died');
      await journal.append(event);
    },
  };
}

async function diesAndGoesOn(
  changes: Partial<Plan>,
  handle: string | null,
  secrets: readonly string[],
): Promise<{ readonly run: Run; readonly text: string; readonly asked: readonly string[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'veo-audit-handles-'));
  const redact = redactor(secrets);
  const { world: bench } = benchOf('openai-videos', {}, { redact });
  const asked: string[] = [];
  const transport = handle === null ? bench.transport : renaming(bench.transport, handle, asked);
  const world = { ...bench, transport };
  const plan = planOf('openai-videos', changes);
  try {
    const first = await openJournal(folder, plan.id, redact);
    await assert.rejects(runSmoke(plan, world, dyingAt(first, 'finished')), /died/);
    await first.close();
    const left = await readJournal(folder, plan.id);
    assert.ok(left);
    const second = await openJournal(folder, plan.id, redact);
    const run = await resumeSmoke(left, world, second);
    await second.close();
    const text = await readFile(join(folder, `${plan.id}.jsonl`), 'utf8');
    return { run, text, asked };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const evidence = (run: Run, secrets: readonly string[]) =>
  JSON.stringify(
    evidenceOf(run, { version: '1', catalog: CATALOG, redact: redactor(secrets), controlled: null }),
  );

describe('a handle that looks like a secret', () => {
  for (const handle of [
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
    'pk-0123456789abcdef0123456789',
    'https://a.test/jobs/1?signature=0f0f',
  ]) {
    it(`is polled as it is before and after a death, and hidden in evidence: ${handle.slice(0, 14)}…`, async () => {
      const { run, text, asked } = await diesAndGoesOn({}, handle, [SECRET]);
      assert.equal(run.state, 'passed', run.outcome?.message);
      assert.equal(run.handle, handle);
      assert.equal(run.submitsSent, 1);
      assert.ok(asked.filter((url) => url.includes(encodeURIComponent(handle))).length >= 3);
      assert.ok(text.includes(JSON.stringify(handle)), 'the journal lost it');
      assert.ok(!evidence(run, [SECRET]).includes(handle), 'evidence shows it');
    });
  }
});

describe('a key', () => {
  for (const word of [
    'passed',
    'litellm',
    'submitted',
    'polling',
    'openai-videos',
    'resolution',
    'frame rate',
  ]) {
    it(`that is a word breaks no record: ${word}`, async () => {
      const { run } = await diesAndGoesOn({}, null, [word]);
      assert.equal(run.state, 'passed', run.outcome?.message);
      assert.equal(run.submitsSent, 1);
      assert.ok(evidence(run, [word]).includes('"state":"passed"'));
    });
  }

  it('in a label, an owner or a prompt is not written', async () => {
    const { route, request } = planOf('openai-videos');
    const changes = {
      route: { ...route, owner: SECRET, labels: { model: SECRET, id: SECRET, file: SECRET } },
      request: { ...request, prompt: `${request.prompt} ${SECRET}` },
    };
    const { run, text } = await diesAndGoesOn(changes, null, [SECRET]);
    assert.equal(run.state, 'passed', run.outcome?.message);
    assert.ok(!text.includes(SECRET) && !evidence(run, [SECRET]).includes(SECRET));
  });
});
