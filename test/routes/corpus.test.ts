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

describe('labelled calls, read as if their project were all that there is', () => {
  for (const { path, labels } of loadLabelledCalls()) {
    const [, folder = '', name = ''] = /^([^/]+\/(?:[^/]+\/)?)(.+)$/.exec(path) ?? [];
    it(path, async () => {
      const problems = describeProblems(compareRoutes(path, labels, await readFixtureFrom(folder, name)));
      assert.ok(problems.length === 0, problems.join('\n'));
    });
  }
});
