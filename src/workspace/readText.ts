// Reads one file as text, or says why not: binary, too large, not permitted, not a file.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { type DecodedText, decode, formatOf, HEAD_BYTES } from './encoding.ts';
import { IS_FOLDER, NOT_REGULAR, reasonOf } from './skipped.ts';

/** Text files above this many bytes are skipped: nobody writes them by hand, and their text would fill the memory. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;

export const TOO_LARGE = `it is larger than ${MAX_TEXT_BYTES / 1024 / 1024} MB`;

/** Without blocking, so that a pipe put in the place of a file can not stop the program. */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export type ReadResult =
  | { readonly kind: 'text'; readonly bytes: number; readonly content: DecodedText }
  | { readonly kind: 'binary' }
  | { readonly kind: 'skipped'; readonly reason: string };

/** Reads the file at `path` (as the operating system finds it). Never throws for what is on the disk. */
export function readText(path: string): ReadResult {
  try {
    const fd = openSync(path, READ_FLAGS);
    try {
      return readOpenFile(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return { kind: 'skipped', reason: reasonOf(error) };
  }
}

function readOpenFile(fd: number): ReadResult {
  const stat = fstatSync(fd);
  if (stat.isDirectory()) return { kind: 'skipped', reason: IS_FOLDER };
  if (!stat.isFile()) return { kind: 'skipped', reason: NOT_REGULAR };
  const tooLarge = stat.size > MAX_TEXT_BYTES;
  const bytes = readUpTo(fd, tooLarge ? HEAD_BYTES : stat.size);
  const format = formatOf(bytes);
  if (format === null) return { kind: 'binary' };
  if (tooLarge) return { kind: 'skipped', reason: TOO_LARGE };
  return { kind: 'text', bytes: bytes.length, content: decode(bytes, format) };
}

/** The first `size` bytes of an open file, fewer where it has become shorter. */
function readUpTo(fd: number, size: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const read = readSync(fd, buffer, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}
