// What is wrong between documents: the routes of all configurations as one graph.
import { routeGraph } from '../routes/graph.ts';
import { type AuditOptions, type Reported, withFindings } from './engine.ts';
import { GRAPH_RULES, type GraphReport, graphFindings } from './graphRules.ts';
import type { PromisesIn } from './promises.ts';
import type { DocumentAudit } from './types.ts';

/** Adds what the rules over the graph say to the audits of the configurations that make it (see `promisesOf`). */
export function withGraph(
  given: readonly DocumentAudit[],
  options: AuditOptions,
  promisesIn?: PromisesIn,
): readonly DocumentAudit[] {
  const audits = given.map(withoutGraph);
  const files = audits.flatMap(({ document, config }) =>
    config === null ? [] : [{ file: document.path, reading: config }],
  );
  if (files.length === 0) return audits;
  const texts = new Map(audits.map(({ document }) => [document.path, document.text]));
  const { catalog, asOf } = options;
  const text = (file: string): string | undefined => texts.get(file);
  const graph = routeGraph(files);
  const promises = promisesIn?.(graph) ?? (() => []);
  const reports = graphFindings({ graph, catalog, asOf, text, promises });
  return audits.map((audit) => {
    const own = reports.filter(({ finding }) => finding.file === audit.document.path);
    return withFindings(audit, own.map(reportedOf), options);
  });
}

const GRAPH_IDS: ReadonlySet<string> = new Set(GRAPH_RULES.map(({ meta }) => meta.id));

/** What an earlier graph said no longer counts. */
function withoutGraph(audit: DocumentAudit): DocumentAudit {
  const findings = audit.findings.filter(({ rule }) => !GRAPH_IDS.has(rule));
  return findings.length === audit.findings.length ? audit : { ...audit, findings };
}

/** Places in other files are named by the message; an editor can only link to those in the same one. */
function reportedOf({ meta, finding }: GraphReport): Reported {
  const { file, related, ...found } = finding;
  const here = related?.filter((place) => place.file === file) ?? [];
  return { meta, found: here.length === 0 ? found : { ...found, related: here } };
}
