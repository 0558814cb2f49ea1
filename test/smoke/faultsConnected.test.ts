// Faults over a real connection: they end as the ones in memory do, and no more than one job is started.
import assert from 'node:assert/strict';
import type { Fault } from '../../src/simulator/faults.ts';
import { startSimulator } from '../../src/simulator/server.ts';
import { fetchTransport } from '../../src/smoke/http.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { createLimiter } from '../../src/smoke/limits.ts';
import type { Run } from '../../src/smoke/run.ts';
import { runSmoke } from '../../src/smoke/runner.ts';
import type { FamilyId } from '../../src/smoke/types.ts';
import { benchOf, CATALOG, FAMILY_NAMES, planOf, routeOf, SERVED, seeded } from './harness.ts';
import { connectedClock } from './virtualClock.ts';

const PASSED = 'passed/null';
const LOST = 'abandoned/lost-answer';

/** Where jobs are listed, the one whose answer was lost is found there. */
const LISTING: ReadonlySet<FamilyId> = new Set(['openai-videos']);

function endOf(run: Run): string {
  return `${run.state}/${run.outcome?.failure ?? null}`;
}

/** A run against a simulator that listens on a port. */
async function playConnected(
  family: FamilyId,
  fault: Fault,
): Promise<{ readonly run: Run; readonly jobs: number }> {
  const clock = connectedClock();
  const { asOf } = SERVED[family];
  const simulator = await startSimulator({
    catalog: CATALOG,
    asOf,
    clock,
    random: seeded(5),
    faults: [fault],
  });
  try {
    const host = new URL(simulator.origin).host;
    const { world, journal } = benchOf(
      family,
      {},
      {
        clock,
        transport: fetchTransport(),
        keys: keyRing([fixedKey([host], 'simulated-key')]),
        limiter: createLimiter(clock),
      },
    );
    const run = await runSmoke(planOf(family, { route: routeOf(family, simulator.origin) }), world, journal);
    return { run, jobs: simulator.world.jobs.size };
  } finally {
    await simulator.close();
  }
}

describe('faults over a real connection', () => {
  const OVER_CONNECTIONS: readonly (readonly [Fault, string])[] = [
    [{ fault: 'lost-answer', at: 'submit' }, LOST],
    [{ fault: 'lost-answer', at: 'poll' }, PASSED],
    [{ fault: 'cut-off', at: 'download' }, PASSED],
    [{ fault: 'slow-bytes', at: 'download', seconds: 60 }, PASSED],
    [{ fault: 'redirect-away', at: 'submit' }, 'failed/redirected'],
    [{ fault: 'malformed-json', at: 'submit' }, LOST],
  ];
  for (const family of FAMILY_NAMES) {
    it(`end as they do in memory: ${family}`, async () => {
      for (const [fault, expected] of OVER_CONNECTIONS) {
        const { run, jobs } = await playConnected(family, fault);
        assert.equal(
          endOf(run),
          expected === LOST && LISTING.has(family) ? PASSED : expected,
          `${fault.fault}@${fault.at} on ${family}: ${run.outcome?.message}`,
        );
        assert.ok(jobs <= 1, `${fault.fault}@${fault.at} on ${family} started ${jobs} jobs`);
        assert.equal(run.simulated, true, 'a simulator was taken for the real thing');
      }
    });
  }
});
