// Which files a walk finds: ignore rules, dot-files, links, named paths, what can not be read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { SkippedFile } from '../../src/workspace/skipped.ts';
import { NoSuchPathError, type WalkOptions, walk } from '../../src/workspace/walk.ts';
import { asOrdinaryUser, withFolder } from './tempFolder.ts';

function found(workingFolder: string, paths: readonly string[] = ['.'], options: Partial<WalkOptions> = {}) {
  const skipped: SkippedFile[] = [];
  const folders = [
    ...walk(paths, { workingFolder, noIgnore: false, ...options }, (file) => skipped.push(file)),
  ];
  const files = folders.flatMap(({ prefix, names }) => names.map((name) => prefix + name)).sort();
  return { files, skipped };
}

describe('walk', () => {
  it('reads dot-files and dot-folders, and leaves out .git and node_modules', () =>
    withFolder(
      {
        '.env': '',
        '.github/workflows/a.yml': '',
        'a.ts': '',
        '.git/config': '',
        'sub/node_modules/x/b.js': '',
        'sub/.git': '',
      },
      (folder) => {
        assert.deepEqual(found(folder).files, ['.env', '.github/workflows/a.yml', 'a.ts', 'sub/.git']);
      },
    ));

  it('reads node_modules that are named or lie above a named path', () =>
    withFolder({ 'node_modules/x/b.js': '', 'node_modules/x/node_modules/y/c.js': '' }, (folder) => {
      assert.deepEqual(found(folder, ['node_modules']).files, ['node_modules/x/b.js']);
      assert.deepEqual(found(folder, ['node_modules/x']).files, ['node_modules/x/b.js']);
      assert.deepEqual(found(folder, ['node_modules/x/node_modules/y']).files, [
        'node_modules/x/node_modules/y/c.js',
      ]);
    }));

  it('reads everything but .git with noIgnore', () =>
    withFolder(
      { '.gitignore': '*.js', '.git/a.js': '', 'node_modules/x/b.js': '', '.ignore': 'c.txt', 'c.txt': '' },
      (folder) => {
        assert.deepEqual(found(folder, ['.'], { noIgnore: true }).files, [
          '.gitignore',
          '.ignore',
          'c.txt',
          'node_modules/x/b.js',
        ]);
      },
    ));

  it('prints paths relative to the working folder, however they are named', () =>
    withFolder({ 'work/sub/a.ts': '', 'x/b.ts': '' }, (folder) => {
      const work = join(folder, 'work');
      assert.deepEqual(found(work).files, ['sub/a.ts']);
      assert.deepEqual(found(work, ['./sub/']).files, ['sub/a.ts']);
      assert.deepEqual(found(work, [join(work, 'sub')]).files, ['sub/a.ts']);
      assert.deepEqual(found(work, ['../x']).files, ['../x/b.ts']);
      assert.deepEqual(found(work, [join(folder, 'x/b.ts')]).files, ['../x/b.ts']);
    }));

  it('finds a file once when several paths lead to it', () =>
    withFolder({ 'a.ts': '', 'sub/b.ts': '' }, (folder) => {
      assert.deepEqual(found(folder, ['sub', '.', 'a.ts', './a.ts', 'sub/b.ts']).files, ['a.ts', 'sub/b.ts']);
    }));

  it('says which named path does not exist', () =>
    withFolder({ 'a.ts': '' }, (folder) => {
      assert.throws(() => found(folder, ['a.ts', 'b.ts']), new NoSuchPathError('b.ts'));
      assert.throws(() => found(folder, ['a.ts/b']), new NoSuchPathError('a.ts/b'));
    }));
});

