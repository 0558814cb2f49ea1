// Replaces the text of a file in one step: readers see the old file or the new one, never half of one.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type DecodedText, encode } from './encoding.ts';
import { readRegularFile } from './readRegularFile.ts';
import { IS_FOLDER, NOT_REGULAR, reasonOf } from './skipped.ts';

export type ReplaceResult =
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly reason: string };

const CHANGED = 'it changed since it was read';
const LINKED = 'other names are hard links to it, which writing would split off';
const LOSSY = 'it holds bytes that are not valid text, which writing would destroy';

/**
 * Writes `text` in the place of `before`, the content that was read from the file at `path`. Encoding, byte order mark,
 * permissions and owner stay. A link is followed to its target. Refuses, without touching the file, when it is not as
 * it was read, was read with losses, has other names (hard links), or may not be written. Never throws for what is on the disk.
 */
export function replaceFile(path: string, before: DecodedText, text: string): ReplaceResult {
  if (before.lossy) return { kind: 'refused', reason: LOSSY };
  try {
    return replaceTarget(realpathSync(path), before, text);
  } catch (error) {
    return { kind: 'refused', reason: reasonOf(error) };
  }
}

function replaceTarget(target: string, before: DecodedText, text: string): ReplaceResult {
  const stat = statSync(target);
  if (stat.isDirectory()) return { kind: 'refused', reason: IS_FOLDER };
  if (!stat.isFile()) return { kind: 'refused', reason: NOT_REGULAR };
  if (stat.nlink > 1) return { kind: 'refused', reason: LINKED };
  // A rename would replace a read-only file too, against the will of whoever made it so.
  closeSync(openSync(target, 'r+'));
  const expected = encode(before.text, before);
  if (!holds(target, expected)) return { kind: 'refused', reason: CHANGED };
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  try {
    writeThrough(temporary, encode(text, before), stat);
    // Once more, since writing took its time.
    if (!holds(target, expected)) return { kind: 'refused', reason: CHANGED };
    renameSync(temporary, target);
    return { kind: 'written' };
  } finally {
    rmSync(temporary, { force: true });
  }
}

function holds(path: string, expected: Buffer): boolean {
  return readRegularFile(path, 'audited').equals(expected);
}

/** Writes a new file that looks like the old one, and waits until it is on the disk. */
function writeThrough(path: string, bytes: Buffer, like: Stats): void {
  const fd = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(fd, bytes);
    if (process.platform !== 'win32') keepOwner(fd, like);
    fchmodSync(fd, like.mode);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

/** Only the superuser may give a file away: for others the new file is theirs, as with any editor. */
function keepOwner(fd: number, like: Stats): void {
  try {
    fchownSync(fd, like.uid, like.gid);
  } catch {
    // Nothing to do.
  }
}
