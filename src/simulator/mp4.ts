// Makes real MP4 files of a length and a size: grey H.264 at 24 frames a second and, if wanted, silent AAC.
import { greyStream, type VideoStream } from './h264.ts';

export interface VideoSpec {
  /** Whole seconds. */
  readonly seconds: number;
  readonly width: number;
  readonly height: number;
  readonly audio: boolean;
}

const FRAMES_PER_SECOND = 24;
const AUDIO = { rate: 48_000, frame: 1024 };
/** One channel, nothing in it: an AAC frame of no bands. */
const SILENCE = Uint8Array.of(0, 0, 0, 7);
/** AAC-LC, 48 kHz, one channel. */
const AUDIO_CONFIG = [0x11, 0x88];
const MOVIE_TIMESCALE = 1000;

/** A movie's samples of one kind and how they are described. */
interface TrackPlan {
  readonly id: number;
  readonly kind: 'vide' | 'soun';
  readonly timescale: number;
  readonly duration: number;
  readonly sizes: readonly number[];
  /** Runs of equal sample lengths. */
  readonly times: readonly (readonly [count: number, delta: number])[];
  readonly offset: number;
  readonly description: Uint8Array;
  readonly spec: VideoSpec;
}

/** The file. `mark` is written into it in clear text, so that it cannot pass for a video that a model made. */
export function makeMp4(spec: VideoSpec, mark: string): Uint8Array {
  const stream = greyStream(spec.width, spec.height, FRAMES_PER_SECOND);
  const frames = Array.from({ length: Math.round(spec.seconds * FRAMES_PER_SECOND) }, (_, index) =>
    withLength(index === 0 ? stream.keyFrame : stream.repeat(index)),
  );
  const audioFrames = spec.audio ? Math.ceil((spec.seconds * AUDIO.rate) / AUDIO.frame) : 0;
  const head = box('ftyp', text('isom'), u32(512), text('isomavc1mp41'));
  const video = join(frames);
  const audio = join(Array.from({ length: audioFrames }, () => SILENCE));
  const movieOf = (start: number) => movie(spec, stream, frames, audioFrames, start, start + video.length);
  const start = head.length + movieOf(0).length + 8;
  return join([head, movieOf(start), box('mdat', video, audio), box('free', text(mark))]);
}

function movie(
  spec: VideoSpec,
  stream: VideoStream,
  frames: readonly Uint8Array[],
  audioFrames: number,
  videoAt: number,
  audioAt: number,
): Uint8Array {
  const video: TrackPlan = {
    id: 1,
    kind: 'vide',
    timescale: FRAMES_PER_SECOND * 512,
    duration: frames.length * 512,
    sizes: frames.map((frame) => frame.length),
    times: [[frames.length, 512]],
    offset: videoAt,
    description: videoEntry(spec, stream),
    spec,
  };
  const total = Math.round(spec.seconds * AUDIO.rate);
  const last = total - (audioFrames - 1) * AUDIO.frame;
  const audio: TrackPlan = {
    id: 2,
    kind: 'soun',
    timescale: AUDIO.rate,
    duration: total,
    sizes: Array.from({ length: audioFrames }, () => SILENCE.length),
    times:
      last === AUDIO.frame
        ? [[audioFrames, AUDIO.frame]]
        : [
            [audioFrames - 1, AUDIO.frame],
            [1, last],
          ],
    offset: audioAt,
    description: audioEntry(),
    spec,
  };
  return box('moov', movieHeader(spec), track(video), ...(spec.audio ? [track(audio)] : []));
}

function movieHeader(spec: VideoSpec): Uint8Array {
  const duration = Math.round(spec.seconds * MOVIE_TIMESCALE);
  return full(
    'mvhd',
    0,
    u32(0),
    u32(0),
    u32(MOVIE_TIMESCALE),
    u32(duration),
    u32(0x10000),
    u16(0x100),
    zeros(10),
    MATRIX,
    zeros(24),
    u32(3),
  );
}

