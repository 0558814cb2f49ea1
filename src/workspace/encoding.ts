// How bytes of a file become text and back: UTF-8 with or without a byte order mark, UTF-16 with one, or binary.
import { isUtf8 } from 'node:buffer';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How a file writes its text down. */
export interface TextFormat {
  readonly encoding: Encoding;
  /** A byte order mark stands before the text; it is no part of the text, so that columns are those of editors. */
  readonly bom: boolean;
}

/** The text of a file. `lossy`: some bytes could not be decoded, so the file must not be written back. */
export interface DecodedText extends TextFormat {
  readonly text: string;
  readonly lossy: boolean;
}

/** How many leading bytes decide whether a file is binary. */
export const HEAD_BYTES = 8192;

const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_LE_BOM = Buffer.from([0xff, 0xfe]);
const UTF16_BE_BOM = Buffer.from([0xfe, 0xff]);
const UTF32_LE_BOM = Buffer.from([0xff, 0xfe, 0, 0]);
/** A PDF may go on for long without a NUL byte, though it is no text. */
const PDF = Buffer.from('%PDF-');

/** The format that the first bytes of a file show (up to `HEAD_BYTES` are looked at); null for a binary file. */
export function formatOf(bytes: Buffer): TextFormat | null {
  const first = bytes[0];
  if (first === 0xef && startsWith(bytes, UTF8_BOM)) return textUnlessNul(bytes, true);
  if (first === 0xff && startsWith(bytes, UTF16_LE_BOM) && !startsWith(bytes, UTF32_LE_BOM)) {
    return { encoding: 'utf-16le', bom: true };
  }
  if (first === 0xfe && startsWith(bytes, UTF16_BE_BOM)) return { encoding: 'utf-16be', bom: true };
  if (first === 0x25 && startsWith(bytes, PDF)) return null;
  return textUnlessNul(bytes, false);
}

/** Decodes the bytes of a whole file. Undecodable bytes become U+FFFD and make the text `lossy`. */
export function decode(bytes: Buffer, format: TextFormat): DecodedText {
  const body = bytes.subarray(markOf(format).length);
  if (format.encoding === 'utf-8') return { ...format, text: body.toString('utf8'), lossy: !isUtf8(body) };
  const whole = body.subarray(0, body.length - (body.length % 2));
  const ordered = format.encoding === 'utf-16le' ? whole : Buffer.from(whole).swap16();
  const lossy = whole.length !== body.length;
  return { ...format, text: ordered.toString('utf16le') + (lossy ? '\uFFFD' : ''), lossy };
}

/** The bytes of a file that holds `text` in this format. Undoes `decode` exactly where nothing was lossy. */
export function encode(text: string, format: TextFormat): Buffer {
  const body = Buffer.from(text, format.encoding === 'utf-8' ? 'utf8' : 'utf16le');
  if (format.encoding === 'utf-16be') body.swap16();
  return Buffer.concat([markOf(format), body]);
}

function textUnlessNul(bytes: Buffer, bom: boolean): TextFormat | null {
  const head = bytes.length > HEAD_BYTES ? bytes.subarray(0, HEAD_BYTES) : bytes;
  return head.includes(0) ? null : { encoding: 'utf-8', bom };
}

function markOf(format: TextFormat): Buffer {
  if (!format.bom) return Buffer.alloc(0);
  if (format.encoding === 'utf-8') return UTF8_BOM;
  return format.encoding === 'utf-16le' ? UTF16_LE_BOM : UTF16_BE_BOM;
}

function startsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
