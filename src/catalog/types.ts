// The shapes of what is true: models, prices, limits and gateway spellings, each with its source, as the schema has them.
import type { Day } from './days.ts';
import type { CatalogFile } from './schema.ts';

export type { Day };

/** Where a request goes: a Google surface, a gateway, or `unknown`. Names are those of the JSON contract. */
export type SurfaceId = string;

/** The state of a model on a surface on a day (see `lifecycleOn`). */
export const STATUSES = [
  'active',
  'preview',
  'deprecated',
  'retirement-window',
  'shut-down',
  'unknown',
] as const;

export type Status = (typeof STATUSES)[number];

export type Source = CatalogFile['sources'][string];
export type Surface = CatalogFile['surfaces'][number];
export type Model = CatalogFile['models'][number];
export type ModelOnSurface = Model['surfaces'][string];
export type Provenance = Pick<ModelOnSurface, 'sources' | 'confidence' | 'checkedOn'>;
export type Confidence = Provenance['confidence'];
export type Stage = ModelOnSurface['stage'];
export type EventDay = ModelOnSurface['released'];
export type Shutdown = ModelOnSurface['shutdown'];
export type Replacement = NonNullable<ModelOnSurface['replacement']>;
export type Sighting = NonNullable<ModelOnSurface['seen']>[number];
export type PriceRow = CatalogFile['prices'][number];
export type Constraint = CatalogFile['constraints'][number];
export type Alias = CatalogFile['aliases'][number];
export type Lookalike = CatalogFile['lookalikes'][number];

/** What the list of a gateway said of a name when the workspace asked for it. */
export interface Listing {
  /** The name that callers send. */
  readonly name: string;
  readonly surface: SurfaceId;
  readonly host: string;
  readonly day: Day;
  readonly listed: boolean;
}

export interface CatalogData extends CatalogFile {
  /** The answers of gateways to the workspace's own probes; a release has none. */
  readonly listings?: readonly Listing[];
}
