// Compiles the one native module that the tests look at: the log writer, without which every output panel of extensions
// stays empty. Two source files against the headers of the Node that runs this VS Code; nothing is downloaded.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the writer's bindings are looked for, below the folder of the VS Code server. */
const MODULE = join('node_modules', '@vscode', 'spdlog');
const BINARY = join('build', 'Release', 'spdlog.node');

/** What the compiler needs to know of the host. Paths are absolute. */
interface Parts {
  readonly node: string;
  readonly vscode: string;
}

/** Whether this VS Code writes logs, so that its output panels show something. */
export function writesLogs({ vscode }: Pick<Parts, 'vscode'>): boolean {
  return existsSync(join(vscode, MODULE, BINARY));
}

/**
 * Compiles the log writer, once.
 * @returns null, or one sentence on why there is none: tests that look at output panels have to say that they did not
 */
export async function compileLogWriter(parts: Parts, log: (line: string) => void): Promise<string | null> {
  if (writesLogs(parts)) return null;
  if (!(await hasCompiler()) && !(await installCompiler(log)))
    return 'There is no g++, so VS Code writes no logs here and its output panels stay empty.';
  log("Compiling VS Code's log writer (once; about a quarter of a minute)");
  const home = join(parts.vscode, MODULE);
  const built = join(home, BINARY);
  const building = `${built}.${process.pid}`;
  try {
    await mkdir(dirname(built), { recursive: true });
    await run('g++', flagsOf(parts, building), { cwd: home, maxBuffer: 1 << 26 });
    await rename(building, built);
    return null;
  } catch (error) {
    const [, reason = String(error)] = /(error: .*)/.exec(String(error)) ?? [];
    return `VS Code's log writer could not be compiled, so its output panels stay empty: ${reason}`;
  } finally {
    await rm(building, { force: true });
  }
}

/** As the module's own build file has it. */
function flagsOf({ node, vscode }: Parts, output: string): readonly string[] {
  const includes = [
    join(dirname(node), '..', 'include', 'node'),
    join(vscode, MODULE, 'node_modules', 'node-addon-api'),
    join(vscode, 'node_modules', 'node-addon-api'),
    join(vscode, MODULE, 'deps', 'spdlog', 'include'),
  ];
  const defines = [
    'NODE_GYP_MODULE_NAME=spdlog',
    'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
    'NODE_ADDON_API_CPP_EXCEPTIONS',
    'FMT_CONSTEVAL=',
  ];
  return [
    ...['-shared', '-fPIC', '-O1', '-std=c++17', '-pthread'],
    ...defines.map((define) => `-D${define}`),
    ...includes.map((include) => `-I${include}`),
    ...['src/main.cc', 'src/logger.cc', '-o', output],
  ];
}

async function hasCompiler(): Promise<boolean> {
  return run('g++', ['--version']).then(
    () => true,
    () => false,
  );
}

async function installCompiler(log: (line: string) => void): Promise<boolean> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  log("Installing g++ from the system's packages (once; about half a minute)");
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 1 << 26 };
  try {
    await run('apt-get', ['update'], options);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'g++'], options);
    return true;
  } catch {
    return false;
  }
}
