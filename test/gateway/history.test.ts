// What changed between snapshots of a gateway's catalog is said with both days.
import assert from 'node:assert/strict';
import { changesAlong, priceSince } from '../../src/gateway/history.ts';
import type { GatewayCatalog, GatewayRow, GatewaySnapshot } from '../../src/gateway/types.ts';
import { amountOf, rowOf, snapshotOn } from './snapshots.ts';

const FIRST = '2026-09-01';
const SECOND = '2026-10-01';
const THIRD = '2026-11-01';

/** Changes as lines: `label what: before → now, after DAY, by DAY`. */
const linesOf = (snapshots: readonly GatewaySnapshot[]): readonly string[] =>
  changesAlong(snapshots).map(
    ({ label, what, before, now, after, by }) =>
      `${label} ${what}: ${before} → ${now}, after ${after}, by ${by}`,
  );

const priced = (amount: number, fields: Partial<GatewayRow> = {}): GatewayRow =>
  rowOf('veo-x', { amounts: [amountOf({ amount })], ...fields });

describe('changes between two snapshots', () => {
  type Side = readonly [rows: readonly GatewayRow[], catalog?: Partial<GatewayCatalog> | undefined];
  const one = (fields: Partial<GatewayRow>, catalog?: Partial<GatewayCatalog>): Side => [
    [rowOf('veo-x', fields)],
    catalog,
  ];
  const amounts = (...keys: readonly string[]) => keys.map((key) => amountOf({ key }));
  const cases: readonly (readonly [what: string, before: Side, now: Side, says: readonly string[]])[] = [
    ['a row that came', [[]], one({}), ['added: no row → a row']],
    ['a row that went', one({}), [[]], ['removed: a row → no row']],
    ['the same row', [[priced(0.4)]], [[priced(0.4)]], []],
    ['another price', [[priced(0.4)]], [[priced(0.5)]], ['price: model_price 0.4 → model_price 0.5']],
    ['a price that went', [[priced(0.4)]], one({}), ['price: model_price 0.4 → none']],
    [
      'a second price',
      one({ amounts: amounts('b') }),
      one({ amounts: amounts('b', 'a') }),
      ['price: b 0.4 → a 0.4, b 0.4'],
    ],
    [
      'amounts in another order',
      one({ amounts: amounts('a', 'b') }),
      one({ amounts: amounts('b', 'a') }),
      [],
    ],
    ['a first status', one({}), one({ status: 'down' }), ['status: not said → down']],
    ['another status', one({ status: 'ok' }), one({ status: 'down' }), ['status: ok → down']],
    [
      'more endpoints',
      one({ endpoints: ['openai'] }),
      one({ endpoints: ['openai', 'gemini'] }),
      ['endpoints: openai → gemini, openai'],
    ],
    ['no endpoint any more', one({ endpoints: ['a'] }), one({ endpoints: [] }), ['endpoints: a → none']],
    ['endpoints in another order', one({ endpoints: ['a', 'b'] }), one({ endpoints: ['b', 'a'] }), []],
    ['groups that were not said', one({}), one({ groups: ['vip'] }), ['groups: not said → vip']],
    [
      'another model behind the label',
      one({}),
      one({ upstream: 'vertex_ai/veo' }),
      ['upstream: not said → vertex_ai/veo'],
    ],
    [
      'another ratio of a group of the row',
      one({ groups: ['vip'] }, { groupRatios: { vip: 1, other: 2 } }),
      one({ groups: ['vip'] }, { groupRatios: { vip: 0.8, other: 3 } }),
      ['price: none → group vip × 0.8'],
    ],
    [
      'another ratio where the row names no groups',
      [[priced(0.4)], { groupRatios: { a: 1 } }],
      [[priced(0.4)], { groupRatios: { b: 2, a: 3 } }],
      ['price: model_price 0.4 → model_price 0.4, group a × 3, group b × 2'],
    ],
    [
      'a group without a ratio',
      one({ groups: ['a'] }),
      one({ groups: ['a'] }, { groupRatios: { b: 2 } }),
      [],
    ],
    [
      'one of two rows of a label',
      [[priced(0.5), priced(0.4)]],
      [[priced(0.5), priced(0.3), priced(0.3)]],
      ['price: model_price 0.4 | model_price 0.5 → model_price 0.3 | model_price 0.5'],
    ],
  ];
  for (const [what, before, now, says] of cases) {
    it(`${what}: ${says.join() || 'nothing is said'}`, () =>
      assert.deepEqual(
        linesOf([snapshotOn(FIRST, ...before), snapshotOn(SECOND, ...now)]),
        says.map((line) => `veo-x ${line}, after ${FIRST}, by ${SECOND}`),
      ));
  }

  it('each label has its own, in the order of the labels', () =>
    assert.deepEqual(
      linesOf([
        snapshotOn(FIRST, [rowOf('veo-c'), rowOf('veo-a')]),
        snapshotOn(SECOND, [rowOf('veo-b'), rowOf('veo-a')]),
      ]),
      [
        `veo-b added: no row → a row, after ${FIRST}, by ${SECOND}`,
        `veo-c removed: a row → no row, after ${FIRST}, by ${SECOND}`,
      ],
    ));

  it('the newest come first, and one snapshot alone has none', () => {
    const along = [FIRST, SECOND, THIRD].map((day, index) => snapshotOn(day, [priced(index + 1)]));
    assert.deepEqual(linesOf(along), [
      `veo-x price: model_price 2 → model_price 3, after ${SECOND}, by ${THIRD}`,
      `veo-x price: model_price 1 → model_price 2, after ${FIRST}, by ${SECOND}`,
    ]);
    assert.deepEqual(linesOf(along.slice(0, 1)), []);
  });
});

describe('since when a price is as it is', () => {
  const cases: readonly (readonly [
    what: string,
    prices: readonly (number | null)[],
    since: string | null,
  ])[] = [
    ['one snapshot alone says nothing', [1], null],
    ['two of one price: since the first', [1, 1], FIRST],
    ['two of two prices: since the second', [1, 2], SECOND],
    ['never changed: since the first', [1, 1, 1], FIRST],
    ['changed once: since then', [1, 2, 2], SECOND],
    ['changed in the last: since that', [1, 1, 2], THIRD],
    ['there and back again: since it came back', [1, 2, 1], THIRD],
    ['a row that came later: since it came', [null, 1, 1], SECOND],
  ];
  for (const [what, prices, since] of cases) {
    it(what, () => {
      const days = [FIRST, SECOND, THIRD];
      const snapshots = prices.map((price, index) =>
        snapshotOn(days[index] ?? '', price === null ? [] : [rowOf('veo-y'), priced(price)]),
      );
      assert.equal(priceSince('veo-x', snapshots), since);
    });
  }
});
