// Audits published packages at pinned versions: every ID in its place, and nothing that is none.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledCatalog } from '../../src/catalog/bundled.ts';
import { positionCounter } from '../../src/detect/lines.ts';
import { auditFiles, type FileRun } from '../../src/workspace/auditFiles.ts';
import { installedPackages } from './install.ts';

const AS_OF = '2026-11-21';

interface Expected {
  readonly required: readonly string[];
  readonly debatable: ReadonlySet<string>;
}

/** The lines of `expected.txt`, each with its path in front. */
function readExpected(): Expected {
  const required: string[] = [];
  const debatable = new Set<string>();
  let path = '';
  for (const line of readFileSync(new URL('expected.txt', import.meta.url), 'utf8').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('  ')) required.push(`${path}:${line.trim()}`);
    else if (line.startsWith('? ')) debatable.add(`${path}:${line.slice(2).trim()}`);
    else path = line;
  }
  return { required, debatable };
}

function foundIn(run: FileRun): readonly string[] {
  return run.audits.flatMap(({ document, references }) => {
    const at = positionCounter(document.text);
    return references.map(({ start, text, kind, surface, role }) => {
      const { line, column } = at(start);
      return `${document.path}:${line}:${column} ${text} ${kind} ${surface} ${role}`;
    });
  });
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

  before(async () => {
    folder = installedPackages();
    const run = await auditFiles(['.'], {
      workingFolder: folder,
      noIgnore: true,
      catalog,
      asOf: AS_OF,
      config: {},
    });
    assert.deepEqual(run.skipped, []);
    found = foundIn(run);
  });

  it('hold exactly the references that were expected', () => {
    const { required, debatable } = readExpected();
    const missing = required.filter((entry) => !found.includes(entry));
    const unexpected = found.filter((entry) => !required.includes(entry) && !debatable.has(entry));
    assert.deepEqual({ missing, unexpected }, { missing: [], unexpected: [] });
  });

  it('hold no official ID that a plain search finds and the audit does not', () => {
    const ids = catalog.models.map((model) => model.id).filter((id) => /^veo-\d\.\d-/.test(id));
    const plain = plainOccurrences(folder, ids);
    assert.ok(plain.length > 200, `only ${plain.length} occurrences: are the packages there?`);
    const reported = new Set(found.map((entry) => entry.split(' ').slice(0, 2).join(' ')));
    assert.deepEqual(
      plain.filter((entry) => !reported.has(entry)),
      [],
    );
  });
});
