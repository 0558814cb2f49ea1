// Two commands on one workspace share a surface's requests per minute, by what their journals tell.
import assert from 'node:assert/strict';
import { appendFile, mkdtemp, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '../../src/simulator/core.ts';
import { smokeFolders } from '../../src/smoke/folders.ts';
import { journalPath, openJournal } from '../../src/smoke/journal.ts';
import { fixedKey } from '../../src/smoke/keys.ts';
import { createLimiter } from '../../src/smoke/limits.ts';
import type { Plan } from '../../src/smoke/run.ts';
import { submitsElsewhere } from '../../src/smoke/submitsElsewhere.ts';
import { proveTogether, type SmokeOrder } from '../../src/smoke/together.ts';
import { CATALOG, HOST, planOf, requestOf, routeOf, SECRET, seeded, simulatorTransport } from './harness.ts';
import { connectedClock, virtualClock } from './virtualClock.ts';

const newFolder = () => mkdtemp(join(tmpdir(), 'veo-audit-elsewhere-'));

/** A journal with submits at these times. */
async function journalOf(folder: string, id: string, times: readonly number[], plan: Partial<Plan> = {}) {
  const journal = await openJournal(folder, id, (text) => text);
  await journal.append({ at: 0, type: 'planned', plan: planOf('vertex-ai', { id, ...plan }) });
  for (const at of times) await journal.append({ at, type: 'submitting' });
  await journal.close();
}

describe('what other processes send', () => {
  it('is told by the journals of their live runs on the surface, broken lines or not', async () => {
    const folder = smokeFolders(await newFolder()).journal;
    await journalOf(folder, 'run-b', [7_000, 9_000]);
    await journalOf(folder, 'run-a', [8_000]);
    await journalOf(folder, 'run-own', [1_000]);
    await journalOf(folder, 'run-simulated', [2_000], { simulated: true });
    await journalOf(folder, 'run-other', [3_000], { route: routeOf('openrouter') });
    await journalOf(folder, 'run-old', [4_000]);
    const longAgo = Date.now() / 1000 - 300;
    await utimes(journalPath(folder, 'run-old'), longAgo, longAgo);
    await appendFile(journalPath(folder, 'run-b'), '{"at": 9500, "type": "submi');
    const isOwn = (id: string) => id === 'run-own';
    assert.deepEqual(await submitsElsewhere(folder, 'vertex-ai', isOwn), [7_000, 8_000, 9_000]);
    assert.deepEqual(await submitsElsewhere(join(folder, 'nowhere'), 'vertex-ai', isOwn), []);
  });

  it('counts for the next turn as what this one has sent', async () => {
    const clock = virtualClock();
    const began = clock.now();
    const limiter = createLimiter(clock, async () => [began - 50_000, began - 20_000]);
    await limiter.turn('vertex-ai', { requestsPerMinute: 2, concurrentJobs: 9 });
    assert.equal(clock.now() - began, 10_000);
    assert.equal(limiter.waitMs('vertex-ai', { requestsPerMinute: 2, concurrentJobs: 9 }), 30_000);
  });

  it('leaves a command what the limit of the surface has left', async () => {
    const folder = await newFolder();
    // What is on its way to the disk needs time, too.
    const clock = connectedClock();
    const began = clock.now();
    const simulator = createSimulator({ catalog: CATALOG, asOf: '2026-11-21', clock, random: seeded(1) });
    const submits = new Map<string, number>();
    const order: SmokeOrder = {
      catalog: CATALOG,
      asOf: '2026-11-21',
      version: '1.0.0',
      simulated: false,
      ceilingUsd: 50,
      controlledFailure: false,
      keys: [fixedKey([HOST], SECRET)],
      clock,
      videoWorker: undefined,
      signal: new AbortController().signal,
      transport: simulatorTransport(simulator, clock),
      standIns: async () => [],
      confirm: async () => true,
      onEvent: (id, { submitsSent }) => {
        if (submitsSent === 1 && !submits.has(id)) submits.set(id, clock.now() - began);
      },
    };
    // Ten a minute are assumed; another command has sent nine.
    const route = routeOf('openrouter');
    await journalOf(smokeFolders(folder).journal, 'run-other', Array(9).fill(began), { route });
    const tasks = ['a', 'b', 'c'].map((id) => ({ id, folder, route, request: requestOf('openrouter') }));
    await proveTogether(tasks, [], order);
    const [first = 0, ...others] = [...submits.values()].sort((one, other) => one - other);
    assert.ok(first < 60_000, `the first after ${first} ms`);
    assert.ok(others.length === 2 && others.every((at) => at >= 60_000), `the others after ${others} ms`);
  });
});
