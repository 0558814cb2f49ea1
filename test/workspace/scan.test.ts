// Finding the files that hold the letters `veo`: across chunks, encodings and threads, with honest counts.
import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { FILE_LIMITS } from '../../src/workspace/limits.ts';
import { Scan, type ScanOptions, scanFiles } from '../../src/workspace/scan.ts';
import { NoSuchPathError } from '../../src/workspace/walk.ts';
import { asOrdinaryUser, withFolder } from './tempFolder.ts';

const CHUNK = 256 * 1024;

function scan(workingFolder: string, options: Partial<ScanOptions> = {}) {
  return scanFiles(
    ['.'],
    { workingFolder, noIgnore: false, ...options },
    ({ path, text }) => `${path}: ${text.trim()}`,
  );
}

/** 3,000 files, of which every thousandth speaks of Veo: enough for a second thread. */
function manyFiles(): Record<string, string> {
  const paths = Array.from({ length: 3000 }, (_, index) => `f${index % 7}/${index}.ts`);
  return Object.fromEntries(paths.map((path, index) => [path, index % 1000 === 500 ? `"veo${index}"` : 'x']));
}
const MANY_LOOKS = ['f1/2500.ts: "veo2500"', 'f2/1500.ts: "veo1500"', 'f3/500.ts: "veo500"'];

describe('scanFiles', () => {
  it('hands over the files that hold the letters, and counts all text files', () =>
    withFolder(
      { 'b.ts': 'veo3', 'a.ts': 'x veo2\n', 'c.ts': 'vEo veO', 'd.bin': 'veo\0', 'e.ts': '' },
      async (folder) => {
        assert.deepEqual(await scan(folder), {
          looks: ['a.ts: x veo2', 'b.ts: veo3', 'c.ts: vEo veO'],
          files: 4,
          bytes: 18,
          binaries: 1,
          skipped: [],
        });
      },
    ));

  for (const shift of [-3, -2, -1, 0, 1]) {
    it(`finds letters that begin ${shift} bytes from the end of a chunk`, () =>
      withFolder(
        { 'a.txt': `${' '.repeat(CHUNK + shift)}veo`, 'b.txt': `${' '.repeat(2 * CHUNK + shift - 2)}veo` },
        async (folder) => {
          const { looks, bytes } = await scan(folder);
          assert.deepEqual(looks, ['a.txt: veo', 'b.txt: veo']);
          assert.equal(bytes, 3 * CHUNK + 2 * shift + 4);
        },
      ));
  }

  for (const size of [CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK - 4, 3 * CHUNK]) {
    it(`counts a text of ${size} bytes without the letters`, () =>
      withFolder({ 'a.txt': 'v'.repeat(size) }, async (folder) => {
        const { files, bytes } = await scan(folder);
        assert.deepEqual({ files, bytes }, { files: 1, bytes: size });
      }));
  }

  it('finds the letters in UTF-16', () =>
    withFolder(
      {
        'le.txt': Buffer.from('\uFEFF veo', 'utf16le'),
        'be.txt': Buffer.from('\uFEFF veo', 'utf16le').swap16(),
      },
      async (folder) => assert.deepEqual((await scan(folder)).looks, ['be.txt: veo', 'le.txt: veo']),
    ));

  it('names text files that it skips, and does not read 500 MB of them', () =>
    withFolder(
      { 'huge.txt': `veo${'a'.repeat(CHUNK)}`, 'gone/secret.ts': 'veo', 'a.ts': 'veo' },
      async (folder) => {
        truncateSync(join(folder, 'huge.txt'), 8 * FILE_LIMITS.audited.bytes);
        const path = join(folder, 'gone/secret.ts');
        const under = new Scan(['.'], { workingFolder: folder, noIgnore: false });
        unlinkSync(path);
        const { looks, files, skipped } = await under.finish((document) => document.path);
        assert.deepEqual({ looks, files }, { looks: ['a.ts'], files: 1 });
        assert.deepEqual(skipped, [
          { file: 'gone/secret.ts', reason: 'it is not there' },
          { file: 'huge.txt', reason: 'it is larger than 64 MB' },
        ]);
      },
    ));

  it('names a file that it may not read', () =>
    withFolder({ 'secret.ts': 'veo' }, async (folder) => {
      chmodSync(join(folder, 'secret.ts'), 0o000);
      // Read up to the first wait, while the rights are low: one batch is read by then.
      const { looks, skipped } = await asOrdinaryUser(() => scan(folder));
      assert.deepEqual(
        { looks, skipped },
        { looks: [], skipped: [{ file: 'secret.ts', reason: 'permission denied' }] },
      );
    }));

  it('reads files as they are when their turn comes: gone, shorter, longer or of another kind', () =>
    withFolder(
      {
        'gone.ts': '"veo-2"',
        'grown.ts': '"veo-3"',
        'shrunk.ts': `"veo-3.1" ${'x'.repeat(CHUNK)}`,
        'silent.ts': '"veo-4"',
        'turned.ts': '"veo-5"',
      },
      async (folder) => {
        const walked = new Scan(['.'], { workingFolder: folder, noIgnore: false });
        unlinkSync(join(folder, 'gone.ts'));
        appendFileSync(join(folder, 'grown.ts'), ', "veo-3-fast"');
        truncateSync(join(folder, 'shrunk.ts'), 9);
        writeFileSync(join(folder, 'silent.ts'), 'nothing');
        writeFileSync(join(folder, 'turned.ts'), 'veo\0');
        const { looks, skipped, files, binaries } = await walked.finish(
          ({ path, text }) => `${path}: ${text}`,
        );
        assert.deepEqual(looks, ['grown.ts: "veo-3", "veo-3-fast"', 'shrunk.ts: "veo-3.1"']);
        assert.deepEqual(skipped, [{ file: 'gone.ts', reason: 'it is not there' }]);
        assert.deepEqual({ files, binaries }, { files: 3, binaries: 1 });
      },
    ));

  it('names a file that vanishes after its letters were found', () =>
    withFolder({ 'a.ts': '"veo-2"', 'b.ts': '"veo-3"' }, async (folder) => {
      const walked = new Scan(['.'], { workingFolder: folder, noIgnore: false });
      const { looks, skipped } = await walked.finish(({ path }) => {
        // All letters of one batch are found before the first document is read.
        for (const other of ['a.ts', 'b.ts'].filter((one) => one !== path))
          rmSync(join(folder, other), { force: true });
        return path;
      });
      assert.equal(looks.length, 1);
      assert.deepEqual(
        skipped.map(({ reason }) => reason),
        ['it is not there'],
      );
    }));

  it('fails for a path that does not exist', () =>
    withFolder({}, (folder) => {
      const options = { workingFolder: folder, noIgnore: false };
      assert.throws(() => new Scan(['nowhere'], options), new NoSuchPathError('nowhere'));
    }));

  it('passes on what the caller throws', () =>
    withFolder({ 'a.ts': 'veo' }, async (folder) => {
      const failing = scanFiles(['.'], { workingFolder: folder, noIgnore: false }, () => {
        throw new Error('no');
      });
      await assert.rejects(failing, new Error('no'));
    }));
});

