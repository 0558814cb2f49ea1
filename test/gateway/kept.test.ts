// Which kept files are a gateway's snapshots, and why one is none.
import assert from 'node:assert/strict';
import { isSnapshotName, type SnapshotFile, snapshotsIn } from '../../src/gateway/kept.ts';
import { NEW_API } from './answers.ts';
import { rowOf, snapshotOn } from './snapshots.ts';

describe('names of snapshots', () => {
  const names: readonly (readonly [name: string, is: boolean])[] = [
    ['flat-2026-11-21.json', true],
    ['flat-x-2026-11-21.json', false],
    ['other-2026-11-21.json', false],
    ['abcde2026-11-21.json', false],
    ['flat-2026-11-21.json.bak', false],
    ['flat-notes.json', false],
  ];
  for (const [name, is] of names) {
    it(`${name} is ${is ? 'one' : 'none'} of flat`, () => assert.equal(isSnapshotName(name, 'flat'), is));
  }
});

describe('kept files', () => {
  const recordOf = (day: string): string => JSON.stringify(snapshotOn(day, [rowOf('veo-x')]));

  /** The days of the snapshots, oldest first, and what is said of the other files. */
  function read(
    ...files: readonly SnapshotFile[]
  ): readonly [days: readonly string[], told: readonly string[]] {
    const told: string[] = [];
    const found = snapshotsIn(files, 'flat', { kind: 'new-api' }, (path, reason) =>
      told.push(`${path}: ${reason}`),
    );
    return [found.map(({ day }) => day), told];
  }

  const cases: readonly (readonly [
    what: string,
    path: string,
    text: string | null,
    day: string | null,
    reason: string | null,
  ])[] = [
    ['a record says its day', 'prices.json', recordOf('2026-11-02'), '2026-11-02', null],
    ['an answer has the day of its name', 'saved/flat-2026-11-03.json', NEW_API, '2026-11-03', null],
    ['a record counts before its name', 'flat-2026-11-03.json', recordOf('2026-11-02'), '2026-11-02', null],
    [
      'a name with no real day says none',
      'flat-2026-02-31.json',
      NEW_API,
      null,
      'it does not say its day: end its name in YYYY-MM-DD.json',
    ],
    [
      'a name that goes on says none',
      'flat-2026-11-03.json.old',
      NEW_API,
      null,
      'it does not say its day: end its name in YYYY-MM-DD.json',
    ],
    [
      'an answer without a day is none',
      'prices.json',
      NEW_API,
      null,
      'it does not say its day: end its name in YYYY-MM-DD.json',
    ],
    ['what is missing is said to be', 'gone.json', null, null, 'it does not exist, or may not be read'],
    [
      'half a file is damaged',
      'flat-2026-11-03.json',
      '{"data":[',
      null,
      'it is damaged, or of another version',
    ],
    [
      'a list of nothing is none',
      'flat-2026-11-03.json',
      '{"success":true,"data":[]}',
      null,
      'it is damaged, or of another version',
    ],
    [
      'a record of another kind is none',
      'flat-2026-11-03.json',
      JSON.stringify(snapshotOn('2026-11-03', [], { kind: 'litellm' })),
      null,
      'it is damaged, or of another version',
    ],
    [
      'a record that is a record in name only is none',
      'flat-2026-11-03.json',
      recordOf('2026-99-99'),
      null,
      'it is damaged, or of another version',
    ],
  ];
  for (const [what, path, text, day, reason] of cases) {
    it(what, () =>
      assert.deepEqual(read({ path, text }), [
        day === null ? [] : [day],
        reason === null ? [] : [`${path}: ${reason}`],
      ]),
    );
  }

  it('come oldest first, whatever their order', () => {
    const days = ['2026-11-02', '2026-09-01', '2026-11-02', '2026-10-01'];
    assert.deepEqual(
      read(...days.map((day, index) => ({ path: `${index}.json`, text: recordOf(day) })))[0],
      days.toSorted(),
    );
  });

  it('belong to the gateway that is asked about, whatever they call it, and say where they come from', () => {
    const files = [
      { path: 'a.json', text: recordOf('2026-11-02') },
      { path: 'b-2026-11-03.json', text: NEW_API },
    ];
    assert.deepEqual(
      snapshotsIn(files, 'house', { kind: 'new-api' }).map(({ gateway, from }) => [gateway, from]),
      [
        ['house', 'https://flat.example.com/api/pricing'],
        ['house', 'b-2026-11-03.json'],
      ],
    );
  });

  it('that are none are passed over where nobody asks why', () =>
    assert.deepEqual(snapshotsIn([{ path: 'a.json', text: null }], 'flat', { kind: 'new-api' }), []));
});
