// The journal: on disk before the next thing, readable after a crash, without secrets, and telling possible stories only.
import assert from 'node:assert/strict';
import { appendFile, mkdir, mkdtemp, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thisProcess } from '../../src/smoke/holder.ts';
import { listJournals, openJournal, readJournal, readJournals } from '../../src/smoke/journal.ts';
import { lockRun } from '../../src/smoke/lock.ts';
import { redactor } from '../../src/smoke/redact.ts';
import {
  BrokenJournalError,
  RUN_STATES,
  type RunEvent,
  reduceRun,
  replay,
  TRANSITIONS,
} from '../../src/smoke/run.ts';
import { RunBusyError } from '../../src/smoke/runErrors.ts';
import { resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { RecordPlaceError } from '../../src/workspace/records.ts';
import { benchOf, planOf, SECRET } from './harness.ts';
import { deadHolder } from './lockRaces.ts';

const planned = (id: string): RunEvent => ({ at: 1, type: 'planned', plan: planOf('vertex-ai', { id }) });
const PLANNED = planned('run');

async function folder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'veo-audit-journal-'));
}

describe('the journal on disk', () => {
  it('tells the whole run again', async () => {
    const bench = benchOf('vertex-ai');
    const place = await folder();
    const journal = await openJournal(place, 'run-vertex-ai-0a1b2c', redactor([SECRET]));
    const run = await runSmoke(planOf('vertex-ai'), bench.world, journal);
    await journal.close();
    assert.deepEqual(await readJournal(place, 'run-vertex-ai-0a1b2c'), run);
    assert.deepEqual(await listJournals(place), ['run-vertex-ai-0a1b2c']);
  });

  it('has the handle before the first poll leaves', async () => {
    const bench = benchOf('vertex-ai');
    const place = await folder();
    const journal = await openJournal(place, 'run', redactor([]));
    const transport: typeof bench.world.transport = async (request, signal) => {
      if (request.url.endsWith(':fetchPredictOperation')) {
        assert.match(
          await readFile(join(place, 'run.jsonl'), 'utf8'),
          /"type":"submitted","handle":"projects\/demo/,
        );
      }
      return bench.world.transport(request, signal);
    };
    const run = await runSmoke(planOf('vertex-ai'), { ...bench.world, transport }, journal);
    await journal.close();
    assert.equal(run.state, 'passed');
  });

  it('is read to its last whole line, and the next line does not stick to the torn one', async () => {
    const place = await folder();
    const first = await openJournal(place, 'run', redactor([]));
    await first.append(PLANNED);
    await first.close();
    await appendFile(join(place, 'run.jsonl'), '{"at":2,"type":"conf');
    assert.equal((await readJournal(place, 'run'))?.state, 'planned');
    const second = await openJournal(place, 'run', redactor([]));
    await second.append({ at: 3, type: 'resumed', deadlineAt: 9 });
    await second.append({
      at: 4,
      type: 'ended',
      state: 'abandoned',
      outcome: { failure: 'cancelled-early', message: '' },
    });
    await second.close();
    assert.equal((await readJournal(place, 'run'))?.state, 'abandoned');
  });

  it('names what cannot be read and reads the rest', async () => {
    const place = await folder();
    const line = (event: RunEvent): string => `${JSON.stringify(event)}\n`;
    const own = (id: string): string => line(planned(id));
    const plan = planOf('vertex-ai');
    const files: Readonly<Record<string, string>> = {
      good: own('good'),
      impossible: line({ at: 1, type: 'polling' }),
      newer: `${own('newer')}{"at":2,"type":"teleported"}\n`,
      'newer-field': `${own('newer-field')}{"at":2,"type":"submitting","to":"us"}\n`,
      'damaged-middle': `${own('damaged-middle')}\u0000\u0000\n${line({ at: 2, type: 'submitting' })}`,
      other: own('another'),
      path: line({ at: 1, type: 'planned', plan: { ...plan, id: '../../../dotfiles/AGENTS' } }),
      prototype: '{"__proto__":{"type":"planned"}}\n',
    };
    for (const [id, text] of Object.entries(files)) await writeFile(join(place, `${id}.jsonl`), text);
    await mkdir(join(place, 'old.jsonl'));
    await symlink('/dev/zero', join(place, 'zero.jsonl'));
    await writeFile(join(place, 'huge.jsonl'), '');
    await truncate(join(place, 'huge.jsonl'), 17 * 1024 * 1024);
    const { runs, broken } = await readJournals(place);
    assert.deepEqual(
      runs.map(({ plan: { id } }) => id),
      ['good'],
    );
    assert.deepEqual(broken, [
      { id: 'damaged-middle', reason: 'line 2 is damaged, or of a newer version' },
      { id: 'huge', reason: 'it is larger than 16 MB' },
      { id: 'impossible', reason: 'it begins with "polling" instead of "planned"' },
      { id: 'newer', reason: 'line 2 is damaged, or of a newer version' },
      { id: 'newer-field', reason: 'line 2 is damaged, or of a newer version' },
      { id: 'old', reason: 'it is a link or a folder' },
      { id: 'other', reason: 'it tells of another run, "another"' },
      { id: 'path', reason: 'line 1 is damaged, or of a newer version' },
      { id: 'prototype', reason: 'line 1 is damaged, or of a newer version' },
      { id: 'zero', reason: 'it is a link or a folder' },
    ]);
    for (const [id, text] of Object.entries(files))
      assert.equal(await readFile(join(place, `${id}.jsonl`), 'utf8'), text, id);
  });

  it('is not opened through a link, and not by a path', async () => {
    const place = await folder();
    await writeFile(join(place, 'elsewhere'), 'mine\n');
    await symlink(join(place, 'elsewhere'), join(place, 'run.jsonl'));
    await assert.rejects(openJournal(place, 'run', redactor([])), RecordPlaceError);
    await assert.rejects(openJournal(place, '../run', redactor([])), RecordPlaceError);
    assert.equal(await readFile(join(place, 'elsewhere'), 'utf8'), 'mine\n');
  });

  it('belongs to one process at a time', async () => {
    const place = await folder();
    const journal = await openJournal(place, 'run', redactor([]));
    await assert.rejects(openJournal(place, 'run', redactor([])), RunBusyError);
    await journal.close();
    await (await openJournal(place, 'run', redactor([]))).close();
  });

  it('is taken from a process that died, not from one that lives', async () => {
    const place = await folder();
    const release = await lockRun(place, 'run', { ...thisProcess(), pid: process.ppid, start: null });
    await assert.rejects(openJournal(place, 'run', redactor([])), RunBusyError);
    await release();
    await lockRun(place, 'run', deadHolder());
    await (await openJournal(place, 'run', redactor([]))).close();
  });

  it('holds no planted secret', async () => {
    const place = await folder();
    const journal = await openJournal(place, 'run', redactor([SECRET]));
    await journal.append({
      at: 1,
      type: 'planned',
      plan: planOf('vertex-ai', { route: { ...planOf('vertex-ai').route, labels: { key: SECRET } } }),
    });
    await journal.close();
    assert.ok(!(await readFile(join(place, 'run.jsonl'), 'utf8')).includes(SECRET));
  });
});

