// fallback-to-shut-down: the way out leads to a model that does not answer any more.
import { lifecycleOn } from '../../catalog/lifecycle.ts';
import type { Deployment } from '../../routes/graph.ts';
import { rememberedByList } from '../byList.ts';
import type { GraphContext, Rule } from '../rule.ts';
import { inSentence, listOf } from '../wording.ts';
import { canonicalOf, distinct, sideName, statusOf } from './fallbackSides.ts';

export const fallbackToShutDown: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'fallback-to-shut-down',
    severity: 'error',
    summary: 'A route falls back to a model that is shut down.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    const { graph, catalog, asOf } = context;
    const isShutDown = (deployment: Deployment): boolean =>
      statusOf(catalog, deployment, asOf) === 'shut-down';
    const shutDownOf = rememberedByList((side: readonly Deployment[]) => side.filter(isShutDown));
    for (const edge of distinct(graph.edges)) {
      const ended = shutDownOf(edge.to);
      // Where the route itself was shut down, that is said at its own ID.
      if (ended.length === 0 || (edge.from.length > 0 && shutDownOf(edge.from).length === edge.from.length))
        continue;
      const some = ended.length < edge.to.length + edge.others.to.length;
      const what = listOf([...new Set(ended.map((deployment) => shutdownWords(context, deployment)))]);
      yield {
        file: edge.file,
        start: edge.fallback.to.start,
        end: edge.fallback.to.end,
        message: `${sideName(edge, 'from')} falls back to ${sideName(edge, 'to')}, but ${what}.${some ? ' Take it out.' : ' Use another route.'}`,
        fix: null,
        severity: some ? 'warning' : 'error',
        related: ended.map(({ file, route }) => ({
          file,
          start: route.start,
          end: route.end,
          message: `${route.model} is configured here`,
        })),
      };
    }
  },
};

function shutdownWords({ catalog, asOf }: GraphContext, deployment: Deployment): string {
  const model = canonicalOf(catalog, deployment) ?? deployment.route.model ?? 'the model';
  const { surfaces } = lifecycleOn(catalog, model, deployment.route.surface, asOf);
  const ends = surfaces.flatMap(({ surface, facts }) =>
    facts.shutdown.kind === 'none' ? [] : [`on ${inSentence(catalog, surface)} on ${facts.shutdown.day}`],
  );
  return `${model} was shut down ${listOf(ends)}`;
}
