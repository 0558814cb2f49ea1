// Where videos are kept: stored at once, because the other side forgets them.
import { createHash } from 'node:crypto';
import { type Files, readInside } from '../workspace/files.ts';
import { recordFolder, recordPath, writeRecord } from '../workspace/records.ts';
import type { StoredVideo } from './run.ts';

export interface VideoStore {
  /** Keeps the bytes and says where. */
  save(runId: string, index: number, bytes: Uint8Array): Promise<StoredVideo>;
  /** The bytes of a kept video, null where they are gone. */
  load(video: StoredVideo): Promise<Uint8Array | null>;
}

/** Keeps videos as records, under their final name only when whole. `file` in a result is the file's name. */
export function videoStore(files: Files): VideoStore {
  return {
    save: async (runId, index, bytes) => {
      const file = `${runId}-${index + 1}.mp4`;
      await writeRecord(files, 'videos', file, bytes);
      return { file, bytes: bytes.length, sha256: sha256(bytes) };
    },
    load: async (video) => {
      const bytes = await storedBytes(files, video.file).catch(() => null);
      return bytes !== null && sha256(bytes) === video.sha256 ? bytes : null;
    },
  };
}

async function storedBytes(files: Files, name: string): Promise<Uint8Array | null> {
  const path = recordPath(recordFolder('videos'), name);
  return (await files.kindOf(path)) === 'file' ? readInside(files, path, 'video') : null;
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