describe('the story of a run', () => {
  const submitting: readonly RunEvent[] = [
    PLANNED,
    { at: 2, type: 'confirmed', mostUsd: 1, ceilingUsd: 2, deadlineAt: 9 },
    { at: 3, type: 'submitting' },
  ];

  it('has no second submit while one is open or a job exists', () => {
    assert.throws(() => replay([...submitting, { at: 4, type: 'submitting' }]), BrokenJournalError);
    const submitted: RunEvent = { at: 4, type: 'submitted', handle: 'h', deadlineAt: 9 };
    assert.throws(
      () => replay([...submitting, submitted, { at: 5, type: 'submitting' }]),
      BrokenJournalError,
    );
    const refused = replay([...submitting, { at: 4, type: 'refused' }, { at: 5, type: 'submitting' }]);
    assert.equal(refused?.submitsSent, 2);
  });

  it('goes only where the table of states allows', () => {
    for (const state of RUN_STATES) {
      for (const next of RUN_STATES) {
        const run = replay(submitting);
        assert.ok(run);
        const event: RunEvent = {
          at: 5,
          type: 'ended',
          state: next,
          outcome: { failure: null, message: '' },
        };
        const go = () => reduceRun({ ...run, state }, event);
        if (TRANSITIONS[state].includes(next)) assert.equal(go().state, next);
        else assert.throws(go, BrokenJournalError, `${state} to ${next}`);
      }
    }
  });

  it('that ends with a submit on its way is given up, with what to look for', async () => {
    const run = replay(submitting);
    assert.ok(run);
    const bench = benchOf('vertex-ai');
    const resumed = await resumeSmoke(run, bench.world, bench.journal);
    assert.equal(resumed.outcome?.failure, 'lost-answer');
    assert.equal(bench.sent.length, 0);
  });
});
