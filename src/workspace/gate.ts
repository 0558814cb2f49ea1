// The cheap first look at many files: which of them hold any letters of an ID at all. Runs in the main thread and in
// the scan worker, so that what goes in and out is plain data.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { GATE, NEEDLES } from '../detect/gate.ts';
import type { Batch } from './batches.ts';
import { FILE_LIMITS, tooLarge } from './limits.ts';
import { READ_FLAGS } from './readRegularFile.ts';
import { reasonOf, type SkippedFile } from './skipped.ts';
import { formatOf, type TextFormat } from './textFormat.ts';
import { locate } from './walk.ts';

const LONGEST = Math.max(...NEEDLES.map((needle) => needle.length));

/** What the first look at some files gave. */
export interface GateResult {
  /** Text files without the letters, and their bytes. */
  files: number;
  bytes: number;
  binaries: number;
  /** Files that hold the letters, as they are printed; not counted above. */
  readonly hits: string[];
  readonly skipped: SkippedFile[];
}

const CHUNK_BYTES = 256 * 1024;

/** Bytes as text, as far as the letters of the gate go: they are ASCII. One search in a text beats one for each needle. */
const AS_TEXT: Readonly<Record<TextFormat['encoding'], (bytes: Buffer) => string>> = {
  'utf-8': (bytes) => bytes.toString('latin1'),
  'utf-16le': (bytes) => bytes.toString('utf16le'),
  'utf-16be': (bytes) =>
    Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le'),
};

/** Looks into files one by one; holds one buffer for all of them. */
export class Gate {
  readonly #workingFolder: string;
  readonly #buffer = Buffer.allocUnsafeSlow(CHUNK_BYTES);

  /** Files are printed relative to `workingFolder`, an absolute path. */
  constructor(workingFolder: string) {
    this.#workingFolder = workingFolder;
  }

  /** Looks into every file of a batch. What can not be read is in `skipped`. */
  lookAt(batch: Batch): GateResult {
    const result: GateResult = { files: 0, bytes: 0, binaries: 0, hits: [], skipped: [] };
    for (const folder of batch) {
      const [prefix = '', ...names] = folder.split('\0');
      const location = locate(this.#workingFolder, prefix);
      for (const name of names) this.#look(location + name, prefix + name, result);
    }
    return result;
  }

  #look(location: string, printed: string, result: GateResult): void {
    try {
      const fd = openSync(location, READ_FLAGS);
      try {
        this.#lookInto(fd, printed, result);
      } finally {
        closeSync(fd);
      }
    } catch (error) {
      result.skipped.push({ file: printed, reason: reasonOf(error) });
    }
  }

  #lookInto(fd: number, printed: string, result: GateResult): void {
    let bytes = readSync(fd, this.#buffer, 0, CHUNK_BYTES, null);
    let chunk = this.#buffer.subarray(0, bytes);
    const format = formatOf(chunk);
    if (format === null) {
      result.binaries++;
      return;
    }
    if (bytes === CHUNK_BYTES && fstatSync(fd).size > FILE_LIMITS.audited.bytes) {
      result.skipped.push({ file: printed, reason: tooLarge('audited') });
      return;
    }
    const textOf = AS_TEXT[format.encoding];
    // What a chunk ends with may begin a needle: two bytes a letter at most.
    const kept = 2 * LONGEST;
    while (!GATE.test(textOf(chunk))) {
      // A short read is the end of a regular file: to ask once more would make small files a third dearer.
      if (chunk.length < CHUNK_BYTES) {
        result.files++;
        result.bytes += bytes;
        return;
      }
      const read = this.#readOn(fd, kept);
      bytes += read;
      chunk = this.#buffer.subarray(0, kept + read);
    }
    result.hits.push(printed);
  }

  /** Fills the buffer with what follows, after the last `kept` bytes of what it held. Returns the bytes read. */
  #readOn(fd: number, kept: number): number {
    this.#buffer.copyWithin(0, CHUNK_BYTES - kept);
    return readSync(fd, this.#buffer, kept, CHUNK_BYTES - kept, null);
  }
}
