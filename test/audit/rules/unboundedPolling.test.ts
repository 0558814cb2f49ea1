// unbounded-polling: what it says of the loops that were found around requests.
import assert from 'node:assert/strict';
import { unboundedPolling } from '../../../src/audit/rules/unboundedPolling.ts';
import { findingsOf, placeOf } from './routeContext.ts';

describe('unbounded-polling', () => {
  const text = 'while (!operation.done) {\n  await sleep(10_000);\n}';

  it('marks the first line of the loop and says how long a video takes', () => {
    const [found] = findingsOf(unboundedPolling, text, [], { pollingLoops: [placeOf(text, text)] });
    assert.equal(text.slice(found?.start, found?.end), 'while (!operation.done) {');
    assert.match(
      found?.message ?? '',
      /deadline or a cap on attempts.*11 to 360 seconds \(source: Third-party engineering note, all official pages opened 2026-10-04\)/,
    );
  });

  it('is silent where no loop was found or nobody looked', () => {
    assert.deepEqual(findingsOf(unboundedPolling, text, [], { pollingLoops: [] }), []);
    assert.deepEqual(findingsOf(unboundedPolling, text, []), []);
  });
});
