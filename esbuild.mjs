// Builds what runs: the command line with its scan worker, the extension for desktop and web, and the schema of
// veo-audit.yaml.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { buildCatalog } from './scripts/build-catalog.mjs';
import { noticesOf, packagesOf } from './scripts/third-party-notices.mjs';

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
  metafile: true,
  // Its Node entry is CommonJS that requires `process`, which an ES module bundle cannot; this one is the same parser.
  alias: { yaml: resolve('node_modules/yaml/browser/index.js') },
};

// jsonc-parser's main entry is UMD, which no bundler can follow.
const mainFields = ['module', 'main'];

const commandLine = {
  ...common,
  entryPoints: {
    cli: 'src/cli.ts',
    scanWorker: 'src/workspace/scanWorker.ts',
    // What answers assistants in the editor is the command line's, in the same chunks.
    assistant: 'src/assistant.ts',
  },
  outdir: 'dist',
  platform: 'node',
  mainFields,
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  // What is CommonJS inside (google-auth-library) asks for Node's modules by require.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

const desktop = {
  ...common,
  entryPoints: {
    extension: 'src/extension.ts',
    smoke: 'src/editor/smoke/engine.ts',
    reader: 'src/editor/platform/readerDesktop.ts',
    // The command line starts this one as well.
    videoWorker: 'src/smoke/videoWorker.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  platform: 'node',
  mainFields,
  format: 'cjs',
  external: ['vscode'],
  // The parser asks where its module lies, which only ES modules know by themselves.
  banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { 'import.meta.url': 'bundleUrl' },
  plugins: [
    {
      name: 'engines-apart',
      // The runner of smoke tests and what answers assistants are bundles of their own, loaded when they are wanted.
      setup: ({ onResolve }) => {
        onResolve({ filter: /(?:smoke\/engine|\/assistant)\.ts$/ }, ({ kind, path }) => {
          const file = path.includes('assistant') ? './assistant.js' : './smoke.cjs';
          return kind === 'dynamic-import' ? { path: file, external: true } : null;
        });
      },
    },
  ],
};

const web = {
  ...common,
  entryPoints: ['src/extension.ts'],
  // In a package of ES modules the web host loads a script only by this name.
  outfile: 'dist/web/extension.cjs',
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  // See above; here there is no such place, and nothing is loaded from it.
  define: { 'import.meta.url': '"https://localhost/"' },
  // The one place where desktop and web differ.
  plugins: [
    {
      name: 'web-platform',
      setup: ({ onResolve, resolve: resolveIn }) => {
        // Never loaded here: it needs folders on a disk.
        onResolve({ filter: /\/assistant\.ts$/ }, () => ({ path: '../assistant.js', external: true }));
        onResolve({ filter: /platform\/desktop\.ts$/ }, ({ importer, path, resolveDir }) =>
          resolveIn(path.replace('desktop.ts', 'web.ts'), { importer, resolveDir, kind: 'import-statement' }),
        );
      },
    },
  ],
};

/** The thread that reads requests, in a browser: a script as workers load them. */
const webReader = {
  ...common,
  entryPoints: { reader: 'src/editor/platform/readerWeb.ts' },
  outdir: 'dist/web',
  platform: 'browser',
  mainFields,
  format: 'iife',
  define: { 'import.meta.url': '"https://localhost/"' },
};

/** The report's page, for the webview and inside of an HTML file. */
const page = {
  ...common,
  entryPoints: { page: 'src/page/main.ts' },
  outdir: 'dist',
  platform: 'browser',
  mainFields,
  format: 'esm',
};

/** The parser, the grammars that VS Code ships, and those of three languages that it does not. */
const GRAMMARS = [
  'web-tree-sitter/web-tree-sitter.wasm',
  ...[
    'bash',
    'c-sharp',
    'go',
    'java',
    'javascript',
    'php',
    'powershell',
    'python',
    'ruby',
    'rust',
    'tsx',
    'typescript',
  ].map((name) => `@vscode/tree-sitter-wasm/wasm/tree-sitter-${name}.wasm`),
  ...['swift', 'dart'].map((name) => `@repomix/tree-sitter-wasms/out/tree-sitter-${name}.wasm`),
  '@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
];

/** Grammars are files of their own: each is read when a file of its language first needs it. */
async function copyGrammars() {
  await mkdir('dist/grammars', { recursive: true });
  for (const path of GRAMMARS) await copyFile(`node_modules/${path}`, `dist/grammars/${basename(path)}`);
}

/** The JSON Schema of veo-audit.yaml, from the same zod schema that checks it. */
async function writeConfigSchema() {
  const entry = `import * as z from 'zod'; import { configSchema } from './src/config/schema.ts'; export const text = JSON.stringify(z.toJSONSchema(configSchema, { io: 'input' }), null, 2);`;
  const { outputFiles } = await build({
    ...common,
    minify: false,
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields,
  });
  const source = outputFiles[0].text;
  const { text } = await import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`);
  await writeFile('dist/veo-audit.schema.json', `${text}\n`);
}

/** The licences of everything of others in the bundles and beside them. */
async function writeNotices(bundles) {
  const inputs = bundles.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs)),
  );
  const grammars = GRAMMARS.map((path) => `node_modules/${path}`);
  await writeFile('dist/THIRD-PARTY-NOTICES.txt', await noticesOf(packagesOf([...inputs, ...grammars])));
}

await rm('dist', { recursive: true, force: true });
await buildCatalog();
const built = await Promise.all([
  build(commandLine),
  build(desktop),
  build(web),
  build(webReader),
  build(page),
]);
await writeConfigSchema();
await copyGrammars();
await writeNotices(built);
for (const { metafile } of built) {
  for (const [file, { bytes, entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint) console.log(`${file}  ${Math.round(bytes / 1024)} KB`);
  }
}
