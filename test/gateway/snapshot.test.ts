// A saved text is a snapshot, or a sentence says why not.
import assert from 'node:assert/strict';
import { UnreadableAnswerError } from '../../src/gateway/answer.ts';
import { snapshotOf } from '../../src/gateway/snapshot.ts';
import { rowOf, snapshotOn } from './snapshots.ts';

const read = (saved: unknown) =>
  snapshotOf(JSON.stringify(saved), {
    gateway: 'flat',
    kind: 'new-api',
    day: '2026-11-21',
    from: 'old.json',
  });

describe('a saved text', () => {
  it('that is our own record is read as it was written', () => {
    const record = snapshotOn('2026-11-02', [rowOf('veo-x')], { groupRatios: { vip: 0.8 } });
    assert.deepEqual(read(record), record);
  });

  it('that lists one Veo model and one other is a catalog', () => {
    const labels = ['veo-x', 'gpt-4o'].map((model_name) => ({ model_name, quota_type: 1, model_price: 1 }));
    const { day, from, catalog } = read({ success: true, data: labels });
    assert.deepEqual(
      [day, from, catalog.rows.map(({ label }) => label), catalog.otherLabels],
      ['2026-11-21', 'old.json', ['veo-x'], ['gpt-4o']],
    );
  });

  const record = snapshotOn('2026-11-02', [rowOf('veo-x')]);
  const wrong: readonly (readonly [what: string, saved: unknown, says: string])[] = [
    ['a record with fields of its own', { ...record, more: 1 }, 'The snapshot old.json is damaged.'],
    ['a record of no day', { ...record, day: '2026-02-30' }, 'The snapshot old.json is damaged.'],
    ['a record of a path', { ...record, gateway: '../up' }, 'The snapshot old.json is damaged.'],
    [
      'a record of another kind',
      snapshotOn('2026-11-02', [], { kind: 'litellm' }),
      'The snapshot old.json is of a litellm gateway, not of new-api.',
    ],
    [
      'an empty list',
      { success: true, data: [] },
      'The answer lists no models at all: a key, or another one, may see some.',
    ],
  ];
  for (const [what, saved, says] of wrong) {
    it(`${what}: ${says}`, () =>
      assert.throws(
        () => read(saved),
        (error: unknown) => error instanceof UnreadableAnswerError && error.message === says,
      ));
  }
});
