// Reads one file as text, or says why not: binary, too large, not permitted, not a file.
import { closeSync, openSync } from 'node:fs';
import { type DecodedText, decode } from './encoding.ts';
import { FILE_LIMITS, tooLarge } from './limits.ts';
import { READ_FLAGS, readUpTo, regularStat } from './readRegularFile.ts';
import { reasonOf } from './skipped.ts';
import { formatOf, HEAD_BYTES } from './textFormat.ts';

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
  const { size } = regularStat(fd);
  const isTooLarge = size > FILE_LIMITS.audited.bytes;
  const bytes = readUpTo(fd, isTooLarge ? HEAD_BYTES : size, scratch);
  const format = formatOf(bytes);
  if (format === null) return { kind: 'binary' };
  if (isTooLarge) return { kind: 'skipped', reason: tooLarge('audited') };
  return { kind: 'text', bytes: bytes.length, content: decode(bytes, format) };
}
