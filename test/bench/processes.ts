// Runs commands as whole processes and times them, as a user waits for them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { MissingToolError, median } from './benchmark.ts';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/**
 * Has a Node process say its peak memory, in KB, as the last thing on standard error. Linux lets `maxRSS` begin with
 * that of the process that started it, so its own account comes first.
 */
const SAY_MEMORY = `data:text/javascript,${encodeURIComponent(`
import { existsSync, readFileSync } from 'node:fs';
const own = '/proc/self/status';
process.on('exit', () => {
  const peak = existsSync(own) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(own, 'utf8'))?.[1] : undefined;
  process.stderr.write('\\n' + (peak ?? process.resourceUsage().maxRSS));
});`)}`;

export interface Finished {
  readonly seconds: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly folder: string;
  /** Exit codes that are no failure. */
  readonly ends?: readonly number[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs a command to its end. @throws Error where it ends with another code than `ends` (0 where none are given). */
export function run(
  command: string,
  args: readonly string[],
  { folder, ends = [0], environment = {} }: RunOptions,
): Finished {
  const start = performance.now();
  const env = { ...process.env, ...environment };
  const child = spawnSync(command, args, { cwd: folder, encoding: 'utf8', env, maxBuffer: 1 << 30 });
  const seconds = (performance.now() - start) / 1000;
  if (child.error) throw child.error;
  if (!ends.includes(child.status ?? -1))
    throw new Error(`${command} ${args.slice(0, 9).join(' ')} ended with ${child.status}: ${child.stderr}`);
  return { seconds, stdout: child.stdout, stderr: child.stderr };
}

/** Runs the built command line. @throws MissingToolError where it is not built. */
export function veoAudit(args: readonly string[], options: RunOptions): Finished {
  if (!existsSync(CLI)) throw new MissingToolError('dist/cli.js is missing; build it with `npm run build`.');
  return run(process.execPath, [CLI, ...args], options);
}

const AUDIT = ['audit', '--no-ignore', '--no-cache', '--format', 'json', '--fail-on', 'never'];

/** An audit that remembers nothing of the runs before it. */
export function audit(folder: string, paths: readonly string[]): Finished {
  return veoAudit([...AUDIT, ...paths], { folder });
}

/** Most memory that an audit of these paths holds at a time, megabytes. */
export function peakMegabytes(folder: string, paths: readonly string[]): number {
  const { stderr } = run(process.execPath, ['--import', SAY_MEMORY, CLI, ...AUDIT, ...paths], { folder });
  return Number(stderr.split('\n').at(-1)) / 1024;
}

interface Sizes {
  readonly bytes: number;
  readonly files: number;
}

/** What an audit says it read. */
export function sizesOf({ stdout }: Finished): Sizes {
  return (JSON.parse(stdout) as { readonly summary: Sizes }).summary;
}

/** Seconds of each command in each round, after one round that is not counted. Taken in turn, so that a machine that becomes slower does so for all. */
export function inTurn(
  rounds: number,
  commands: readonly (() => Finished)[],
): readonly (readonly number[])[] {
  for (const command of commands) command();
  const taken = Array.from({ length: rounds }, () => commands.map((command) => command().seconds));
  return commands.map((_, index) => taken.map((round) => round[index] ?? Number.NaN));
}

/** The median of how many times as long each took as its neighbour of the same round. */
export function ratioOf(times: readonly number[], others: readonly number[]): number {
  return median(times.map((seconds, round) => seconds / (others[round] ?? Number.NaN)));
}
