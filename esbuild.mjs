// Builds what runs: the command line with its scan worker, and the extension for desktop and web.
import { rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { buildCatalog } from './scripts/build-catalog.mjs';

const common = {
  bundle: true,
  minify: true,
  sourcemap: false,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

const commandLine = {
  ...common,
  entryPoints: { cli: 'src/cli.ts', scanWorker: 'src/workspace/scanWorker.ts' },
  outdir: 'dist',
  platform: 'node',
  // jsonc-parser's main entry is UMD, which no bundler can follow.
  mainFields: ['module', 'main'],
  target: 'node20',
  format: 'esm',
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
};

await rm('dist', { recursive: true, force: true });
await buildCatalog();
await build(commandLine);
