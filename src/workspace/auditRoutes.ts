// Reads documents with their requests: parsers and configuration readers, loaded when a file first needs them.
import { datedReferences, idLayer } from '../audit/engine.ts';
import { projectFinder } from '../audit/project.ts';
import { requestLayer } from '../audit/withRoutes.ts';
import { isWorthReading } from '../routes/hints.ts';
import { createRouteReader } from '../routes/reader.ts';
import type { Grammars } from '../routes/syntax/grammars.ts';
import type { ReadLayer, ReadSibling } from './folder/types.ts';

/** A reader of layers; what it learns of projects serves all documents. */
export function layerReader(grammars: Grammars, readFile: ReadSibling): ReadLayer {
  const projectOf = projectFinder(readFile);
  return (document, references, options, readSibling) => {
    const found = references ?? datedReferences(document, options);
    if (!isWorthReading(document, found)) return Promise.resolve(idLayer(document, found, options));
    const reader = createRouteReader({ catalog: options.catalog, grammars, readSibling });
    return requestLayer(document, found, reader, options, projectOf);
  };
}
