// A file as it comes into the audit of a folder, the answer that goes out, and what reading needs of the world.
import type { AuditOptions } from '../../audit/engine.ts';
import type { DocumentAudit, DocumentLayer } from '../../audit/types.ts';
import type { TextDocument } from '../../detect/types.ts';

/** A file or document as it is now. */
export interface PutFile extends TextDocument {
  /** The version of an open document; null for a file that was read from the disk. */
  readonly version: number | null;
  /** Whether a scan of the folder would read it: only then it is reported, otherwise it is explained. */
  readonly isScanned: boolean;
}

/** What is known of a file. */
export interface FileAnswer {
  readonly version: number | null;
  readonly audit: DocumentAudit;
  /** False while only its IDs are known, or an older answer is carried over to newer text. */
  readonly isSettled: boolean;
}

/** The text of another file of the folder by its path in it; null where there is none. */
export type ReadSibling = (path: string) => Promise<string | null>;

/** Reads what a document says alone, requests included; references are found first where they are not given. */
export type ReadLayer = (
  document: TextDocument,
  references: DocumentLayer['references'] | null,
  options: AuditOptions,
  readSibling: ReadSibling,
) => Promise<DocumentLayer>;

export interface FolderParts {
  /** Begins to read: what is learned by `readSibling` may be remembered, since the next time begins anew. */
  readonly reading: (readSibling: ReadSibling) => Promise<ReadLayer>;
  readonly readFile: ReadSibling;
  /** Finds the IDs of a document; `datedReferences`, unless something is remembered of it. */
  readonly references?: (document: TextDocument, options: AuditOptions) => DocumentLayer['references'];
  /** Files that the reading of a document depends on beside those that it asks for. */
  readonly dependenciesOf?: (document: TextDocument) => readonly string[];
  /** Lets others work between two files, and has answers given out while the rest is still to be read. */
  readonly pause?: () => Promise<void>;
  /** Called when some answers are new, though others may be on their way. */
  readonly onAnswers?: () => void;
}
