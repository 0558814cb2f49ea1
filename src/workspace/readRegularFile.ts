// The one way to read a whole file of the disk: regular files only, each up to the limit of its kind.
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { FILE_LIMITS, type FileKind, tooLarge } from './limits.ts';
import { IS_FOLDER, NOT_REGULAR, UnreadableFileError } from './skipped.ts';

/** Without blocking, so that a pipe in the place of a file cannot stop the program. */
export const READ_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/**
 * The bytes of a file. A link is followed.
 * @throws UnreadableFileError where it is a folder, no regular file (a device, a pipe) or too large; otherwise the
 * system's own error. `reasonOf` makes a clause of either.
 */
export function readRegularFile(path: string, kind: FileKind): Buffer {
  const fd = openSync(path, READ_FLAGS);
  try {
    const { size } = regularStat(fd);
    const limit = FILE_LIMITS[kind].bytes;
    if (size > limit) throw new UnreadableFileError(tooLarge(kind));
    const bytes = readUpTo(fd, size);
    // Files of /proc say that they are empty, and one may grow while it is read.
    if (readSync(fd, Buffer.alloc(1), 0, 1, null) > 0)
      throw new UnreadableFileError('it grew while it was read');
    return bytes;
  } finally {
    closeSync(fd);
  }
}

/** The text of a UTF-8 file. @throws as `readRegularFile` */
export function readRegularText(path: string, kind: FileKind): string {
  return readRegularFile(path, kind).toString('utf8');
}

/** The text of a file; null where it cannot be read, for readers that go on without it. */
export function readRegularTextIfAny(path: string, kind: FileKind): string | null {
  try {
    return readRegularText(path, kind);
  } catch {
    return null;
  }
}

/** The state of an open file. @throws UnreadableFileError where it is not a regular one */
export function regularStat(fd: number): { readonly size: number } {
  const stat = fstatSync(fd);
  if (stat.isDirectory()) throw new UnreadableFileError(IS_FOLDER);
  if (!stat.isFile()) throw new UnreadableFileError(NOT_REGULAR);
  return stat;
}

/** The first `size` bytes of an open file, fewer where it has become shorter. What fits is read into `scratch`. */
export function readUpTo(fd: number, size: number, scratch?: Buffer): Buffer {
  const buffer = scratch !== undefined && size <= scratch.length ? scratch : Buffer.allocUnsafeSlow(size);
  let length = 0;
  while (length < size) {
    const read = readSync(fd, buffer, length, size - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}
