// The lines of a journal: one for each event, in a file that a crash, a full disk or another program may have damaged.
import assert from 'node:assert/strict';
import { type FileHandle, mkdtemp, open, readFile, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listJournals, openJournal, readJournal, readJournals } from '../../src/smoke/journal.ts';
import { lineOf } from '../../src/smoke/journalSchema.ts';
import { BrokenJournalError, type RunEvent } from '../../src/smoke/run.ts';
import { RecordPlaceError } from '../../src/workspace/records.ts';
import { planOf } from './harness.ts';

const planned = (id = 'run'): RunEvent => ({ at: 1, type: 'planned', plan: planOf('vertex-ai', { id }) });
const CONFIRMED: RunEvent = { at: 2, type: 'confirmed', mostUsd: 1, ceilingUsd: 2, deadlineAt: 9 };
const RESUMED: RunEvent = { at: 3, type: 'resumed', deadlineAt: 19 };
const TO_VERIFYING: readonly RunEvent[] = [
  planned(),
  CONFIRMED,
  { at: 3, type: 'submitting' },
  { at: 4, type: 'submitted', handle: 'h', deadlineAt: 9 },
  { at: 5, type: 'polling' },
  { at: 6, type: 'finished', videos: 1, filtered: 0, reasons: [], reportedUsd: null },
  { at: 7, type: 'stored', video: { file: 'a.mp4', bytes: 1, sha256: 'x' } },
  { at: 8, type: 'verifying' },
];
const VERIFIED: RunEvent = { at: 9, type: 'verified', reports: [] };
const TORN = '{"at":2,"type":"conf';

const place = () => mkdtemp(join(tmpdir(), 'veo-audit-lines-'));
const same = (text: string) => text;
const linesOf = (...events: readonly RunEvent[]) => events.map((event) => `${lineOf(event)}\n`).join('');

/** A folder with one journal of that text. */
async function folderWith(text: string, id = 'run'): Promise<string> {
  const folder = await place();
  await writeFile(join(folder, `${id}.jsonl`), text);
  return folder;
}

/** What happens to files while `work` runs: each call of a file's method goes to `meet` first. */
async function watching(
  meet: (method: string, file: FileHandle) => Promise<void>,
  work: () => Promise<void>,
) {
  const file = await open(join(await place(), 'any'), 'w');
  const methods: object = Object.getPrototypeOf(file);
  await file.close();
  const names = ['appendFile', 'datasync', 'sync'];
  const before = names.map((name) => [name, Reflect.get(methods, name)] as const);
  for (const [name, method] of before)
    Reflect.set(methods, name, async function (this: FileHandle, ...rest: unknown[]) {
      await meet(name, this);
      return method.apply(this, rest);
    });
  try {
    await work();
  } finally {
    for (const [name, method] of before) Reflect.set(methods, name, method);
  }
}

describe('the lines of a journal', () => {
  it('are one for each event and nothing else, however often it is opened', async () => {
    const folder = await place();
    for (const event of [planned(), CONFIRMED, RESUMED]) {
      const journal = await openJournal(folder, 'run', same);
      await journal.append(event);
      await journal.append(RESUMED);
      await journal.close();
    }
    assert.equal(
      await readFile(join(folder, 'run.jsonl'), 'utf8'),
      linesOf(planned(), RESUMED, CONFIRMED, RESUMED, RESUMED, RESUMED),
    );
  });

  it('are on the disk with the name of their file before anything goes on', async () => {
    const folder = await place();
    const calls: string[] = [];
    await watching(
      async (method) => {
        calls.push(method);
      },
      async () => {
        const journal = await openJournal(folder, 'run', same);
        calls.push('opened');
        await journal.append(planned());
        calls.push('appended');
        await journal.close();
      },
    );
    assert.deepEqual(calls.slice(calls.indexOf('opened') - 1), [
      'sync',
      'opened',
      'appendFile',
      'datasync',
      'appended',
    ]);
  });

  it('are not swallowed by one of which a full disk took half', async () => {
    const folder = await place();
    let isFull = false;
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
    await watching(
      async (method, file) => {
        if (!isFull || method !== 'appendFile') return;
        await file.write(TORN);
        throw full;
      },
      async () => {
        const journal = await openJournal(folder, 'run', same);
        await journal.append(planned());
        isFull = true;
        await assert.rejects(journal.append(CONFIRMED), full);
        isFull = false;
        await journal.append(RESUMED);
        await journal.close();
      },
    );
    const text = await readFile(join(folder, 'run.jsonl'), 'utf8');
    assert.equal(text, `${linesOf(planned())}${TORN}\n${linesOf(RESUMED)}`);
    assert.equal((await readJournal(folder, 'run'))?.resumes, 1);
  });

  it('are read though others are empty', async () => {
    const folder = await folderWith(`\n${linesOf(planned())}\n\n${linesOf(CONFIRMED)}\n`);
    assert.equal((await readJournal(folder, 'run'))?.state, 'confirmed');
  });

  it('may follow a torn one where a run goes on, or only the check of its video was left', async () => {
    const whole = await folderWith(`${linesOf(...TO_VERIFYING)}${TORN}\n${linesOf(VERIFIED)}`);
    assert.deepEqual((await readJournal(whole, 'run'))?.reports, []);
    for (const [before, after] of [
      [[planned()], CONFIRMED],
      [TO_VERIFYING.slice(0, -1), TO_VERIFYING.at(-1) ?? assert.fail()],
      [[], planned()],
    ] as const)
      await assert.rejects(
        readJournal(await folderWith(`${linesOf(...before)}${TORN}\n${linesOf(after)}`), 'run'),
        new BrokenJournalError(`line ${before.length + 1} is damaged, or of a newer version`),
      );
    await assert.rejects(
      readJournal(await folderWith(`${linesOf(planned())}${TORN}\n${TORN}\n`), 'run'),
      new BrokenJournalError('line 2 is damaged, or of a newer version'),
    );
  });

  it('of another run are named by the beginning of its name', async () => {
    const folder = await folderWith(linesOf(planned('x'.repeat(100))));
    await assert.rejects(
      readJournal(folder, 'run'),
      new BrokenJournalError(`it tells of another run, "${'x'.repeat(80)}"`),
    );
  });
});

describe('the journals of a folder', () => {
  it('are not opened where one is a link, with what to do', async () => {
    const folder = await place();
    await symlink(join(folder, 'elsewhere'), join(folder, 'run.jsonl'));
    await assert.rejects(
      openJournal(folder, 'run', same),
      new RecordPlaceError(`${folder}/run.jsonl is a link or a folder, and no journal. Remove it.`),
    );
  });

  it('are none where there is no folder', async () => {
    assert.deepEqual(await listJournals(join(await place(), 'none')), []);
    assert.equal(await readJournal(join(await place(), 'none'), 'run'), null);
  });

  it('are the files with its ending and the name of a run, in their order', async () => {
    const folder = await folderWith(linesOf(planned('b')), 'b');
    for (const name of ['a.jsonl', 'a.lock', 'b.json', '.hidden.jsonl', 'jsonl'])
      await writeFile(join(folder, name), '');
    assert.deepEqual(await listJournals(folder), ['a', 'b']);
    const { runs, broken } = await readJournals(folder);
    assert.deepEqual([runs.map(({ plan }) => plan.id), broken], [['b'], []]);
  });
});
