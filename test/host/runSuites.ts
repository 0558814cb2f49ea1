// Runs mocha suites inside a real VS Code, in its Node extension host.

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { bundleSuites } from './bundle.ts';
import { copyWorkspace, temporaryFolder } from './folders.ts';
import { type Host, installHost } from './install.ts';
import { gather, type Outcome } from './outcome.ts';
import { openWindow, type Size, startBrowser } from './page.ts';
import { type Purpose, type Settings, startServer, type VsCodeServer } from './server.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One server and one browser, shared by all runs: their start is what takes time. */
export interface Stage {
  readonly host: Host;
  readonly server: VsCodeServer;
  readonly browser: Browser;
  /** How large the windows of walks are. */
  readonly size?: Size;
}

/** One window's worth of suites. Paths are absolute. */
export interface SuiteRun {
  readonly label: string;
  /** `*.suite.ts` files. */
  readonly suites: readonly string[];
  /** The folder of the extension under test: its package.json and the built files that it names. */
  readonly extension: string;
  /** A folder, or a `.code-workspace` file whose folders lie beside it; copied, so that suites may change it. */
  readonly workspace?: string;
  readonly settings?: Settings;
  /** The display language; English by default. */
  readonly language?: string;
  /** Limit of one test, in milliseconds; default 90,000. */
  readonly testTimeoutMs?: number;
  /** Limit of the whole run, in milliseconds; default 600,000. */
  readonly limitMs?: number;
  readonly grep?: string;
}

/** Starts what all runs share, hands it on, and ends it whatever happens. */
export async function withStage<T>(purpose: Purpose, use: (stage: Stage) => Promise<T>): Promise<T> {
  const host = await installHost();
  const server = await startServer(host, purpose);
  // Ending through `exit` lets the server and the browser be ended too.
  const quit = (): never => process.exit(130);
  for (const signal of SIGNALS) process.once(signal, quit);
  try {
    const browser = await startBrowser(host);
    try {
      return await use({ host, server, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
    for (const signal of SIGNALS) process.off(signal, quit);
  }
}

/** Runs suites in a window of their own, on a copy of the workspace. */
export async function runSuites({ server, browser }: Stage, run: SuiteRun): Promise<Outcome> {
  const folder = await temporaryFolder('suites');
  try {
    const { suites, extension, language, limitMs = 600_000, testTimeoutMs = 90_000, grep } = run;
    const bundle = await bundleSuites(join(folder.path, 'tests'), {
      suites,
      host: 'node',
      timeoutMs: testTimeoutMs,
      ...(grep === undefined ? {} : { grep }),
    });
    const workspace =
      run.workspace === undefined ? undefined : await copyWorkspace(run.workspace, folder.path);
    // A window in a browser saves after a second: what a slow machine has not looked at by then would be on the disk.
    await server.writeSettings({ 'files.autoSave': 'off', ...run.settings });
    const window = {
      extension,
      tests: bundle.path,
      ...(workspace === undefined ? {} : { workspace }),
      ...(language === undefined ? {} : { language }),
    };
    return await gather(
      run.label,
      (onConsole) => openWindow(browser, server, { ...window, onConsole }),
      limitMs,
      bundle.readable,
    );
  } finally {
    await folder.remove();
  }
}
