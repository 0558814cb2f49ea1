// Runs scripts one after the other, each in its own folder: `runScripts.mjs FOLDER=SCRIPT …`. One process, because starting one takes longer than a script.
import { chdir } from 'node:process';
import { pathToFileURL } from 'node:url';

const { fetch } = globalThis;
// The SDK knows files by https addresses alone, and programs fetch them as they are; the simulator has no TLS.
globalThis.fetch = (address, options) =>
  fetch(typeof address === 'string' ? address.replace(/^https:\/\/127\./, 'http://127.') : address, options);

for (const pair of process.argv.slice(2)) {
  const at = pair.indexOf('=');
  chdir(pair.slice(0, at));
  await import(pathToFileURL(pair.slice(at + 1)).href);
}
