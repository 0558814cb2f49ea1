// Reads one file as text, or says why not: binary, too large, not permitted, not a file.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type DecodedText, decode } from './encoding.ts';
import { IS_FOLDER, NOT_REGULAR, reasonOf } from './skipped.ts';
import { formatOf, HEAD_BYTES } from './textFormat.ts';

/** Text files above this many bytes are skipped: nobody writes them by hand, and their text would fill the memory. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;

export const TOO_LARGE = `it is larger than ${MAX_TEXT_BYTES / 1024 / 1024} MB`;

/** Without blocking, so that a pipe put in the place of a file can not stop the program. */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export type ReadResult =
  | { readonly kind: 'text'; readonly bytes: number; readonly content: DecodedText }
  | { readonly kind: 'binary' }
  | { readonly kind: 'skipped'; readonly reason: string };

/**
 * Reads the file at `path` (as the operating system finds it). Never throws for what is on the disk. Whoever reads many
 * files lends a `scratch` buffer, which spares the memory manager; files that do not fit get one of their own.
 */
export function readText(path: string, scratch?: Buffer): ReadResult {
  try {
    const fd = openSync(path, READ_FLAGS);
    try {
      return readOpenFile(fd, scratch);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { kind: 'skipped', reason: reasonOf(error) };
  }
}

function readOpenFile(fd: number, scratch: Buffer | undefined): ReadResult {
  const stat = fstatSync(fd);
  if (stat.isDirectory()) return { kind: 'skipped', reason: IS_FOLDER };
  if (!stat.isFile()) return { kind: 'skipped', reason: NOT_REGULAR };
  const tooLarge = stat.size > MAX_TEXT_BYTES;
  const bytes = readUpTo(fd, tooLarge ? HEAD_BYTES : stat.size, scratch);
  const format = formatOf(bytes);
  if (format === null) return { kind: 'binary' };
  if (tooLarge) return { kind: 'skipped', reason: TOO_LARGE };
  return { kind: 'text', bytes: bytes.length, content: decode(bytes, format) };
}

/** The first `size` bytes of an open file, fewer where it has become shorter. */
function readUpTo(fd: number, size: number, scratch: Buffer | undefined): Buffer {
  const buffer = scratch !== undefined && size <= scratch.length ? scratch : Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const read = readSync(fd, buffer, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}
