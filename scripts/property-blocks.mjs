// The table of docs/mutation.md that tells which properties the tests hold, and on how many inputs each.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** What fast-check tries where a test names no number. */
const USUAL = 100;

/** The blocks by their marker. */
export function propertyBlocks() {
  const properties = readdirSync(`${PROJECT}test`, { recursive: true })
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.test.ts') && !file.includes('node_modules'))
    .sort()
    .flatMap(propertiesOf);
  const rows = properties.map(({ file, says, runs }) => `| ${file.slice(5, -8)} | ${says} | ${runs} |`);
  const inputs = properties.reduce((sum, { runs }) => sum + runs, 0).toLocaleString('en');
  const head = '| tests | what holds | inputs |\n|---|---|---|\n';
  return {
    properties: `\n${head}${rows.join('\n')}\n\n${properties.length} properties, tried on ${inputs} inputs in each run of the tests.\n`,
  };
}

/** The properties of a file in order: under the title of the test that holds them. */
function propertiesOf(file) {
  const text = readFileSync(`${PROJECT}${file}`, 'utf8');
  if (!text.includes("from 'fast-check'")) return [];
  const shared = Number(/^const RUNS = \{ numRuns: ([\d_]+)/m.exec(text)?.[1]?.replaceAll('_', '') ?? USUAL);
  const titles = [...text.matchAll(/\b(describe|it)\(\s*(["'`])((?:\\.|(?!\2)[^\\])*)\2/g)];
  const titleAt = (index, kind) => titles.findLast((one) => one.index < index && one[1] === kind)?.[3] ?? '';
  const asserts = [...text.matchAll(/fc\.assert\(/g)];
  return asserts.map(({ index }, at) => {
    const end = asserts[at + 1]?.index ?? text.length;
    const title = `${titleAt(index, 'describe')}: ${titleAt(index, 'it')}`;
    const tail = text.slice(index, end);
    const own = /numRuns: ([\d_]+)/.exec(tail)?.[1]?.replaceAll('_', '');
    const runs = own === undefined ? (/\bRUNS\b/.test(tail) ? shared : USUAL) : Number(own);
    return { file, says: title.replace(/\$\{[^}]*\}:? ?|\\/g, ''), runs };
  });
}
