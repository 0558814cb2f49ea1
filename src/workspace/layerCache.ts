// Remembers between runs what documents say alone, so that an unchanged one is neither searched nor parsed again.
import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import { type AuditOptions, datedReferences } from '../audit/engine.ts';
import { dataOf, type LayerData, layerOf } from '../audit/layerData.ts';
import { manifestsAbove } from '../audit/project.ts';
import type { DatedReference } from '../audit/types.ts';
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

/** The IDs that were found in a document. */
export interface CachedReferences {
  /** The hash of all that they follow from. */
  readonly key: string;
  /** Dated references, serialized. */
  readonly references: Uint8Array;
}

/** What is remembered of a folder, by the path of the document: of each only the newest. */
export interface Remembered {
  readonly layers: ReadonlyMap<string, CachedLayer>;
  readonly found: ReadonlyMap<string, CachedReferences>;
}

export class LayerCache {
  readonly #layers: Map<string, CachedLayer>;
  readonly #found: Map<string, CachedReferences>;
  readonly #hashes = new Map<string, { readonly text: string; readonly hash: string }>();
  #added = 0;

  constructor({ layers, found }: Remembered = { layers: new Map(), found: new Map() }) {
    this.#layers = new Map(layers);
    this.#found = new Map(found);
  }

  /** How many characters were searched or read anew. */
  get added(): number {
    return this.#added;
  }

  get remembered(): Remembered {
    return { layers: this.#layers, found: this.#found };
  }

  /** The IDs in a document: see `datedReferences`. */
  references(document: TextDocument, options: AuditOptions): readonly DatedReference[] {
    const { path, language, text } = document;
    const key = hashOf([path, language, options.asOf], text);
    const known = this.#found.get(path);
    if (known?.key === key) return deserialize(known.references) as readonly DatedReference[];
    const references = datedReferences(document, options);
    this.#found.set(path, { key, references: serialize(references) });
    this.#added += text.length;
    return references;
  }

  /**
   * A reader that reads only what is not known. `read` is begun at the first document that has to be read; `readFile`
   * gives the manifests that a document's project is known by.
   */
  reader(read: () => Promise<ReadLayer>, readFile: ReadSibling): ReadLayer {
    return async (document, references, options, readSibling) => {
      const key = await this.#keyOf(document, options, readFile);
      const known = this.#layers.get(document.path);
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
      this.#layers.set(document.path, entry);
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
    return hashOf(rest, text);
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

const hashOf = (facts: readonly unknown[], text: string): string =>
  createHash('sha1').update(JSON.stringify(facts)).update('\0').update(text).digest('base64');
