// `veo-audit simulate`: the simulator as a server of its own.
import assert from 'node:assert/strict';
import { simulateCommand } from '../../src/cli/simulate.ts';
import { smokeCommand } from '../../src/cli/smoke.ts';
import { startSimulator } from '../../src/simulator/server.ts';
import { scaledClock } from '../../src/smoke/clock.ts';
import { SIMULATED_HEADER } from '../../src/smoke/simulatedMark.ts';
import { desk, refusal, VERTEX } from './desk.ts';
import { CATALOG, seeded } from './harness.ts';

describe('veo-audit simulate', () => {
  it('serves until it is told to stop, and shows what it was asked', async () => {
    const { context, said } = await desk();
    let stop = () => {};
    const until = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const running = simulateCommand(
      ['--port', '0', '--job-seconds', '0', '--fault', 'overloaded@submit'],
      context,
      until,
    );
    while (said.out === '') await new Promise((resolve) => setTimeout(resolve, 5));
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0] ?? assert.fail(said.out);
    try {
      const post = () =>
        fetch(`${origin}/v1/videos`, {
          method: 'POST',
          headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
          body: JSON.stringify({ model: 'veo-3.1-generate-001', prompt: 'A boat.' }),
        });
      assert.equal((await post()).status, 503);
      const accepted = await post();
      assert.equal(accepted.status, 200);
      assert.equal(accepted.headers.get(SIMULATED_HEADER), 'true');
      const state: {
        readonly simulated: boolean;
        readonly jobs: readonly unknown[];
        readonly log: readonly unknown[];
      } = await (await fetch(`${origin}/_simulator`)).json();
      assert.deepEqual([state.simulated, state.jobs.length, state.log.length], [true, 1, 2]);
      const added = await fetch(`${origin}/_simulator/faults`, {
        method: 'POST',
        headers: { 'x-veo-simulator': 'control' },
        body: '[{"fault": "forbidden", "at": "submit"}]',
      });
      assert.equal(added.status, 200);
      const byPage = await fetch(`${origin}/_simulator/faults`, {
        method: 'POST',
        body: '[{"fault": "overloaded", "at": "submit"}]',
      });
      assert.equal(byPage.status, 403);
      assert.equal((await post()).status, 403);
    } finally {
      stop();
    }
    assert.equal(await running, 0);
    await assert.rejects(fetch(origin));
  });

  it('says which port is taken', async () => {
    const { context } = await desk();
    await assert.rejects(simulateCommand(['--port', '99999'], context), refusal(/--port/));
  });
});

describe('veo-audit smoke --simulator', () => {
  it('goes at the speed of the simulator, so that no deadline passes before the job is made', async () => {
    const clock = scaledClock(100);
    const options = { catalog: CATALOG, asOf: '2026-11-21', clock, random: seeded(1) } as const;
    const simulator = await startSimulator(options);
    try {
      const { context, said } = await desk();
      const args = [...VERTEX, '--simulator', simulator.origin, '--speed', '20000'];
      assert.equal(await smokeCommand(args, context), 0, said.err);
      assert.match(said.out, /^passed/);
      assert.match(said.err, /^The simulator at \S+ runs at speed 100, so --speed 20000 has no effect\./);
    } finally {
      await simulator.close();
    }
  });
});
