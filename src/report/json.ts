// The JSON contract `veo-route-audit/1`: what scripts read. Byte-identical for the same input.

import { contractContext } from '../audit/contractAudit.ts';
import type { DocumentAudit, Finding, Fix } from '../audit/types.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { sourcesCited } from '../catalog/sources.ts';
import { costOfRoute, totalPerRequest } from '../cost/routeCost.ts';
import type { Cost, CostAnswer } from '../cost/types.ts';
import { type Position, positionCounter } from '../detect/lines.ts';
import { placesOf } from '../detect/place/place.ts';
import type { FilePlace } from '../detect/types.ts';
import { jsonText } from '../outlets/json.ts';
import type { Route } from '../routes/types.ts';
import { contractSums } from './contractSums.ts';
import { countFindings } from './counts.ts';
import { fallbackSteps } from './fallbackSteps.ts';
import { proofsOf } from './proofs.ts';
import { statusOfRoute } from './routeRows.ts';
import type { RunAudit } from './types.ts';

export const jsonReport = (run: RunAudit): string => jsonText(jsonDocument(run));

/** What a report says of the contracts of a root folder. */
export interface Agreed {
  readonly contracts: ReturnType<typeof contractSums>;
  readonly evidence: ReturnType<typeof proofsOf>;
}

/** What a run of one root folder says of its contracts. */
export function agreedOf(run: RunAudit): Agreed {
  if (run.contracts === undefined) return { contracts: [], evidence: [] };
  const context = contractContext(run.audits, run, run.contracts);
  return { contracts: contractSums(context), evidence: proofsOf(context) };
}

/** The document as data, for whoever does not need its text; `agreed` where the run is of several root folders. */
export function jsonDocument(run: RunAudit, agreed: Agreed = agreedOf(run)): object {
  const files = run.audits.map((audit) => jsonOfAudit(audit, run));
  const counts = countFindings(run);
  const references = files.flatMap((file) => file.references);
  const routes = files.flatMap((file) => file.routes);
  return {
    schema: 'veo-route-audit/1',
    asOf: run.asOf,
    catalog: { version: run.catalog.version, checkedOn: run.catalog.checkedOn },
    references,
    routes,
    findings: files.flatMap((file) => file.findings),
    contracts: agreed.contracts,
    fallbacks: fallbackSteps(run),
    evidence: agreed.evidence,
    summary: {
      files: run.files,
      bytes: run.bytes,
      references: references.length,
      routes: routes.length,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      hints: counts.hint,
      usdPerRequestTotal: totalPerRequest(files.flatMap((file) => file.costs)) ?? { min: 0, max: 0 },
    },
  };
}

function jsonOfAudit(audit: DocumentAudit, { asOf, catalog }: RunAudit) {
  const file = audit.document.path;
  const at = positionCounter(audit.document.text);
  const costs = audit.routes.map((route) => costOfRoute(route, asOf, catalog));
  const placeOf = placeOfRoute(audit);
  return {
    references: audit.references.map((reference) => ({
      file,
      ...range(at, reference),
      text: reference.text,
      model: reference.model,
      kind: reference.kind,
      role: reference.role,
      place: reference.place,
      use: reference.use,
      surface: reference.surface,
      status: reference.status,
    })),
    routes: audit.routes.map((route, index) =>
      jsonOfRoute(
        route,
        costs[index],
        { file, ...at(route.start), place: placeOf(route) },
        { asOf, catalog },
      ),
    ),
    costs,
    findings: audit.findings.map((finding) => jsonOfFinding(finding, file, at)),
  };
}

/** The place of a route: that of the reference it sends, else that of where it stands. */
function placeOfRoute({ document, references }: DocumentAudit): (route: Route) => FilePlace {
  const known = new Map(references.map(({ start, place }) => [start, place]));
  const placeAt = placesOf(document);
  return ({ reference, start }) =>
    (reference === null ? undefined : known.get(reference.start)) ?? placeAt(start).place;
}

type PositionOf = (offset: number) => Position;

function range(at: PositionOf, { start, end }: { readonly start: number; readonly end: number }) {
  const from = at(start);
  const to = at(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

function jsonOfFinding(finding: Finding, file: string, at: PositionOf) {
  return {
    rule: finding.rule,
    severity: finding.severity,
    place: finding.place,
    message: finding.message,
    file,
    ...range(at, finding),
    fix: finding.fix === null ? null : jsonOfFix(finding.fix, file, at),
    choices: (finding.choices ?? []).map((choice) => jsonOfFix(choice, file, at)),
    suppressed: finding.suppressed,
  };
}

function jsonOfRoute(
  route: Route,
  cost: CostAnswer | undefined,
  { file, line, column, place }: Position & { readonly file: string; readonly place: FilePlace },
  { asOf, catalog }: Pick<RunAudit, 'asOf' | 'catalog'>,
) {
  return {
    file,
    line,
    column,
    name: route.name,
    place,
    model: route.model,
    modelFrom: route.modelFrom,
    surface: route.surface,
    status: statusOfRoute(route, asOf, catalog),
    durationSeconds: route.durationSeconds,
    resolution: route.resolution,
    sampleCount: route.sampleCount,
    aspectRatio: route.aspectRatio,
    generateAudio: route.generateAudio,
    cost: cost?.known ? jsonOfCost(cost.cost, catalog) : null,
  };
}

/** Scripts and their readers have no catalog at hand: sources come with their titles. */
function jsonOfCost({ source, ...cost }: Cost, catalog: Catalog) {
  const { checkedOn, ...figures } = cost;
  return { ...figures, source: sourcesCited(catalog, source.split(', ')), checkedOn };
}

const jsonOfFix = (fix: Fix, file: string, at: PositionOf) => ({
  title: fix.title,
  edits: fix.edits.map((edit) => ({ file, ...range(at, edit), newText: edit.newText })),
});
