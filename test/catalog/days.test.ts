// Days without a clock.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays, daysBetween, isDay } from '../../src/catalog/days.ts';

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it('knows which days the calendar has', () => {
    for (const day of ['2026-11-21', '2024-02-29', '2026-12-31']) assert.ok(isDay(day), day);
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-04-31',
      '2026-1-01',
      '20261121',
      '',
      '2026-11-21T00:00:00Z',
    ])
      assert.ok(!isDay(text), `${text} was taken for a day`);
  });

  it('counts over months, years and a leap day', () => {
    assert.equal(daysBetween('2026-11-21', '2026-11-17'), -4);
    assert.equal(daysBetween('2023-12-31', '2024-03-01'), 61);
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
  });

  it('refuses what is no day instead of counting with it', () => {
    assert.throws(() => daysBetween('2026-02-30', '2026-03-01'), /2026-02-30/);
    assert.throws(() => addDays('tomorrow', 1), /tomorrow/);
  });

  it('adds what it counted', () => {
    fc.assert(fc.property(anyDay, anyDay, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });

  it('orders days as their texts are ordered', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => daysBetween(a, b) > 0 === a < b));
  });
});
