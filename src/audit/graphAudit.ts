// What is wrong between documents: the routes of all configurations as one graph.
import { grouped } from '../catalog/grouped.ts';
import { type RouteGraph, routeGraph } from '../routes/graph.ts';
import type { AuditOptions } from './engine.ts';
import type { PromisesIn } from './promises.ts';
import type { Report } from './rule.ts';
import { fileReportsOf } from './runRules.ts';
import type { DocumentLayer, LayerBetween, Reported } from './types.ts';

export const NOTHING_BETWEEN: LayerBetween = { reported: new Map(), further: [] };

/** The routes of all configurations among some documents. */
export const graphOf = (documents: readonly Pick<DocumentLayer, 'document' | 'config'>[]): RouteGraph =>
  routeGraph(
    documents.flatMap(({ document, config }) =>
      config === null ? [] : [{ file: document.path, reading: config }],
    ),
  );

/** What the rules over the graph say of some documents (see `promisesOf`). */
export function graphLayer(
  documents: readonly Pick<DocumentLayer, 'document' | 'config'>[],
  { catalog, asOf }: AuditOptions,
  promisesIn?: PromisesIn,
): LayerBetween {
  if (documents.every(({ config }) => config === null)) return NOTHING_BETWEEN;
  const texts = new Map(documents.map(({ document }) => [document.path, document.text]));
  const text = (file: string): string | undefined => texts.get(file);
  const graph = graphOf(documents);
  const promises = promisesIn?.(graph) ?? (() => []);
  return { reported: byFile(fileReportsOf('graph', { graph, catalog, asOf, text, promises })), further: [] };
}

/** Reports by the file that they are about. */
export function byFile(reports: readonly Report[], isAgreed = false): LayerBetween['reported'] {
  const files = grouped(reports, ({ finding }) => finding.file);
  return new Map(
    [...files].map(([file, own]) => [file, own.map((report) => ({ ...reportedOf(report), isAgreed }))]),
  );
}

/** Places in other files are named by the message; an editor can only link to those in the same one. */
function reportedOf({ meta, finding }: Report): Reported {
  const { file, related, ...found } = finding;
  const here = related?.filter((place) => place.file === file) ?? [];
  return { meta, found: here.length === 0 ? found : { ...found, related: here } };
}
