// The walls of the house: every room imports from the rooms below it only, types included. Cycles between files are
// found by the linter (noImportCycles).
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/** From the ground up. Rooms of one line know nothing of each other. */
const FLOORS: readonly (readonly string[])[] = [
  ['once.ts', 'order.ts', 'thousands.ts', 'thrown.ts'],
  ['catalog', 'network', 'words'],
  ['detect'],
  ['routes'],
  ['cost', 'outlets'],
  ['contracts'],
  ['gateway'],
  ['audit'],
  ['config', 'refresh'],
  ['migrate', 'explain'],
  ['checks'],
  ['report'],
  ['page', 'workspace'],
  ['smoke'],
  ['simulator'],
  ['cli', 'editor'],
  ['assistant.ts'],
  ['cli.ts', 'extension.ts'],
];

/** What is the same in a browser, on a disk and in a test: it knows no editor and nothing of Node. */
const ENGINE = FLOORS.slice(
  0,
  FLOORS.findIndex((rooms) => rooms.includes('report')),
).flat();

interface Import {
  readonly file: string;
  readonly to: string;
}

const roomOf = (file: string): string => file.split('/')[0] ?? file;
const floorOf = (file: string): number => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
const imports = files.flatMap((file): readonly Import[] => {
  const text = readFileSync(join(SRC, file), 'utf8');
  return [...text.matchAll(/\b(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, to = '']) => ({
    file,
    to: to.startsWith('.') ? relative(SRC, join(SRC, dirname(file), to)) : to,
  }));
});
/** What is loaded with a file at once: types are not, and neither is what it imports when it is needed. */
const loadedWith = (file: string): readonly string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export)\s(?!type\b)(?:[^';]*?\bfrom\s*)?'([^'\n]+)';/gm,
    ),
  ].map(([, to = '']) => (to.startsWith('.') ? relative(SRC, join(SRC, dirname(file), to)) : to));
const within = imports.filter(({ to }) => files.includes(to));
const shown = (wrong: readonly Import[]): readonly string[] => wrong.map(({ file, to }) => `${file} → ${to}`);

describe('the rooms of the house', () => {
  it('each have their floor', () => {
    const rooms = [...new Set(files.map(roomOf))].toSorted();
    assert.deepEqual(rooms, FLOORS.flat().toSorted());
  });

  it('are described in docs/architecture.md, from the ground up', () => {
    const page = readFileSync(new URL('../docs/architecture.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(
      ([, names = '']) => names.match(/\w+/g) ?? [],
    );
    const isRoom = (name: string): boolean => !name.endsWith('.ts');
    assert.deepEqual(
      rows,
      FLOORS.flatMap((rooms) => rooms.filter(isRoom)),
    );
  });

  it('import from below only', () => {
    const wrong = within.filter(
      ({ file, to }) => roomOf(file) !== roomOf(to) && floorOf(file) <= floorOf(to),
    );
    assert.ok(within.length > 1_000);
    assert.deepEqual(shown(wrong), []);
  });

  it('load no schema library for an audit without a configuration', () => {
    const reached = new Set([
      'cli.ts',
      'cli/audit.ts',
      'cli/runAudit.ts',
      'workspace/auditFiles.ts',
      'workspace/auditRoutes.ts',
    ]);
    for (const file of reached) for (const to of loadedWith(file)) if (files.includes(to)) reached.add(to);
    assert.ok(reached.size > 200);
    assert.deepEqual(
      [...reached].filter((file) => loadedWith(file).includes('zod')),
      [],
    );
  });

  it('know nothing of Node, a disk or an editor where they belong to the engine', () => {
    const wrong = imports.filter(
      ({ file, to }) => ENGINE.includes(roomOf(file)) && /^(?:node:|vscode$)/.test(to),
    );
    assert.deepEqual(shown(wrong), []);
  });
});
