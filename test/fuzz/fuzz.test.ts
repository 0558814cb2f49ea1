// A short run of the fuzz with a fixed seed; `npm run fuzz` goes on for as long as one likes.
import assert from 'node:assert/strict';
import { fuzz } from './run.ts';

describe('damaged texts of the corpora', () => {
  it('are read without an error, with places inside them and fixes that change nothing a second time', async function () {
    this.timeout(60_000);
    const { failures } = await fuzz({ seed: 20261124, runs: 300, growthEvery: 0 });
    assert.deepEqual(
      failures.map(({ index, check, path, error }) => `${index} ${check} ${path}: ${error}`),
      [],
    );
  });
});