describe('scanFiles with two threads', () => {
  const bundles = mkdtempSync(join(tmpdir(), 'veo-audit-test-'));
  const worker = pathToFileURL(join(bundles, 'scanWorker.mjs'));

  before('bundle the worker as the build does', () =>
    build({
      entryPoints: [fileURLToPath(new URL('../../src/workspace/scanWorker.ts', import.meta.url))],
      outfile: fileURLToPath(worker),
      bundle: true,
      platform: 'node',
      format: 'esm',
    }),
  );

  after(() => rmSync(bundles, { recursive: true }));

  it('finds the same as one, and tells how far it is', () =>
    withFolder(manyFiles(), async (folder) => {
      const progress: string[] = [];
      const alone = await scan(folder);
      const helped = await scan(folder, {
        worker,
        onProgress: (done, all) => progress.push(`${done} of ${all}`),
      });
      assert.deepEqual(alone.looks, MANY_LOOKS);
      assert.deepEqual(helped, alone);
      assert.equal(progress.at(-1), '3000 of 3000');
    }));

  it('lets the other thread read all before this one begins', () =>
    withFolder(manyFiles(), async (folder) => {
      const scan = await new Promise<Scan>((resolve) => {
        const onProgress = (done: number, all: number) => done === all && resolve(started);
        const started = new Scan(['.'], {
          workingFolder: folder,
          noIgnore: false,
          worker,
          onProgress,
        });
      });
      const { looks } = await scan.finish(({ path, text }) => `${path}: ${text}`);
      assert.deepEqual(looks, MANY_LOOKS);
    }));

  it('loses nothing when the thread can not start or breaks down', () =>
    withFolder({ ...manyFiles(), 'broken.mjs': 'throw new Error("broken")' }, async (folder) => {
      for (const file of ['missing.mjs', 'broken.mjs']) {
        const { looks, files } = await scan(folder, { worker: new URL(`file://${folder}/${file}`) });
        assert.deepEqual({ looks, files }, { looks: MANY_LOOKS, files: 3001 });
      }
    }));
});
