// unbounded-polling: what it says of the loops that were found around requests.
import assert from 'node:assert/strict';
import { unboundedPolling } from '../../../src/audit/rules/unboundedPolling.ts';
import { findingsOf, placeOf } from './routeContext.ts';

describe('unbounded-polling', () => {
  const text = 'while (!operation.done) {\n  await sleep(10_000);\n}';

  it('marks the first line of the loop and says what to add', () => {
    const [found] = findingsOf(unboundedPolling, text, [], { pollingLoops: [placeOf(text, text)] });
    assert.equal(text.slice(found?.start, found?.end), 'while (!operation.done) {');
    assert.match(
      found?.message ?? '',
      /polls until the job is done.*deadline or a maximum number of attempts/,
    );
  });

  it('is silent where no loop was found or nobody looked', () => {
    assert.deepEqual(findingsOf(unboundedPolling, text, [], { pollingLoops: [] }), []);
    assert.deepEqual(findingsOf(unboundedPolling, text, []), []);
  });
});
