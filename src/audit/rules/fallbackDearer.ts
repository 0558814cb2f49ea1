// fallback-dearer: the same request costs more where it falls back to.
import { estimateCost, priceOf } from '../../cost/estimate.ts';
import { formatUsdRange } from '../../cost/format.ts';
import type { CostQuestion, UsdRange } from '../../cost/types.ts';
import type { Deployment } from '../../routes/graph.ts';
import type { Parameter, Resolution } from '../../routes/types.ts';
import type { GraphContext, Rule } from '../rule.ts';
import { canonicalOf, distinct, isApproved, sideName } from './fallbackSides.ts';
import { SIZES } from './unsupportedParameterFix.ts';

/** How many deployments on both sides are compared with each other. */
const PAIR_LIMIT = 400;

export const fallbackDearer: Rule<'graph'> = {
  scope: 'graph',
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
      const pairs = edge.from.length * edge.to.length;
      if (pairs > PAIR_LIMIT || edge.others.to.length > 0 || isApproved(context, edge)) continue;
      // Where a name has several deployments the price depends on the draw: it is said what holds for every one.
      const said = edge.from.flatMap((from) =>
        edge.to.map((to) => dearer(context, from, to) ?? higher(from, to)),
      );
      if (said.length === 0 || said.includes(null)) continue;
      const message = `${sideName(edge, 'from')} falls back to ${sideName(edge, 'to')}, ${[...new Set(said)].slice(0, 2).join(', or ')}. Approve it in the contract, or use a cheaper route.`;
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
  return priceOf(answer)?.usdPerRequest ?? null;
}

function higher({ route: from }: Deployment, { route: to }: Deployment): string | null {
  const rank = (value: Parameter<Resolution>): number => SIZES.indexOf(value);
  if (rank(from.resolution) < 0 || rank(to.resolution) <= rank(from.resolution)) return null;
  return `which makes ${to.resolution} instead of ${from.resolution}`;
}
