// What a name of a route configuration leads to: its deployments, and where its requests go when they fail.

import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import { canonicalModel } from '../contracts/match.ts';
import { markdownCode, markdownText } from '../outlets/markdown.ts';
import type { ConfigReading, NamedPlace } from '../routes/config/types.ts';
import type { Deployment, RouteGraph } from '../routes/graph.ts';
import { t } from '../words/words.ts';
import { statusWords } from './card.ts';
import { routeSummary } from './route.ts';

/** The name that stands at an offset of a configuration (UTF-16 code units); null where none does. */
export function nameAt(reading: ConfigReading, offset: number): NamedPlace | null {
  const ofRoutes = reading.routes.flatMap(({ name, namePlace, aliases }) => [
    ...(name === null || namePlace === null ? [] : [{ ...namePlace, name }]),
    ...aliases,
  ]);
  const ofFallbacks = reading.fallbacks.flatMap(({ from, to }) => [from, to]);
  const all = [...ofRoutes, ...reading.aliases.map(({ alias }) => alias), ...ofFallbacks];
  // A fallback within a list of targets names a whole entry: the shortest place is the name itself.
  const here = all.filter(
    ({ start, end, name }) => start <= offset && offset <= end && end - start <= name.length + 2,
  );
  return here.toSorted((a, b) => a.end - a.start - (b.end - b.start))[0] ?? null;
}

/** What is asked about a name. */
export interface NameQuestion {
  readonly name: string;
  readonly file: string;
  readonly graph: RouteGraph;
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** The 1-based line of an offset in a file of the graph. */
  lineOf(file: string, offset: number): number;
}

/** Markdown on a name; null where nothing is known that the name itself does not say. */
export function nameMarkdown(question: NameQuestion): string | null {
  const { name, file, graph } = question;
  const deployments = graph.named(name, file);
  const edges = graph.edges.filter((edge) => edge.file === file && edge.fallback.from.name === name);
  if (deployments.length === 0 && edges.length === 0) return null;
  const leads = deployments.map((deployment) => `- ${deploymentLine(deployment, question)}`);
  const falls = edges.map(({ fallback, to, others, declared }) => {
    const on =
      fallback.on.length === 0
        ? ''
        : ` ${t('on {0}', fallback.on.map(({ value }) => markdownCode(value)).join(', '))}`;
    const targets = to.map((deployment) => modelWords(deployment, question));
    const foreign = others.to.map(({ model }) => (model === null ? t('another model') : markdownCode(model)));
    const what =
      [...targets, ...foreign].join(` ${t('or')} `) ||
      (declared ? t('declared elsewhere') : t('not declared anywhere'));
    return `- ${markdownCode(fallback.to.name)}${on}: ${what}`;
  });
  return [
    deployments.length === 0
      ? t('**{0}** matches no Veo route in this workspace', markdownText(name))
      : t('**{0}** leads to', markdownText(name)),
    leads.join('\n'),
    ...(falls.length === 0 ? [] : [t('When it fails, requests go to'), falls.join('\n')]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function deploymentLine(deployment: Deployment, question: NameQuestion): string {
  const { route, file } = deployment;
  const { title, isOver } = routeSummary(route, question.catalog, question.asOf);
  // The summary of one that was shut down says when.
  const what = isOver && route.model !== null ? markdownCode(route.model) : modelWords(deployment, question);
  const line = t('line {0}', question.lineOf(file, route.entry.start));
  const where = file === question.file ? line : `${markdownText(file)}, ${line}`;
  return `${what}: ${title} (${where})`;
}

function modelWords({ route }: Deployment, { catalog, asOf }: NameQuestion): string {
  if (route.model === null) return t('an unknown model');
  const canonical = canonicalModel(route, catalog);
  const status = canonical === null ? null : statusOn(catalog, canonical, route.surface, asOf);
  return status === null ? markdownCode(route.model) : `${markdownCode(route.model)}, ${statusWords(status)}`;
}
