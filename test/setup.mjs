// Runs before the tests are loaded: a fresh clone has no generated catalog yet, and there is no `vscode` outside of an
// editor, so that what reads files through it meets a stand-in over the disk. What tests write goes when they end.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import Module, { register } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureCatalog } from '../scripts/build-catalog.mjs';

const standIn = new URL('./editor/diskVscode.ts', import.meta.url);
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) =>
  name === 'vscode' ? fileURLToPath(standIn) : resolveFilename(name, ...rest);
const resolve = `(name, context, next) =>
  name === 'vscode' ? { url: ${JSON.stringify(standIn.href)}, shortCircuit: true } : next(name, context)`;
register(`data:text/javascript,${encodeURIComponent(`export const resolve = ${resolve};`)}`);

const scratch = mkdtempSync(join(tmpdir(), 'veo-audit-tests-'));
// Some tests are another user for a while.
chmodSync(scratch, 0o755);
Object.assign(process.env, { TMPDIR: scratch, TEMP: scratch, TMP: scratch });
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

await ensureCatalog();
