// Looks into a video in a thread with limits of its own: bytes that no reader gets through end the thread, not the run.
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { type VideoReport, type VideoVerifier, verifyVideo } from './verify.ts';
import type { VideoWorkerData } from './videoWorker.ts';

export interface VideoLimits {
  /** Milliseconds that a video may take. */
  readonly timeoutMs: number;
  /** Megabytes of the thread's heap. */
  readonly memoryMb: number;
}

const USUAL: VideoLimits = { timeoutMs: 60_000, memoryMb: 512 };

/** A verifier that starts the bundle of `videoWorker.ts` for each video; without that file, one in this thread. */
export function verifierIn(worker: URL | undefined, limits: VideoLimits = USUAL): VideoVerifier {
  if (worker === undefined || !existsSync(worker)) return async (...video) => verifyVideo(...video);
  return (bytes, route, request) => {
    const workerData: VideoWorkerData = { bytes, route, request };
    return answerOf(
      new Worker(worker, {
        workerData,
        resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
        trackUnmanagedFds: false,
      }),
      limits,
    );
  };
}

function answerOf(worker: Worker, { timeoutMs, memoryMb }: VideoLimits): Promise<VideoReport> {
  return new Promise((resolve) => {
    const end = (report: VideoReport) => {
      clearTimeout(timer);
      resolve(report);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => end(unread(`bytes that could not be read within ${timeoutMs / 1000} s`)),
      timeoutMs,
    );
    worker.once('message', end);
    worker.once('error', (error) =>
      end(
        unread(
          'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
            ? `bytes that could not be read in ${memoryMb} MB`
            : 'bytes that no reader gets through',
        ),
      ),
    );
    worker.once('exit', () => end(unread('bytes that no reader gets through')));
  });
}

function unread(found: string): VideoReport {
  return {
    facts: null,
    checks: [{ name: 'mp4', ok: false, expected: 'a whole MP4 with a video track', found }],
  };
}
