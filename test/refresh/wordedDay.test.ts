// Days as pages write them.
import assert from 'node:assert/strict';
import { asShutdown, wordedDay } from '../../src/refresh/wordedDay.ts';

const FIXED = { kind: 'fixed', day: '2026-11-17' };
const FLOOR = { kind: 'notBefore', day: '2026-11-17' };

describe('wordedDay', () => {
  for (const [text, expected] of [
    ['November 17, 2026', FIXED],
    ['Nov 17, 2026', FIXED],
    ['Nov. 17th, 2026', FIXED],
    ['17 November 2026', FIXED],
    ['2026-11-17', FIXED],
    ['November 17, 2026[1]', FIXED],
    ['Retired on November 17, 2026.', FIXED],
    ['November 17, 2026 or later', FLOOR],
    ['Not before November 17, 2026', FLOOR],
    ['No sooner than November 17, 2026', FLOOR],
    ['No earlier than 2026-11-17', FLOOR],
    ['November 17, 2026 at the earliest', FLOOR],
    ['November 2026', { kind: 'notBefore', day: '2026-11-01' }],
    ['No retirement date announced', { kind: 'none' }],
    ['No shutdown date announced', { kind: 'none' }],
    ['Not yet announced', { kind: 'none' }],
    ['TBD', { kind: 'none' }],
    ['—', { kind: 'none' }],
    ['11/17/2026', null],
    ['November 31, 2026', null],
    ['17 novembre 2026', null],
    ['2026年11月17日', null],
    ['Q4 2026', null],
    ['when a replacement is released', null],
    ['May 1, 2026, extended to November 17, 2026', null],
  ] as const) {
    it(`reads ${JSON.stringify(text)} as ${expected === null ? 'no day' : JSON.stringify(expected)}`, () => {
      assert.deepEqual(asShutdown(wordedDay(text)), expected);
    });
  }

  it('says that a day stands in a sentence of its own making', () => {
    const worded = wordedDay('Existing customers keep access until November 17, 2026');
    assert.deepEqual(asShutdown(worded), FIXED);
    assert.equal(worded.kind === 'day' && worded.inProse, true);
  });
});
