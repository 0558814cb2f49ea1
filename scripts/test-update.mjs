// Runs the named tests and writes the expectations that they keep in files anew, then shows the difference for review.
import { spawnSync } from 'node:child_process';

const tests = process.argv.slice(2);
if (tests.length === 0) {
  console.error(
    'Name the tests whose expectations are written anew, e.g. test/audit/rules/fixtures.test.ts.',
  );
  process.exit(2);
}
const env = { ...process.env, UPDATE_EXPECTATIONS: '1' };
const { status } = spawnSync('npx', ['mocha', ...tests], { stdio: 'inherit', env });
spawnSync('git', ['--no-pager', 'diff', '--', 'test'], { stdio: 'inherit' });
process.exit(status ?? 1);
