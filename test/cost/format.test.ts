// Dollars as people read them, and arithmetic without dust.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatUsd, formatUsdPerSecond, formatUsdRange } from '../../src/cost/format.ts';
import { timesUsd } from '../../src/cost/money.ts';

describe('formatting of dollars', () => {
  for (const [usd, text] of [
    [3.2, '$3.20'],
    [0.064, '$0.064'],
    [12800, '$12,800.00'],
    [0, '$0.00'],
  ] as const) {
    it(`writes ${usd} as ${text}`, () => assert.equal(formatUsd(usd), text));
  }

  it('writes a range only where its ends differ', () => {
    assert.equal(formatUsdPerSecond({ min: 0.4, max: 0.4 }), '$0.40 per second');
    assert.equal(formatUsdPerSecond({ min: 0.08, max: 0.12 }), '$0.08–$0.12 per second');
    assert.equal(formatUsdRange({ min: 1.6, max: 3.2 }), '$1.60–$3.20');
  });

  it('writes every amount in millionths of a dollar as Intl does', () => {
    const dollars = new Intl.NumberFormat('en-US', {
      style: 'currency',
      currency: 'USD',
      minimumFractionDigits: 2,
      maximumFractionDigits: 6,
    });
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 13 }), (millionths) => {
        assert.equal(formatUsd(millionths / 1e6), dollars.format(millionths / 1e6));
      }),
    );
  });
});

describe('timesUsd', () => {
  it('leaves no dust of binary fractions', () => {
    assert.equal(timesUsd(0.1, 3), 0.3);
    assert.equal(timesUsd(0.07, 6, 3), 1.26);
    assert.equal(timesUsd(0.064, 7.5), 0.48);
  });
});
