// duplicate-route and misleading-route-name: names that do not lead where they seem to.

import type { Catalog } from '../../catalog/catalog.ts';
import { grouped } from '../../catalog/grouped.ts';
import { statusOn } from '../../catalog/lifecycle.ts';
import type { Day, Model } from '../../catalog/types.ts';
import type { Deployment } from '../../routes/graph.ts';
import type { Place } from '../../routes/types.ts';
import type { FileFinding, Rule } from '../rule.ts';
import type { Severity } from '../types.ts';
import { listOf } from '../wording.ts';
import { modelOf } from './fallbackSides.ts';

export const duplicateRoute: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'duplicate-route',
    severity: 'warning',
    summary: 'Two routes have the same name: one is never used, or one name answers with different models.',
    fixable: false,
    deprecates: false,
  },
  *check({ graph, catalog }) {
    for (const group of sameNames(graph.deployments)) {
      yield* shadowed(group);
      yield* twice(group);
      yield* mixed(catalog, group);
    }
  },
};

/** The deployments of one file, format and name, where there are several. */
function sameNames(deployments: readonly Deployment[]): readonly (readonly Deployment[])[] {
  const named = deployments.filter(({ route }) => route.name !== null);
  const groups = grouped(named, ({ file, format, route }) => [file, format, route.name].join('\n'));
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Where the first or the last one of a name counts, the others are never used. */
function* shadowed(group: readonly Deployment[]): Generator<FileFinding> {
  const lastOfDoor = new Map(group.map((each) => [each.route.door, each]));
  const [first] = group;
  let other: Deployment | undefined;
  for (const each of group) {
    const { file, route } = each;
    const isFirstDoor = route.door === first?.route.door;
    const earlier = isFirstDoor ? other : first;
    if (!isFirstDoor) other ??= each;
    const winner =
      route.sameName === 'last'
        ? lastOfDoor.get(route.door)
        : route.sameName === 'first'
          ? earlier
          : undefined;
    if (winner === undefined || winner === each) continue;
    const which = route.sameName === 'last' ? 'a later one' : 'an earlier one';
    yield at(
      file,
      route,
      `${route.name} is set more than once: ${which} counts, so ${route.model} is never used. Rename one.`,
      'warning',
      [{ file, ...placeOf(winner.route), message: `${winner.route.model} counts` }],
    );
  }
}

/** The same deployment twice gets twice the requests, and spreads none. */
function* twice(group: readonly Deployment[]): Generator<FileFinding> {
  const known = new Map<string, Deployment>();
  for (const each of group) {
    const { file, route } = each;
    const key = `${route.model}\n${route.door}`;
    const first = known.get(key);
    known.set(key, first ?? each);
    if (route.sameName !== 'shared' || first === undefined) continue;
    yield at(
      file,
      route,
      `${route.name} lists the same deployment twice: they balance nothing. Remove one.`,
      'warning',
      [{ file, ...placeOf(first.route), message: 'the first one' }],
    );
  }
}

function* mixed(catalog: Catalog, group: readonly Deployment[]): Generator<FileFinding> {
  const shared = group.filter(({ route }) => route.sameName === 'shared');
  const [first] = shared;
  const kinds = new Set(shared.map((each) => kindOf(modelOf(catalog, each))));
  if (first === undefined || kinds.size < 2 || kinds.has(null)) return;
  const models = [...new Set(shared.map(({ route }) => route.model ?? ''))];
  const message = `${first.route.name} is balanced between ${listOf(models)}, so quality and price change from call to call.`;
  yield at(first.file, first.route.namePlace ?? first.route, message, 'info', []);
}

const kindOf = (model: Model | undefined): string | null =>
  model === undefined ? null : `${model.family} ${model.tier}`;

export const misleadingRouteName: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'misleading-route-name',
    severity: 'warning',
    summary: 'A route is called like one model and serves another one.',
    fixable: false,
    deprecates: false,
  },
  *check({ graph, catalog, asOf }) {
    for (const deployment of graph.deployments) {
      const { file, route } = deployment;
      const served = modelOf(catalog, deployment);
      if (served === undefined) continue;
      const own =
        route.name === null || route.namePlace === null
          ? []
          : [{ name: route.name, ...placeOf(route.namePlace) }];
      for (const { name, ...place } of [...own, ...route.aliases]) {
        const said = lie(catalog, name, served, asOf);
        if (said !== null) yield at(file, place, said.message, said.severity, []);
      }
    }
  },
};

interface Lie {
  readonly message: string;
  readonly severity: Severity;
}

/** What is wrong with a name for what it serves; null where nothing is, or where the name promises nothing. */
function lie(catalog: Catalog, name: string, served: Model, asOf: Day): Lie | null {
  const id = name.slice(name.lastIndexOf('/') + 1);
  const named = catalog.model(id);
  if (named !== undefined) {
    if (named.id === served.id) return null;
    const ended = statusOn(catalog, named.id, 'unknown', asOf) === 'shut-down';
    return ended
      ? {
          message: `The name ${name} is that of a model that was shut down, but the route serves ${served.id}. Rename it.`,
          severity: 'info',
        }
      : {
          message: `The name ${name} is that of another model than ${served.id}, which the route serves. Rename it.`,
          severity: 'warning',
        };
  }
  const claim = claimOf(name);
  if (claim === null) return null;
  const [, major, minor] = /^veo-(\d)\.(\d)$/.exec(served.family) ?? [];
  if (major === undefined) return null;
  const wrongVersion =
    (claim.major !== null && claim.major !== major) || (claim.minor !== null && claim.minor !== minor);
  if (wrongVersion || (claim.tier !== null && claim.tier !== served.tier)) {
    return {
      message: `The name ${name} promises ${claim.text}, but the route serves ${served.id}. Rename it.`,
      severity: 'warning',
    };
  }
  return null;
}

interface Claim {
  readonly major: string | null;
  readonly minor: string | null;
  readonly tier: Model['tier'] | null;
  readonly text: string;
}

/** Names that speak of a relation between models say nothing of the one they serve. */
const RELATION =
  /(?:^|[^a-z])(?:fallback|backup|secondary|for|to|or|vs|compat|legacy|old|instead|replacement|successor|migrat\w*|from)(?:$|[^a-z])/i;

/** The version and the tier that a name promises. */
function claimOf(name: string): Claim | null {
  const found = /(?:^|[^a-z])veo[-_. ]?(\d)?(?:[-_.]([01])(?![\da-z]))?/i.exec(name);
  if (found === null || RELATION.test(name)) return null;
  const rest = name.slice(found.index + found[0].length).toLowerCase();
  const word = /(?:^|[^a-z])(fast|lite|standard|quality|pro)(?:$|[^a-z])/.exec(rest)?.[1];
  const tier = word === undefined ? null : word === 'fast' || word === 'lite' ? word : 'standard';
  const [, major = null, minor = null] = found;
  if (major !== null && !/[23]/.test(major)) return null;
  const version = major === null ? 'Veo' : `Veo ${major}${minor === null ? '' : `.${minor}`}`;
  return { major, minor, tier, text: word === undefined ? version : `${version} ${word}` };
}

const placeOf = ({ start, end }: Place): Place => ({ start, end });

const at = (
  file: string,
  place: Place,
  message: string,
  severity: Severity,
  related: NonNullable<FileFinding['related']>,
): FileFinding => ({ file, ...placeOf(place), message, fix: null, severity, related });
