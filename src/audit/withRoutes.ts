// The second, deeper look at a document: how its requests are made, and what that tells of its references.
import { grouped } from '../catalog/grouped.ts';
import { detectReferences } from '../detect/detect.ts';
import { isResourcePath } from '../detect/surface.ts';
import type { TextDocument } from '../detect/types.ts';
import { nameTest } from '../routes/config/names.ts';
import { type DocumentRoutes, NO_ROUTES, type RouteReader } from '../routes/reader.ts';
import type { Route } from '../routes/types.ts';
import { type AuditOptions, dated, readingLayer } from './engine.ts';
import type { ProjectFinder } from './project.ts';
import { headOf } from './rules/requestPlaces.ts';
import type { DatedReference, DocumentLayer, RuleFinding } from './types.ts';

/** What a document says whose references were found before, with the routes that a reader finds in it. */
export async function requestLayer(
  document: TextDocument,
  references: readonly DatedReference[],
  reader: RouteReader,
  options: AuditOptions,
  projectOf: ProjectFinder,
): Promise<DocumentLayer> {
  const read = await readOrNothing(document, references, reader);
  const { config, notes, pollingLoops, retriedSubmits, mayDiffer = false } = read;
  const all = withSent(document, references, read.routes, options);
  const routes = read.routes.map((route) => withReference(route, all));
  const project = routes.length === 0 ? undefined : await projectOf(document);
  const sending = byReference(routes);
  const refined = all.map((reference) => dated(refine(reference, sending, options), options));
  const isName = config === null ? () => false : nameTest(config);
  const names = new Set(refined.filter(isName));
  const reading = {
    references: refined,
    names,
    routes,
    config,
    notes,
    project,
    pollingLoops,
    retriedSubmits,
  };
  const layer = readingLayer(document, reading, options);
  const reported = layer.reported.map(({ meta, found }) => ({
    meta,
    found: withCalls(found, sending, document.text),
  }));
  return { ...layer, reported, mayDiffer };
}

/** The references of a document with those that only the requests which send them make references. */
function withSent(
  document: TextDocument,
  references: readonly DatedReference[],
  routes: readonly Route[],
  options: AuditOptions,
): readonly DatedReference[] {
  const sent = routes.flatMap(({ reference, places }) =>
    reference === null && places.model !== undefined ? [places.model] : [],
  );
  if (sent.length === 0) return references;
  const known = new Set(references.map(({ start }) => start));
  // With them come the places that only repeat what is sent.
  const added = detectReferences(document, options.catalog, sent).filter(({ start }) => !known.has(start));
  return [...references, ...added.map((one) => dated(one, options))].sort((a, b) => a.start - b.start);
}

/** A route whose model stands at a reference that was not known when it was read. */
function withReference(route: Route, references: readonly DatedReference[]): Route {
  const { model } = route.places;
  if (route.reference !== null || model === undefined) return route;
  const reference = references.find((one) => model.start <= one.start && one.end <= model.end);
  return reference === undefined ? route : { ...route, reference };
}

/** Routes by where the reference that they send begins. */
type RoutesByReference = ReadonlyMap<number, readonly Route[]>;

const byReference = (routes: readonly Route[]): RoutesByReference =>
  grouped(
    routes.filter(({ reference }) => reference !== null),
    ({ reference }) => reference?.start ?? 0,
  );

/** A finding at a constant also names the requests that send it. */
function withCalls(finding: RuleFinding, sending: RoutesByReference, text: string): RuleFinding {
  const calls = (sending.get(finding.start) ?? []).filter(
    (route) => route.start > finding.end || route.end < finding.start,
  );
  if (calls.length === 0) return finding;
  const places = calls.map((call) => ({ ...headOf(text, call), message: 'This request sends it.' }));
  return { ...finding, related: [...(finding.related ?? []), ...places] };
}

/** What is noted of a document that a reader stumbles over. */
export const UNREADABLE = 'Its requests could not be read: only the IDs are known.';

/** A reader that stumbles over a text costs the routes, never the references. */
async function readOrNothing(
  document: TextDocument,
  references: readonly DatedReference[],
  reader: RouteReader,
): Promise<DocumentRoutes> {
  try {
    return await reader.read(document, references);
  } catch {
    return { ...NO_ROUTES, notes: [UNREADABLE] };
  }
}

/**
 * A reference learns its surface from the requests that send it, where they agree. What the reference itself says (a
 * prefix, a URL) stays; that an ID only ever lived on one surface is weaker than the client it is sent with.
 */
function refine(
  reference: DatedReference,
  sending: RoutesByReference,
  { catalog }: AuditOptions,
): DatedReference {
  const routes = sending.get(reference.start) ?? [];
  const sent: DatedReference =
    routes.length === 0 ? reference : { ...reference, use: 'request', useEvidence: 'a request sends it' };
  const sentBy = routes.filter(({ surface }) => surface !== 'unknown');
  const [first] = sentBy;
  // Sent to nobody known, a name that Google never released is a name of theirs, and Google's paths are passed on.
  const isTheirs = reference.kind === 'unknown' || isResourcePath(reference.surfaceEvidence);
  if (first === undefined && routes.length > 0 && isTheirs)
    return { ...sent, surface: 'unknown', surfaceEvidence: null };
  if (first === undefined || sentBy.some((route) => route.surface !== first.surface)) return sent;
  const isWeaker =
    reference.surfaceEvidence?.kind === 'only-surface' && catalog.surface(first.surface)?.kind === 'google';
  if (reference.surface !== 'unknown' && !isWeaker) return sent;
  if (reference.surface === first.surface) return sent;
  return { ...sent, surface: first.surface, surfaceEvidence: first.surfaceEvidence };
}
