// The parts of docs/gateways.md that are written by programs: what the command says of the saved answers in the samples.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The day of the facts: with it the output is the same on every day. */
const DAY = '2026-11-21';

const ANSWERS = {
  flatkey: 'flatkey-2026-11-21.json',
  house: 'litellm-2026-11-21.json',
  openrouter: 'openrouter-2026-11-21.json',
  prices: 'portkey-google-2026-11-21.json',
};

/** The blocks by their marker. Needs the bundles in dist. */
export function gatewayBlocks() {
  const entries = Object.entries(ANSWERS).map(([name, file]) => [name, checked(name, file)]);
  return { ...Object.fromEntries(entries), help: help() };
}

function checked(name, file) {
  const args = ['gateway', 'check', name, '--from', `answers/${file}`];
  return shown(`veo-audit ${args.join(' ')}`, run([...args, '--as-of', DAY, '--fail-on', 'never']));
}

const help = () => shown('veo-audit gateway --help', run(['gateway', '--help']));

const shown = (command, output) => `\n\`\`\`console\n$ ${command}\n${output.trimEnd()}\n\`\`\`\n`;

/** What is on standard error would be missing from the page, so there must be nothing. */
function run(args) {
  const { status, stdout, stderr } = spawnSync('node', [join(root, 'dist/cli.js'), ...args], {
    cwd: join(root, 'samples/gateway-answers'),
    encoding: 'utf8',
  });
  if (status !== 0 || stderr !== '') throw new Error(`veo-audit ${args.join(' ')} failed: ${stderr}`);
  return stdout;
}
