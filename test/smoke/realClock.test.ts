// The clock of a run: its time and its waits go at one speed, and a wait ends with its signal.
import assert from 'node:assert/strict';
import { scaledClock } from '../../src/smoke/clock.ts';

const LONG = 3_600_000;

describe('the clock of a run', () => {
  it("is the machine's, unless it goes faster", async () => {
    const [plain, fast] = [scaledClock(), scaledClock(1_000)];
    const before = Date.now();
    await plain.sleep(20);
    const passed = Date.now() - before;
    assert.ok(passed >= 15, `it waited ${passed} ms`);
    assert.ok(Math.abs(plain.now() - Date.now()) < 1_000);
    const since = fast.now() - before;
    assert.ok(since >= 15_000, `${since} ms went by`);
    assert.equal(fast.now() % 1, 0);
  });

  it('waits the shorter, the faster it goes', async () => {
    const before = Date.now();
    await scaledClock(1_000_000).sleep(LONG);
    assert.ok(Date.now() - before < LONG / 100);
  });

  it('ends a wait with its signal, also one that had ended before, and keeps no listener', async () => {
    const cancel = new AbortController();
    let listeners = 0;
    const signal = new Proxy(cancel.signal, {
      get: (target, name) => {
        if (name === 'addEventListener') listeners += 1;
        if (name === 'removeEventListener') listeners -= 1;
        const found: unknown = Reflect.get(target, name);
        return typeof found === 'function' ? found.bind(target) : found;
      },
    });
    await scaledClock().sleep(1, signal);
    assert.equal(listeners, 0);
    const waiting = scaledClock().sleep(LONG, signal);
    cancel.abort();
    await waiting;
    await scaledClock().sleep(LONG, signal);
  });
});
