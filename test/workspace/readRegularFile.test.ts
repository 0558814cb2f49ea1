// Reading whole files: regular ones, up to the limit of their kind.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { FILE_LIMITS, type FileKind, limitsSentence } from '../../src/workspace/limits.ts';
import { loadConfig } from '../../src/workspace/loadConfig.ts';
import { readRegularText, readRegularTextIfAny, readUpTo } from '../../src/workspace/readRegularFile.ts';
import { reasonOf } from '../../src/workspace/skipped.ts';
import { ADAPTERS } from './adapters.ts';
import { withFolder } from './tempFolder.ts';

function reason(path: string, kind: FileKind): string {
  try {
    readRegularText(path, kind);
    return '';
  } catch (error) {
    return reasonOf(error);
  }
}

const NOT_REGULAR = 'it is not a regular file (a pipe, socket or device)';

describe('readRegularFile', () => {
  it('reads a file, and one behind a link', () =>
    withFolder({ a: 'text' }, (folder) => {
      symlinkSync(join(folder, 'a'), join(folder, 'b'));
      assert.equal(readRegularText(join(folder, 'a'), 'config'), 'text');
      assert.equal(readRegularText(join(folder, 'b'), 'config'), 'text');
    }));

  it('refuses devices, pipes and folders without waiting for them', () =>
    withFolder({ 'sub/a': '' }, (folder) => {
      symlinkSync('/dev/zero', join(folder, 'zero'));
      execFileSync('mkfifo', [join(folder, 'pipe')]);
      assert.equal(reason(join(folder, 'zero'), 'config'), NOT_REGULAR);
      assert.equal(reason(join(folder, 'pipe'), 'config'), NOT_REGULAR);
      assert.equal(reason(join(folder, 'sub'), 'config'), 'it is a folder, not a file');
      assert.equal(reason(join(folder, 'none'), 'config'), 'it is not there');
    }));

  for (const kind of Object.keys(FILE_LIMITS) as FileKind[]) {
    it(`refuses a file above the limit of ${FILE_LIMITS[kind].what}`, () =>
      withFolder({ a: '' }, (folder) => {
        truncateSync(join(folder, 'a'), FILE_LIMITS[kind].bytes + 1);
        assert.match(reason(join(folder, 'a'), kind), /^it is larger than \d+ [KM]B$/);
      }));
  }

  for (const kind of ['config', 'journal'] as const) {
    it(`reads a file of just the limit of ${FILE_LIMITS[kind].what}`, () =>
      withFolder({ a: '' }, (folder) => {
        truncateSync(join(folder, 'a'), FILE_LIMITS[kind].bytes);
        assert.equal(readRegularText(join(folder, 'a'), kind).length, FILE_LIMITS[kind].bytes);
      }));
  }

  it('is nothing for readers that go on without it', () =>
    withFolder({ a: 'text' }, (folder) => {
      assert.equal(readRegularTextIfAny(join(folder, 'a'), 'config'), 'text');
      assert.equal(readRegularTextIfAny(join(folder, 'none'), 'config'), null);
    }));

  it('reads into a buffer what fits into it, and leaves what does not to one of its own', () =>
    withFolder({ a: '0123456789' }, (folder) => {
      const read = (size: number, scratch?: Buffer): Buffer => {
        const fd = openSync(join(folder, 'a'), 'r');
        try {
          return readUpTo(fd, size, scratch);
        } finally {
          closeSync(fd);
        }
      };
      for (const room of [10, 11]) {
        const scratch = Buffer.alloc(room);
        const bytes = read(10, scratch);
        assert.deepEqual(
          [bytes.toString(), bytes.buffer === scratch.buffer],
          ['0123456789', true],
          `${room}`,
        );
      }
      const small = Buffer.alloc(9);
      assert.equal(read(10, small).toString(), '0123456789');
      assert.ok(small.every((byte) => byte === 0));
      assert.equal(read(20).toString(), '0123456789', 'it has become shorter');
    }));

  it('refuses a file that says that it is empty and is not', () => {
    assert.equal(reason('/proc/self/maps', 'config'), 'it grew while it was read');
  });
});

for (const [of, files] of Object.entries(ADAPTERS))
  describe(`a configuration that is no file to read, by ${of}`, () => {
    it('is one sentence', () =>
      withFolder({}, async (folder) => {
        symlinkSync('/dev/zero', join(folder, 'veo-audit.yaml'));
        await assert.rejects(loadConfig(files(folder)), {
          message: `The configuration veo-audit.yaml cannot be used: ${NOT_REGULAR}.`,
        });
      }));

    it('and so is one that is too large', () =>
      withFolder({ 'veo-audit.yaml': '' }, async (folder) => {
        truncateSync(join(folder, 'veo-audit.yaml'), FILE_LIMITS.config.bytes + 1);
        await assert.rejects(loadConfig(files(folder)), {
          message: 'The configuration veo-audit.yaml cannot be used: it is larger than 1 MB.',
        });
      }));
  });

describe('the limits', () => {
  it('stand in the README as the table has them', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    assert.ok(readme.includes(limitsSentence()), 'run npm run docs');
  });
});
