// What the schema cannot see: whether the rows of the catalog fit each other.
import { contradictions } from './contradictions.ts';
import type { CatalogData, PriceRow } from './types.ts';

/** Throws an Error that lists every row that does not fit the others. */
export function assertIntegrity(data: CatalogData): void {
  const errors = integrityErrors(data);
  if (errors.length > 0) throw new Error(`The catalog contradicts itself:\n${errors.join('\n')}`);
}

/** One sentence for each row that names something the catalog does not have, or collides with another row. */
export function integrityErrors(data: CatalogData): readonly string[] {
  return [
    ...unknownSources(data),
    ...unusedSources(data),
    ...unknownSurfaces(data),
    ...unknownModels(data),
    ...replacementErrors(data),
    ...doubles(
      'model',
      data.models.map((model) => model.id),
    ),
    ...doubles(
      'surface',
      data.surfaces.map((surface) => surface.id),
    ),
    ...doubles(
      'host',
      data.surfaces.flatMap((surface) => surface.hosts),
    ),
    ...doubles(
      'prefix',
      data.surfaces.flatMap((surface) => [...surface.prefixes, ...surface.barePrefixes]),
    ),
    ...doubles(
      'alias',
      data.aliases.map((alias) => `${alias.spelling} on ${alias.surface}`),
    ),
    ...doubles(
      'constraint',
      data.constraints.flatMap((row) =>
        row.models.map((model) => `${row.key} of ${model} on ${row.surface}`),
      ),
    ),
    ...aliasCycles(data),
    ...overlappingPrices(data),
    ...contradictions(data),
  ];
}

/** Every row that cites sources, with what it is called. */
export function citations(
  data: CatalogData,
): readonly { readonly where: string; readonly sources: readonly string[] }[] {
  return [
    ...data.models.flatMap((model) =>
      Object.entries(model.surfaces).map(([surface, row]) => ({
        where: `${model.id} on ${surface}`,
        sources: [...row.sources, ...(row.seen ?? []).map(({ source }) => source)],
      })),
    ),
    ...data.prices.map((row) => ({ where: `price of ${row.model} on ${row.surface}`, sources: row.sources })),
    ...data.constraints.map((row) => ({ where: `${row.key} on ${row.surface}`, sources: row.sources })),
    ...data.aliases.map((row) => ({ where: `alias ${row.spelling}`, sources: row.sources })),
    ...data.lookalikes.map((row) => ({ where: `lookalike ${row.spelling}`, sources: row.sources })),
    ...data.notCovered.map((row) => ({ where: `${row.name}, not covered`, sources: row.sources })),
    ...data.conflicts.flatMap((conflict) =>
      conflict.readings.map((reading) => ({ where: conflict.question, sources: reading.sources })),
    ),
  ];
}

function unknownSources(data: CatalogData): readonly string[] {
  return citations(data).flatMap(({ where, sources }) =>
    sources.filter((key) => !Object.hasOwn(data.sources, key)).map((key) => `${where}: no source ${key}`),
  );
}

function unusedSources(data: CatalogData): readonly string[] {
  const cited = new Set(citations(data).flatMap((citation) => citation.sources));
  return Object.entries(data.sources).flatMap(([key, source]) => {
    if (!cited.has(key) && source.kept === undefined)
      return [`source ${key}: cited nowhere and not kept knowingly`];
    if (cited.has(key) && source.kept !== undefined)
      return [`source ${key}: is cited, so it needs no \`kept\``];
    return [];
  });
}

function unknownSurfaces(data: CatalogData): readonly string[] {
  const known = new Set([...data.surfaces.map((surface) => surface.id), 'unknown']);
  const google = new Set(
    data.surfaces.filter((surface) => surface.kind === 'google').map((surface) => surface.id),
  );
  const rows = [...data.prices, ...data.constraints, ...data.aliases, ...data.lookalikes];
  return [
    ...rows.filter((row) => !known.has(row.surface)).map((row) => `no surface ${row.surface}`),
    ...data.models.flatMap((model) =>
      Object.keys(model.surfaces)
        .filter((surface) => !google.has(surface))
        .map((surface) => `${model.id}: ${surface} is no Google surface`),
    ),
  ];
}

function unknownModels(data: CatalogData): readonly string[] {
  const ids = new Set(data.models.map((model) => model.id));
  const google = new Map(data.models.map((model) => [model.id, Object.keys(model.surfaces)]));
  const isGoogle = (surface: string) =>
    data.surfaces.some((candidate) => candidate.id === surface && candidate.kind === 'google');
  return [
    ...[...data.aliases, ...data.lookalikes]
      .filter((row) => row.resolvesTo !== null && !ids.has(row.resolvesTo))
      .map((row) => `${row.spelling}: resolves to ${row.resolvesTo}, which is no model`),
    ...data.prices
      .filter((row) => isGoogle(row.surface) && !google.get(row.model)?.includes(row.surface))
      .map((row) => `price: ${row.model} is not on ${row.surface}`),
    ...data.constraints
      .filter((row) => isGoogle(row.surface))
      .flatMap((row) =>
        row.models
          .filter((model) => !google.get(model)?.includes(row.surface))
          .map((model) => `${row.key}: ${model} is not on ${row.surface}`),
      ),
  ];
}

function replacementErrors(data: CatalogData): readonly string[] {
  const models = new Map(data.models.map((model) => [model.id, model]));
  return data.models.flatMap((model) =>
    Object.entries(model.surfaces).flatMap(([surface, row]) => {
      if (row.replacement === null) return [];
      const where = `${model.id} on ${surface}`;
      if (!models.get(row.replacement.model)?.surfaces[surface])
        return [`${where}: its replacement ${row.replacement.model} is not there`];
      if (!row.replacement.sameApi && row.replacement.change === '')
        return [`${where}: another API without a word on what changes`];
      return [];
    }),
  );
}

function aliasCycles(data: CatalogData): readonly string[] {
  const next = new Map(data.aliases.map((alias) => [alias.spelling, alias.resolvesTo]));
  const ids = new Set(data.models.map((model) => model.id));
  return data.aliases.flatMap((alias) => {
    const seen = new Set([alias.spelling]);
    // A canonical ID is the end of the way, even where a gateway keeps its spelling for another model.
    for (let at = alias.resolvesTo; at !== null && !ids.has(at); at = next.get(at) ?? null) {
      if (seen.has(at)) return [`alias ${alias.spelling}: resolves in a circle`];
      seen.add(at);
    }
    return [];
  });
}

function overlappingPrices(data: CatalogData): readonly string[] {
  return data.prices.flatMap((row, index) =>
    data.prices
      .slice(index + 1)
      .filter((other) => samePrice(row, other) && overlap(row, other))
      .map(
        (other) =>
          `two prices of ${row.model} on ${row.surface}, ${row.resolution} and ${other.resolution}, on one day`,
      ),
  );
}

function samePrice(a: PriceRow, b: PriceRow): boolean {
  const resolutionMeets = a.resolution === b.resolution || a.resolution === 'any' || b.resolution === 'any';
  const audioMeets = a.audio === b.audio || a.audio === null || b.audio === null;
  return a.model === b.model && a.surface === b.surface && resolutionMeets && audioMeets;
}

function overlap(a: PriceRow, b: PriceRow): boolean {
  return (
    (a.from === null || b.to === null || a.from <= b.to) &&
    (b.from === null || a.to === null || b.from <= a.to)
  );
}

function doubles(what: string, keys: readonly string[]): readonly string[] {
  return keys
    .filter((key, index) => keys.indexOf(key) !== index)
    .map((key) => `${what} ${key}: stands twice`);
}
