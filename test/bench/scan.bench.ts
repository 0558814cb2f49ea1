// How long an audit of a large tree takes, start to printed JSON, beside a search of the same tree with ripgrep.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { type Benchmark, type Measure, MissingToolError, median } from './benchmark.ts';
import { HALF_TREE, installedTree } from './tree.ts';

const RUNS = 9;
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const AUDIT = [CLI, 'audit', '--no-ignore', '--format', 'json', '--fail-on', 'never'];
const SEARCH = ['-uu', '-l', '-i', 'veo'];
/** Has a Node process say its peak memory, in KB, as the last thing on standard error. */
const SAY_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\n"+process.resourceUsage().maxRSS))';

interface Run {
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], folder: string): Run {
  const start = performance.now();
  const child = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
  const seconds = (performance.now() - start) / 1000;
  if (child.error) throw child.error;
  if (child.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${child.status}: ${child.stderr}`);
  return { seconds, stdout: child.stdout, stderr: child.stderr };
}

function audit(folder: string, paths: readonly string[], nodeOptions: readonly string[] = []): Run {
  return run(process.execPath, [...nodeOptions, ...AUDIT, ...paths], folder);
}

function checkTools(): void {
  if (!existsSync(CLI)) throw new MissingToolError('dist/cli.js is missing; build it with `npm run build`.');
  if (spawnSync('rg', ['--version']).error) {
    throw new MissingToolError(
      'ripgrep is missing; install it with `apt-get install ripgrep` or `brew install ripgrep`.',
    );
  }
}

/** Times the commands in turn, so that a machine that becomes slower does so for all of them. */
function timesInTurn(commands: readonly (() => Run)[]): readonly (readonly number[])[] {
  for (const command of commands) command();
  const rounds = Array.from({ length: RUNS }, () => commands.map((command) => command().seconds));
  return commands.map((_, index) => rounds.map((round) => round[index] ?? Number.NaN));
}

function bytesAndFiles({ stdout }: Run): { readonly bytes: number; readonly files: number } {
  return (JSON.parse(stdout) as { readonly summary: { readonly bytes: number; readonly files: number } })
    .summary;
}

function peakMegabytes(folder: string): number {
  return Number(audit(folder, ['.'], ['--import', SAY_MEMORY]).stderr.split('\n').at(-1)) / 1024;
}

async function measure(): Promise<readonly Measure[]> {
  checkTools();
  const folder = installedTree();
  const whole = bytesAndFiles(audit(folder, ['.']));
  const half = bytesAndFiles(audit(folder, HALF_TREE));
  const [audits = [], searches = [], halves = []] = timesInTurn([
    () => audit(folder, ['.']),
    () => run('rg', [...SEARCH, '.'], folder),
    () => audit(folder, HALF_TREE),
  ]);
  const ratios = audits.map((seconds, index) => seconds / (searches[index] ?? Number.NaN));
  const growth = median(audits) / median(halves) / (whole.bytes / half.bytes);
  return [
    { what: 'text files', value: whole.files.toLocaleString('en'), goal: 'at least 50,000' },
    { what: 'megabytes', value: (whole.bytes / 1e6).toFixed(0) },
    { what: 'audit, median seconds', value: median(audits).toFixed(3) },
    { what: 'ripgrep, median seconds', value: median(searches).toFixed(3) },
    { what: 'audit / ripgrep, median of pairs', value: median(ratios).toFixed(2), goal: 'at most 1.5' },
    { what: 'peak memory, megabytes', value: peakMegabytes(folder).toFixed(0), goal: 'below 300' },
    {
      what: `growth of time / growth of bytes (${(whole.bytes / half.bytes).toFixed(1)} times the bytes)`,
      value: growth.toFixed(2),
      goal: 'at most 1.1',
    },
  ];
}

export const benchmark: Benchmark = { name: 'Audit of a large tree', run: measure };
