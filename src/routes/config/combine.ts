// Joins what several formats say of one file.
import type { ConfigReading, ConfigRoute, FormatReading } from './types.ts';

/** Joins what the formats say; a route that two of them see counts once. */
export function combine(format: string, readings: readonly FormatReading[]): ConfigReading {
  const routes = new Map<string, ConfigRoute>();
  for (const route of readings.flatMap((reading) => reading.routes)) {
    const key = `${route.start} ${route.reference?.start} ${route.name}`;
    if (!routes.has(key)) routes.set(key, route);
  }
  const fallbacks = readings.flatMap((reading) => reading.fallbacks ?? []);
  const aliases = readings.flatMap((reading) => reading.aliases ?? []);
  const sorted = [...routes.values()].toSorted((a, b) => a.start - b.start || a.entry.start - b.entry.start);
  return {
    format,
    routes: sorted.map((route) => withNeighbours(route, fallbacks, aliases)),
    others: readings.flatMap((reading) => reading.others ?? []),
    fallbacks,
    aliases,
    names: readings.flatMap((reading) => reading.names ?? []),
    open: readings.some((reading) => reading.open === true),
    notes: readings.flatMap((reading) => reading.notes ?? []),
  };
}

/** Gives each route the aliases and fallbacks that name it. */
function withNeighbours(
  route: ConfigRoute,
  fallbacks: ConfigReading['fallbacks'],
  aliases: ConfigReading['aliases'],
): ConfigRoute {
  const shared = aliases.flatMap(({ alias, of }) => (of === route.name ? [alias] : []));
  const all = [...route.aliases, ...shared];
  const names = new Set(all.map(({ name }) => name));
  return {
    ...route,
    aliases: all,
    fallbacks: fallbacks.filter(
      ({ from, local }) => names.has(from.name) || (!local && from.name === route.name),
    ),
  };
}
