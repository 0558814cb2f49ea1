// Audits published packages at pinned versions: every ID in its place, and nothing that is none.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { buildBundle, veoAudit } from '../cli/bundle.ts';
import { reportSchema } from '../cli/contract.ts';
import { installedPackages } from '../installed.ts';

const AS_OF = '2026-11-21';

interface Expected {
  /** `path:line:column text` → `kind surface role`; a surface with a closing `?` may also be `unknown`. */
  readonly required: ReadonlyMap<string, string>;
  readonly debatable: ReadonlySet<string>;
}

function readExpected(): Expected {
  const required = new Map<string, string>();
  const debatable = new Set<string>();
  let path = '';
  for (const line of readFileSync(new URL('expected.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [place = '', text = '', ...label] = line.slice(2).split(' ');
    if (line.startsWith('  ')) required.set(`${path}:${place} ${text}`, label.join(' '));
    else if (line.startsWith('? ')) debatable.add(`${path}:${place} ${text}`);
    else path = line;
  }
  return { required, debatable };
}

const fits = (label: string, found: string): boolean =>
  found === label.replace('?', '') || found === label.replace(/\S+\?/, 'unknown');

/** What `audit` reports of a folder, as `readExpected` writes it. */
function foundIn(folder: string): ReadonlyMap<string, string> {
  const { stdout, stderr } = veoAudit(folder, 'audit', '--no-ignore', '--format', 'json', '--as-of', AS_OF);
  assert.doesNotMatch(stderr, /^Skipped/m);
  const { references } = reportSchema.parse(JSON.parse(stdout));
  return new Map(
    references.map(({ file, line, column, text, kind, surface, role }) => [
      `${file}:${line}:${column} ${text}`,
      `${kind} ${surface} ${role}`,
    ]),
  );
}

/** Where the letters of an official ID stand in any file, found without the program. */
function plainOccurrences(folder: string, ids: readonly string[]): readonly string[] {
  const pattern = new RegExp(
    [...ids]
      .sort((a, b) => b.length - a.length)
      .join('|')
      .replaceAll('.', '\\.'),
    'g',
  );
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        [...line.matchAll(pattern)].map(
          (match) =>
            `${file.slice(folder.length + 1).replaceAll('\\', '/')}:${index + 1}:${match.index + 1} ${match[0]}`,
        ),
      ),
  );
}

describe('published packages', function () {
  this.timeout(300_000);
  const catalog = bundledCatalog();
  let folder = '';
  let found: ReadonlyMap<string, string> = new Map();

  before(() => {
    buildBundle();
    folder = installedPackages('packages');
    found = foundIn(folder);
  });

  it('hold exactly the references that were expected', () => {
    const { required, debatable } = readExpected();
    const wrong = [...required].flatMap(([place, label]) => {
      const actual = found.get(place);
      return actual !== undefined && fits(label, actual)
        ? []
        : [`${place}: ${actual ?? 'missed'}, not ${label}`];
    });
    const unexpected = [...found.keys()].filter((place) => !required.has(place) && !debatable.has(place));
    assert.deepEqual([...wrong, ...unexpected.map((place) => `unexpected ${place}`)], []);
  });

  it('hold no official ID that a plain search finds and the audit does not', () => {
    const ids = catalog.models.map((model) => model.id).filter((id) => /^veo-\d\.\d-/.test(id));
    const plain = plainOccurrences(folder, ids);
    assert.ok(plain.length > 200, `only ${plain.length} occurrences: are the packages there?`);
    assert.deepEqual(
      plain.filter((entry) => !found.has(entry)),
      [],
    );
  });
});
