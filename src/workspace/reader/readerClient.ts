// The editor's side: has requests read in another process or worker, so that nothing else waits for them.
import type { MessageConnection } from 'vscode-jsonrpc';
import { datedReferences, idLayer } from '../../audit/engine.ts';
import { layerOf } from '../../audit/layerData.ts';
import { UNREADABLE } from '../../audit/withRoutes.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { GrammarLoader } from '../../routes/syntax/grammars.ts';
import type { FolderParts, ReadLayer, ReadSibling } from '../folder/types.ts';
import { FACTS, GRAMMAR, READ, TEXT } from './messages.ts';

/** What reads requests: a process on the desktop, a worker in a browser. */
export interface StartedReader {
  /** Not listened on yet. It is disposed of when the reader has ended, however it did. */
  readonly connection: MessageConnection;
  /** Ends the reader. */
  readonly end: () => void;
}

export interface ReaderClientParts {
  readonly start: () => StartedReader;
  readonly grammar: GrammarLoader;
}

/** After so many readers in a row that end without an answer, no further one is started: none can be had here. */
const MOST_SILENT = 6;

/** What a read under way may be asked for. */
interface Read {
  readonly catalog: Catalog;
  readonly readSibling: ReadSibling;
  readonly readManifest: ReadSibling;
}

/** Has requests read: the reader is started when the first document needs it, and again when it has ended. */
export class ReaderClient {
  readonly #parts: ReaderClientParts;
  readonly #reads = new Map<number, Read>();
  readonly #catalogs = new WeakMap<Catalog, number>();
  #numbers = 0;
  /** Readers since the last answer. */
  #silent = 0;
  #reader: StartedReader | null = null;
  #isDisposed = false;

  constructor(parts: ReaderClientParts) {
    this.#parts = parts;
  }

  /** Begins to read; see `FolderParts`. */
  readonly reading: FolderParts['reading'] = async (readManifest) => {
    const reading = this.#number();
    return async (...asked) => (await this.#try(reading, readManifest, asked)) ?? unreadable(...asked);
  };

  dispose(): void {
    this.#isDisposed = true;
    this.#reader?.end();
  }

  /** A document that ends the reader gets a second chance, in a new one: it may have been another's fault. */
  async #try(reading: number, readManifest: ReadSibling, asked: Parameters<ReadLayer>) {
    for (let chance = 0; chance < 2 && !this.#isDisposed; chance++) {
      if (this.#reader === null && this.#silent >= MOST_SILENT) return null;
      const reader = this.#started();
      try {
        return await this.#read(reader, reading, readManifest, asked);
      } catch (error) {
        if (this.#reader === reader) throw error;
      }
    }
    return null;
  }

  async #read(
    { connection }: StartedReader,
    reading: number,
    readManifest: ReadSibling,
    [document, references, { catalog, ...options }, readSibling]: Parameters<ReadLayer>,
  ) {
    const read = this.#number();
    this.#reads.set(read, { catalog, readSibling, readManifest });
    try {
      const order = { read, reading, catalog: this.#numberOf(catalog), document, references, options };
      const data = await connection.sendRequest(READ, order);
      this.#silent = 0;
      return layerOf(data, document);
    } finally {
      this.#reads.delete(read);
    }
  }

  #started(): StartedReader {
    if (this.#reader !== null) return this.#reader;
    const reader = this.#parts.start();
    this.#silent++;
    const { connection } = reader;
    connection.onRequest(TEXT, ({ read, path, isManifest }) => {
      const { readManifest, readSibling } = this.#underWay(read);
      return isManifest ? readManifest(path) : readSibling(path);
    });
    connection.onRequest(FACTS, ({ read }) => this.#underWay(read).catalog.data);
    connection.onRequest(GRAMMAR, ({ name }) => this.#parts.grammar(name));
    connection.onDispose(() => {
      if (this.#reader === reader) this.#reader = null;
    });
    connection.listen();
    this.#reader = reader;
    return reader;
  }

  #underWay(read: number): Read {
    const found = this.#reads.get(read);
    if (found === undefined) throw new Error(`Read ${read} is not under way.`);
    return found;
  }

  #numberOf(catalog: Catalog): number {
    const number = this.#catalogs.get(catalog) ?? this.#number();
    this.#catalogs.set(catalog, number);
    return number;
  }

  #number(): number {
    this.#numbers++;
    return this.#numbers;
  }
}

/** What is said of a document whose reading ended the reader twice. */
const unreadable: ReadLayer = async (document, references, options) => ({
  ...idLayer(document, references ?? datedReferences(document, options), options),
  notes: [UNREADABLE],
  mayDiffer: true,
});
