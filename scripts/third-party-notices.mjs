// The licences of what is inside the bundles, from the packages themselves: dist/THIRD-PARTY-NOTICES.txt.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The npm packages that files of node_modules belong to, sorted. A package inside another one counts for itself. */
export function packagesOf(paths) {
  const found = paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(found)].sort();
}

/** The notices of packages by their folders, relative to `root`. Throws where a package brings none. */
export async function noticesOf(folders, root = process.cwd()) {
  const notices = await Promise.all(folders.map((folder) => noticeOf(join(root, folder))));
  const head = 'This extension contains the following software of others.\n';
  return [head, ...new Set(notices)].join(`\n${'-'.repeat(80)}\n\n`);
}

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const text = await licenceOf(folder);
  if (text === '') throw new Error(`${name} ${version} brings no licence: it cannot be bundled.`);
  return `${name} ${version} (${license ?? 'see below'})\n\n${text}\n`;
}

/** The files of a package that hold its licence, else what its README says of it; empty where nothing does. */
async function licenceOf(folder) {
  const names = (await readdir(folder)).sort();
  const files = names.filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  if (texts.length > 0) return texts.map((text) => text.trim()).join('\n\n');
  const readme = names.find((file) => /^readme/i.test(file));
  const text = readme === undefined ? '' : await readFile(join(folder, readme), 'utf8');
  return (/^(?:#+ *)?licen[cs]e\b[^\n]*\n([\s\S]*)/im.exec(text)?.[1] ?? '').trim();
}
