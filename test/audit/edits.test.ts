// Which fixes can be made together, and what they make of a text.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applicableFixes, applyEdits } from '../../src/audit/edits.ts';
import type { DocumentAudit, Finding } from '../../src/audit/types.ts';
import type { TextEdit } from '../../src/routes/types.ts';

type Range = readonly [start: number, end: number];

const FINDING: Omit<Finding, 'fix'> = {
  ...{ start: 0, end: 1, message: '', rule: 'a-rule', severity: 'warning', oncePerRun: false },
  ...{ deprecates: false, place: 'production', suppressed: false },
};

const fixOf = (ranges: readonly Range[]): Finding => ({
  ...FINDING,
  fix: { title: '', edits: ranges.map(([start, end]) => ({ start, end, newText: '' })) },
});

const auditOf = (findings: readonly Finding[]): DocumentAudit => ({
  document: { path: 'a.py', text: '' },
  ...{ config: null, notes: [], references: [], routes: [], findings },
});

/** Which of some fixes are made, by their number. */
function made(...fixes: readonly (readonly Range[])[]): readonly number[] {
  const findings = fixes.map(fixOf);
  return applicableFixes(auditOf(findings)).map((one) => findings.indexOf(one));
}

describe('fixes that are made together', () => {
  it('touch each other, but never overlap; the first comes first', () => {
    assert.deepEqual(made([[0, 5]], [[5, 9]]), [0, 1]);
    assert.deepEqual(made([[5, 9]], [[0, 5]]), [0, 1]);
    assert.deepEqual(made([[0, 5]], [[4, 9]]), [0]);
    assert.deepEqual(made([[4, 9]], [[0, 5]]), [0]);
    assert.deepEqual(made([[0, 9]], [[3, 4]]), [0]);
    assert.deepEqual(made([[3, 4]], [[0, 9]], [[4, 9]]), [0, 2]);
  });

  it('are made whole or not at all', () => {
    assert.deepEqual(
      made(
        [[4, 6]],
        [
          [0, 2],
          [5, 7],
        ],
        [[0, 2]],
      ),
      [0, 2],
    );
  });

  it('are none of suppressed findings, and none that change nothing', () => {
    const suppressed: Finding = { ...fixOf([[0, 1]]), suppressed: { reason: 'kept', until: null } };
    const others = [suppressed, { ...FINDING, fix: null }, fixOf([])];
    assert.deepEqual(applicableFixes(auditOf(others)), []);
  });

  it('are the same as where each is held against all before it', () => {
    const range = fc.tuple(fc.nat(30), fc.nat(4)).map(([start, length]): Range => [start, start + length]);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 20 }), (ranges) => {
        const taken: Range[] = [];
        const wanted = ranges.flatMap(([start, end], index) => {
          if (taken.some((other) => start < other[1] && other[0] < end)) return [];
          taken.push([start, end]);
          return [index];
        });
        assert.deepEqual(made(...ranges.map((one) => [one])), wanted);
      }),
    );
  });
});

describe('a text with edits', () => {
  it('is the same in whatever order they come', () => {
    const edits: readonly TextEdit[] = [
      { start: 4, end: 5, newText: 'E' },
      { start: 0, end: 1, newText: '' },
      { start: 2, end: 2, newText: '++' },
    ];
    assert.equal(applyEdits('abcdef', edits), 'b++cdEf');
    assert.equal(applyEdits('abcdef', edits.toReversed()), 'b++cdEf');
  });
});
