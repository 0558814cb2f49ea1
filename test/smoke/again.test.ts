// Interrupted simulations go on at a simulator that is started anew, with the jobs that the journals name.
import assert from 'node:assert/strict';
import { simulateAgain } from '../../src/simulator/again.ts';
import { createSimulator } from '../../src/simulator/core.ts';
import { startSimulator } from '../../src/simulator/server.ts';
import { fetchTransport } from '../../src/smoke/http.ts';
import { fixedKey, keyRing } from '../../src/smoke/keys.ts';
import { createLimiter } from '../../src/smoke/limits.ts';
import { type Run, replay } from '../../src/smoke/run.ts';
import { resumeSmoke, runSmoke } from '../../src/smoke/runner.ts';
import { benchOf, CATALOG, FAMILY_NAMES, planOf, routeOf, SERVED, seeded } from './harness.ts';
import { connectedClock, virtualClock } from './virtualClock.ts';

describe('a simulator that is started again', () => {
  for (const family of FAMILY_NAMES) {
    it(`knows the job of an interrupted run: ${family}`, async () => {
      const clock = connectedClock();
      const options = { catalog: CATALOG, asOf: SERVED[family].asOf, clock, random: seeded(4) };
      const first = await startSimulator(options);
      const host = new URL(first.origin).host;
      const bench = benchOf(
        family,
        {},
        {
          clock,
          transport: fetchTransport(),
          keys: keyRing([fixedKey([host], 'simulated-key')]),
          limiter: createLimiter(clock),
        },
      );
      const plan = planOf(family, { route: routeOf(family, first.origin), simulated: true });
      await runSmoke(plan, bench.world, bench.journal).finally(() => first.close());
      const cut = bench.events.findIndex(({ type }) => type === 'polling') + 1;
      const interrupted: Run = replay(bench.events.slice(0, cut)) ?? assert.fail();
      const [second] = await simulateAgain([interrupted], options);
      try {
        const resumed = await resumeSmoke(interrupted, bench.world, bench.journal);
        assert.equal(resumed.state, 'passed', resumed.outcome?.message);
        assert.equal(resumed.handle, interrupted.handle);
        assert.equal(second?.world.jobs.size, 1);
        assert.equal(second?.world.log.filter(({ step }) => step === 'submit').length, 0);
      } finally {
        await second?.close();
      }
    });
  }

  it('keeps to this machine', async () => {
    const run = replay([{ at: 0, type: 'planned', plan: planOf('vertex-ai') }]) ?? assert.fail();
    const options = { catalog: CATALOG, asOf: '2026-11-21', clock: virtualClock(), random: seeded(1) };
    await assert.rejects(simulateAgain([run], options), /was not on this machine/);
  });

  it('leaves jobs that it knows as they are, and numbers new ones on', () => {
    const { world } = createSimulator({
      catalog: CATALOG,
      asOf: '2026-11-21',
      clock: virtualClock(),
      random: seeded(1),
    });
    const video = { seconds: 4, width: 1280, height: 720, audio: true };
    const job = { surface: 'vertex-ai', model: 'm', prompt: 'p', video, count: 1 };
    world.adopt([{ ...job, id: 'sim0001aaaaaa' }]);
    world.adopt([{ ...job, id: 'sim0001aaaaaa', prompt: 'another' }]);
    assert.equal(world.find('sim0001aaaaaa')?.prompt, 'p');
    world.accept(job);
    assert.equal(world.jobs.size, 2);
  });
});
