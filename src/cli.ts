#!/usr/bin/env node
import { existsSync, readFileSync, writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { CliContext } from './cli/context.ts';
import { main } from './cli/main.ts';
import { plainText } from './outlets/plain.ts';
// The command line: gathers the world into a context and hands over.
import { messageOf } from './thrown.ts';

function today(now = new Date()): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Writes all of a text, also to a pipe that takes it slowly; a reader that has gone away ends the program quietly. */
function writer(descriptor: 1 | 2): (text: string) => void {
  return (text) => {
    let bytes = Buffer.from(text);
    while (bytes.length > 0) {
      try {
        bytes = bytes.subarray(writeSync(descriptor, bytes));
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : '';
        if (code === 'EPIPE') process.exit(0);
        if (code !== 'EAGAIN') throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      }
    }
  };
}

const scanWorker = new URL('./scanWorker.js', import.meta.url);
const version: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
const context: CliContext = {
  version,
  workingFolder: process.cwd(),
  today: today(),
  env: process.env,
  catalog: async () => (await import('./catalog/bundled.ts')).bundledCatalog(),
  stdin: () => buffer(process.stdin),
  stdout: writer(1),
  stderr: writer(2),
  color:
    process.stdout.isTTY === true &&
    (process.stdout.hasColors?.() ?? false) &&
    process.env.NO_COLOR === undefined,
  ...(process.stderr.isTTY === true ? { rewriteLine: (text) => writer(2)(`\r\u001b[K${text}`) } : {}),
  scanWorker: existsSync(scanWorker) ? scanWorker : undefined,
  videoWorker: new URL('./videoWorker.cjs', import.meta.url),
  pageScript: new URL('./page.js', import.meta.url),
  cachePlace: async () =>
    (await import('./cli/cachePlace.ts')).cachePlace(process.cwd(), new URL(import.meta.url)),
  grammars: new URL('./grammars/', import.meta.url),
};

try {
  process.exitCode = await main(process.argv.slice(2), context);
} catch (error) {
  context.stderr(
    `veo-audit: this is a fault of the program, not of yours: ${plainText(messageOf(error))}. ` +
      'VEO_AUDIT_DEBUG=1 shows where.\n',
  );
  if (process.env.VEO_AUDIT_DEBUG) context.stderr(`${error instanceof Error ? error.stack : ''}\n`);
  process.exitCode = 2;
}
