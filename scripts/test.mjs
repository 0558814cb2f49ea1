// Runs every test, in the order in which a failure is cheapest to understand, and ends with `N passed, N failed`.
import { spawn } from 'node:child_process';

const totals = { passed: 0, failed: 0 };

/** Runs a command with its output shown; its exit code and what it printed. */
function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
      process.stdout.write(data);
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A step that is right or wrong as a whole. */
async function step(name, command, args) {
  console.log(`\n== ${name}`);
  const { code } = await run(command, args);
  count(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return code === 0;
}

/** A test runner that counts for itself; `read` finds the counts in what it prints. */
async function suite(name, command, args, read) {
  console.log(`\n== ${name}`);
  const { code, output } = await run(command, args);
  const counts = read(output);
  if (counts === null || (code !== 0 && counts.failed === 0))
    count(name, { passed: counts?.passed ?? 0, failed: 1 });
  else count(name, counts);
}

function count(name, { passed, failed }) {
  totals.passed += passed;
  totals.failed += failed;
  if (failed > 0) console.log(`-- ${name}: ${failed} failed`);
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
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed === 0 ? 0 : 1;
