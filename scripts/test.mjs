// Runs every test, in the order in which a failure is cheapest to understand, and ends with `N passed, N failed`.
import { spawn } from 'node:child_process';

const totals = { passed: 0, failed: 0 };
/** What each failing command printed, to be repeated at the end: that is all that a cut log keeps. */
const failures = [];
const REPEATED_LINES = 60;

/** Runs a command with its output shown; its exit code and what it printed. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.stderr.on('data', (data) => {
      output += data;
      process.stderr.write(data);
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A step that is right or wrong as a whole. */
async function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { code, output } = await run(command, args);
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output);
  return code === 0;
}

/** A test runner that counts for itself; `read` finds the counts in what it prints. */
async function suite(name, command, args, read) {
  console.log(`\n== ${name}`);
  const { code, output } = await run(command, args);
  const counts = read(output);
  if (counts === null || (code !== 0 && counts.failed === 0))
    count(name, { passed: counts?.passed ?? 0, failed: 1 }, output);
  else count(name, counts, output);
}

function count(name, { passed, failed }, output) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) failures.push(`-- ${name}: ${failed} failed\n${closing(output)}`);
}

/** Mocha's list of failures where there is one, else the last lines. */
function closing(output) {
  const list = /^ +\d+ failing$[\s\S]*/m.exec(output)?.[0] ?? output;
  const lines = list.trimEnd().split('\n');
  return (list === output ? lines.slice(-REPEATED_LINES) : lines.slice(0, REPEATED_LINES)).join('\n');
}

const number = (pattern, text) => Number(pattern.exec(text)?.[1] ?? 0);

/** Mocha's closing lines. A pending test tests nothing, so it counts as failed. */
function mochaCounts(output) {
  if (!/\d+ passing/.test(output)) return null;
  const failed = number(/(\d+) failing/, output) + number(/(\d+) pending/, output);
  return { passed: number(/(\d+) passing/, output), failed };
}

function plainCounts(output) {
  const match = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return match === undefined ? null : { passed: Number(match[1]), failed: Number(match[2]) };
}

const npx = (...args) => ['npx', ['--no-install', ...args]];

const built = await step('build', 'node', ['esbuild.mjs']);
await step('types', ...npx('tsc', '--noEmit'));
await step('types of the page', ...npx('tsc', '--noEmit', '-p', 'src/page'));
await step('format and lint', ...npx('biome', 'check', '.'));
await step('documentation is current', 'node', ['scripts/build-docs.mjs', '--check']);
await suite('unit tests', 'npm', ['run', '--silent', 'test:unit'], mochaCounts);
if (built && (await step('package', 'npm', ['run', '--silent', 'package']))) {
  await suite('in a real VS Code', 'npm', ['run', '--silent', 'test:host'], plainCounts);
}
for (const failure of failures) console.log(`\n${failure}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
