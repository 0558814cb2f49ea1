// Reading one file: what is text, what is skipped and why.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_LIMITS } from '../../src/workspace/limits.ts';
import { readText } from '../../src/workspace/readText.ts';
import { asOrdinaryUser, withFolder } from './tempFolder.ts';

describe('readText', () => {
  it('reads text with its line ends, tabs and astral characters as they are', () =>
    withFolder({ 'a.ts': '\tmodel\r\n🎬 veo-2.0-generate-001' }, (folder) => {
      assert.deepEqual(readText(join(folder, 'a.ts')), {
        kind: 'text',
        bytes: 33,
        content: { text: '\tmodel\r\n🎬 veo-2.0-generate-001', encoding: 'utf-8', bom: false, lossy: false },
      });
    }));

  it('reads an empty file', () =>
    withFolder({ 'empty.ts': '' }, (folder) => {
      const read = readText(join(folder, 'empty.ts'));
      assert.equal(read.kind === 'text' && read.content.text, '');
    }));

  it('skips a text file that is too large, and takes a large binary for a binary', () =>
    withFolder({ 'a.txt': 'a'.repeat(9000), 'a.bin': 'a\0' }, (folder) => {
      truncateSync(join(folder, 'a.txt'), FILE_LIMITS.audited.bytes + 1);
      truncateSync(join(folder, 'a.bin'), FILE_LIMITS.audited.bytes + 1);
      assert.deepEqual(readText(join(folder, 'a.txt')), {
        kind: 'skipped',
        reason: 'it is larger than 64 MB',
      });
      assert.deepEqual(readText(join(folder, 'a.bin')), { kind: 'binary' });
    }));

  it('says why a file can not be read', () =>
    withFolder({ 'secret.ts': 'veo' }, (folder) => {
      const path = join(folder, 'secret.ts');
      chmodSync(path, 0o000);
      assert.deepEqual(
        asOrdinaryUser(() => readText(path)),
        { kind: 'skipped', reason: 'permission denied' },
      );
      assert.deepEqual(readText(join(folder, 'gone.ts')), {
        kind: 'skipped',
        reason: 'it is not there',
      });
      assert.deepEqual(readText(folder), { kind: 'skipped', reason: 'it is a folder, not a file' });
    }));

  it('does not wait for the other end of a pipe', () =>
    withFolder({}, (folder) => {
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      const reason = 'it is not a regular file (a pipe, socket or device)';
      assert.deepEqual(readText(join(folder, 'pipe')), { kind: 'skipped', reason });
    }));
});
