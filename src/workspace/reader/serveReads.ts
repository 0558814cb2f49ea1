// The reader's side: reads the documents that are sent to it, one conversation for its whole life.
import type { MessageConnection } from 'vscode-jsonrpc';
import { dataOf } from '../../audit/layerData.ts';
import { type Catalog, createCatalog } from '../../catalog/catalog.ts';
import { createGrammars } from '../../routes/syntax/grammars.ts';
import { layerReader } from '../auditRoutes.ts';
import type { ReadLayer } from '../folder/types.ts';
import { FACTS, GRAMMAR, READ, type ReadOrder, TEXT } from './messages.ts';

/** How many catalogs and readings are remembered: those of a few root folders. What is forgotten is asked for again. */
const REMEMBERED = 16;

/** A reading with what it has learned of projects. */
interface Reading {
  readonly layerOf: ReadLayer;
  /** The read that is under way, or was the last one: it is asked for manifests. */
  read: number;
}

/** Answers on a connection that is not listened on yet. */
export function serveReads(connection: MessageConnection): void {
  const grammars = createGrammars((name) => connection.sendRequest(GRAMMAR, { name }));
  const text = (read: number, path: string, isManifest: boolean): Promise<string | null> =>
    connection.sendRequest(TEXT, { read, path, isManifest });
  const catalogs = new Map<number, Promise<Catalog>>();
  const readings = new Map<number, Reading>();
  const begin = (read: number): Reading => {
    const reading: Reading = {
      read,
      layerOf: layerReader(grammars, (path) => text(reading.read, path, true)),
    };
    return reading;
  };
  connection.onRequest(READ, async ({ read, document, references, options, ...known }: ReadOrder) => {
    const catalog = await remembered(catalogs, known.catalog, () =>
      connection.sendRequest(FACTS, { read }).then(createCatalog),
    );
    const reading = remembered(readings, known.reading, () => begin(read));
    reading.read = read;
    const layer = await reading.layerOf(document, references, { ...options, catalog }, (path) =>
      text(read, path, false),
    );
    return dataOf(layer);
  });
  connection.listen();
}

/** A value by its number, made where it is not known; the one that was wanted least lately is forgotten. */
function remembered<T>(values: Map<number, T>, key: number, make: () => T): T {
  const value = values.get(key) ?? make();
  values.delete(key);
  values.set(key, value);
  const [oldest] = values.keys();
  if (values.size > REMEMBERED && oldest !== undefined) values.delete(oldest);
  return value;
}
