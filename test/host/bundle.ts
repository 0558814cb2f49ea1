// Bundles suites into the one CommonJS file that a VS Code extension host can load.
import { readFile, writeFile } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { ROOT } from './install.ts';

/** Where the bundle will run: VS Code's Node extension host or its web worker. */
export type HostKind = 'node' | 'web';

/** What the bundle holds and how it runs. */
export interface BundleOptions {
  /** Absolute paths of `*.suite.ts` files. */
  readonly suites: readonly string[];
  readonly host: HostKind;
  /** Limit of one test or hook, in milliseconds. */
  readonly timeoutMs: number;
  readonly grep?: string;
}

/** A bundle on disk. */
export interface Bundle {
  /** What `extensionTestsPath` wants. */
  readonly path: string;
  /** Rewrites a stack trace to the lines of the sources, without the frames of mocha and VS Code. */
  readonly readable: (stack: string) => string;
}

/**
 * Writes the module `index` (exporting `run`) into a folder. Paths are absolute.
 */
export async function bundleSuites(folder: string, options: BundleOptions): Promise<Bundle> {
  const { suites, host, timeoutMs, grep } = options;
  // `require` and not `import`: the suites must be evaluated after mocha's globals exist.
  const entry = `
    import { runInHost } from ${JSON.stringify(join(ROOT, 'test/host/inside/runtime.ts'))};
    const load = () => { ${suites.map((path) => `require(${JSON.stringify(path)});`).join(' ')} };
    export const run = () => runInHost(load, ${JSON.stringify({ timeoutMs, grep })});`;
  // The web host takes `.js` below an ES module extension for an ES module, which it cannot load.
  const index = join(folder, host === 'web' ? 'index.cjs' : 'index.js');
  const common: BuildOptions = {
    stdin: { contents: entry, resolveDir: ROOT, loader: 'ts' },
    outfile: index,
    bundle: true,
    format: 'cjs',
    target: 'es2022',
    // As the extension's own bundle: some libraries' other entries cannot be bundled.
    mainFields: host === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
    external: ['vscode'],
    plugins: [mochaAsScript],
    sourcemap: 'external',
    sourcesContent: false,
    logLevel: 'warning',
  };
  await build(
    host === 'node'
      ? { ...common, platform: 'node' }
      : {
          ...common,
          platform: 'browser',
          // A worker has no node:assert; this is the same library for browsers.
          alias: { 'node:assert/strict': join(ROOT, 'test/host/inside/webAssert.ts') },
          inject: [join(ROOT, 'test/host/inside/webProcess.ts')],
          define: { global: 'globalThis' },
        },
  );
  // Says CommonJS even below a folder whose package.json says otherwise.
  await writeFile(join(folder, 'package.json'), '{ "type": "commonjs" }');
  const map = new SourceMap(JSON.parse(await readFile(`${index}.map`, 'utf8')));
  return { path: index.replace(/\.js$/, ''), readable: (stack) => readable(stack, map, folder) };
}

/** A frame of the bundle: `at f (/x/index.js:12:34)`, in the web host `at f (http://x/index.js#vscode-extension:12:34)`. */
const FRAME = /^(\s*at .*?)\(?[^\s()]*\/index\.c?js(#vscode-extension)?:(\d+):(\d+)\)?$/;
// The web host wraps the module into a function whose head takes two lines.
const WEB_HEAD_LINES = 2;

function readable(stack: string, map: SourceMap, folder: string): string {
  const lines = stack.split('\n').flatMap((line) => {
    const frame = FRAME.exec(line);
    if (frame === null) return /^\s*at .*[:)]/.test(line) ? [] : [line];
    const head = frame[2] === undefined ? 0 : WEB_HEAD_LINES;
    const entry = map.findEntry(Number(frame[3]) - 1 - head, Number(frame[4]) - 1);
    if (!('originalSource' in entry)) return [];
    const source = relative(ROOT, resolve(folder, entry.originalSource));
    if (source.includes('node_modules') || source.includes('<stdin>') || source.includes('script:'))
      return [];
    return [`${frame[1]}(${source}:${entry.originalLine + 1}:${entry.originalColumn + 1})`];
  });
  return lines.join('\n').trimEnd();
}

// Mocha's package.json calls its browser build an ES module, but it is a script that looks for CommonJS's `module`; read
// apart from that package.json, esbuild gives it a `module` of its own, so that it does not take the bundle's.
const mochaAsScript: Plugin = {
  name: 'mocha as a script',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^mocha\/mocha\.js$/ }, ({ path }) => ({ path, namespace: 'script' }));
    onLoad({ filter: /.*/, namespace: 'script' }, async ({ path }) => ({
      contents: await readFile(join(ROOT, 'node_modules', path), 'utf8'),
      loader: 'js',
    }));
  },
};
