// fallback-dearer: the same request costs more where it falls back to.
import { estimateCost } from '../../cost/estimate.ts';
import { formatUsdRange } from '../../cost/format.ts';
import type { CostQuestion, UsdRange } from '../../cost/types.ts';
import type { Deployment } from '../../routes/graph.ts';
import type { Parameter, Resolution } from '../../routes/types.ts';
import type { GraphContext, GraphRule } from '../graphRules.ts';
import { canonicalOf, distinct, sideName } from './fallbackSides.ts';

export const fallbackDearer: GraphRule = {
  meta: {
    id: 'fallback-dearer',
    severity: 'warning',
    summary: 'A route falls back to a dearer one, or to a higher resolution, without approval.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const edge of distinct(context.graph.edges)) {
      const { fallback } = edge;
      if (context.approves?.(fallback.from.name, fallback.to.name)) continue;
      const [from] = edge.from;
      // Where a name has several deployments the price depends on the draw: nothing certain can be said.
      const [to] = edge.to;
      if (from === undefined || to === undefined || edge.from.length > 1 || edge.to.length > 1) continue;
      const said = dearer(context, from, to) ?? higher(from, to);
      if (said === null) continue;
      const message = `${sideName(edge, 'from')} falls back to ${sideName(edge, 'to')}, ${said}. Approve it in the route's contract, or fall back to a route that costs no more.`;
      yield { file: edge.file, start: fallback.to.start, end: fallback.to.end, message, fix: null };
    }
  },
};

function dearer(context: GraphContext, from: Deployment, to: Deployment): string | null {
  const before = costOf(context, from, from);
  const after = costOf(context, to, from);
  if (before === null || after === null || after.min <= before.min || after.max <= before.max) return null;
  return `where the same request costs ${formatUsdRange(after)} instead of ${formatUsdRange(before)}`;
}

/** A fallback gets the caller's request; only what the target itself sets is different. */
function costOf({ catalog, asOf }: GraphContext, target: Deployment, caller: Deployment): UsdRange | null {
  const model = canonicalOf(catalog, target) ?? target.route.model;
  if (model === null) return null;
  const pick = <K extends keyof CostQuestion & keyof Deployment['route']>(key: K): Deployment['route'][K] =>
    target.route[key] ?? caller.route[key];
  const answer = estimateCost(
    {
      model,
      surface: target.route.surface,
      asOf,
      durationSeconds: pick('durationSeconds'),
      resolution: pick('resolution'),
      sampleCount: pick('sampleCount'),
      generateAudio: pick('generateAudio'),
    },
    catalog,
  );
  return answer.known ? answer.cost.usdPerRequest : (answer.flat?.usdPerRequest ?? null);
}

const ORDER: readonly Resolution[] = ['360p', '720p', '1080p', '4k'];

function higher({ route: from }: Deployment, { route: to }: Deployment): string | null {
  const rank = (value: Parameter<Resolution>): number =>
    value === null || value === 'dynamic' ? -1 : ORDER.indexOf(value);
  if (rank(from.resolution) < 0 || rank(to.resolution) <= rank(from.resolution)) return null;
  return `which makes ${to.resolution} instead of ${from.resolution}`;
}
