// fallback-undeclared: a fallback names a route that nobody declares.
import { closest, distance } from 'fastest-levenshtein';
import { scalarEdit } from '../../routes/config/edit.ts';
import type { FallbackEdge } from '../../routes/graph.ts';
import type { GraphContext, GraphRule } from '../graphRules.ts';
import type { Fix } from '../types.ts';
import { distinct } from './fallbackSides.ts';

/** How many names are compared; in a longer list a likely one is not worth the search. */
const NAMES_LIMIT = 500;
/** How many letters may differ for a name to be offered as the one that was meant. */
const SLIP = 2;

export const fallbackUndeclared: GraphRule = {
  meta: {
    id: 'fallback-undeclared',
    severity: 'error',
    summary: 'A route falls back to a name that no configuration declares.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const edge of distinct(context.graph.edges)) {
      if (edge.declared || edge.from.length === 0) continue;
      const { from, to } = edge.fallback;
      const meant = nearest(context, edge);
      yield {
        file: edge.file,
        start: to.start,
        end: to.end,
        message: `${from.name} falls back to ${to.name}, which no configuration declares: the fallback fails as well.${meant === null ? '' : ` Is ${meant} meant?`}`,
        fix: meant === null ? null : fixTo(context, edge, meant),
      };
    }
  },
};

function nearest({ graph }: GraphContext, { file, fallback }: FallbackEdge): string | null {
  const here = graph.deployments.filter((deployment) => deployment.file === file);
  const names = new Set(
    here.flatMap(({ route }) => [route.name ?? '', ...route.aliases.map(({ name }) => name)]),
  );
  names.delete(fallback.from.name);
  names.delete('');
  if (names.size === 0 || names.size > NAMES_LIMIT) return null;
  const found = closest(fallback.to.name, [...names]);
  return distance(found, fallback.to.name) <= SLIP ? found : null;
}

function fixTo(context: GraphContext, { file, fallback }: FallbackEdge, name: string): Fix | null {
  const text = context.text?.(file);
  const edit = text === undefined ? null : scalarEdit(text, fallback.to, name);
  return edit === null ? null : { title: `Fall back to ${name}`, edits: [edit] };
}