describe('walk: ignore rules', () => {
  it('matches rules of folders outside of the working folder against resolved paths', () =>
    withFolder(
      {
        'here/a.ts': '',
        'repo/.git/HEAD': '',
        'repo/.gitignore': '*.log\n/lib/gen/\n',
        'repo/lib/.gitignore': 'deep/own.ts\n',
        'repo/lib/a.log': '',
        'repo/lib/a.ts': '',
        'repo/lib/gen/b.ts': '',
        'repo/lib/deep/own.ts': '',
        'repo/lib/deep/c.ts': '',
      },
      (folder) => {
        const here = join(folder, 'here');
        const expected = ['../repo/lib/.gitignore', '../repo/lib/a.ts', '../repo/lib/deep/c.ts'];
        assert.deepEqual(found(here, ['../repo/lib']).files, expected);
        assert.deepEqual(found(here, [join(folder, 'repo/lib')]).files, expected);
        assert.deepEqual(found(here, ['../here/../repo/lib/']).files, expected);
      },
    ));

  it('gives the nearest .gitignore the last word, negation included', () =>
    withFolder(
      {
        '.gitignore': '*.log\n/out/\n# comment\ngen/*\n!gen/keep.ts\n',
        'a.log': '',
        'out/a.ts': '',
        'sub/out/a.ts': '',
        'gen/x.ts': '',
        'gen/keep.ts': '',
        'sub/.gitignore': '!b.log\nc.ts\n',
        'sub/a.log': '',
        'sub/b.log': '',
        'sub/deep/c.ts': '',
        'c.ts': '',
      },
      (folder) => {
        const expected = ['.gitignore', 'c.ts', 'gen/keep.ts', 'sub/.gitignore', 'sub/b.log', 'sub/out/a.ts'];
        assert.deepEqual(found(folder).files, expected);
      },
    ));

  it('prefers .ignore to any .gitignore', () =>
    withFolder(
      { '.ignore': '!a.ts\nb.ts', 'sub/.gitignore': 'a.ts\n!b.ts', 'sub/a.ts': '', 'sub/b.ts': '' },
      (folder) => {
        assert.deepEqual(found(folder).files, ['.ignore', 'sub/.gitignore', 'sub/a.ts']);
      },
    ));

  it('tells case apart, and reads rules with CRLF and a byte order mark', () =>
    withFolder(
      { '.gitignore': '\uFEFFDIST\r\nb.ts\r\n', 'dist/a.ts': '', 'DIST/a.ts': '', 'b.ts': '' },
      (folder) => {
        assert.deepEqual(found(folder).files, ['.gitignore', 'dist/a.ts']);
      },
    ));

  it('heeds the .gitignore of folders above, up to the root of the repository', () =>
    withFolder(
      {
        '.gitignore': 'a.ts',
        'repo/.git/HEAD': '',
        'repo/.gitignore': '/src/b.ts',
        'repo/src/a.ts': '',
        'repo/src/b.ts': '',
      },
      (folder) => {
        assert.deepEqual(found(join(folder, 'repo/src')).files, ['a.ts']);
        assert.deepEqual(found(join(folder, 'repo'), ['src']).files, ['src/a.ts']);
        assert.deepEqual(found(folder).files, ['.gitignore', 'repo/.gitignore', 'repo/src/a.ts']);
      },
    ));

  it('heeds the .gitignore of the working folder outside of a repository', () =>
    withFolder({ '.gitignore': '*.log', 'sub/a.log': '', 'sub/b.ts': '' }, (folder) => {
      assert.deepEqual(found(folder, ['sub']).files, ['sub/b.ts']);
    }));

  it('reads what is named though it is ignored, but still leaves out other ignored files in it', () =>
    withFolder({ '.gitignore': 'dist/\n*.log', 'dist/a.js': '', 'dist/b.log': '', 'c.log': '' }, (folder) => {
      assert.deepEqual(found(folder, ['dist', 'c.log']).files, ['c.log', 'dist/a.js']);
    }));

  it('survives patterns that are no patterns', () =>
    withFolder({ '.gitignore': '[\n[z-a]\n\\\n!\n**\\\n(\n', 'a.ts': '' }, (folder) => {
      assert.ok(found(folder).files.includes('a.ts'));
    }));
});

describe('walk: links and what can not be read', () => {
  it('follows no link that it meets, so that loops end, but a named one', () =>
    withFolder({ 'real/a.ts': '' }, (folder) => {
      symlinkSync('..', join(folder, 'real/loop'));
      symlinkSync('a.ts', join(folder, 'real/link.ts'));
      symlinkSync('real', join(folder, 'folder'));
      symlinkSync('self', join(folder, 'self'));
      assert.deepEqual(found(folder).files, ['real/a.ts']);
      assert.deepEqual(found(folder, ['folder']).files, ['folder/a.ts']);
      assert.deepEqual(found(folder, ['real/loop/real']).files, ['real/loop/real/a.ts']);
      assert.deepEqual(found(folder, ['real/link.ts']).files, ['real/link.ts']);
      const self = found(folder, ['self']);
      assert.deepEqual(self.skipped, [{ file: 'self', reason: 'its symbolic links go in a circle' }]);
    }));

  it('names a pipe and does not open it', () =>
    withFolder({ 'a.ts': '' }, (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      const pipe = { file: 'pipe', reason: 'it is not a regular file (a pipe, socket or device)' };
      assert.deepEqual(found(folder), { files: ['a.ts'], skipped: [pipe] });
      assert.deepEqual(found(folder, ['pipe']), { files: [], skipped: [pipe] });
    }));

  it('names a folder that it may not open, and goes on', () =>
    withFolder({ 'a/x.ts': '', 'z.ts': '' }, (folder) => {
      chmodSync(join(folder, 'a'), 0o000);
      const { files, skipped } = asOrdinaryUser(() => found(folder));
      assert.deepEqual(files, ['z.ts']);
      assert.deepEqual(skipped, [{ file: 'a/', reason: 'permission denied' }]);
    }));

  it('reads a deep tree', () =>
    withFolder({}, (folder) => {
      const deep = 'd/'.repeat(300);
      mkdirSync(join(folder, deep), { recursive: true });
      assert.deepEqual(found(folder), { files: [], skipped: [] });
    }));
});
