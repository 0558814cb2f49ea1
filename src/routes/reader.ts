// Reads all routes of a document: entries of configurations and requests in programs.
import type { Catalog } from '../catalog/catalog.ts';
import type { Reference, TextDocument } from '../detect/types.ts';
import { readConfigRoutes } from './config/readConfig.ts';
import type { ConfigReading } from './config/types.ts';
import { holdsNoRoutes } from './hints.ts';
import { coverTest } from './placeSearch.ts';
import { type RouteReading, readRoutes } from './readRoutes.ts';
import type { Grammars } from './syntax/grammars.ts';
import type { Route } from './types.ts';

/** What was read of a document's requests; `config` where it is a route configuration. */
export interface DocumentRoutes extends RouteReading {
  readonly config: ConfigReading | null;
}

export interface RouteReader {
  /** Never rejects for what a document holds. */
  read(document: TextDocument, references: readonly Reference[]): Promise<DocumentRoutes>;
}

/** What a reader needs of the world. */
export interface RouteReaderParts {
  readonly catalog: Catalog;
  readonly grammars: Grammars;
  /** The text of another file of the workspace by its path, null where there is none. */
  readonly readSibling?: (path: string) => Promise<string | null>;
}

export const NO_ROUTES: DocumentRoutes = {
  routes: [],
  config: null,
  notes: [],
  pollingLoops: [],
  retriedSubmits: [],
};

/** Builds a reader. One serves all documents: grammars are loaded once. */
export function createRouteReader(parts: RouteReaderParts): RouteReader {
  return {
    read: async (document, references) => {
      if (holdsNoRoutes(document.path)) return NO_ROUTES;
      const config = readConfigRoutes(document, references, parts.catalog);
      const requests = await readRoutes(document, references, parts);
      return {
        ...requests,
        config,
        routes: merged(config?.routes ?? [], requests.routes),
        notes: [...(config?.notes ?? []), ...requests.notes],
      };
    },
  };
}

/** A configuration's entry says more than the same ID read as a request body. */
function merged(entries: readonly Route[], requests: readonly Route[]): readonly Route[] {
  // What is set inside of a call is the call's: no entry of its own.
  const isInside = coverTest(
    requests.flatMap(({ shape, start, end }) =>
      shape === 'config' ? [] : [{ start: start + 1, end: end - 1 }],
    ),
  );
  const outside = entries.filter((entry) => !isInside(entry));
  const named = new Set(outside.map((route) => route.reference?.start));
  const others = requests.filter((route) => route.reference === null || !named.has(route.reference.start));
  return [...outside, ...others].sort((a, b) => a.start - b.start || a.end - b.end);
}
