// What one command runs side by side shares its limits, and one that breaks off leaves the others alone.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '../../src/simulator/core.ts';
import { endingOf, proofsOf } from '../../src/smoke/ending.ts';
import { smokeFolders } from '../../src/smoke/folders.ts';
import { fixedKey } from '../../src/smoke/keys.ts';
import { openRuns } from '../../src/smoke/prove.ts';
import type { Run } from '../../src/smoke/run.ts';
import { type Confirmation, proveTogether, type SmokeOrder } from '../../src/smoke/together.ts';
import { CATALOG, HOST, requestOf, routeOf, SECRET, seeded, simulatorTransport } from './harness.ts';
import { virtualClock } from './virtualClock.ts';

const ORIGIN = 'http://127.0.0.1:8788';

/** An order whose transport leads to a simulator, and the keys and questions that it sees. */
function orderWith(changes: Partial<SmokeOrder>) {
  const clock = virtualClock();
  const simulator = createSimulator({ catalog: CATALOG, asOf: '2026-11-21', clock, random: seeded(1) });
  const inner = simulatorTransport(simulator, clock);
  const [sent, asked, heard]: [string[], Confirmation[], Set<string>] = [[], [], new Set()];
  const order: SmokeOrder = {
    catalog: CATALOG,
    asOf: '2026-11-21',
    version: '1.0.0',
    simulated: false,
    ceilingUsd: 5,
    controlledFailure: false,
    keys: [fixedKey([HOST, '127.0.0.1:8788'], SECRET)],
    signal: new AbortController().signal,
    clock,
    transport: (request, signal) => {
      const { host, pathname, search } = new URL(request.url);
      sent.push(
        `${host} ${Object.values(request.headers).find((value) => value.endsWith('key') || value.includes(SECRET))}`,
      );
      return inner({ ...request, url: `https://${HOST}${pathname}${search}` }, signal);
    },
    videoWorker: undefined,
    standIns: async () => [{ origin: ORIGIN, close: async () => {} }],
    confirm: async (question) => asked.push(question) > 0,
    onEvent: (id) => heard.add(id),
    ...changes,
  };
  return { order, sent, asked, heard };
}

const taskIn = (id: string, folder: string) => {
  const route = { ...routeOf('openrouter'), name: `${id} ${SECRET}` };
  return { id, folder, route, request: requestOf('openrouter') };
};
const newFolder = () => mkdtemp(join(tmpdir(), 'veo-audit-together-'));

