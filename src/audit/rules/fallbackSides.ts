// What the rules about fallbacks share: the two sides of a step, what each sends, and how to name them.
import type { Catalog } from '../../catalog/catalog.ts';
import { statusOn } from '../../catalog/lifecycle.ts';
import type { Day, Model, Status } from '../../catalog/types.ts';
import type { Deployment, FallbackEdge } from '../../routes/graph.ts';
import type { GraphContext } from '../rule.ts';

/** The canonical ID that a deployment sends: its own, or the one that its gateway documents for a spelling. */
export function canonicalOf(catalog: Catalog, { route }: Deployment): string | null {
  if (route.reference?.model) return route.reference.model;
  const rows = catalog.aliases(route.model ?? '').filter((row) => row.surface === route.surface);
  const known = rows.filter((row) => row.certainty === 'documented').map((row) => row.resolvesTo);
  return known.length === 1 ? (known[0] ?? null) : null;
}

export function modelOf(catalog: Catalog, deployment: Deployment): Model | undefined {
  const id = canonicalOf(catalog, deployment);
  return id === null ? undefined : catalog.model(id);
}

export function statusOf(catalog: Catalog, deployment: Deployment, asOf: Day): Status {
  const id = canonicalOf(catalog, deployment);
  return id === null ? 'unknown' : statusOn(catalog, id, deployment.route.surface, asOf);
}

/** A side of a step for people: its name, or its model where the name only counts targets. */
export function sideName(edge: FallbackEdge, side: 'from' | 'to'): string {
  const { name } = edge.fallback[side];
  const [deployment] = edge[side];
  if (!edge.fallback.local) return name;
  const model = deployment?.route.model ?? edge.others[side][0]?.model ?? name;
  const own = deployment?.route.name ?? null;
  return side === 'from' && own !== null && own !== model ? `${own} (${model})` : model;
}

/** Whether a contract approves the step. */
export const isApproved = ({ promises }: GraphContext, edge: FallbackEdge): boolean =>
  (promises?.(edge) ?? []).some(({ approved }) => approved === 'yes');

/** Steps with the same finding, once: a name with several deployments has one fallback. */
export function distinct(edges: readonly FallbackEdge[]): readonly FallbackEdge[] {
  const seen = new Set<string>();
  return edges.filter(({ file, fallback }) => {
    const key = `${file}\n${fallback.to.start}\n${fallback.from.name}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
