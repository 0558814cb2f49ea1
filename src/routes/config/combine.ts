// Joins what several formats, or several parts of one, say of a file.
import { grouped } from '../../catalog/grouped.ts';
import type { ConfigReading, ConfigRoute, FormatReading } from './types.ts';

/** Everything that several readings say, in their order. */
export function joinReadings(readings: readonly FormatReading[]): Required<FormatReading> {
  return {
    routes: readings.flatMap(({ routes }) => routes),
    others: readings.flatMap(({ others }) => others ?? []),
    fallbacks: readings.flatMap(({ fallbacks }) => fallbacks ?? []),
    aliases: readings.flatMap(({ aliases }) => aliases ?? []),
    names: readings.flatMap(({ names }) => names ?? []),
    open: readings.some(({ open }) => open === true),
    notes: readings.flatMap(({ notes }) => notes ?? []),
  };
}

/** Joins what the formats say; a route that two of them see counts once. */
export function combine(format: string, readings: readonly FormatReading[]): ConfigReading {
  const all = joinReadings(readings);
  const routes = new Map<string, ConfigRoute>();
  for (const route of all.routes) {
    const key = `${route.start} ${route.reference?.start} ${route.name}`;
    if (!routes.has(key)) routes.set(key, route);
  }
  const sorted = [...routes.values()].toSorted((a, b) => a.start - b.start || a.entry.start - b.entry.start);
  return { format, ...all, routes: sorted.map(joiner(all.fallbacks, all.aliases)) };
}

/** Gives each route the aliases and fallbacks that name it. */
function joiner(
  fallbacks: ConfigReading['fallbacks'],
  aliases: ConfigReading['aliases'],
): (route: ConfigRoute) => ConfigRoute {
  const shared = grouped(aliases, ({ of }) => of);
  const leaving = grouped(fallbacks, ({ from }) => from.name);
  const known = new Map<string | null, Pick<ConfigRoute, 'aliases' | 'fallbacks'>>();
  const joinedOf = (route: ConfigRoute): Pick<ConfigRoute, 'aliases' | 'fallbacks'> => {
    const own = route.name === null ? [] : (shared.get(route.name) ?? []).map(({ alias }) => alias);
    const all = [...route.aliases, ...own];
    const byAlias = all.flatMap(({ name }) => leaving.get(name) ?? []);
    const byName = route.name === null ? [] : (leaving.get(route.name) ?? []).filter(({ local }) => !local);
    return { aliases: all, fallbacks: [...new Set([...byAlias, ...byName])] };
  };
  return (route) => {
    if (route.aliases.length > 0) return { ...route, ...joinedOf(route) };
    // Deployments of one name share what the name has, however many there are of both.
    const joined = known.get(route.name) ?? joinedOf(route);
    known.set(route.name, joined);
    return { ...route, ...joined };
  };
}
