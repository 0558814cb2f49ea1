// Starts and ends one VS Code server: own port, own settings, own extensions, nothing left behind.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { temporaryFolder } from './folders.ts';
import type { Host } from './install.ts';

const run = promisify(execFile);
const START_LIMIT_MS = 60_000;
const LOOPBACK = '127.0.0.1';

/** Contents of a settings.json. */
export type Settings = Readonly<Record<string, unknown>>;

/** What every window of the tests starts with: nothing on the screen but the editor, and no questions. */
export const QUIET: Settings = {
  'chat.disableAIFeatures': true,
  'editor.fontSize': 14,
  'editor.minimap.enabled': false,
  'editor.occurrencesHighlight': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.colorTheme': 'Dark Modern',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Whether suites run in the windows, or a person (played by a walk) uses them. */
export type Purpose = 'suites' | 'person';

/** A running VS Code server. */
export interface VsCodeServer {
  /** `127.0.0.1:PORT`, also the authority of its `vscode-remote:` addresses. */
  readonly authority: string;
  /** Holds everything that it keeps: user data with settings, state and logs, and extensions. Absolute. */
  readonly folder: string;
  /** Replaces the user's settings.json by {@link QUIET} and these, for windows opened from now on. */
  readonly writeSettings: (settings: Settings) => Promise<void>;
  /** Installs a packaged extension as a user would. */
  readonly installVsix: (path: string) => Promise<void>;
  /** Ends the server with all its extension hosts and starts it again at the same address with the same folders. */
  readonly restart: () => Promise<void>;
  /** Ends the server with all its extension hosts and removes its folders. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server and waits until it answers.
 * @throws Error with the server's last output if it ends or does not answer within a minute
 */
export async function startServer(host: Host, purpose: Purpose): Promise<VsCodeServer> {
  const folder = await temporaryFolder('server');
  const userData = join(folder.path, 'user-data');
  const places = ['--user-data-dir', userData, '--extensions-dir', join(folder.path, 'extensions')];
  const main = join(host.vscode, 'out', 'server-main.js');
  const writeSettings = async (wanted: Settings): Promise<void> => {
    await mkdir(join(userData, 'User'), { recursive: true });
    await writeFile(
      join(userData, 'User', 'settings.json'),
      JSON.stringify({ ...QUIET, ...wanted }, null, 2),
    );
  };
  await writeSettings({});

  // No marketplace: the tests ask nothing of the network.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const port = await freePort();
  const args = [
    main,
    ...places,
    '--host',
    LOOPBACK,
    '--port',
    String(port),
    '--without-connection-token',
    '--accept-server-license-terms',
    '--telemetry-level',
    'off',
    // Without it a built VS Code ignores extensionDevelopmentPath and extensionTestsPath; with it, it shows no notifications.
    ...(purpose === 'suites' ? ['--enable-smoke-test-driver'] : []),
    // A last resort, should this process be killed before it can end the server.
    '--enable-remote-auto-shutdown',
    '--reconnection-grace-time',
    '5',
  ];
  // A process group of its own: one signal ends the server and its extension hosts.
  const launch = (): ChildProcess =>
    spawn(host.node, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env });
  let server = launch();
  const endGroup = (): void => signalGroup(server, 'SIGKILL');
  process.once('exit', endGroup);
  const stop = async (): Promise<void> => {
    await endServer(server);
    process.off('exit', endGroup);
    await folder.remove();
  };
  const untilReady = async (): Promise<void> => {
    try {
      await untilItAnswers(server, port);
    } catch (error) {
      await stop();
      throw error;
    }
  };
  await untilReady();
  return {
    authority: `${LOOPBACK}:${port}`,
    folder: folder.path,
    writeSettings,
    installVsix: async (path) => {
      await run(host.node, [main, ...places, '--accept-server-license-terms', '--install-extension', path], {
        env,
      });
    },
    restart: async () => {
      await endServer(server);
      server = launch();
      await untilReady();
    },
    stop,
  };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, LOOPBACK, resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string')
    throw new Error('No free port on the loopback interface.');
  return address.port;
}

async function untilItAnswers(server: ChildProcess, port: number): Promise<void> {
  let output = '';
  const keep = (chunk: Buffer): void => {
    output = (output + chunk.toString()).slice(-4000);
  };
  server.stdout?.on('data', keep);
  server.stderr?.on('data', keep);
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`The VS Code server ended at its start:\n${output}`);
    const answer = await fetch(`http://${LOOPBACK}:${port}/version`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`The VS Code server did not answer within ${START_LIMIT_MS / 1000} s:\n${output}`);
}

async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    signalGroup(server, 'SIGTERM');
    await Promise.race([ended, sleep(3000, undefined, { ref: false })]);
  }
  // Extension hosts may outlive their server by a moment; the group ends them too.
  signalGroup(server, 'SIGKILL');
}

function signalGroup(server: ChildProcess, signal: NodeJS.Signals): void {
  if (server.pid === undefined) return;
  try {
    process.kill(-server.pid, signal);
  } catch {
    // The group is gone already.
  }
}
