// A document that no file holds yet: an editor's buffer, a staged version, what another program writes.
import { decode } from './encoding.ts';
import { FILE_LIMITS, tooLarge } from './limits.ts';
import type { ScannedDocument, ScanSummary } from './scan.ts';
import { formatOf } from './textFormat.ts';

/** What an audit takes its documents from. */
export interface DocumentSource {
  finish(look: (document: ScannedDocument) => void): Promise<ScanSummary>;
}

/** The bytes of one document, as if a file at `path` held them; `path` as it is printed. */
export function pipedText(path: string, bytes: Buffer): DocumentSource {
  const nothing = { files: 0, bytes: 0, binaries: 0, skipped: [] };
  return {
    finish: async (look) => {
      const reason = bytes.length > FILE_LIMITS.audited.bytes ? tooLarge('audited') : null;
      if (reason !== null) return { ...nothing, skipped: [{ file: path, reason }] };
      const format = formatOf(bytes);
      if (format === null) return { ...nothing, binaries: 1 };
      look({ path, ...decode(bytes, format) });
      return { ...nothing, files: 1, bytes: bytes.length };
    },
  };
}
