// The walk over any files finds what the walk of the disk finds, and single files are answered as both do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import type { Files } from '../../src/workspace/files.ts';
import type { SkippedFile } from '../../src/workspace/skipped.ts';
import { walk } from '../../src/workspace/walk.ts';
import { WalkedFiles, walkFiles } from '../../src/workspace/walkFiles.ts';
import { ADAPTERS } from './adapters.ts';
import { asOrdinaryUserUntil, withFolder } from './tempFolder.ts';

interface Walked {
  readonly found: readonly string[];
  readonly skipped: readonly SkippedFile[];
}

const byFile = (a: SkippedFile, b: SkippedFile): number => (a.file < b.file ? -1 : 1);

function onDisk(workingFolder: string): Walked {
  const skipped: SkippedFile[] = [];
  const folders = [...walk(['.'], { workingFolder, noIgnore: false }, (one) => skipped.push(one))];
  const found = folders.flatMap(({ prefix, names }) => names.map((name) => prefix + name));
  return { found: found.toSorted(), skipped: skipped.toSorted(byFile) };
}

async function over(files: Files): Promise<Walked> {
  const skipped: SkippedFile[] = [];
  const found: string[] = [];
  for await (const path of walkFiles(files, (one) => skipped.push(one))) found.push(path);
  return { found: found.toSorted(), skipped: skipped.toSorted(byFile) };
}

/** Every name below a folder, those behind links too, as far as they go. */
function allNames(root: string): readonly string[] {
  const below = (folder: string, depth: number): readonly string[] =>
    depth === 0
      ? []
      : readdirSync(folder).flatMap((name) => {
          const path = join(folder, name);
          const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
          return [path, ...(isFolder ? below(path, depth - 1) : [])];
        });
  return below(root, 6).map((path) => relative(root, path));
}

async function answered(files: Files, root: string): Promise<readonly string[]> {
  const walked = new WalkedFiles(files);
  const names = [...allNames(root), 'none.ts', 'none/x.ts'];
  const has = await Promise.all(names.map((name) => walked.has(name)));
  return names.filter((_, index) => has[index]).toSorted();
}

const LINES = [
  '*.log',
  '/a',
  'a/',
  '!y.log',
  'gen/*',
  '!gen/x.ts',
  'b',
  '**/x.ts',
  '!*',
  'r',
  '/r/a',
  '# no',
  '[',
];
const FOLDERS = ['a', 'b', 'gen', 'node_modules', '.git'];
const FILES = ['x.ts', 'y.log', '.git'];

const folder = fc.array(fc.constantFrom(...FOLDERS), { maxLength: 3 }).map((names) => names.join('/'));
const rules = fc.tuple(
  fc.constantFrom('.gitignore', '.ignore'),
  fc.array(fc.constantFrom(...LINES), { maxLength: 3 }).map((lines) => lines.join('\n')),
);
const file = fc.oneof(
  rules,
  fc.tuple(fc.constantFrom(...FILES), fc.constant('')),
  fc.tuple(fc.constant('link'), fc.constant('')),
);
/** Files of the root `r` and of the folder above it. */
const tree = fc.array(fc.tuple(fc.constantFrom('', 'r/', 'r/', 'r/'), folder, file), { maxLength: 14 });

/** Makes what can be made: of two things with one name the first stays. */
function make(
  top: string,
  [above, below, [name, text]]: typeof tree extends fc.Arbitrary<readonly (infer T)[]> ? T : never,
) {
  const path = join(top, above, below, name);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (name === 'link') symlinkSync('a', path);
    else writeFileSync(path, text, { flag: 'wx' });
  } catch {
    // A file stands where a folder would, or the other way round.
  }
}

for (const [of, files] of Object.entries(ADAPTERS)) {
  describe(`a walk by ${of}`, () => {
    it('finds what the walk of the disk finds, and so does the question for a single file', () =>
      fc.assert(
        fc.asyncProperty(tree, (made) =>
          withFolder({ 'r/x.ts': '' }, async (top) => {
            for (const one of made) make(top, one);
            const root = join(top, 'r');
            const expected = onDisk(root);
            assert.deepEqual(await over(files(root)), expected);
            assert.deepEqual(await answered(files(root), root), expected.found);
          }),
        ),
        { numRuns: 100 },
      ));

    it('heeds the rules of its repository above, but for those that leave out itself', () =>
      withFolder(
        {
          'repo/.git/HEAD': '',
          'repo/.gitignore': '/src/b.ts\nsrc\n',
          'repo/src/a.ts': '',
          'repo/src/b.ts': '',
          'repo/src/sub/.git/HEAD': '',
          'repo/src/sub/b.ts': '',
        },
        async (top) => {
          const root = join(top, 'repo/src');
          assert.deepEqual((await over(files(root))).found, ['a.ts', 'sub/b.ts']);
          assert.deepEqual(await answered(files(root), root), ['a.ts', 'sub/b.ts']);
        },
      ));

    it('names pipes and folders that may not be opened, and goes on', () =>
      withFolder({ 'a/x.ts': '', 'z.ts': '' }, async (root) => {
        execFileSync('mkfifo', [join(root, 'pipe')]);
        chmodSync(join(root, 'a'), 0);
        const expected = {
          found: ['z.ts'],
          skipped: [
            { file: 'a/', reason: 'permission denied' },
            { file: 'pipe', reason: 'it is not a regular file (a pipe, socket or device)' },
          ],
        };
        await asOrdinaryUserUntil(async () => {
          assert.deepEqual(onDisk(root), expected);
          assert.deepEqual(await over(files(root)), expected);
        });
      }));
  });
}
