// Files that were not read, with the reason in words for people.

/** A file or folder that was left unread; `file` as it is printed, `reason` a clause such as `permission denied`. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

export const IS_FOLDER = 'it is a folder, not a file';
export const NOT_REGULAR = 'it is not a regular file (a pipe, socket or device)';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is not there',
  ENOTDIR: 'it is not there',
  EISDIR: IS_FOLDER,
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'its file system is read-only',
  // What editors call them.
  FileNotFound: 'it is not there',
  FileNotADirectory: 'it is not there',
  NoPermissions: 'permission denied',
};

const MISSING: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'FileNotFound', 'FileNotADirectory']);

/** A file that is not read. The message is a clause such as `it is larger than 1 MB`. */
export class UnreadableFileError extends Error {}

/** Nothing is there to be read. */
export class MissingFileError extends UnreadableFileError {}

/** Reads something of a file system. @throws UnreadableFileError in the place of that one's own error */
export async function reading<T>(read: () => T | PromiseLike<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new (isMissing(error) ? MissingFileError : UnreadableFileError)(reasonOf(error));
  }
}

/** Whether an error of a file system says that nothing has the name. */
export function isMissing(error: unknown): boolean {
  return MISSING.has(codeOf(error));
}

/** Why a file could not be read or written, from the error that was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof UnreadableFileError) return error.message;
  const code = codeOf(error);
  return REASONS[code] ?? `it could not be read (${code})`;
}

/** The short name of a file system's error, such as `ENOENT`; `unknown error` for anything else. */
export function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return 'unknown error';
}
