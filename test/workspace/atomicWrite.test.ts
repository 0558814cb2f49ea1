// Replacing a file: all or nothing, and only the file that was read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { replaceFile } from '../../src/workspace/atomicWrite.ts';
import type { DecodedText } from '../../src/workspace/encoding.ts';
import { readText } from '../../src/workspace/readText.ts';
import { asOrdinaryUser, withFolder } from './tempFolder.ts';

const WRITTEN = { kind: 'written' };
const changed = { kind: 'refused', reason: 'it changed since it was read' };

function contentOf(path: string): DecodedText {
  const read = readText(path);
  assert.ok(read.kind === 'text', `${path} is no text`);
  return read.content;
}

/** Does `work`, and `other` in the moment in which the new text has come to the disk. */
function meanwhile<T>(other: () => void, work: () => T): T {
  const { fsyncSync } = fs;
  fs.fsyncSync = (fd) => {
    fsyncSync(fd);
    other();
  };
  syncBuiltinESMExports();
  try {
    return work();
  } finally {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
  }
}

describe('replaceFile', () => {
  const contents: Readonly<Record<string, Buffer>> = {
    'CRLF and a byte order mark': Buffer.from('\uFEFFa: old\r\nb: 1\r\n'),
    'UTF-16, little end first': Buffer.from('\uFEFFold\r\n', 'utf16le'),
    'UTF-16, big end first': Buffer.from('\uFEFFold 🎬', 'utf16le').swap16(),
    'no line end at the end': Buffer.from('old'),
  };
  for (const [name, bytes] of Object.entries(contents)) {
    it(`keeps ${name}`, () =>
      withFolder({ 'a.yaml': bytes }, (folder) => {
        const path = join(folder, 'a.yaml');
        const content = contentOf(path);
        assert.deepEqual(replaceFile(path, content, content.text.replace('old', 'new')), WRITTEN);
        const after = contentOf(path);
        assert.deepEqual(after, { ...content, text: content.text.replace('old', 'new') });
        assert.equal(readFileSync(path).length, bytes.length);
      }));
  }

  it('keeps the permissions and leaves nothing else behind', () =>
    withFolder({ 'run.sh': 'old' }, (folder) => {
      const path = join(folder, 'run.sh');
      chmodSync(path, 0o751);
      assert.deepEqual(replaceFile(path, contentOf(path), 'new'), WRITTEN);
      assert.equal(statSync(path).mode & 0o777, 0o751);
      assert.deepEqual(readdirSync(folder), ['run.sh']);
    }));

  it('puts a new file in the place of the old one, so that nobody sees half of it', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const path = join(folder, 'a.ts');
      const before = statSync(path).ino;
      replaceFile(path, contentOf(path), 'new');
      assert.notEqual(statSync(path).ino, before);
    }));

  it('refuses a file that changed since it was read', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const path = join(folder, 'a.ts');
      const content = contentOf(path);
      writeFileSync(path, 'odd');
      assert.deepEqual(replaceFile(path, content, 'new'), changed);
      assert.equal(readFileSync(path, 'utf8'), 'odd');
      assert.deepEqual(readdirSync(folder), ['a.ts']);
    }));

  it('refuses a file that changed while its new text was being written', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const path = join(folder, 'a.ts');
      const content = contentOf(path);
      const result = meanwhile(
        () => writeFileSync(path, 'saved by an editor'),
        () => replaceFile(path, content, 'new'),
      );
      assert.deepEqual(result, changed);
      assert.equal(readFileSync(path, 'utf8'), 'saved by an editor');
      assert.deepEqual(readdirSync(folder), ['a.ts']);
    }));

  it('refuses what is no file any more, without waiting for it', () =>
    withFolder({ 'a.ts': 'old', 'b.ts': 'old' }, (folder) => {
      const [folderPath, pipe] = [join(folder, 'a.ts'), join(folder, 'b.ts')];
      const content = contentOf(folderPath);
      for (const path of [folderPath, pipe]) rmSync(path);
      mkdirSync(folderPath);
      execFileSync('mkfifo', [pipe]);
      const refused = (path: string) => {
        const result = replaceFile(path, content, 'new');
        return result.kind === 'refused' ? result.reason : result.kind;
      };
      assert.equal(refused(folderPath), 'it is a folder, not a file');
      assert.equal(refused(pipe), 'it is not a regular file (a pipe, socket or device)');
      assert.deepEqual(readdirSync(folder), ['a.ts', 'b.ts']);
    }));

  it('writes a file with the longest name that a disk takes, and leaves no descriptor open', () => {
    const name = `${'n'.repeat(252)}.ts`;
    return withFolder({ [name]: 'old' }, (folder) => {
      const path = join(folder, name);
      const open = () => readdirSync('/proc/self/fd').length;
      const before = open();
      for (const text of ['one', 'two', 'three'])
        assert.deepEqual(replaceFile(path, contentOf(path), text), WRITTEN);
      assert.equal(open(), before);
    });
  });

  it('keeps the owner, where it may give a file away', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const path = join(folder, 'a.ts');
      const isSuperuser = process.geteuid?.() === 0;
      if (isSuperuser) chownSync(path, 12_345, 12_346);
      const { uid, gid } = statSync(path);
      assert.deepEqual(replaceFile(path, contentOf(path), 'new'), WRITTEN);
      assert.deepEqual([statSync(path).uid, statSync(path).gid], [uid, gid]);
    }));

  it('leaves nothing behind where writing fails', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const path = join(folder, 'a.ts');
      const content = contentOf(path);
      const result = meanwhile(
        () => {
          throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        },
        () => replaceFile(path, content, 'new'),
      );
      assert.deepEqual(result, { kind: 'refused', reason: 'the disk is full' });
      assert.equal(readFileSync(path, 'utf8'), 'old');
      assert.deepEqual(readdirSync(folder), ['a.ts']);
    }));

  it('refuses a file that lost its byte order mark since it was read', () =>
    withFolder({ 'a.ts': '\uFEFFold' }, (folder) => {
      const path = join(folder, 'a.ts');
      const content = contentOf(path);
      writeFileSync(path, 'old');
      assert.deepEqual(replaceFile(path, content, 'new'), changed);
    }));

  it('refuses a file with a second name, which would keep the old text', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const [path, other] = [join(folder, 'a.ts'), join(folder, 'b.ts')];
      linkSync(path, other);
      assert.deepEqual(replaceFile(path, contentOf(path), 'new'), {
        kind: 'refused',
        reason: 'other names are hard links to it, which writing would split off',
      });
      assert.equal(statSync(path).ino, statSync(other).ino);
      assert.deepEqual(readdirSync(folder), ['a.ts', 'b.ts']);
    }));

  it('refuses a file that is gone', () =>
    withFolder({ 'a.ts': 'old' }, (folder) => {
      const path = join(folder, 'a.ts');
      const content = contentOf(path);
      rmSync(path);
      assert.deepEqual(replaceFile(path, content, 'new'), {
        kind: 'refused',
        reason: 'it is not there',
      });
      assert.deepEqual(readdirSync(folder), []);
    }));

  it('refuses a file with bytes that are no text', () =>
    withFolder({ 'a.ts': Buffer.from([0x6f, 0xff]) }, (folder) => {
      const path = join(folder, 'a.ts');
      const result = replaceFile(path, contentOf(path), 'new');
      assert.equal(
        result.kind === 'refused' && result.reason,
        'it holds bytes that are not valid text, which writing would destroy',
      );
      assert.deepEqual(readFileSync(path), Buffer.from([0x6f, 0xff]));
    }));

  it('refuses a read-only file, and one in a folder that is closed to writing', () =>
    withFolder({ 'a.ts': 'old', 'sub/b.ts': 'old' }, (folder) => {
      const denied = { kind: 'refused', reason: 'permission denied' };
      chmodSync(folder, 0o777);
      chmodSync(join(folder, 'a.ts'), 0o444);
      chmodSync(join(folder, 'sub/b.ts'), 0o666);
      chmodSync(join(folder, 'sub'), 0o555);
      for (const file of ['a.ts', 'sub/b.ts']) {
        const path = join(folder, file);
        const content = contentOf(path);
        assert.deepEqual(
          asOrdinaryUser(() => replaceFile(path, content, 'new')),
          denied,
        );
        assert.equal(readFileSync(path, 'utf8'), 'old');
      }
    }));

  it('writes through a link and leaves the link', () =>
    withFolder({ 'real/a.ts': 'old' }, (folder) => {
      const link = join(folder, 'link.ts');
      symlinkSync('real/a.ts', link);
      assert.deepEqual(replaceFile(link, contentOf(link), 'new'), WRITTEN);
      assert.equal(lstatSync(link).isSymbolicLink(), true);
      assert.equal(readFileSync(join(folder, 'real/a.ts'), 'utf8'), 'new');
    }));
});
