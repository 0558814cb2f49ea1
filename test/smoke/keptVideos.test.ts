// A kept video is the one that was fetched, byte for byte, or none.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smokeFolders } from '../../src/smoke/folders.ts';
import { memoryStore, videoStore } from '../../src/smoke/store.ts';

const BYTES = new TextEncoder().encode('a video');
const SHA256 = createHash('sha256').update(BYTES).digest('hex');

async function place() {
  const { files, workspace, journal } = smokeFolders(await mkdtemp(join(tmpdir(), 'veo-audit-videos-')));
  const folder = join(workspace, '.veo-audit', 'videos');
  return { store: videoStore(files), folder, workspace, journal };
}

describe('a kept video', () => {
  it('is named after its run and counted from one, and is read back whole', async () => {
    const { store, folder } = await place();
    const first = await store.save('run', 0, BYTES);
    assert.deepEqual(first, { file: 'run-1.mp4', bytes: 7, sha256: SHA256 });
    assert.equal((await store.save('run', 1, BYTES)).file, 'run-2.mp4');
    assert.deepEqual(new Uint8Array(await readFile(join(folder, 'run-1.mp4'))), BYTES);
    assert.deepEqual(new Uint8Array((await store.load(first)) ?? []), BYTES);
  });

  it('is none where it was changed, is gone, or is no file', async () => {
    const { store, folder } = await place();
    const video = await store.save('run', 0, BYTES);
    await writeFile(join(folder, 'run-1.mp4'), 'another');
    assert.equal(await store.load(video), null);
    await rm(join(folder, 'run-1.mp4'));
    assert.equal(await store.load(video), null);
    await mkdir(join(folder, 'run-1.mp4'));
    assert.equal(await store.load(video), null);
  });

  it('is none outside of the folder of videos, whatever a record says', async () => {
    const { store, workspace } = await place();
    await store.save('run', 0, BYTES);
    await writeFile(join(workspace, 'mine.mp4'), BYTES);
    assert.equal(await store.load({ file: '../../mine.mp4', bytes: 7, sha256: SHA256 }), null);
  });

  it('lies beside the journals of its workspace', async () => {
    const { workspace, journal } = await place();
    assert.equal(journal, join(workspace, '.veo-audit', 'journal'));
  });

  it('is kept in memory alike', async () => {
    const store = memoryStore();
    const video = await store.save('run', 1, BYTES);
    assert.deepEqual(video, { file: 'run-2.mp4', bytes: 7, sha256: SHA256 });
    assert.deepEqual(await store.load(video), BYTES);
    assert.equal(await store.load({ ...video, file: 'run-1.mp4' }), null);
  });
});
