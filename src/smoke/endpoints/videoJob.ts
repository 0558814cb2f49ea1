// What the gateways' video jobs share: a status word, an error, and sizes written as pixels.
import { at, type Json, numberAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import type { PollAnswer } from './types.ts';

const RUNNING = new Set([
  'queued',
  'pending',
  'processing',
  'in_progress',
  'not_start',
  'submitted',
  'running',
  'unknown',
]);
const DONE = new Set(['completed', 'succeeded', 'success']);
const FAILED = new Set(['failed', 'failure', 'error', 'cancelled', 'canceled', 'expired']);

const SHORT_SIDE = { '360p': 360, '480p': 480, '720p': 720, '1080p': 1080, '4k': 2160 } as const;

/** Width and height in pixels of what is asked for, null where neither shape nor resolution is. */
export function pixels(request: SmokeRequest): { readonly width: number; readonly height: number } | null {
  if (request.resolution === null && request.aspectRatio === null) return null;
  const short = SHORT_SIDE[request.resolution ?? '720p'];
  const long = (short * 16) / 9;
  return request.aspectRatio === '9:16' ? { width: short, height: long } : { width: long, height: short };
}

/** `1280x720`, null where nothing is asked for. */
export function sizeText(request: SmokeRequest): string | null {
  const size = pixels(request);
  return size === null ? null : `${size.width}x${size.height}`;
}

/** Reads a job's status word; `readDone` reads a finished one. */
export function readJob(job: Json | undefined, readDone: (job: Json) => PollAnswer): PollAnswer {
  const status = textAt(job, 'status')?.toLowerCase();
  if (job === undefined || status === undefined) return { kind: 'unreadable' };
  const reportedUsd = numberAt(job, 'usage', 'cost');
  if (RUNNING.has(status)) return { kind: 'running', progress: numberAt(percentless(job), 'progress') };
  if (DONE.has(status)) return readDone(job);
  if (FAILED.has(status)) {
    const message =
      textAt(job, 'error', 'message') ??
      textAt(job, 'error') ??
      textAt(job, 'fail_reason') ??
      `the job ended as ${status}`;
    return { kind: 'failed', code: textAt(job, 'error', 'code') ?? status, message, reportedUsd };
  }
  return { kind: 'unreadable' };
}

/** new-api writes progress as `40%`. */
function percentless(job: Json): Json {
  const progress = at(job, 'progress');
  return typeof progress === 'string'
    ? { progress: progress.replace(/%$/, '') }
    : { progress: progress ?? null };
}
