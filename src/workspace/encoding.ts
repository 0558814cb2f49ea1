// How bytes of a file become text and back: UTF-8 with or without a byte order mark, UTF-16 with one, or binary.
import { isUtf8 } from 'node:buffer';
import { markOf, type TextFormat } from './textFormat.ts';

/** The text of a file. `lossy`: some bytes could not be decoded, so the file must not be written back. */
export interface DecodedText extends TextFormat {
  readonly text: string;
  readonly lossy: boolean;
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
