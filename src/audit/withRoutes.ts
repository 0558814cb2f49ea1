// The second, deeper look at a document: how its requests are made, and what that tells of its references.
import type { TextDocument } from '../detect/types.ts';
import { nameTest } from '../routes/config/names.ts';
import { type DocumentRoutes, NO_ROUTES, type RouteReader } from '../routes/reader.ts';
import type { Route } from '../routes/types.ts';
import { type AuditOptions, auditReading, dated } from './engine.ts';
import type { ProjectFinder } from './project.ts';
import type { DatedReference, DocumentAudit } from './types.ts';

/** Audits a document whose references were found before, with the routes that a reader finds in it. */
export async function auditWithRoutes(
  document: TextDocument,
  references: readonly DatedReference[],
  reader: RouteReader,
  options: AuditOptions,
  projectOf: ProjectFinder,
): Promise<DocumentAudit> {
  const { routes, config, notes, pollingLoops, retriedSubmits } = await readOrNothing(
    document,
    references,
    reader,
  );
  const project = routes.length === 0 ? undefined : await projectOf(document);
  const refined = references.map((reference) => dated(refine(reference, routes, options), options));
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
  return auditReading(document, reading, options);
}

/** A reader that stumbles over a text costs the routes, never the references. */
async function readOrNothing(
  document: TextDocument,
  references: readonly DatedReference[],
  reader: RouteReader,
): Promise<DocumentRoutes> {
  try {
    return await reader.read(document, references);
  } catch {
    return NO_ROUTES;
  }
}

/**
 * A reference learns its surface from the requests that send it, where they agree. What the reference itself says (a
 * prefix, a URL) stays; that an ID only ever lived on one surface is weaker than the client it is sent with.
 */
function refine(
  reference: DatedReference,
  routes: readonly Route[],
  { catalog }: AuditOptions,
): DatedReference {
  const sentBy = routes.filter(
    (route) => route.reference?.start === reference.start && route.surface !== 'unknown',
  );
  const [first] = sentBy;
  if (first === undefined || sentBy.some((route) => route.surface !== first.surface)) return reference;
  const onlyServedThere = /was only ever served there$/.test(reference.surfaceEvidence ?? '');
  const isWeaker = onlyServedThere && catalog.surface(first.surface)?.kind === 'google';
  if (reference.surface !== 'unknown' && !isWeaker) return reference;
  if (reference.surface === first.surface) return reference;
  return { ...reference, surface: first.surface, surfaceEvidence: first.surfaceEvidence };
}
