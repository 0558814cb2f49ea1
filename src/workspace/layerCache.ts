// Remembers between runs what documents say alone, so that an unchanged one is not parsed again.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { AuditOptions } from '../audit/engine.ts';
import { dataOf, type LayerData, layerOf } from '../audit/layerData.ts';
import { manifestsAbove } from '../audit/project.ts';
import type { TextDocument } from '../detect/types.ts';
import type { ReadLayer, ReadSibling } from './folder/types.ts';

/** What is kept of one document. */
export interface CachedLayer {
  /** The hash of all that the layer follows from, other than the files in `asked`. */
  readonly key: string;
  /** The files that the reading asked for, with the hash of each one's text; null where there was none. */
  readonly asked: readonly (readonly [path: string, hash: string | null])[];
  /** A `LayerData`, serialized. */
  readonly layer: Uint8Array;
}

/** The layers of a folder, by the path of their document. One document has one layer: the newest. */
export class LayerCache {
  readonly #entries: Map<string, CachedLayer>;
  readonly #hashes = new Map<string, { readonly text: string; readonly hash: string }>();
  #added = 0;

  constructor(entries: ReadonlyMap<string, CachedLayer> = new Map()) {
    this.#entries = new Map(entries);
  }

  /** How many characters were read anew. */
  get added(): number {
    return this.#added;
  }

  entries(): ReadonlyMap<string, CachedLayer> {
    return this.#entries;
  }

  /**
   * A reader that reads only what is not known. `read` is begun at the first document that has to be read; `readFile`
   * gives the manifests that a document's project is known by.
   */
  reader(read: () => Promise<ReadLayer>, readFile: ReadSibling): ReadLayer {
    return async (document, references, options, readSibling) => {
      const key = await this.#keyOf(document, options, readFile);
      const known = this.#entries.get(document.path);
      if (known?.key === key && (await this.#holds(known, readSibling)))
        return layerOf(deserialize(known.layer) as LayerData, document);
      const asked = new Map<string, Promise<string | null>>();
      const layer = await (await read())(document, references, options, (path) => {
        const text = readSibling(path);
        asked.set(path, text);
        return text;
      });
      if (layer.mayDiffer) return layer;
      const hashes = [...asked].map(async ([path, text]) => [path, this.#hashOf(path, await text)] as const);
      const entry = { key, asked: await Promise.all(hashes), layer: serialize(dataOf(layer)) };
      this.#entries.set(document.path, entry);
      this.#added += document.text.length;
      return layer;
    };
  }

  async #keyOf(
    document: TextDocument,
    { asOf, severities, places }: AuditOptions,
    readFile: ReadSibling,
  ): Promise<string> {
    const { path, language, text } = document;
    const manifests = manifestsAbove(document).map(
      async (name) => [name, this.#hashOf(name, await readFile(name))] as const,
    );
    const rest = [path, language, asOf, severities, places, await Promise.all(manifests)];
    return createHash('sha1').update(JSON.stringify(rest)).update('\0').update(text).digest('base64');
  }

  async #holds({ asked }: CachedLayer, readSibling: ReadSibling): Promise<boolean> {
    for (const [path, hash] of asked) if (this.#hashOf(path, await readSibling(path)) !== hash) return false;
    return true;
  }

  /** Many documents ask for the same file. */
  #hashOf(path: string, text: string | null): string | null {
    if (text === null) return null;
    const known = this.#hashes.get(path);
    if (known?.text === text) return known.hash;
    const hash = createHash('sha1').update(text).digest('base64');
    this.#hashes.set(path, { text, hash });
    return hash;
  }
}
