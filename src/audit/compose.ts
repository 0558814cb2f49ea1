// Puts what was found in layers (a document alone, what lies between files, contracts) together into findings.

import type { Day } from '../catalog/types.ts';
import { PRODUCTION, placesOf } from '../detect/place/place.ts';
import type { FilePlace } from '../detect/types.ts';
import { once } from '../once.ts';
import { compareTexts } from '../order.ts';
import {
  foldedBySaying,
  milder,
  type RuleSeverities,
  type SeveritiesByPlace,
  severityAt,
} from './severity.ts';
import { suppressionOf } from './suppressions.ts';
import {
  type DocumentAudit,
  type DocumentLayer,
  type Finding,
  type LayerBetween,
  type Reported,
  SEVERITIES,
  type Severity,
} from './types.ts';

/** What decides how a finding counts. */
export interface Decisions {
  readonly asOf: Day;
  readonly severities?: RuleSeverities | undefined;
  /** What the team decided for files that are no production code. */
  readonly places?: SeveritiesByPlace | undefined;
}

/**
 * The audit of one document: severities are settled, suppressions applied. Where two layers speak of the same rule at
 * the same place, the later one replaces what is milder. In order of position.
 */
export function composeAudit(
  own: DocumentLayer,
  further: readonly (readonly Reported[])[],
  decisions: Decisions,
): DocumentAudit {
  const { document, config, notes, references, routes, suppressions } = own;
  const layers = further.reduce<readonly (readonly Reported[])[]>(
    (earlier, later) => [...earlier.map((one) => withoutMilder(one, later)), later],
    [own.reported],
  );
  const places = once(() => placesOf(document));
  const findings = layers.flatMap((layer) =>
    foldedBySaying(
      layer
        .flatMap((one) => decided(one, places()(one.found.start).place, decisions))
        .map((finding) => {
          const by = suppressionOf(suppressions, finding.rule, finding.start, decisions.asOf);
          return by === null ? finding : { ...finding, suppressed: { reason: by.reason, until: by.until } };
        })
        .sort(byPosition),
    ),
  );
  return { document, config, notes, references, routes, findings: findings.sort(byPosition) };
}

/**
 * The audits of a run, given what each document says alone and the layers between them. Sorted by path; of findings
 * that say the same in every document the first one stays.
 */
export function composeRun(
  documents: readonly DocumentLayer[],
  between: readonly LayerBetween[],
  decisions: Decisions,
): readonly DocumentAudit[] {
  const known = new Set(documents.map(({ document }) => document.path));
  const added = between.flatMap(({ further }) => further.filter(({ document }) => !known.has(document.path)));
  const audits = [...documents, ...added]
    .toSorted((a, b) => compareTexts(a.document.path, b.document.path))
    .map((own) => {
      const reports = between.map(({ reported }) => reported.get(own.document.path) ?? []);
      return composeAudit(own, reports, decisions);
    });
  return keepOncePerRun(audits);
}

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

function withoutMilder(earlier: readonly Reported[], later: readonly Reported[]): readonly Reported[] {
  const worst = new Map<string, number>();
  for (const one of later) worst.set(placeOf(one), Math.min(worst.get(placeOf(one)) ?? Infinity, rank(one)));
  return earlier.filter((one) => rank(one) <= (worst.get(placeOf(one)) ?? Infinity));
}

const placeOf = ({ meta, found }: Reported): string => `${found.start}\n${meta.id}`;

/** As the rule says it: a team that changes a severity does not change what says more. */
const rank = ({ meta, found }: Reported): number => SEVERITIES.indexOf(found.severity ?? meta.severity);

/** Settles the severity; a rule that is switched off reports nothing. */
function decided(
  { meta, found, isAgreed = false }: Reported,
  placeOfFile: FilePlace,
  { severities = {}, places }: Decisions,
): readonly Finding[] {
  const { id, severity: usual, deprecates, oncePerRun = false, anywhere = false } = meta;
  const decision = severities[id];
  if (decision === 'off') return [];
  const place = isAgreed ? PRODUCTION.place : placeOfFile;
  const full = withDecision(found.severity ?? usual, usual, decision);
  const severity = anywhere ? full : severityAt(place, id, full, places);
  if (severity === 'off') return [];
  return [{ ...found, rule: id, severity, oncePerRun, deprecates, place, suppressed: false }];
}

/** What a team decides replaces a rule's severity; a finding that is milder than its rule stays as mild. */
function withDecision(found: Severity, usual: Severity, decision: Severity | undefined): Severity {
  if (decision === undefined) return found;
  return found !== usual && found === milder(found, usual) ? milder(found, decision) : decision;
}

const byPosition = (a: Finding, b: Finding): number =>
  a.start - b.start || a.end - b.end || compareTexts(a.rule, b.rule);
