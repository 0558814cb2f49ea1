// Reads how requests to Veo are made in a document: one route for each call and model it may send.
import type { Catalog } from '../catalog/catalog.ts';
import { type LanguageId, nameOfLanguage } from '../detect/documents/languages/languages.ts';
import type { Part } from '../detect/documents/types.ts';
import { lineCounter } from '../detect/lines.ts';
import { placeOfFile } from '../detect/place/place.ts';
import type { Reference, TextDocument } from '../detect/types.ts';
import { TOO_DEEP } from './config/depth.ts';
import { jsonTree, type ParsedTree } from './config/jsonTree.ts';
import { yamlTrees } from './config/yamlTree.ts';
import { dataRequests } from './documents/dataRequests.ts';
import { type Embedded, embeddedPrograms, embeddedTrees } from './documents/embedded.ts';
import { httpFileRequests } from './documents/httpFile.ts';
import { CERTAIN_HINT, mayHoldRoutes } from './hints.ts';
import { READABLE } from './languages.ts';
import { overlapFinder } from './placeSearch.ts';
import { unboundedPolling } from './polling.ts';
import { findRequests } from './requests/findRequests.ts';
import { retriedSubmits } from './retrying.ts';
import { NAMES_VIDEO, REQUEST_HINT } from './shapes.ts';
import { Siblings } from './siblings.ts';
import { partsOf, programSources, type Source } from './sources.ts';
import type { Whereabouts } from './surfaces/googleClients.ts';
import type { Grammars, ParseRefusal } from './syntax/grammars.ts';
import type { Program } from './syntax/program.ts';
import { readProgram } from './syntax/readProgram.ts';
import type { Place, Route } from './types.ts';
import type { Evaluator } from './values/evaluate.ts';

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
  /** Heads of loops that poll without a deadline or a cap on attempts. */
  readonly pollingLoops: readonly Place[];
  /** Submits inside of a blind retry: the places of their routes. */
  readonly retriedSubmits: readonly Place[];
  /** True where reading again may give more: the time ran out, or a grammar could not be loaded. */
  readonly mayDiffer?: boolean;
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
  if (!mayHoldRoutes(document.text, references))
    return { routes: [], notes: [], pollingLoops: [], retriedSubmits: [] };
  const parts = partsOf(document);
  const find = overlapFinder(references);
  const routes: Route[] = [];
  const notes: string[] = [];
  const embedded: Embedded[] = [];
  const pollingLoops: Place[] = [];
  const retried: Place[] = [];
  let mayDiffer = false;
  for (const part of parts) {
    const data = readData(part, context.catalog, find);
    routes.push(...data.routes);
    embedded.push(...data.embedded);
    notes.push(...data.notes);
  }
  for (const source of [...programSources(parts), ...embedded.map((one) => ({ ...one, blockOf: () => 0 }))]) {
    if (!REQUEST_HINT.test(source.text) || !(CERTAIN_HINT.test(source.text) || NAMES_VIDEO.test(source.text)))
      continue;
    if (isBuilt(source, document)) {
      notes.push(
        `Requests in ${nameOfLanguage(source.language)} are not read in a large file of built code: only the IDs are known.`,
      );
      continue;
    }
    const program = await parsed(source, context);
    if ('refused' in program) {
      notes.push(noteOf(program.refused, source));
      mayDiffer ||= PASSING.has(program.refused);
      continue;
    }
    const { routes: found, isPartial } = await routesOf(program, source, document, find, context);
    if (isPartial) notes.push(`Requests in ${nameOfLanguage(source.language)} were read in part: ${IN_PART}`);
    routes.push(...found.map((route) => moved(route, source.sourceOffset)));
    pollingLoops.push(...unboundedPolling(program).map((place) => toDocument(place, source.sourceOffset)));
    retried.push(...retriedSubmits(program, found).map((place) => toDocument(place, source.sourceOffset)));
  }
  for (const language of unreadable(parts, references))
    if (language !== 'other')
      notes.push(`Requests in ${nameOfLanguage(language)} are not read: only the IDs are known.`);
  routes.sort((a, b) => a.start - b.start);
  return { routes, notes, pollingLoops, retriedSubmits: retried, mayDiffer };
}

/** The longest program, in characters, whose requests are read where it is the output of a build: bundles are copies. */
const LONGEST_BUILT = 200_000;

const isBuilt = (source: Source, document: TextDocument): boolean =>
  source.text.length > LONGEST_BUILT && placeOfFile(document).place === 'generated';

/** Program languages with references that no grammar reads. */
function unreadable(parts: readonly Part[], references: readonly Reference[]): readonly LanguageId[] {
  const found = parts.filter(({ language, text, sourceOffset }) => {
    if (
      language.role !== 'code' ||
      READABLE[language.id] !== undefined ||
      /^(?:text|http|notebook|css|graphql|proto|sql)$/.test(language.id)
    )
      return false;
    const [start, end] = [sourceOffset(0), sourceOffset(text.length)];
    return references.some((one) => one.role === 'code' && start <= one.start && one.end <= end);
  });
  return [...new Set(found.map(({ language }) => language.id))];
}

/** Why a program is read in part. */
const IN_PART = 'its values nest too deep or lead too far to be followed.';