function track(plan: TrackPlan): Uint8Array {
  const duration = Math.round((plan.duration / plan.timescale) * MOVIE_TIMESCALE);
  const [width, height] = plan.kind === 'vide' ? [plan.spec.width, plan.spec.height] : [0, 0];
  const volume = plan.kind === 'soun' ? 0x100 : 0;
  return box(
    'trak',
    full(
      'tkhd',
      3,
      u32(0),
      u32(0),
      u32(plan.id),
      u32(0),
      u32(duration),
      zeros(8),
      u16(0),
      u16(0),
      u16(volume),
      u16(0),
      MATRIX,
      u32(width * 0x10000),
      u32(height * 0x10000),
    ),
    box(
      'mdia',
      full('mdhd', 0, u32(0), u32(0), u32(plan.timescale), u32(plan.duration), u16(0x55c4), u16(0)),
      full('hdlr', 0, u32(0), text(plan.kind), zeros(12), text('simulated\0')),
      box(
        'minf',
        plan.kind === 'vide' ? full('vmhd', 1, zeros(8)) : full('smhd', 0, zeros(4)),
        box('dinf', full('dref', 0, u32(1), full('url ', 1))),
        sampleTable(plan),
      ),
    ),
  );
}

function sampleTable(plan: TrackPlan): Uint8Array {
  const count = plan.sizes.length;
  const key = plan.kind === 'vide' ? [full('stss', 0, u32(1), u32(1))] : [];
  return box(
    'stbl',
    full('stsd', 0, u32(1), plan.description),
    full(
      'stts',
      0,
      u32(plan.times.length),
      ...plan.times.flatMap(([samples, delta]) => [u32(samples), u32(delta)]),
    ),
    ...key,
    full('stsc', 0, u32(1), u32(1), u32(count), u32(1)),
    full('stsz', 0, u32(0), u32(count), ...plan.sizes.map(u32)),
    full('stco', 0, u32(1), u32(plan.offset)),
  );
}

function videoEntry(spec: VideoSpec, { sequence, picture }: VideoStream): Uint8Array {
  const config = box(
    'avcC',
    Uint8Array.of(1, ...sequence.subarray(1, 4), 0xff, 0xe1),
    u16(sequence.length),
    sequence,
    Uint8Array.of(1),
    u16(picture.length),
    picture,
  );
  return box(
    'avc1',
    zeros(6),
    u16(1),
    zeros(16),
    u16(spec.width),
    u16(spec.height),
    u32(0x480000),
    u32(0x480000),
    u32(0),
    u16(1),
    zeros(32),
    u16(24),
    u16(0xffff),
    config,
  );
}

function audioEntry(): Uint8Array {
  const decoder = descriptor(4, [0x40, 0x15, 0, 0, 0, ...u32(0), ...u32(0), ...descriptor(5, AUDIO_CONFIG)]);
  const stream = descriptor(3, [0, 2, 0, ...decoder, ...descriptor(6, [2])]);
  return box(
    'mp4a',
    zeros(6),
    u16(1),
    zeros(8),
    u16(1),
    u16(16),
    u32(0),
    u32(AUDIO.rate * 0x10000),
    full('esds', 0, Uint8Array.from(stream)),
  );
}

function descriptor(tag: number, payload: readonly number[]): readonly number[] {
  return [tag, payload.length, ...payload];
}

function withLength(unit: Uint8Array): Uint8Array {
  return join([u32(unit.length), unit]);
}

function box(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const size = parts.reduce((sum, part) => sum + part.length, 8);
  return join([u32(size), text(type), ...parts]);
}

function full(type: string, flags: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return box(type, u32(flags), ...parts);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function u16(value: number): Uint8Array {
  return Uint8Array.of((value >> 8) & 255, value & 255);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function zeros(count: number): Uint8Array {
  return new Uint8Array(count);
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

/** No rotation, no scaling. */
const MATRIX = join([u32(0x10000), zeros(12), u32(0x10000), zeros(12), u32(0x40000000)]);
