// What one command runs side by side shares its limits, and one that breaks off leaves the others alone.
import assert from 'node:assert/strict';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '../../src/simulator/core.ts';
import { endingOf, proofsOf } from '../../src/smoke/ending.ts';
import { fixedKey } from '../../src/smoke/keys.ts';
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
});
