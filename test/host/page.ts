// Opens VS Code windows in Chromium and listens to their consoles.
import { randomBytes } from 'node:crypto';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { Host } from './install.ts';
import type { VsCodeServer } from './server.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Nothing but this machine is reachable, here and everywhere else alike.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
] as const;
/** How large a window is, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const SIZE: Size = { width: 1280, height: 800 };
/**
 * The server's half of the key that VS Code seals a browser's secret storage with. What serves a VS Code in life answers
 * with 32 random bytes of its own at /mint-key; the bare server of the tests has no such address.
 */
const SERVER_KEY = randomBytes(32);

/** What a browser keeps between its windows: cookies, local storage and databases. */
export type Profile = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What a window opens with. Paths are absolute. */
export interface WindowOptions {
  /** A folder or a `.code-workspace` file; none opens an empty window. */
  readonly workspace?: string;
  /** A folder with a package.json to load as the extension under development. */
  readonly extension?: string;
  /** The module (without `.js`) whose `run` is called inside the extension host. */
  readonly tests?: string;
  /** Hears each console line from the first one on. */
  readonly onConsole?: (line: string) => void;
  /** The display language, for extensions; the editor's own texts stay English without a language pack. */
  readonly language?: string;
  /** The browser profile that another window left; a new one by default. */
  readonly profile?: Profile;
  /** 1280×800 by default. */
  readonly size?: Size;
}

/** An open VS Code window. */
export interface Window {
  readonly page: Page;
  /** Everything that the window and its extension host wrote to the console so far. */
  readonly lines: readonly string[];
  /** Resolves with the exit code once VS Code says that its test run is over. */
  readonly testsEnded: Promise<number>;
  /** What the browser keeps of this window. */
  readonly profile: () => Promise<Profile>;
  readonly close: () => Promise<void>;
}

/** Starts Chromium; one for all windows of a run. */
export async function startBrowser(host: Host): Promise<Browser> {
  return chromium.launch({
    executablePath: host.chromium,
    headless: true,
    args: [...FLAGS],
    // `withStage` ends the whole process at a signal, and the browser with it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** Opens a window of a VS Code server. */
export async function openWindow(
  browser: Browser,
  server: VsCodeServer,
  options: WindowOptions,
): Promise<Window> {
  return openAddress(browser, windowAddress(server.authority, options), options);
}

/** Opens any address that serves a VS Code, each in a browser profile of its own. */
export async function openAddress(
  browser: Browser,
  address: string,
  {
    onConsole,
    profile,
    language,
    size = SIZE,
  }: Omit<WindowOptions, 'workspace' | 'extension' | 'tests'> = {},
): Promise<Window> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 1,
    ...(profile === undefined ? {} : { storageState: profile }),
  });
  await context.route('**/mint-key', (route) => route.fulfill({ body: SERVER_KEY }));
  // What the files of a language pack would say.
  if (language !== undefined)
    await context.addInitScript(
      (said) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: said }),
      language,
    );
  const page = await context.newPage();
  const lines: string[] = [];
  const hear = (line: string): void => {
    lines.push(line);
    onConsole?.(line);
  };
  page.on('console', (message) => hear(message.text()));
  page.on('pageerror', (error) => hear(`uncaught in the page: ${error.stack ?? error.message}`));
  const testsEnded = new Promise<number>((resolve) => {
    // VS Code calls these two, where they exist, when a test run is over.
    void page.exposeFunction('codeAutomationExit', resolve);
    void page.exposeFunction('codeAutomationLog', () => undefined);
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return {
    page,
    lines,
    testsEnded,
    profile: () => context.storageState({ indexedDB: true }),
    close: () => context.close(),
  };
}

/** The address of a window, with the development options that `--enable-smoke-test-driver` lets through. */
export function windowAddress(authority: string, options: WindowOptions): string {
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  const payload: [string, string][] = [['skipWelcome', 'true']];
  if (options.extension !== undefined) payload.push(['extensionDevelopmentPath', remote(options.extension)]);
  if (options.tests !== undefined) payload.push(['extensionTestsPath', remote(options.tests)]);
  const url = new URL(`http://${authority}/`);
  const { workspace } = options;
  if (workspace === undefined) url.searchParams.set('ew', 'true');
  else url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
