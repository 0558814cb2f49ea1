// How much of a file is read, by what the file is for. The one table; the README's sentence is made from it. Needs no Node.

const KB = 1024;
const MB = 1024 * KB;

/** The largest file of each kind that is read, in bytes. `what` names the kind for people, in the plural. */
export const FILE_LIMITS = {
  audited: { bytes: 64 * MB, what: 'audited files' },
  remote: { bytes: 16 * MB, what: 'audited files on a remote or virtual file system' },
  ignoreRules: { bytes: 1 * MB, what: 'ignore files' },
  config: { bytes: 1 * MB, what: 'configurations' },
  journal: { bytes: 16 * MB, what: 'journals' },
  evidence: { bytes: 4 * MB, what: 'evidence' },
  snapshot: { bytes: 32 * MB, what: 'gateway snapshots and saved answers' },
  faultScript: { bytes: 1 * MB, what: 'fault scripts' },
  lock: { bytes: 4 * KB, what: 'locks' },
  cache: { bytes: 256 * MB, what: 'caches' },
  video: { bytes: 512 * MB, what: 'videos' },
} as const;

export type FileKind = keyof typeof FILE_LIMITS;

/** Why a file of a kind is not read when it is larger than its limit: a clause for people. */
export function tooLarge(kind: FileKind): string {
  return `it is larger than ${sizeInWords(FILE_LIMITS[kind].bytes)}`;
}

/** All limits as one sentence for the README. */
export function limitsSentence(): string {
  const parts = Object.values(FILE_LIMITS).map(({ bytes, what }) => `${what} up to ${sizeInWords(bytes)}`);
  return `Only regular files are read, each up to a limit: ${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}.`;
}

function sizeInWords(bytes: number): string {
  return bytes >= MB ? `${bytes / MB} MB` : `${bytes / KB} KB`;
}
