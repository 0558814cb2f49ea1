// Runs suites in a VS Code that has no server behind it: the workbench from static files, extensions in a web worker,
// the workspace in memory. What works here works on a hosted VS Code in the browser.
import { createReadStream, type Stats } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { build } from 'esbuild';
import { bundleSuites } from './bundle.ts';
import { temporaryFolder } from './folders.ts';
import { ROOT } from './install.ts';
import { gather, type Outcome } from './outcome.ts';
import { openAddress } from './page.ts';
import type { Stage, SuiteRun } from './runSuites.ts';
import { QUIET } from './server.ts';

/** The root folder that suites find open: `veo-fixture:/NAME`, where NAME is the workspace folder's own. */
export const WEB_SCHEME = 'veo-fixture';

const WORKBENCH = 'out/vs/code/browser/workbench/workbench.js';
// The server's build of the workbench expects its server in two places; without them it is a pure web one.
const WEB_ONLY: readonly (readonly [RegExp, string])[] = [
  [/,remoteAuthority:location\.host\}/, '}'],
  [
    /\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)/,
    '$1.from({scheme:$2.vscodeUserData,path:"/User"})',
  ],
];
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.cjs': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
};

/** Runs suites in the web extension host; the extension's `browser` entry is what is loaded. `workspace` must be a folder. */
export async function runWebSuites(
  { host, browser }: Omit<Stage, 'server'>,
  run: SuiteRun,
): Promise<Outcome> {
  const folder = await temporaryFolder('web');
  const { suites, extension, workspace, limitMs = 600_000, testTimeoutMs = 90_000, grep } = run;
  let site: Site | undefined;
  try {
    const bundle = await bundleSuites(join(folder.path, 'tests'), {
      suites,
      host: 'web',
      timeoutMs: testTimeoutMs,
      ...(grep === undefined ? {} : { grep }),
    });
    await buildFixtureExtension(join(folder.path, 'files'), workspace);
    site = await serve({
      '/vscode/': host.vscode,
      workbench: await webOnly(join(host.vscode, WORKBENCH)),
      // First, and below the extension: that is how VS Code knows which extension host runs them.
      '/extension/.tests/': join(folder.path, 'tests'),
      '/extension/': extension,
      '/files/': join(folder.path, 'files'),
      page: (authority) => page(authority, run),
    });
    const address = `http://${site.authority}/`;
    return await gather(
      run.label,
      (onConsole) => openAddress(browser, address, { onConsole }),
      limitMs,
      bundle.readable,
    );
  } finally {
    await site?.stop();
    await folder.remove();
  }
}

/** Builds the extension that gives the window its files. */
async function buildFixtureExtension(folder: string, workspace: string | undefined): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(ROOT, 'test/host/inside/fixtureFiles.ts')],
    outfile: join(folder, 'index.js'),
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const manifest = {
    name: 'fixture-files',
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.90.0' },
    browser: './index.js',
    activationEvents: [`onFileSystem:${WEB_SCHEME}`],
    capabilities: { virtualWorkspaces: true, untrustedWorkspaces: { supported: true } },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const listing = workspace === undefined ? [] : await listFiles(workspace);
  await writeFile(join(folder, 'fixture-files.json'), JSON.stringify(listing));
}

/** Every file below a folder as `[/NAME/path, base64]`. */
async function listFiles(workspace: string): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(workspace, { recursive: true, withFileTypes: true });
  const root = join(workspace, '..');
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = `/${relative(root, path).split(sep).join('/')}`;
        return [name, (await readFile(path)).toString('base64')] as const;
      }),
  );
}

/** The page that starts the workbench. */
function page(authority: string, run: SuiteRun): string {
  const at = (path: string) => ({ scheme: 'http', authority, path });
  const configuration = {
    additionalBuiltinExtensions: [at('/files')],
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    webviewEndpoint: `http://${authority}/vscode/out/vs/workbench/contrib/webview/browser/pre`,
    configurationDefaults: { ...QUIET, ...run.settings },
    developmentOptions: {
      extensions: [at('/extension')],
      extensionTestsPath: at('/extension/.tests/index.cjs'),
      enableSmokeTestDriver: true,
    },
    ...(run.workspace === undefined
      ? {}
      : { folderUri: { scheme: WEB_SCHEME, path: `/${run.workspace.split(sep).at(-1)}` } }),
  };
  const attribute = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
    <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label="">
    <script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
    <script type="module" src="/vscode/out/nls.messages.js"></script>
    <script type="module" src="/vscode/${WORKBENCH}"></script>
  </body>
</html>`;
}

interface Site {
  readonly authority: string;
  readonly stop: () => Promise<void>;
}

type Places = Readonly<Record<`/${string}/`, string>> & {
  readonly page: (authority: string) => string;
  /** What is served in place of {@link WORKBENCH}. */
  readonly workbench: string;
};

/** Serves folders over loopback, and the page at `/`. */
async function serve({ page, workbench, ...folders }: Places): Promise<Site> {
  let authority = '';
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (path === '/') {
      response.writeHead(200, { 'content-type': TYPES['.html'] }).end(page(authority));
      return;
    }
    const file = fileAt(path, folders);
    const found = file === undefined ? undefined : await stat(file).catch((): Stats | undefined => undefined);
    if (file === undefined || !found?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    if (file.endsWith(WORKBENCH)) response.end(workbench);
    else createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  authority = addressOf(server);
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { authority, stop };
}

function fileAt(path: string, folders: Readonly<Record<string, string>>): string | undefined {
  const safe = normalize(path);
  const hit = Object.entries(folders).find(([prefix]) => safe.startsWith(prefix));
  return hit === undefined ? undefined : join(hit[1], safe.slice(hit[0].length));
}

/** The workbench's main module, told that there is no server behind it. */
async function webOnly(file: string): Promise<string> {
  let text = await readFile(file, 'utf8');
  for (const [expected, replacement] of WEB_ONLY) {
    if (!expected.test(text)) {
      throw new Error(
        'This VS Code version starts its workbench in another way; test/host/web.ts must learn it.',
      );
    }
    text = text.replace(expected, replacement);
  }
  return text;
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The static server has no port.');
  return `127.0.0.1:${address.port}`;
}
