// Reads how requests to Veo are made in a document: one route for each call and model it may send.
import type { Catalog } from '../catalog/catalog.ts';
import { documentParts } from '../detect/documents/parts.ts';
import type { Reference, TextDocument } from '../detect/types.ts';
import { READABLE } from './languages.ts';
import { moduleCandidates } from './modules.ts';
import { findRequests } from './requests.ts';
import { REQUEST_HINT } from './shapes.ts';
import { programSources, type Source } from './sources.ts';
import type { Grammars, ParseRefusal } from './syntax/grammars.ts';
import { type Program, readProgram } from './syntax/program.ts';
import type { Place, Route } from './types.ts';
import { Evaluator, type Sibling } from './values/evaluate.ts';

/** What reading needs from outside. */
export interface RouteContext {
  readonly catalog: Catalog;
  readonly grammars: Grammars;
  /** The text of another file of the workspace, null where there is none. Without it imports stay unknown. */
  readonly readSibling?: (path: string) => Promise<string | null>;
}

/** Routes in order of position, and what could not be read, a sentence each. */
export interface RouteReading {
  readonly routes: readonly Route[];
  readonly notes: readonly string[];
}

/** A text that may hold a request although it spells no ID itself. */
const CERTAIN_HINT = /models\.generate_?videos|Models\.GenerateVideos|:predictLongRunning/i;

/** Whether a document may hold a route, so that reading it is worth a parse. */
export function mayHoldRoutes(text: string, references: readonly Reference[]): boolean {
  return (
    (references.some(({ role }) => role !== 'comment') && REQUEST_HINT.test(text)) || CERTAIN_HINT.test(text)
  );
}

/**
 * The routes of a document. Never rejects for what a document holds: what cannot be parsed is told in `notes`.
 * Places are UTF-16 offsets of the document.
 */
export async function readRoutes(
  document: TextDocument,
  references: readonly Reference[],
  context: RouteContext,
): Promise<RouteReading> {
  if (!mayHoldRoutes(document.text, references)) return { routes: [], notes: [] };
  const routes: Route[] = [];
  const notes: string[] = [];
  for (const source of programSources(documentParts(document))) {
    const own = references.filter(({ role }) => role === 'code' || role === 'prose' || role === 'config');
    if (!REQUEST_HINT.test(source.text)) continue;
    const program = await parsed(source, context);
    if ('refused' in program) {
      notes.push(noteOf(program.refused, source));
      continue;
    }
    routes.push(...(await routesOf(program, source, document, own, context)));
  }
  return { routes: routes.sort((a, b) => a.start - b.start), notes };
}

const REASONS: Readonly<Record<ParseRefusal, string>> = {
  'no-grammar': 'no grammar could be loaded',
  'too-long': 'it is longer than 2 million characters',
  'too-slow': 'it took too long to parse',
};

function noteOf(refused: ParseRefusal, source: Source): string {
  return `Requests in ${source.language} were not read, because ${REASONS[refused]}: only the IDs are known.`;
}

async function parsed(
  source: Source,
  context: RouteContext,
): Promise<Program | { readonly refused: ParseRefusal }> {
  const language = READABLE[source.language];
  if (language === undefined) return { refused: 'no-grammar' };
  const tree = await context.grammars.parse(language.grammar, source.text);
  return 'refused' in tree ? tree : readProgram(language.table, source.text, tree.root);
}

/** The most files that imports of one document lead to. */
const MOST_SIBLINGS = 12;

async function routesOf(
  program: Program,
  source: Source,
  document: TextDocument,
  references: readonly Reference[],
  context: RouteContext,
): Promise<readonly Route[]> {
  const toSource = (place: Place): Place => {
    const start = source.sourceOffset(place.start);
    return { start, end: place.end > place.start ? source.sourceOffset(place.end - 1) + 1 : start };
  };
  const find = (place: Place): readonly Reference[] => {
    const { start, end } = toSource(place);
    return references.filter((reference) => reference.start < end && start < reference.end);
  };
  const first = new Evaluator(program);
  let routes = findRequests(first, context.catalog, find);
  if (first.wanted.size > 0 && context.readSibling !== undefined) {
    const siblings = await readSiblings(
      [...first.wanted].slice(0, MOST_SIBLINGS),
      document.path,
      source,
      context,
    );
    if (siblings.size > 0) routes = findRequests(new Evaluator(program, siblings), context.catalog, find);
  }
  return routes.map((route) => ({
    ...route,
    ...toSource(route),
    places: Object.fromEntries(Object.entries(route.places).map(([name, place]) => [name, toSource(place)])),
  }));
}

async function readSiblings(
  wanted: readonly string[],
  path: string,
  source: Source,
  context: RouteContext,
): Promise<ReadonlyMap<string, Sibling>> {
  const siblings = new Map<string, Sibling>();
  for (const module of wanted) {
    for (const candidate of moduleCandidates(path, module, source.language === 'python')) {
      const text = (await context.readSibling?.(candidate)) ?? null;
      if (text === null) continue;
      const program = await parsed({ ...source, text }, context);
      if (!('refused' in program)) siblings.set(module, { evaluator: new Evaluator(program) });
      break;
    }
  }
  return siblings;
}
