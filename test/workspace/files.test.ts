// The files of a folder: what both adapters promise.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type Files, readInside, textOf } from '../../src/workspace/files.ts';
import { FILE_LIMITS, type FileKind } from '../../src/workspace/limits.ts';
import { MissingFileError, UnreadableFileError } from '../../src/workspace/skipped.ts';
import { ADAPTERS } from './adapters.ts';
import { asOrdinaryUserUntil, withFolder } from './tempFolder.ts';

const NOT_REGULAR = 'it is not a regular file (a pipe, socket or device)';
const OUTSIDE = 'it lies outside of the workspace';

/** A workspace `work` with files, links and what is no file, and something outside of it. */
function withWorkspace(use: (files: (root: string) => Files, folder: string) => Promise<void>, of: string) {
  const files = ADAPTERS[of];
  assert.ok(files !== undefined);
  return withFolder(
    { 'outside/secret': 'secret', 'work/a': 'text', 'work/sub/b': 'more', 'work2/c': 'neighbour' },
    async (folder) => {
      const work = join(folder, 'work');
      symlinkSync(join(folder, 'outside/secret'), join(work, 'leak'));
      symlinkSync(join(folder, 'outside'), join(work, 'way'));
      symlinkSync(join(folder, 'nothing'), join(work, 'dangling'));
      symlinkSync('/dev/zero', join(work, 'zero'));
      execFileSync('mkfifo', [join(work, 'pipe')]);
      await use(files, work);
    },
  );
}

async function reasonOf(read: Promise<unknown>): Promise<string> {
  return read.then(
    () => '',
    (error: unknown) => {
      assert.ok(error instanceof UnreadableFileError, String(error));
      return error.message;
    },
  );
}

for (const of of Object.keys(ADAPTERS)) {
  describe(`files of a folder by ${of}`, () => {
    it('are listed with what they are, links not followed', () =>
      withWorkspace(async (files, work) => {
        const listed = await files(work).list('');
        assert.deepEqual(Object.fromEntries(listed.map(({ name, kind }) => [name, kind])), {
          a: 'file',
          dangling: 'link',
          leak: 'link',
          pipe: 'other',
          sub: 'folder',
          way: 'link',
          zero: 'link',
        });
        assert.deepEqual(await files(work).list('sub'), [{ name: 'b', kind: 'file' }]);
        for (const folder of ['none', 'a'])
          await assert.rejects(files(work).list(folder), MissingFileError, folder);
        for (const { name, kind } of listed) assert.equal(await files(work).kindOf(name), kind, name);
        assert.equal(await files(work).kindOf('none'), null);
        assert.equal(await files(work).kindOf('a/none'), null);
      }, of));

    it('are read as they are, and through a link', () =>
      withWorkspace(async (files, work) => {
        assert.equal(await textOf(files(work), 'sub/b', 'config'), 'more');
        assert.equal(await textOf(files(work), 'leak', 'config'), 'secret');
        const root = join(work, '..', 'linked');
        symlinkSync(work, root);
        assert.equal(await textOf(files(root), 'a', 'config'), 'text');
      }, of));

    it('are refused where they are devices, pipes, folders or not there, without waiting', () =>
      withWorkspace(async (files, work) => {
        const reason = (path: string) => reasonOf(files(work).read(path, 'config'));
        assert.equal(await reason('zero'), NOT_REGULAR);
        assert.equal(await reason('pipe'), NOT_REGULAR);
        assert.equal(await reason('sub'), 'it is a folder, not a file');
        for (const path of ['none', 'a/none', 'none/none'])
          await assert.rejects(files(work).read(path, 'config'), MissingFileError, path);
      }, of));

    it('are refused where they may not be read', () =>
      withWorkspace(async (files, work) => {
        chmodSync(join(work, 'a'), 0);
        chmodSync(join(work, 'sub'), 0);
        await asOrdinaryUserUntil(async () => {
          assert.equal(await reasonOf(files(work).read('a', 'config')), 'permission denied');
          assert.equal(await reasonOf(files(work).list('sub')), 'permission denied');
        });
      }, of));

    for (const kind of Object.keys(FILE_LIMITS) as FileKind[]) {
      it(`are refused above the limit of ${FILE_LIMITS[kind].what}`, () =>
        withWorkspace(async (files, work) => {
          truncateSync(join(work, 'a'), FILE_LIMITS[kind].bytes + 1);
          assert.match(await reasonOf(files(work).read('a', kind)), /^it is larger than \d+ [KM]B$/);
        }, of));
    }

    it('are read up to just the limit', () =>
      withWorkspace(async (files, work) => {
        truncateSync(join(work, 'a'), FILE_LIMITS.config.bytes);
        assert.equal((await files(work).read('a', 'config')).length, FILE_LIMITS.config.bytes);
      }, of));

    it('are read from inside of the root alone, where others have named them', () =>
      withWorkspace(async (files, work) => {
        const read = async (path: string) =>
          new TextDecoder().decode(await readInside(files(work), path, 'snapshot'));
        assert.equal(await read('a'), 'text');
        assert.equal(await read('./sub/../sub/b'), 'more');
        for (const path of ['leak', 'way/secret', 'dangling', '../work2/c', 'sub/../../work2/c'])
          assert.equal(await reasonOf(read(path)), OUTSIDE, path);
        for (const path of ['none', 'none/none', 'a/none'])
          await assert.rejects(read(path), MissingFileError, path);
        for (const path of [
          join(work, '../outside/secret'),
          '/proc/self/environ',
          '../work',
          'a\0b',
          'way/none',
        ])
          await assert.rejects(read(path), path);
      }, of));

    it('are written whole, with the folders above them, and leave nothing else behind', () =>
      withWorkspace(async (files, work) => {
        await files(work).write('new/er/c', 'first');
        await files(work).write('new/er/c', new TextEncoder().encode('second'));
        assert.equal(readFileSync(join(work, 'new/er/c'), 'utf8'), 'second');
        assert.deepEqual(readdirSync(join(work, 'new/er')), ['c']);
      }, of));

    it('stay as they are where they cannot be written, and nothing is left behind', () =>
      withWorkspace(async (files, work) => {
        mkdirSync(join(work, 'sub/folder'));
        await assert.rejects(files(work).write('sub/folder', 'text'));
        await assert.rejects(files(work).write('a/below', 'text'));
        assert.deepEqual(readdirSync(join(work, 'sub')), ['b', 'folder']);
        assert.equal(readFileSync(join(work, 'a'), 'utf8'), 'text');
      }, of));

    it('replace a link, not what it leads to', () =>
      withWorkspace(async (files, work) => {
        await files(work).write('leak', 'mine');
        assert.equal(readFileSync(join(work, '../outside/secret'), 'utf8'), 'secret');
        assert.equal(readFileSync(join(work, 'leak'), 'utf8'), 'mine');
      }, of));
  });
}
