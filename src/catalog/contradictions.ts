// Rows that each read well and cannot both be true: days in the wrong order, prices and limits that exclude each other.
import { provedDay } from './lifecycle.ts';
import type { CatalogData, Constraint, Day, ModelOnSurface, PriceRow, SurfaceId } from './types.ts';

/** One sentence for each contradiction between the days, prices and limits of the catalog. */
export function contradictions(data: CatalogData): readonly string[] {
  return [
    ...data.models.flatMap((model) =>
      Object.entries(model.surfaces).flatMap(([surface, row]) => [
        ...daysOutOfOrder(row).map((what) => `${model.id} on ${surface}: ${what}`),
        ...unsaidShutdown(data, surface, row).map((what) => `${model.id} on ${surface}: ${what}`),
      ]),
    ),
    ...data.prices.flatMap((price) => [...priceOutOfTime(data, price), ...priceOfRefused(data, price)]),
    ...data.constraints.flatMap((row) => [...defaultNotAllowed(data, row), ...refusedAndAllowed(data, row)]),
    ...checkedLater(data),
  ];
}

function daysOutOfOrder({ released, announced, shutdown, seen }: ModelOnSurface): readonly string[] {
  const from = provedDay(released);
  const end = shutdown.kind === 'none' ? null : shutdown.day;
  const said = provedDay(announced);
  return [
    ...(isBefore(end, from) ? [`its shutdown ${end} is before its release ${from}`] : []),
    ...(shutdown.kind === 'fixed' && isBefore(end, said)
      ? [`its shutdown ${end} is before its announcement ${said}`]
      : []),
    ...(isBefore(said, from) ? [`its announcement ${said} is before its release ${from}`] : []),
    ...(seen ?? [])
      .filter((sighting) => isBefore(sighting.day, from))
      .map((sighting) => `it was seen on ${sighting.day}, before its release ${from}`),
  ];
}

const isBefore = (a: Day | null, b: Day | null): boolean => a !== null && b !== null && a < b;

/** A replacement that no longer answers may stay, since Google named it; but the row has to say so. */
function unsaidShutdown(data: CatalogData, surface: SurfaceId, row: ModelOnSurface): readonly string[] {
  const { replacement } = row;
  if (replacement === null) return [];
  const end = factsOf(data, replacement.model, surface)?.shutdown;
  if (end?.kind !== 'fixed' || end.day > data.checkedOn || row.note.includes(end.day)) return [];
  return [`its replacement ${replacement.model} was shut down on ${end.day}, which its note does not say`];
}

const factsOf = (data: CatalogData, model: string, surface: SurfaceId): ModelOnSurface | undefined =>
  data.models.find(({ id }) => id === model)?.surfaces[surface];

function priceOutOfTime(data: CatalogData, price: PriceRow): readonly string[] {
  const facts = factsOf(data, price.model, price.surface);
  if (facts === undefined) return [];
  const where = `price of ${price.model} on ${price.surface}`;
  const released = provedDay(facts.released);
  const { shutdown } = facts;
  return [
    ...(released !== null && (price.from === null || price.from < released)
      ? [`${where}: holds before the release on ${released}`]
      : []),
    ...(shutdown.kind === 'fixed' && (price.to === null || price.to > shutdown.day)
      ? [`${where}: holds after the shutdown on ${shutdown.day}`]
      : []),
  ];
}

function priceOfRefused(data: CatalogData, price: PriceRow): readonly string[] {
  const listed = (key: string) => listOf(limitOf(data, price.surface, price.model, key));
  const allowed = listed('resolution.allowed');
  if (allowed === null || price.resolution === 'any') return [];
  if ([...allowed, ...(listed('resolution.disputed') ?? [])].includes(price.resolution)) return [];
  return [`price of ${price.model} on ${price.surface}: ${price.resolution} is not made there`];
}

function limitOf(data: CatalogData, surface: SurfaceId, model: string, key: string): Constraint | undefined {
  return data.constraints.find(
    (row) => row.surface === surface && row.key === key && row.models.includes(model),
  );
}

const listOf = (row: Constraint | undefined): readonly unknown[] | null =>
  Array.isArray(row?.value) ? row.value : null;

function defaultNotAllowed(data: CatalogData, row: Constraint): readonly string[] {
  const [parameter, kind] = row.key.split('.');
  if (kind !== 'default') return [];
  return row.models.flatMap((model) => {
    const allowed = listOf(limitOf(data, row.surface, model, `${parameter}.allowed`));
    if (allowed === null || allowed.includes(row.value)) return [];
    return [`${row.key} of ${model} on ${row.surface}: ${String(row.value)} is not allowed there`];
  });
}

function refusedAndAllowed(data: CatalogData, row: Constraint): readonly string[] {
  if (row.value !== 'refused') return [];
  return row.models
    .filter((model) => limitOf(data, row.surface, model, `${row.key}.allowed`) !== undefined)
    .map((model) => `${row.key} of ${model} on ${row.surface}: is refused and has allowed values`);
}

function checkedLater(data: CatalogData): readonly string[] {
  const rows = [
    ...data.models.flatMap(({ id, surfaces }) =>
      Object.values(surfaces).map(({ checkedOn }) => ({ name: id, checkedOn })),
    ),
    ...data.prices.map(({ model, checkedOn }) => ({ name: `price of ${model}`, checkedOn })),
    ...data.constraints.map(({ key, checkedOn }) => ({ name: key, checkedOn })),
    ...data.aliases.map(({ spelling, checkedOn }) => ({ name: spelling, checkedOn })),
  ];
  return rows
    .filter(({ checkedOn }) => checkedOn > data.checkedOn)
    .map(({ name, checkedOn }) => `${name}: checked on ${checkedOn}, after the catalog`);
}
