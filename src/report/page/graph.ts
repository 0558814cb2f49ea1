// The fallbacks of the gateways' configurations as nodes and edges.

import { graphOf } from '../../audit/graphAudit.ts';
import type { NamedPlace } from '../../routes/config/types.ts';
import type { Deployment, FallbackEdge } from '../../routes/graph.ts';
import { t } from '../../words/words.ts';
import { statusOfRoute } from '../routeRows.ts';
import type { RunAudit } from '../types.ts';
import type { PlaceOf } from './places.ts';
import type { PageData, PageNode } from './types.ts';

/** Nodes are names of routes; an edge is where a request goes when a route fails. */
export function pageGraph(run: RunAudit, placeOf: PlaceOf): PageData['graph'] {
  const { edges } = graphOf(run.audits);
  const nodes = new Map<string, PageNode>();
  for (const edge of edges) {
    for (const side of ['from', 'to'] as const) {
      const node = nodeOf(edge, side, run, placeOf);
      if (!nodes.has(node.id)) nodes.set(node.id, node);
    }
  }
  return {
    nodes: [...nodes.values()],
    edges: edges.map(({ file, fallback }) => ({
      from: idOf(file, fallback.from),
      to: idOf(file, fallback.to),
      on: fallback.on.map(({ value }) => value),
      place: placeOf(file, fallback.to.start),
    })),
  };
}

const idOf = (file: string, { name }: NamedPlace): string => `${file}\n${name}`;

function nodeOf(edge: FallbackEdge, side: 'from' | 'to', run: RunAudit, placeOf: PlaceOf): PageNode {
  const { file, fallback } = edge;
  const deployments = edge[side];
  const models = deployments.map(({ route }) => route.model ?? t('not known'));
  const other = edge.others[side].map(({ model }) => model ?? t('another model'));
  const [first] = deployments;
  return {
    id: idOf(file, fallback[side]),
    label: [fallback[side].name, ...new Set([...models, ...other])].join('\n'),
    status: worstOf(deployments, run),
    place: first === undefined ? placeOf(file, fallback[side].start) : placeOf(first.file, first.route.start),
  };
}

/** Shut down where every deployment is; otherwise the state of the first one that answers. */
function worstOf(deployments: readonly Deployment[], { asOf, catalog }: RunAudit) {
  const statuses = deployments.map(({ route }) => statusOfRoute(route, asOf, catalog));
  return statuses.find((status) => status !== 'shut-down') ?? statuses[0] ?? 'unknown';
}
