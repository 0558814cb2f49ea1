// fallback-undeclared: a fallback or an alias names a route that nobody declares.
import { closest, distance } from 'fastest-levenshtein';
import { scalarEdit } from '../../routes/config/edit.ts';
import type { Place } from '../../routes/types.ts';
import type { GraphContext, Rule } from '../rule.ts';
import type { Fix } from '../types.ts';
import { distinct } from './fallbackSides.ts';

/** How many names are compared; in a longer list a likely one is not worth the search. */
const NAMES_LIMIT = 500;
/** How many letters may differ for a name to be offered as the one that was meant. */
const SLIP = 2;

export const fallbackUndeclared: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'fallback-undeclared',
    severity: 'error',
    summary: 'A fallback or an alias names a route that no configuration declares.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const edge of distinct(context.graph.edges)) {
      if (edge.declared || edge.from.length === 0) continue;
      const { from, to } = edge.fallback;
      const meant = nearest(context, edge.file, to.name, from.name);
      yield {
        file: edge.file,
        start: to.start,
        end: to.end,
        message: `${from.name} falls back to ${to.name}, which no configuration declares.${meant === null ? ' Declare it, or remove the fallback.' : ` Did you mean ${meant}?`}`,
        fix: meant === null ? null : fixTo(context, edge.file, to, `Fall back to ${meant}`, meant),
      };
    }
    for (const { file, alias, of, ofPlace, declared } of context.graph.aliases) {
      if (ofPlace === undefined) continue;
      const meant = declared ? null : nearest(context, file, of, alias.name);
      // An alias of another kind of model is left alone.
      if (declared || (meant === null && !/veo/i.test(`${alias.name} ${of}`))) continue;
      yield {
        file,
        start: ofPlace.start,
        end: ofPlace.end,
        message: `${alias.name} stands for ${of}, which no configuration declares.${meant === null ? ' Declare it, or remove the alias.' : ` Did you mean ${meant}?`}`,
        fix: meant === null ? null : fixTo(context, file, ofPlace, `Let it stand for ${meant}`, meant),
      };
    }
  },
};

function nearest({ graph }: GraphContext, file: string, name: string, not: string): string | null {
  const here = graph.deployments.filter((deployment) => deployment.file === file);
  const names = new Set(
    here.flatMap(({ route }) => [route.name ?? '', ...route.aliases.map(({ name }) => name)]),
  );
  names.delete(not);
  names.delete('');
  if (names.size === 0 || names.size > NAMES_LIMIT) return null;
  const found = closest(name, [...names]);
  return distance(found, name) <= SLIP ? found : null;
}

function fixTo(context: GraphContext, file: string, at: Place, title: string, name: string): Fix | null {
  const text = context.text?.(file);
  const edit = text === undefined ? null : scalarEdit(text, at, name);
  return edit === null ? null : { title, edits: [edit] };
}
