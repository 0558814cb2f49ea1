// Looks into what came back: is it a whole MP4, and is it the video that was asked for.
import { createFile, Log, type Movie, MP4BoxBuffer } from 'mp4box';
import { pixels } from './endpoints/videoJob.ts';
import { checkedCopy } from './mp4Tables.ts';
import type { SmokeRequest, SmokeRoute } from './types.ts';

/** What an MP4 says of itself. Seconds and pixels. */
export interface VideoFacts {
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly audio: boolean;
  readonly codecs: readonly string[];
}

export interface VideoCheck {
  readonly name: 'mp4' | 'duration' | 'resolution' | 'frame rate' | 'audio';
  readonly ok: boolean;
  readonly expected: string;
  readonly found: string;
}

export interface VideoReport {
  readonly facts: VideoFacts | null;
  readonly checks: readonly VideoCheck[];
}

/** Looks into a video as `verifyVideo` does, here or in a thread of its own. */
export type VideoVerifier = (
  bytes: Uint8Array,
  route: SmokeRoute,
  request: SmokeRequest,
) => Promise<VideoReport>;

/** Veo and Gemini Omni make 24 frames a second; there is no parameter for it on the public surfaces. */
const FRAMES_PER_SECOND = 24;
/** A length that follows a prompt is a wish; one that is a parameter is kept to within half a second. */
const DURATION_SLACK = { parameter: 0.5, prompt: 2 };

/** Reads an MP4's header; null when the bytes are no whole MP4 with a video track. */
export function readMp4(bytes: Uint8Array): VideoFacts | null {
  const movie = parseMovie(bytes);
  const track = movie?.videoTracks[0];
  if (movie === null || track === undefined || track.nb_samples === 0) return null;
  // A file in fragments has no length in its header, only in its samples.
  const durationSeconds = (track.duration || track.samples_duration) / track.timescale;
  // A clock of no ticks a second makes it endless, which no record can hold.
  if (!(durationSeconds > 0) || durationSeconds === Infinity || track.video === undefined) return null;
  const { width, height } = track.video;
  const upright = isTurned(track.matrix);
  return {
    durationSeconds: round(durationSeconds),
    width: upright ? height : width,
    height: upright ? width : height,
    framesPerSecond: round(track.nb_samples / durationSeconds),
    audio: movie.audioTracks.some((audio) => audio.nb_samples > 0),
    codecs: [...movie.videoTracks, ...movie.audioTracks].map(({ codec }) => codec),
  };
}

/** Compares a video with the request. Parameters that were not sent are reported and not judged. */
export function verifyVideo(bytes: Uint8Array, route: SmokeRoute, request: SmokeRequest): VideoReport {
  const facts = readMp4(bytes);
  if (facts === null) {
    return {
      facts,
      checks: [
        { name: 'mp4', ok: false, expected: 'a whole MP4 with a video track', found: firstBytes(bytes) },
      ],
    };
  }
  return {
    facts,
    checks: [
      { name: 'mp4', ok: true, expected: 'a whole MP4 with a video track', found: facts.codecs.join(', ') },
      checkDuration(facts, route, request),
      checkSize(facts, request),
      checkFrameRate(facts, route),
      checkAudio(facts, request),
    ],
  };
}

/** Whether a track's matrix turns its picture by a quarter. */
function isTurned(matrix: ArrayLike<number>): boolean {
  return matrix[0] === 0 && matrix[1] !== 0;
}

function parseMovie(bytes: Uint8Array): Movie | null {
  const checked = checkedCopy(bytes);
  if (checked === null) return null;
  const file = createFile();
  let ready = false;
  let damaged = false;
  file.onReady = () => {
    ready = true;
  };
  file.onError = () => {
    damaged = true;
  };
  // The parser tells the console about every odd box; here only the verdict counts.
  const speak = Log.error;
  Log.error = () => {};
  try {
    file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(checked.buffer, 0), true);
    file.flush();
    // Asked at the end: the fragments come after the header.
    return ready && !damaged ? file.getInfo() : null;
  } catch {
    return null;
  } finally {
    Log.error = speak;
  }
}

function checkDuration(facts: VideoFacts, route: SmokeRoute, request: SmokeRequest): VideoCheck {
  const slack = route.family === 'omni-interactions' ? DURATION_SLACK.prompt : DURATION_SLACK.parameter;
  const wanted = request.durationSeconds;
  return {
    name: 'duration',
    ok: wanted === null || Math.abs(facts.durationSeconds - wanted) <= slack,
    expected: wanted === null ? 'not asked for' : `${wanted} s ± ${slack} s`,
    found: `${facts.durationSeconds} s`,
  };
}

function checkSize(facts: VideoFacts, request: SmokeRequest): VideoCheck {
  const wanted = pixels(request);
  const [short, long] = [Math.min(facts.width, facts.height), Math.max(facts.width, facts.height)];
  // The resolution settles the sides, the aspect ratio which of them lies down.
  const sides =
    wanted === null ||
    request.resolution === null ||
    (short === Math.min(wanted.width, wanted.height) && long === Math.max(wanted.width, wanted.height));
  const upright =
    request.aspectRatio === null || facts.height > facts.width === (request.aspectRatio === '9:16');
  return {
    name: 'resolution',
    ok: sides && upright,
    expected: wanted === null ? 'not asked for' : `${wanted.width}x${wanted.height}`,
    found: `${facts.width}x${facts.height}`,
  };
}

/** Judged on Google's own surfaces; a gateway may re-encode. */
function checkFrameRate(facts: VideoFacts, route: SmokeRoute): VideoCheck {
  const google =
    route.family === 'gemini-api' || route.family === 'vertex-ai' || route.family === 'omni-interactions';
  return {
    name: 'frame rate',
    ok: !google || Math.abs(facts.framesPerSecond - FRAMES_PER_SECOND) <= 0.5,
    expected: `${FRAMES_PER_SECOND} frames/s`,
    found: `${facts.framesPerSecond} frames/s`,
  };
}

function checkAudio(facts: VideoFacts, request: SmokeRequest): VideoCheck {
  const wanted = request.generateAudio;
  return {
    name: 'audio',
    ok: wanted === null || wanted === facts.audio,
    expected: wanted === null ? 'not asked for' : track(wanted),
    found: track(facts.audio),
  };
}

function track(present: boolean): string {
  return present ? 'an audio track' : 'no audio track';
}

function firstBytes(bytes: Uint8Array): string {
  const start = [...bytes.subarray(0, 12)]
    .map((byte) => (byte > 32 && byte < 127 ? String.fromCharCode(byte) : '.'))
    .join('');
  return `${bytes.length} bytes beginning with "${start}"`;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
