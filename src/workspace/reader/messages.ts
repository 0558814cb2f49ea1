// What the editor and the reader ask each other. The reader asks for all that it needs when it needs it.
import { RequestType } from 'vscode-jsonrpc';
import type { AuditOptions } from '../../audit/engine.ts';
import type { LayerData } from '../../audit/layerData.ts';
import type { DocumentLayer } from '../../audit/types.ts';
import type { CatalogData } from '../../catalog/types.ts';
import type { TextDocument } from '../../detect/types.ts';
import type { GrammarName } from '../../routes/syntax/grammars.ts';

/** One document to read. */
export interface ReadOrder {
  /** By this number the reader asks for what the reading needs. */
  readonly read: number;
  /** Reads of one number may remember the manifests of their projects. */
  readonly reading: number;
  /** The facts, by number: they are asked for where they are not known. */
  readonly catalog: number;
  readonly document: TextDocument;
  readonly references: DocumentLayer['references'] | null;
  readonly options: Omit<AuditOptions, 'catalog'>;
}

/** Another file that a reading wants to see. */
export interface TextOrder {
  readonly read: number;
  readonly path: string;
  /** Whether the document follows from it; a manifest's part is known from the document itself. */
  readonly isManifest: boolean;
}

/** To the reader: what a document says alone. */
export const READ = new RequestType<ReadOrder, LayerData, void>('read');

/** From the reader: the text of a file of the folder; null where there is none. */
export const TEXT = new RequestType<TextOrder, string | null, void>('text');

/** From the reader: the facts of a read under way. */
export const FACTS = new RequestType<Pick<ReadOrder, 'read'>, CatalogData, void>('facts');

/** From the reader: the bytes of a grammar. */
export const GRAMMAR = new RequestType<{ readonly name: GrammarName | 'runtime' }, Uint8Array, void>(
  'grammar',
);
