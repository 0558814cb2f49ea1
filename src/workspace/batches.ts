// Files in handy batches for two threads: each batch is taken by exactly one of them, whoever is free.
import type { FolderFiles } from './walk.ts';

/** Files of one or more folders, a folder as its prefix and its names with NULs between: long strings are cheap to send. */
export type Batch = readonly string[];

/** About so many files are worth a hand-over. */
const BATCH_FILES = 192;

/** Cuts what a walk yields into batches. */
export function* inBatches(
  folders: Iterable<FolderFiles>,
): Generator<{ readonly batch: Batch; readonly files: number }> {
  let batch: string[] = [];
  let files = 0;
  for (const { prefix, names } of folders) {
    for (let start = 0; start < names.length; start += BATCH_FILES) {
      const part = names.slice(start, start + BATCH_FILES);
      batch.push([prefix, ...part].join('\0'));
      files += part.length;
      if (files < BATCH_FILES) continue;
      yield { batch, files };
      batch = [];
      files = 0;
    }
  }
  if (files > 0) yield { batch, files };
}

/** How many batches were taken so far, shared between threads. */
export type Claims = Int32Array;

export function newClaims(): Claims {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** Takes the next of the first `available` batches for this thread: its index, or -1 when all are taken. */
export function claim(claims: Claims, available: number): number {
  for (;;) {
    const next = Atomics.load(claims, 0);
    if (next >= available) return -1;
    if (Atomics.compareExchange(claims, 0, next, next + 1) === next) return next;
  }
}
