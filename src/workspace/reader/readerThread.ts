// The editor's side: has requests read in a thread of its own, so that nothing else waits for them.
import type { MessageConnection } from 'vscode-jsonrpc';
import { datedReferences, idLayer } from '../../audit/engine.ts';
import { layerOf } from '../../audit/layerData.ts';
import { UNREADABLE } from '../../audit/withRoutes.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { GrammarLoader } from '../../routes/syntax/grammars.ts';
import type { FolderParts, ReadLayer, ReadSibling } from '../folder/types.ts';
import { FACTS, GRAMMAR, READ, TEXT } from './messages.ts';

/** A thread that has been started. */
export interface StartedThread {
  /** Not listened on yet. It is disposed of when the thread has ended, however it did. */
  readonly connection: MessageConnection;
  /** Ends the thread. */
  readonly end: () => void;
}

export interface ReaderThreadParts {
  readonly start: () => StartedThread;
  readonly grammar: GrammarLoader;
}

/** What a read under way may be asked for. */
interface Read {
  readonly catalog: Catalog;
  readonly readSibling: ReadSibling;
  readonly readManifest: ReadSibling;
}

/** The thread that reads requests: started when the first document needs it, and again when it has ended. */
export class ReaderThread {
  readonly #parts: ReaderThreadParts;
  readonly #reads = new Map<number, Read>();
  readonly #catalogs = new WeakMap<Catalog, number>();
  #numbers = 0;
  #thread: StartedThread | null = null;
  #isDisposed = false;

  constructor(parts: ReaderThreadParts) {
    this.#parts = parts;
  }

  /** Begins to read; see `FolderParts`. */
  readonly reading: FolderParts['reading'] = async (readManifest) => {
    const reading = this.#number();
    return async (...asked) => (await this.#try(reading, readManifest, asked)) ?? unreadable(...asked);
  };

  dispose(): void {
    this.#isDisposed = true;
    this.#thread?.end();
  }

  /** A document that ends the thread gets a second chance, in a new one: it may have been another's fault. */
  async #try(reading: number, readManifest: ReadSibling, asked: Parameters<ReadLayer>) {
    for (let chance = 0; chance < 2 && !this.#isDisposed; chance++) {
      const thread = this.#started();
      try {
        return await this.#read(thread, reading, readManifest, asked);
      } catch (error) {
        if (this.#thread === thread) throw error;
      }
    }
    return null;
  }

  async #read(
    { connection }: StartedThread,
    reading: number,
    readManifest: ReadSibling,
    [document, references, { catalog, ...options }, readSibling]: Parameters<ReadLayer>,
  ) {
    const read = this.#number();
    this.#reads.set(read, { catalog, readSibling, readManifest });
    try {
      const order = { read, reading, catalog: this.#numberOf(catalog), document, references, options };
      return layerOf(await connection.sendRequest(READ, order), document);
    } finally {
      this.#reads.delete(read);
    }
  }

  #started(): StartedThread {
    if (this.#thread !== null) return this.#thread;
    const thread = this.#parts.start();
    const { connection } = thread;
    connection.onRequest(TEXT, ({ read, path, isManifest }) => {
      const { readManifest, readSibling } = this.#underWay(read);
      return isManifest ? readManifest(path) : readSibling(path);
    });
    connection.onRequest(FACTS, ({ read }) => this.#underWay(read).catalog.data);
    connection.onRequest(GRAMMAR, ({ name }) => this.#parts.grammar(name));
    connection.onDispose(() => {
      if (this.#thread === thread) this.#thread = null;
    });
    connection.listen();
    this.#thread = thread;
    return thread;
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

/** What is said of a document whose reading ended the thread twice. */
const unreadable: ReadLayer = async (document, references, options) => ({
  ...idLayer(document, references ?? datedReferences(document, options), options),
  notes: [UNREADABLE],
  mayDiffer: true,
});
