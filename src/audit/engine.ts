// Audits one document: its references with their status, and what the rules say of them.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import { detectReferences } from '../detect/detect.ts';
import { type PlaceClaim, PRODUCTION, placesOf } from '../detect/place/place.ts';
import type { Reference, TextDocument } from '../detect/types.ts';
import type { ConfigReading } from '../routes/config/types.ts';
import { CONTRACT_METAS } from './contractRules.ts';
import { GRAPH_RULES } from './graphRules.ts';
import { RULES } from './rules/index.ts';
import type { RouteRuleContext } from './rules/routeRule.ts';
import {
  foldedBySaying,
  milder,
  type RuleSeverities,
  type SeveritiesByPlace,
  severityAt,
} from './severity.ts';
import {
  EXPIRED_SUPPRESSION,
  INVALID_SUPPRESSION,
  isExpired,
  readSuppressions,
  type Suppression,
  suppressionOf,
} from './suppressions.ts';
import type { DatedReference, DocumentAudit, Finding, RuleFinding, RuleMeta, Severity } from './types.ts';

/** Every rule that can report, for documentation, settings and suppressions. */
export const RULE_METAS: readonly RuleMeta[] = [
  ...RULES.map((rule) => rule.meta),
  ...GRAPH_RULES.map((rule) => rule.meta),
  ...CONTRACT_METAS,
  EXPIRED_SUPPRESSION,
  INVALID_SUPPRESSION,
];

const RULE_IDS: ReadonlySet<string> = new Set(RULE_METAS.map((meta) => meta.id));

export interface AuditOptions {
  readonly catalog: Catalog;
  /** The day that the answers are for. */
  readonly asOf: Day;
  readonly severities?: RuleSeverities | undefined;
  /** What the team decided for files that are no production code. */
  readonly places?: SeveritiesByPlace | undefined;
}

/** Audits a document by its IDs alone. Deterministic: the same text, catalog, day and options give the same answer. */
export function auditDocument(document: TextDocument, options: AuditOptions): DocumentAudit {
  return auditReading(document, { references: datedReferences(document, options), routes: [] }, options);
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
  extends Pick<RouteRuleContext, 'references' | 'routes' | 'project' | 'pollingLoops' | 'retriedSubmits'> {
  readonly config?: ConfigReading | null;
  readonly notes?: readonly string[];
  /** References that only name a route: what they are called like says nothing of what they send. */
  readonly names?: ReadonlySet<DatedReference>;
}

/** What the rules say of what was read. */
export function auditReading(document: TextDocument, reading: Reading, options: AuditOptions): DocumentAudit {
  const { references, routes, config = null, notes = [], names } = reading;
  const suppressions = readSuppressions(document, RULE_IDS);
  if (references.length === 0 && routes.length === 0 && suppressions.length === 0) {
    return { document, config, notes, references, routes, findings: [] };
  }
  const judged = names === undefined ? references : references.filter((reference) => !names.has(reference));
  const context: RouteRuleContext = {
    ...reading,
    references: judged,
    document,
    catalog: options.catalog,
    asOf: options.asOf,
  };
  const reported = [...ruleFindings(context), ...suppressionFindings(suppressions, options.asOf)];
  return {
    document,
    config,
    notes,
    references,
    routes,
    findings: settle(reported, suppressions, options, placesOf(document)),
  };
}

/**
 * Adds findings that were made elsewhere (between documents) to an audit, under the same severities and suppressions.
 * What a team agreed on about a route holds wherever the file lies: `anywhere` findings keep their severity.
 */
export function withFindings(
  audit: DocumentAudit,
  reported: readonly Reported[],
  options: AuditOptions,
  reach: 'by place' | 'anywhere' = 'by place',
): DocumentAudit {
  if (reported.length === 0) return audit;
  const suppressions = readSuppressions(audit.document, RULE_IDS);
  const places = reach === 'anywhere' ? () => PRODUCTION : placesOf(audit.document);
  const findings = [...audit.findings, ...settle(reported, suppressions, options, places)];
  return { ...audit, findings: findings.sort(byPosition) };
}

/** A finding as its rule reports it. */
export interface Reported {
  readonly meta: RuleMeta;
  readonly found: RuleFinding;
}

/** Gives findings their severity and what suppresses them; in order of position. */
function settle(
  reported: readonly Reported[],
  suppressions: readonly Suppression[],
  options: AuditOptions,
  places: (offset: number) => PlaceClaim,
): readonly Finding[] {
  const findings = reported
    .flatMap(({ meta, found }) => complete(meta, found, options, places(found.start)))
    .map((finding) => ({
      ...finding,
      suppressed: suppressed(suppressionOf(suppressions, finding.rule, finding.start, options.asOf)),
    }))
    .sort(byPosition);
  return foldedBySaying(findings);
}

const byPosition = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

function* ruleFindings(context: RouteRuleContext): Generator<Reported> {
  for (const rule of RULES) for (const found of rule.check(context)) yield { meta: rule.meta, found };
}

function* suppressionFindings(suppressions: readonly Suppression[], asOf: Day): Generator<Reported> {
  for (const suppression of suppressions) {
    const { start, end } = suppression;
    if (suppression.fault !== null) {
      yield { meta: INVALID_SUPPRESSION, found: { start, end, message: suppression.fault, fix: null } };
    } else if (isExpired(suppression, asOf)) {
      const message = `This suppression ended on ${suppression.until}: mend what it hides, or give it a new day. Its reason was: ${suppression.reason}`;
      yield { meta: EXPIRED_SUPPRESSION, found: { start, end, message, fix: null } };
    }
  }
}

/** Settles the severity; a rule that is switched off reports nothing. */
function complete(
  { id, severity: usual, deprecates, oncePerRun = false, anywhere = false }: RuleMeta,
  found: RuleFinding,
  { severities = {}, places }: AuditOptions,
  { place }: PlaceClaim,
): readonly Finding[] {
  const decided = severities[id];
  if (decided === 'off') return [];
  const full = withDecision(found.severity ?? usual, usual, decided);
  const severity = anywhere ? full : severityAt(place, id, full, places);
  if (severity === 'off') return [];
  return [{ ...found, rule: id, severity, oncePerRun, deprecates, place, suppressed: false }];
}

/** What a team decides replaces a rule's severity; a finding that is milder than its rule stays as mild. */
function withDecision(found: Severity, usual: Severity, decided: Severity | undefined): Severity {
  if (decided === undefined) return found;
  return found !== usual && found === milder(found, usual) ? milder(found, decided) : decided;
}

const suppressed = (by: Suppression | null): Finding['suppressed'] =>
  by === null ? false : { reason: by.reason, until: by.until };

/** Of the findings that say the same in every document, keeps the first. Audits come in the order of their files. */
export function keepOncePerRun(audits: readonly DocumentAudit[]): readonly DocumentAudit[] {
  const seen = new Set<string>();
  return audits.map((audit) => {
    const findings = audit.findings.filter((finding) => {
      if (!finding.oncePerRun) return true;
      const first = !seen.has(finding.rule);
      seen.add(finding.rule);
      return first;
    });
    return findings.length === audit.findings.length ? audit : { ...audit, findings };
  });
}