interface DataReading {
  readonly notes: readonly string[];
  readonly routes: readonly Route[];
  readonly embedded: readonly Embedded[];
}

/** The requests that a part holds as data, and the programs inside of it. */
function readData(part: Part, catalog: Catalog, find: (place: Place) => readonly Reference[]): DataReading {
  const { id } = part.language;
  const { text, sourceOffset } = part;
  if (!NAMES_VIDEO.test(text)) return NOTHING;
  if (text.length > LONGEST_DATA)
    return READ_AS_DATA.test(id)
      ? { ...NOTHING, notes: [unreadData(id, 'it is longer than 2,000,000 characters')] }
      : NOTHING;
  if (id === 'http') {
    const inPart = (place: Place): readonly Reference[] => find(toDocument(place, sourceOffset));
    return {
      routes: httpFileRequests(text, catalog, inPart).map((route) => moved(route, sourceOffset)),
      embedded: [],
      notes: [],
    };
  }
  const { roots: trees, problems } =
    id === 'json' || id === 'jsonc'
      ? jsonTrees(text, sourceOffset)
      : id === 'yaml'
        ? yamlTrees(text, sourceOffset)
        : { roots: [], problems: [] };
  const roots = [...trees, ...embeddedTrees(trees)];
  return {
    routes: dataRequests(roots, catalog, find),
    embedded: embeddedPrograms(trees),
    notes: problems.includes(TOO_DEEP) ? [unreadData(id, 'it nests too deep')] : [],
  };
}

const NOTHING: DataReading = { routes: [], embedded: [], notes: [] };

const unreadData = (language: string, reason: string): string =>
  `Requests in ${language} were not read, because ${reason}: only the IDs are known.`;

const READ_AS_DATA = /^(?:http|jsonc?|yaml)$/;

/** The longest data that is read, in UTF-16 code units. */
const LONGEST_DATA = 2_000_000;

/** A tree for the text, or one for each line where lines are documents of their own. */
function jsonTrees(text: string, sourceOffset: (offset: number) => number): ParsedTree {
  const lines = text.split('\n');
  if (lines.length < 2 || !/^\s*\{.*\}\s*$/.test(lines[0] ?? '') || !/^\s*\{.*\}\s*$/.test(lines[1] ?? ''))
    return jsonTree(text, sourceOffset);
  let start = 0;
  const trees = lines.flatMap((line) => {
    const from = start;
    start += line.length + 1;
    return NAMES_VIDEO.test(line) ? [jsonTree(line, (offset) => sourceOffset(from + offset))] : [];
  });
  return {
    roots: trees.flatMap(({ roots }) => roots),
    problems: trees.flatMap(({ problems }) => problems),
  };
}

function toDocument(place: Place, sourceOffset: (offset: number) => number): Place {
  const start = sourceOffset(place.start);
  if (place.end <= place.start) return { start, end: start };
  const last = sourceOffset(place.end - 1);
  // What nobody closes may take in the line end that is put behind a text for its parser.
  return { start, end: last === sourceOffset(place.end) ? last : last + 1 };
}

/** A route with its places in the document. */
function moved(route: Route, sourceOffset: (offset: number) => number): Route {
  const places = Object.entries(route.places).map(([name, place]) => [name, toDocument(place, sourceOffset)]);
  return { ...route, ...toDocument(route, sourceOffset), places: Object.fromEntries(places) };
}

const REASONS: Readonly<Record<ParseRefusal, string>> = {
  'no-grammar': 'no grammar could be loaded',
  'too-long': 'it is longer than 2,000,000 characters',
  'too-slow': 'it took too long to parse',
  'too-deep': 'its brackets nest too deep',
};

/** Reasons that may not hold the next time. */
const PASSING: ReadonlySet<ParseRefusal> = new Set(['no-grammar', 'too-slow']);

function noteOf(refused: ParseRefusal, source: Source): string {
  return `Requests in ${nameOfLanguage(source.language)} were not read, because ${REASONS[refused]}: only the IDs are known.`;
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

async function routesOf(
  program: Program,
  source: Source,
  document: TextDocument,
  find: (place: Place) => readonly Reference[],
  context: RouteContext,
): Promise<{ readonly routes: readonly Route[]; readonly isPartial: boolean }> {
  const inText = (place: Place): readonly Reference[] => find(toDocument(place, source.sourceOffset));
  const line = lineCounter(document.text);
  const whereabouts: Whereabouts = {
    lineOf: (offset) => line(source.sourceOffset(offset)) + 1,
    blockOf: source.blockOf,
  };
  const read = (evaluator: Evaluator): { routes: readonly Route[]; isPartial: boolean } => ({
    routes: findRequests(evaluator, context.catalog, inText, whereabouts, document.path),
    isPartial: evaluator.isSpent || program.lowering.isCut(),
  });
  const { readSibling } = context;
  const siblings = new Siblings(document.path, program, {
    readText: async (path) => (await readSibling?.(path)) ?? null,
    programOf: async (text, isJson) => {
      const language = isJson ? 'typescript' : source.language;
      const sibling = await parsed({ ...source, text, language }, context);
      return 'refused' in sibling ? null : sibling;
    },
  });
  let result = read(siblings.evaluator);
  while (readSibling !== undefined && (await siblings.follow())) result = read(siblings.evaluator);
  return result;
}
