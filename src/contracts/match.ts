// Which routes of a workspace a contract speaks of.

import ignore from 'ignore';
import type { Catalog } from '../catalog/catalog.ts';
import { type Group, grouped } from '../catalog/grouped.ts';
import type { ConfigRoute, OtherRoute } from '../routes/config/types.ts';
import { spanOf } from '../routes/requestsIn.ts';
import type { Route } from '../routes/types.ts';
import type { RouteContract } from './schema.ts';

/** A route with the file it stands in. */
export interface FoundRoute {
  readonly file: string;
  readonly route: Route | ConfigRoute;
  /** The format of the configuration it stands in (`litellm`, `new-api`, …); null in code, and where it was not looked at. */
  readonly format?: string | null;
  /** The ID as it is written, with a router's prefix (`team/veo-…`), where it has one. */
  readonly written?: string;
}

const PREFIX = /(?<=["'`\s=:])(?:[\w.-]+\/)+$/;
const LONGEST_PREFIX = 100;

/** A route as it stands in a file. */
export function foundIn(
  file: string,
  text: string,
  route: FoundRoute['route'],
  format: string | null,
): FoundRoute {
  const { reference } = route;
  if (reference === null) return { file, route, format };
  const before = text.slice(Math.max(0, reference.start - LONGEST_PREFIX), reference.start);
  const prefix = PREFIX.exec(before)?.[0] ?? '';
  return { file, route, format, ...(prefix === '' ? {} : { written: `${prefix}${reference.id}` }) };
}

/** The routes that a contract is for: those that all parts of its `match` fit, without one those of its name. */
export function routesOfContract(
  name: string,
  { match }: RouteContract,
  routes: readonly FoundRoute[],
): readonly FoundRoute[] {
  if (match === undefined) return routes.filter(({ route }) => namesOf(route).includes(name));
  const inFile = fileTest(match);
  return routes.filter(
    ({ file, route }) =>
      inFile(file) &&
      (match.model === undefined || modelsOf(route).includes(match.model)) &&
      (match.name === undefined || namesOf(route).includes(match.name)),
  );
}

/** The routes of several files by the request that they leave from. */
export const foundRequests = (routes: readonly FoundRoute[]): readonly Group<FoundRoute>[] => [
  ...grouped(routes, ({ file, route }) => `${file}\n${spanOf(route)}`).values(),
];

/** Every name that callers may use for a route. */
export function namesOf(route: Route | ConfigRoute): readonly string[] {
  const aliases = 'aliases' in route ? route.aliases.map(({ name }) => name) : [];
  return route.name === null ? aliases : [route.name, ...aliases];
}

/** Every way to say which model a route sends. */
export function modelsOf({ model, reference }: Route): readonly string[] {
  const names = [model, reference?.id, reference?.text, reference?.model];
  return [...new Set(names.filter((name): name is string => typeof name === 'string'))];
}

/** The words by which a contract may mean a name that answers with another model than Veo. */
export const wordsOfOther = ({ name, model }: OtherRoute): readonly string[] =>
  model === null ? [name] : [name, model, model.slice(model.lastIndexOf('/') + 1)];

/** The canonical ID that a route sends, where that is known. */
export function canonicalModel({ reference, model }: Route, catalog: Catalog): string | null {
  if (reference?.model) return reference.model;
  return model !== null && catalog.model(model) !== undefined ? model : null;
}

/** Whether a route of a file may be meant. */
export function fileTest(match: RouteContract['match']): (file: string) => boolean {
  return match?.file === undefined ? () => true : fileMatcher(match.file);
}

/** A path means itself before it means a pattern: `[id]` is a folder's name in many projects. */
function fileMatcher(pattern: string): (file: string) => boolean {
  const path = pattern.replace(/^\.?\//, '');
  const rules = ignore().add(pattern.replace(/^\.\//, '/'));
  return (file) => file === path || (ignore.isPathValid(file) && rules.ignores(file));
}
