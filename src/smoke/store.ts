// Where videos are kept: stored at once, because the other side forgets them.
import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { makeRecordFolder } from '../workspace/records.ts';
import type { StoredVideo } from './run.ts';

export interface VideoStore {
  /** Keeps the bytes and says where. */
  save(runId: string, index: number, bytes: Uint8Array): Promise<StoredVideo>;
  /** The bytes of a kept video, null where they are gone. */
  load(video: StoredVideo): Promise<Uint8Array | null>;
}

/** Keeps videos as files of a folder, under their final name only when whole. `file` in a result is the file's name. */
export function folderStore(folder: string): VideoStore {
  return {
    save: async (runId, index, bytes) => {
      const file = `${runId}-${index + 1}.mp4`;
      await makeRecordFolder(folder);
      const partial = join(folder, `${file}.part`);
      const handle = await open(partial, 'w');
      await handle.writeFile(bytes);
      await handle.sync().finally(() => handle.close());
      await rename(partial, join(folder, file));
      return { file, bytes: bytes.length, sha256: sha256(bytes) };
    },
    load: async (video) => {
      const bytes = await readFile(join(folder, video.file)).catch(() => null);
      return bytes !== null && sha256(bytes) === video.sha256 ? bytes : null;
    },
  };
}

/** Keeps videos in memory, for tests. */
export function memoryStore(): VideoStore {
  const kept = new Map<string, Uint8Array>();
  return {
    save: async (runId, index, bytes) => {
      const file = `${runId}-${index + 1}.mp4`;
      kept.set(file, bytes);
      return { file, bytes: bytes.length, sha256: sha256(bytes) };
    },
    load: async (video) => kept.get(video.file) ?? null,
  };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
