// The section Facts of the newest entry in CHANGELOG.md, out of the difference between the catalog and that of the last release.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';
import { parse } from 'yaml';

const { parseCatalog } = await tsImport('../src/catalog/schema.ts', import.meta.url);
const { factsChanges } = await tsImport('../src/refresh/factsChanges.ts', import.meta.url);

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const CATALOG = 'src/catalog/veo.yaml';
const START = '### Facts\n\n<!-- facts: written by npm run docs -->\n';
const END = '<!-- facts end -->\n';

const catalogOf = (yaml) => parseCatalog(parse(yaml));

/** The catalog of the last released version; null where nothing was released. A checkout without tags counts as such. */
function releasedCatalog() {
  const git = (...args) =>
    execFileSync('git', args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1e8,
    });
  try {
    const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*', 'HEAD').trim();
    return catalogOf(git('show', `${tag}:${CATALOG}`));
  } catch {
    return null;
  }
}

/** CHANGELOG.md with the section as it has to be, at the end of its newest entry. */
export function withFacts(changelog) {
  const lines = factsChanges(releasedCatalog(), catalogOf(readFileSync(`${ROOT}${CATALOG}`, 'utf8')));
  const section = `${START}${lines.map((line) => `- ${line}\n`).join('')}${END}`;
  const first = changelog.indexOf('\n## ') + 1;
  const next = changelog.indexOf('\n## ', first + 1);
  const end = next < 0 ? changelog.length : next;
  const entry = changelog.slice(first, end);
  const [start, stop] = [entry.indexOf(START), entry.indexOf(END)];
  const own =
    start < 0 ? entry.trimEnd() : `${entry.slice(0, start)}${entry.slice(stop + END.length)}`.trimEnd();
  return `${changelog.slice(0, first)}${own}\n\n${section}${changelog.slice(end)}`;
}
