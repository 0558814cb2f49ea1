// What the first bytes of a file show: UTF-8 with or without a byte order mark, UTF-16 with one, or binary. Needs no Node.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a file writes its text down. */
export interface TextFormat {
  readonly encoding: Encoding;
  /** A byte order mark stands before the text; it is no part of the text, so that columns are those of editors. */
  readonly bom: boolean;
}

/** How many leading bytes decide whether a file is binary. */
export const HEAD_BYTES = 8192;

const MARKS: Readonly<Record<Encoding, Uint8Array>> = {
  'utf-8': Uint8Array.of(0xef, 0xbb, 0xbf),
  'utf-16le': Uint8Array.of(0xff, 0xfe),
  'utf-16be': Uint8Array.of(0xfe, 0xff),
};
const NO_MARK = new Uint8Array(0);
const UTF32_LE_MARK = Uint8Array.of(0xff, 0xfe, 0, 0);
/** A PDF may go on for long without a NUL byte, though it is no text. */
const PDF = new TextEncoder().encode('%PDF-');

/** The format that the first bytes of a file show (up to `HEAD_BYTES` are looked at); null for a binary file. */
export function formatOf(bytes: Uint8Array): TextFormat | null {
  const first = bytes[0];
  if (first === 0xef && startsWith(bytes, MARKS['utf-8'])) return textUnlessNul(bytes, true);
  if (first === 0xff && startsWith(bytes, MARKS['utf-16le']) && !startsWith(bytes, UTF32_LE_MARK)) {
    return { encoding: 'utf-16le', bom: true };
  }
  if (first === 0xfe && startsWith(bytes, MARKS['utf-16be'])) return { encoding: 'utf-16be', bom: true };
  if (first === 0x25 && startsWith(bytes, PDF)) return null;
  return textUnlessNul(bytes, false);
}

/** The byte order mark that a format writes; empty where it writes none. */
export function markOf(format: TextFormat): Uint8Array {
  return format.bom ? MARKS[format.encoding] : NO_MARK;
}

function textUnlessNul(bytes: Uint8Array, bom: boolean): TextFormat | null {
  const head = bytes.length > HEAD_BYTES ? bytes.subarray(0, HEAD_BYTES) : bytes;
  return head.includes(0) ? null : { encoding: 'utf-8', bom };
}

function startsWith(bytes: Uint8Array, mark: Uint8Array): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
