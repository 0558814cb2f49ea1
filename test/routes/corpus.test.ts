// Reading agrees with the labelled calls: every call is found with its fields, and nothing else is.
import assert from 'node:assert/strict';
import { loadLabelledCalls } from './labelledCalls.ts';
import { readFixture, readFixtureFrom } from './readFixture.ts';
import { compareRoutes, describeProblems } from './score.ts';

describe('labelled calls, read', () => {
  for (const { path, labels } of loadLabelledCalls()) {
    it(path, async () => {
      const problems = describeProblems(compareRoutes(path, labels, await readFixture(path)));
      assert.ok(problems.length === 0, problems.join('\n'));
    });
  }
});

for (const [where, base] of [
  ['as if their project were all that there is', ''],
  ['from a folder inside of it', '../'],
  ['from far away', '../../work/reels/'],
] as const) {
  describe(`labelled calls, read ${where}`, () => {
    for (const { path, labels } of loadLabelledCalls()) {
      const [, folder = '', name = ''] = /^([^/]+\/(?:[^/]+\/)?)(.+)$/.exec(path) ?? [];
      it(path, async () => {
        const found = await readFixtureFrom(folder, name, base);
        const problems = describeProblems(compareRoutes(path, labels, found));
        assert.ok(problems.length === 0, problems.join('\n'));
      });
    }
  });
}
