// Runs before the tests are loaded: a fresh clone has no generated catalog yet, and there is no `vscode` outside of an
// editor, so that what reads files through it meets a stand-in over the disk.
import Module, { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { ensureCatalog } from '../scripts/build-catalog.mjs';

const standIn = new URL('./editor/diskVscode.ts', import.meta.url);
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) =>
  name === 'vscode' ? fileURLToPath(standIn) : resolveFilename(name, ...rest);
const resolve = `(name, context, next) =>
  name === 'vscode' ? { url: ${JSON.stringify(standIn.href)}, shortCircuit: true } : next(name, context)`;
register(`data:text/javascript,${encodeURIComponent(`export const resolve = ${resolve};`)}`);

await ensureCatalog();
