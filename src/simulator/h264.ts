// The smallest honest H.264: one grey picture, then pictures that say "as before". Any decoder can play it.

/** Writes bits, most significant first, with H.264's variable-length numbers. */
class BitWriter {
  private readonly bits: number[] = [];

  write(value: number, count: number): this {
    for (let shift = count - 1; shift >= 0; shift -= 1) this.bits.push(Math.floor(value / 2 ** shift) % 2);
    return this;
  }

  /** An unsigned Exp-Golomb number. */
  number(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.write(0, length).write(value + 1, length + 1);
  }

  /** The zero of a signed Exp-Golomb number. */
  zero(): this {
    return this.number(0);
  }

  /** The bytes with the closing one and zeros to the full byte. */
  finish(): Uint8Array {
    this.write(1, 1);
    while (this.bits.length % 8 !== 0) this.bits.push(0);
    const bytes = new Uint8Array(this.bits.length / 8);
    for (const [index, bit] of this.bits.entries())
      if (bit === 1) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (128 >> (index & 7));
    return bytes;
  }
}

const NAL = { slice: 0x41, keySlice: 0x65, sequence: 0x67, picture: 0x68 };
const PROFILE = { baseline: 66, constraints: 0xc0, level: 51 };
const FRAME_NUMBER_BITS = 4;
const MACROBLOCK = 16;

/** What a decoder must know before the first picture. */
export interface VideoStream {
  readonly sequence: Uint8Array;
  readonly picture: Uint8Array;
  /** The grey picture. */
  readonly keyFrame: Uint8Array;
  /** The picture number `index` (1, 2, …), the same as the one before. */
  repeat(index: number): Uint8Array;
}

/** A grey video of a size in pixels (even numbers). */
export function greyStream(width: number, height: number, framesPerSecond: number): VideoStream {
  const columns = Math.ceil(width / MACROBLOCK);
  const rows = Math.ceil(height / MACROBLOCK);
  return {
    sequence: sequenceParameters(width, height, columns, rows, framesPerSecond),
    picture: pictureParameters(),
    keyFrame: keyFrame(columns * rows),
    repeat: (index) => repeatFrame(columns * rows, index),
  };
}

function sequenceParameters(
  width: number,
  height: number,
  columns: number,
  rows: number,
  fps: number,
): Uint8Array {
  const writer = new BitWriter();
  writer.write(PROFILE.baseline, 8).write(PROFILE.constraints, 8).write(PROFILE.level, 8);
  writer.number(0); // its own number
  writer.number(FRAME_NUMBER_BITS - 4);
  writer.number(2); // pictures are shown in the order of the stream
  writer.number(1).write(0, 1); // one reference picture, no gaps
  writer.number(columns - 1).number(rows - 1);
  writer.write(1, 1).write(1, 1); // whole frames; direct prediction of 8 by 8
  const right = (columns * MACROBLOCK - width) / 2;
  const bottom = (rows * MACROBLOCK - height) / 2;
  if (right + bottom === 0) writer.write(0, 1);
  else writer.write(1, 1).number(0).number(right).number(0).number(bottom);
  writer.write(1, 1).write(0, 4); // usability information without shape, overscan, signal and chroma
  writer
    .write(1, 1)
    .write(1, 32)
    .write(fps * 2, 32)
    .write(1, 1); // fixed timing
  writer.write(0, 4); // no buffering models, no picture structure, no restriction
  return unit(NAL.sequence, writer.finish());
}

function pictureParameters(): Uint8Array {
  const writer = new BitWriter().number(0).number(0);
  writer.write(0, 2); // variable-length codes, no field order
  writer.number(0).number(0).number(0); // one slice group, one reference
  writer.write(0, 3); // no weights
  writer.zero().zero().zero(); // quantisers
  writer.write(1, 1).write(0, 2); // slices control deblocking
  return unit(NAL.picture, writer.finish());
}

function keyFrame(macroblocks: number): Uint8Array {
  const writer = new BitWriter().number(0).number(7).number(0);
  writer.write(0, FRAME_NUMBER_BITS).number(0).write(0, 2);
  writer.zero().number(1);
  // Predicted from the mean of its neighbours, without a difference: grey all over. 00100 1 1 1.
  for (let index = 0; index < macroblocks; index += 1) writer.write(0x27, 8);
  return unit(NAL.keySlice, writer.finish());
}

function repeatFrame(macroblocks: number, index: number): Uint8Array {
  const writer = new BitWriter().number(0).number(5).number(0);
  writer.write(index % 2 ** FRAME_NUMBER_BITS, FRAME_NUMBER_BITS);
  writer.write(0, 1).write(0, 1).write(0, 1); // one reference, in its order, marked by age
  writer.zero().number(1);
  writer.number(macroblocks); // all of them skipped
  return unit(NAL.slice, writer.finish());
}

/** A unit with its header; a 3 breaks up zeros that would look like the start of the next one. */
function unit(header: number, payload: Uint8Array): Uint8Array {
  const bytes = [header];
  let zeros = 0;
  for (const byte of payload) {
    if (zeros >= 2 && byte <= 3) {
      bytes.push(3);
      zeros = 0;
    }
    bytes.push(byte);
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return Uint8Array.from(bytes);
}
