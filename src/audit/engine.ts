// Audits one document: its references with their status, and what the rules say of them.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import { detectReferences } from '../detect/detect.ts';
import type { Reference, TextDocument } from '../detect/types.ts';
import type { ConfigReading } from '../routes/config/types.ts';
import { composeAudit, type Decisions } from './compose.ts';
import type { DocumentContext } from './rule.ts';
import { RULES } from './rules/index.ts';
import { reportsOf } from './runRules.ts';
import {
  EXPIRED_SUPPRESSION,
  INVALID_SUPPRESSION,
  isExpired,
  readSuppressions,
  suppressionOf,
  UNUSED_SUPPRESSION,
} from './suppressions.ts';
import type {
  DatedReference,
  DocumentAudit,
  DocumentLayer,
  Reported,
  RuleMeta,
  Suppression,
} from './types.ts';

/** Every rule that can report, for documentation, settings and suppressions. */
export const RULE_METAS: readonly RuleMeta[] = [
  ...new Set(RULES.map(({ meta }) => meta)),
  EXPIRED_SUPPRESSION,
  INVALID_SUPPRESSION,
  UNUSED_SUPPRESSION,
];

const RULE_IDS: ReadonlySet<string> = new Set(RULE_METAS.map((meta) => meta.id));

/** Rules that look at one document alone: whether they have something to say is known once it is read. */
const DOCUMENT_RULES: ReadonlySet<string> = new Set(
  RULES.filter(
    ({ meta, scope }) =>
      scope === 'document' && !RULES.some((other) => other.meta.id === meta.id && other.scope !== scope),
  ).map(({ meta }) => meta.id),
);

export interface AuditOptions extends Decisions {
  readonly catalog: Catalog;
}

/** Audits a document by its IDs alone. Deterministic: the same text, catalog, day and options give the same answer. */
export function auditDocument(document: TextDocument, options: AuditOptions): DocumentAudit {
  return composeAudit(idLayer(document, datedReferences(document, options), options), [], options);
}

/** The references of a document with their status on the day. */
export function datedReferences(document: TextDocument, options: AuditOptions): readonly DatedReference[] {
  return detectReferences(document, options.catalog).map((reference) => dated(reference, options));
}

/** A reference with its status on the day. */
export function dated(reference: Reference, { catalog, asOf }: AuditOptions): DatedReference {
  const { model, surface } = reference;
  return { ...reference, status: model === null ? 'unknown' : statusOn(catalog, model, surface, asOf) };
}

/** What was read of a document before the rules look at it. */
export interface Reading
  extends Pick<DocumentContext, 'references' | 'routes' | 'project' | 'pollingLoops' | 'retriedSubmits'> {
  readonly config?: ConfigReading | null;
  readonly notes?: readonly string[];
  /** References that only name a route: what they are called like says nothing of what they send. */
  readonly names?: ReadonlySet<DatedReference>;
}

/** What a document says by its IDs alone. */
export function idLayer(
  document: TextDocument,
  references: readonly DatedReference[],
  options: AuditOptions,
): DocumentLayer {
  return readingLayer(document, { references, routes: [] }, options);
}

/** What the rules say of what was read. */
export function readingLayer(
  document: TextDocument,
  reading: Reading,
  { catalog, asOf }: AuditOptions,
): DocumentLayer {
  const { references, routes, config = null, notes = [], names } = reading;
  const spoken = spokenLayer(document, asOf);
  const layer = { ...spoken, config, notes, references, routes };
  if (references.length === 0 && routes.length === 0 && spoken.suppressions.length === 0) return layer;
  const audited = names === undefined ? references : references.filter((reference) => !names.has(reference));
  const context: DocumentContext = { ...reading, references: audited, document, catalog, asOf };
  const found = reportsOf('document', context).map(({ meta, finding }) => ({ meta, found: finding }));
  const unused = notes.length > 0 ? [] : unusedSuppressions(spoken.suppressions, found, asOf);
  return { ...layer, reported: [...found, ...spoken.reported, ...unused] };
}

/**
 * What a document says when it is not audited as code: its suppressions, and what is wrong with them. Other layers may
 * speak of it.
 */
export function spokenLayer(document: TextDocument, asOf: Day): DocumentLayer {
  const suppressions = readSuppressions(document, RULE_IDS);
  const reported = [...suppressionFindings(suppressions, asOf)];
  return { document, config: null, notes: [], references: [], routes: [], suppressions, reported };
}

function* suppressionFindings(suppressions: readonly Suppression[], asOf: Day): Generator<Reported> {
  for (const suppression of suppressions) {
    const { start, end } = suppression;
    if (suppression.fault !== null) {
      yield { meta: INVALID_SUPPRESSION, found: { start, end, message: suppression.fault, fix: null } };
    } else if (isExpired(suppression, asOf)) {
      const message = `This suppression ended on ${suppression.until}. Fix what it hides, or set a new day (its reason: ${suppression.reason}).`;
      yield { meta: EXPIRED_SUPPRESSION, found: { start, end, message, fix: null } };
    }
  }
}

/** The suppressions that silence nothing of what was found. Rules that look further than the document may still speak. */
function unusedSuppressions(
  suppressions: readonly Suppression[],
  found: readonly Reported[],
  asOf: Day,
): readonly Reported[] {
  return suppressions.flatMap((one): readonly Reported[] => {
    const { fault, rules, start, end } = one;
    if (fault !== null || isExpired(one, asOf) || !rules.every((rule) => DOCUMENT_RULES.has(rule))) return [];
    const silences = found.some(
      (other) => suppressionOf([one], other.meta.id, other.found.start, asOf) !== null,
    );
    if (silences) return [];
    const message = `This suppression silences nothing: ${rules.join(', ')} says nothing here. Remove it.`;
    return [{ meta: UNUSED_SUPPRESSION, found: { start, end, message, fix: null } }];
  });
}
