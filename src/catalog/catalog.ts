// The catalog with its indexes: how every other part asks what is true.
import { grouped } from './grouped.ts';
import type { Alias, CatalogData, Constraint, Model, PriceRow, Source, Surface, SurfaceId } from './types.ts';

/** A gateway whose API host stands somewhere in a text. */
export interface NamedGateway {
  readonly surface: SurfaceId;
  readonly host: string;
}

/** The facts and the ways to look them up. Immutable: a composition root builds it once and hands it on. */
export interface Catalog extends Omit<CatalogData, 'aliases'> {
  /** The facts as they are stored. */
  readonly data: CatalogData;
  /** The model with exactly this canonical ID. */
  model(id: string): Model | undefined;
  /** The surface with this ID; `undefined` for `unknown`. */
  surface(id: SurfaceId): Surface | undefined;
  /** The gateways whose hosts a text names, each host once. Looks through the whole text: call it once a document. */
  gatewaysIn(text: string): readonly NamedGateway[];
  /** The source with this key. */
  source(key: string): Source | undefined;
  /** Every row of a spelling (prefix included), in the order of the file; `data.aliases` holds them all. */
  aliases(spelling: string): readonly Alias[];
  /** The row of a limit or default, for a canonical ID or a gateway's spelling. */
  constraint(surface: SurfaceId, model: string, key: string): Constraint | undefined;
  /** Every price row of a canonical ID or a gateway's spelling on a surface, whatever the day. */
  priceRows(model: string, surface: SurfaceId): readonly PriceRow[];
}

/** Indexes the facts. The data must be valid (see schema.ts); where two rows share a key the first one counts. */
export function createCatalog(data: CatalogData): Catalog {
  const models = firstBy(data.models, (model) => model.id);
  const surfaces = firstBy(data.surfaces, (surface) => surface.id);
  const aliases = grouped(data.aliases, (alias) => alias.spelling);
  const prices = grouped(data.prices, (price) => joinKey(price.surface, price.model));
  const constraints = firstBy(
    data.constraints.flatMap((row) => row.models.map((model) => ({ row, model }))),
    ({ row, model }) => joinKey(row.surface, model, row.key),
  );
  const hosts = new Map(
    data.surfaces.flatMap(({ id, kind, hosts: own }) =>
      kind === 'gateway' ? own.map((host) => [host, id] as const) : [],
    ),
  );
  // One search for all of them: there are far more gateways than texts that name one.
  const hostPattern = new RegExp([...hosts.keys()].map(escaped).join('|') || NEVER, 'g');
  return {
    ...data,
    data,
    gatewaysIn: (text) =>
      [...new Set(text.match(hostPattern))].flatMap((host) => {
        const surface = hosts.get(host);
        return surface === undefined ? [] : [{ surface, host }];
      }),
    model: (id) => models.get(id),
    surface: (id) => surfaces.get(id),
    source: (key) => (Object.hasOwn(data.sources, key) ? data.sources[key] : undefined),
    aliases: (spelling) => aliases.get(spelling) ?? [],
    constraint: (surface, model, key) => constraints.get(joinKey(surface, model, key))?.row,
    priceRows: (model, surface) => prices.get(joinKey(surface, model)) ?? [],
  };
}

const escaped = (host: string): string => host.replaceAll('.', '\\.');

/** Matches nothing. */
const NEVER = '(?!)';

function joinKey(...parts: readonly string[]): string {
  return parts.join('\n');
}

function firstBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  const index = new Map<string, T>();
  for (const row of rows) if (!index.has(keyOf(row))) index.set(keyOf(row), row);
  return index;
}