describe('what one command runs side by side', () => {
  it('is told of each by itself: one that breaks off takes no proof from the others', async () => {
    const [good, bad] = [await newFolder(), await newFolder()];
    await writeFile(join(bad, '.veo-audit'), 'a file in the place of the folder');
    const { order, heard } = orderWith({});
    const attempts = await proveTogether([taskIn('bad', bad), taskIn('good', good)], [], order);
    assert.deepEqual(
      attempts.map((attempt) => endingOf(proofsOf(attempt))?.end ?? attempt.status),
      ['rejected', 'passed'],
    );
    assert.deepEqual([...heard], ['good']);
  });

  it('stays under one ceiling, and no question holds a key that was used', async () => {
    const folder = await newFolder();
    const { order, asked } = orderWith({ ceilingUsd: 0.5 });
    const attempts = await proveTogether([taskIn('first', folder), taskIn('second', folder)], [], order);
    // Side by side: either may be the first to ask.
    const failures = attempts.map((attempt) => endingOf(proofsOf(attempt))?.failure ?? 'none');
    assert.deepEqual(failures.toSorted(), ['none', 'over-ceiling']);
    assert.ok(asked.length > 0 && !JSON.stringify(asked).includes(SECRET), JSON.stringify(asked));
  });

  it('sends simulations to the stand-in without a real key or a question, and the refusal that they must meet', async () => {
    const { order, sent, asked } = orderWith({ simulated: true });
    const [attempt] = await proveTogether([taskIn('one', await newFolder())], [], order);
    assert.deepEqual([...new Set(sent)], ['127.0.0.1:8788 Bearer simulated-key']);
    assert.deepEqual(asked, []);
    const kinds = attempt === undefined ? [] : proofsOf(attempt).map(({ evidence }) => evidence.kind);
    assert.deepEqual(kinds, ['smoke', 'controlled-failure']);
  });

  it('is nothing where nothing is asked for, and starts no stand-in', async () => {
    const { order } = orderWith({ simulated: true, standIns: () => assert.fail('it started one') });
    assert.deepEqual(await proveTogether([], [], order), []);
  });

  it('stops each stand-in, when the last run is over', async () => {
    const told: string[] = [];
    const standIn = (name: string) => ({
      origin: ORIGIN,
      close: async () => {
        told.push(name);
      },
    });
    const { order } = orderWith({
      simulated: true,
      standIns: async () => [standIn('first'), standIn('second')],
      onEvent: (_id, _run, sentence) => {
        if (sentence?.text.startsWith('passed')) told.push('passed');
      },
    });
    await proveTogether([taskIn('one', await newFolder())], [], order);
    assert.deepEqual(told, ['passed', 'passed', 'first', 'second']);
    told.length = 0;
    const broken = { ...taskIn('one', await newFolder()), route: { ...routeOf('openrouter'), model: '' } };
    Object.defineProperty(broken, 'request', { get: () => assert.fail('it cannot be planned') });
    await assert.rejects(proveTogether([broken], [], order), /cannot be planned/);
    assert.deepEqual(told, ['first', 'second']);
  });

  it('goes out as it was asked for: to its own host, of its day, in its time, by the request of its route', async () => {
    const folder = await newFolder();
    const { order, sent } = orderWith({ controlledFailure: true });
    const task = { ...taskIn('one', folder), requestFrom: 'route', deadlineMs: 77_000 } as const;
    const runs: Run[] = [];
    const attempts = await proveTogether([task], [], { ...order, onEvent: (_id, run) => runs.push(run) });
    assert.deepEqual([...new Set(sent.map((line) => line.split(' ')[0]))], [HOST]);
    const [first] = runs;
    assert.deepEqual(
      [first?.plan.deadlineMs, first?.plan.requestFrom, first?.plan.simulated, first?.plan.asOf],
      [77_000, 'route', false, '2026-11-21'],
    );
    assert.match(first?.plan.id ?? '', /-[0-9a-f]{6}$/);
    const [proof, refusal] = attempts.flatMap(proofsOf);
    assert.deepEqual([proof?.evidence.tool.version, refusal?.evidence.kind], ['1.0.0', 'controlled-failure']);
  });

  it('asks with all that there is to know, and takes a no for a no', async () => {
    const { order, sent } = orderWith({});
    const asked: Confirmation[] = [];
    const confirm = async (question: Confirmation) => {
      asked.push(question);
      return false;
    };
    const [attempt] = await proveTogether([taskIn('one', await newFolder())], [], { ...order, confirm });
    assert.equal(attempt && endingOf(proofsOf(attempt))?.failure, 'not-confirmed');
    assert.deepEqual([asked.length, sent.filter((line) => line.includes('POST'))], [1, []]);
    const [question] = asked;
    assert.ok(question);
    const { text, ...rest } = question;
    assert.deepEqual(rest, {
      kind: 'smoke',
      route: 'one [redacted]',
      host: HOST,
      mostUsd: rest.mostUsd,
      prompt: requestOf('openrouter').prompt,
    });
    assert.ok(rest.mostUsd === null || rest.mostUsd > 0);
    assert.match(text, /^Send one request to google\/veo-3\.1-fast on OpenRouter at simulator\.example/);
  });

  it('sends no request that must be refused, unless that is wanted or costs nothing', async () => {
    for (const [changes, kinds] of [
      [{}, ['smoke']],
      [{ controlledFailure: true }, ['smoke', 'controlled-failure']],
      [{ simulated: true }, ['smoke', 'controlled-failure']],
    ] as const) {
      const { order } = orderWith(changes);
      const attempts = await proveTogether([taskIn('one', await newFolder())], [], order);
      assert.deepEqual(
        attempts.flatMap(proofsOf).map(({ evidence }) => evidence.kind),
        kinds,
      );
    }
  });

  it('goes on with a run of before under its own name, and sends nothing anew', async () => {
    const folder = await newFolder();
    const cancel = new AbortController();
    const { order, heard } = orderWith({});
    const stopped = await proveTogether([taskIn('one', folder)], [], {
      ...order,
      signal: cancel.signal,
      onEvent: (_id, _run, sentence) => {
        if (sentence?.text.startsWith('polling')) cancel.abort();
      },
    });
    assert.equal(stopped[0] && endingOf(proofsOf(stopped[0]))?.failure, 'cancelled');
    const { open } = await openRuns(smokeFolders(folder));
    const [run] = open;
    assert.ok(run);
    const [attempt] = await proveTogether([], [{ folder, run }], order);
    assert.equal(attempt && endingOf(proofsOf(attempt))?.end, 'passed');
    assert.deepEqual([...heard], [run.plan.id]);
    assert.equal(attempt && proofsOf(attempt)[0]?.evidence.submits.sent, 1);
  });
});
