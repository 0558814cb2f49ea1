// Audits published packages at pinned versions: every ID in its place, and nothing that is none.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { buildBundle, veoAudit } from '../cli/bundle.ts';
import { reportSchema } from '../cli/contract.ts';
import { installedPackages } from './install.ts';

const AS_OF = '2026-11-21';

interface Expected {
  readonly required: readonly string[];
  readonly debatable: ReadonlySet<string>;
}

/** `path:line:column text` of an entry, without kind, surface and role. */
const placeOf = (entry: string): string => entry.replace(/ \S+ \S+ \S+$/, '');

/** The lines of `expected.txt`, each with its path in front. */
function readExpected(): Expected {
  const required: string[] = [];
  const debatable = new Set<string>();
  let path = '';
  for (const line of readFileSync(new URL('expected.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('  ')) required.push(`${path}:${line.trim()}`);
    else if (line.startsWith('? ')) debatable.add(placeOf(`${path}:${line.slice(2)}`));
    else path = line;
  }
  return { required, debatable };
}

/** What `audit` reports of a folder, one line a reference. */
function foundIn(folder: string): readonly string[] {
  const { stdout, stderr } = veoAudit(folder, 'audit', '--no-ignore', '--format', 'json', '--as-of', AS_OF);
  assert.equal(stderr, '');
  return reportSchema
    .parse(JSON.parse(stdout))
    .references.map(
      ({ file, line, column, text, kind, surface, role }) =>
        `${file}:${line}:${column} ${text} ${kind} ${surface} ${role}`,
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
  let found: readonly string[] = [];

  before(() => {
    buildBundle();
    folder = installedPackages();
    found = foundIn(folder);
  });

  it('hold exactly the references that were expected', () => {
    const { required, debatable } = readExpected();
    const missing = required.filter((entry) => !found.includes(entry));
    const unexpected = found.filter((entry) => !required.includes(entry) && !debatable.has(placeOf(entry)));
    assert.deepEqual({ missing, unexpected }, { missing: [], unexpected: [] });
  });

  it('hold no official ID that a plain search finds and the audit does not', () => {
    const ids = catalog.models.map((model) => model.id).filter((id) => /^veo-\d\.\d-/.test(id));
    const plain = plainOccurrences(folder, ids);
    assert.ok(plain.length > 200, `only ${plain.length} occurrences: are the packages there?`);
    const reported = new Set(found.map(placeOf));
    assert.deepEqual(
      plain.filter((entry) => !reported.has(entry)),
      [],
    );
  });
});
