// The shapes of what is true: models, prices, limits and gateway spellings, each with its source.

/** A day as `YYYY-MM-DD`. Days compare correctly as strings. */
export type Day = string;

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

export type Stage = 'ga' | 'preview' | 'experimental' | 'unknown';

/** How far a statement can be trusted, best first. */
export type Confidence = 'official' | 'official-copy' | 'official-code' | 'third-party' | 'inferred';

/** Who says so and when it was last looked at. `sources` are keys of `CatalogData.sources`. */
export interface Provenance {
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly checkedOn: Day;
}

export interface Source {
  readonly title: string;
  readonly url: string | null;
  /** When the source was written or read, as its own words put it. */
  readonly date: string;
  readonly confidence: Confidence;
  /** Why the source stays although no row cites it. */
  readonly kept?: string | undefined;
}

/**
 * An announcement or release day. `on` is a known day, `between` is known by its bounds only,
 * `inferred` is derived from other facts, `unknown` was found nowhere.
 */
export type EventDay =
  | { readonly kind: 'on' | 'inferred'; readonly day: Day }
  | { readonly kind: 'between'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'unknown' };

/**
 * A shutdown date with its kind. `fixed`: answers no more from this day on. `notBefore`: the earliest
 * day Google may retire it; never evidence that it is shut down. `none`: no date is published.
 */
export type Shutdown =
  | { readonly kind: 'fixed'; readonly day: Day }
  | { readonly kind: 'notBefore'; readonly day: Day }
  | { readonly kind: 'none' };

/** What to use instead. `sameApi` false means a string change is not enough: another API must be called. */
export interface Replacement {
  readonly model: string;
  readonly sameApi: boolean;
  /** What changes with it, one sentence a user can act on (empty when nothing but the ID changes). */
  readonly change: string;
}

/** What somebody saw a surface do with an ID on a day, as opposed to what a page publishes. */
export interface Sighting {
  readonly day: Day;
  readonly saw: 'gone' | 'answering';
  /** Who saw what, as a clause. */
  readonly what: string;
  readonly source: string;
}

/** One model ID on one surface. Retired IDs stay forever. */
export interface ModelOnSurface extends Provenance {
  readonly stage: Stage;
  readonly released: EventDay;
  readonly announced: EventDay;
  /** The published date. That it has passed is no proof that the surface refuses the ID: `seen` holds what is. */
  readonly shutdown: Shutdown;
  readonly seen?: readonly Sighting[] | undefined;
  /** The replacement that Google named, as a fact; it may itself be dead. Use `livingReplacement`. */
  readonly replacement: Replacement | null;
  readonly note: string;
}

export interface Model {
  readonly id: string;
  /** `veo-2.0`, `veo-3.0`, `veo-3.1`, `gemini-omni`, … */
  readonly family: string;
  readonly tier: 'standard' | 'fast' | 'lite';
  readonly surfaces: Readonly<Record<SurfaceId, ModelOnSurface>>;
}

export interface Surface {
  readonly id: SurfaceId;
  readonly name: string;
  readonly kind: 'google' | 'gateway';
  /** Hosts of its API; a leading `*` stands for anything (`*-aiplatform.googleapis.com`). */
  readonly hosts: readonly string[];
  /** Prefixes before a Google ID that settle the surface, each with its closing slash (`vertex_ai/`). */
  readonly prefixes: readonly string[];
  /** Prefixes that settle the surface only where nothing stands before them (`models/`). */
  readonly barePrefixes: readonly string[];
  /** Packages whose import speaks for the surface (`@fal-ai`, with everything below it). */
  readonly modules?: readonly string[] | undefined;
  /** Words in the name of a client that speak for the surface (`kie` in `kieClient`), in lower case. */
  readonly clients?: readonly string[] | undefined;
  /** Words of its command line behind which a model stands: of those that send a request, and of those that only name it. */
  readonly commands?: { readonly send: readonly string[]; readonly name: readonly string[] } | undefined;
  readonly note: string;
}

/** What a price is per. Only `second` can be multiplied by a duration. */
export type PriceUnit = 'second' | 'request' | 'video' | 'unclear';

/** One price row. `model` is a canonical ID, or a gateway spelling where the gateway sets the price. */
export interface PriceRow extends Provenance {
  readonly model: string;
  readonly surface: SurfaceId;
  readonly resolution: '360p' | '480p' | '720p' | '1080p' | '4k' | 'any';
  /** true and false: the price with and without audio; null: the source does not say. */
  readonly audio: boolean | null;
  readonly usd: number;
  readonly unit: PriceUnit;
  /** First and last day on which the price holds; null is open. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly note: string;
}

/** A parameter limit, default or rate limit of some models on a surface. */
export interface Constraint extends Provenance {
  readonly surface: SurfaceId;
  /** Exact IDs the row speaks of. */
  readonly models: readonly string[];
  /** For example `durationSeconds.allowed`, `resolution.default`, `requestsPerMinute`. */
  readonly key: string;
  readonly value: unknown;
  readonly note: string;
}

/** A gateway's spelling. `resolvesTo` is null where the upstream is not documented with a date. */
export interface Alias extends Provenance {
  readonly spelling: string;
  readonly surface: SurfaceId;
  /** The canonical ID it stands for, null when unknown. */
  readonly resolvesTo: string | null;
  /** The family it claims to be (`veo-3.1`), null when even that is unknown. */
  readonly family: string | null;
  /** `documented`: the gateway says so, with a date; `assumed`: third parties say so; `unknown`. */
  readonly certainty: 'documented' | 'assumed' | 'unknown';
  readonly note: string;
}

/**
 * What looks like an ID but is none that a server takes: an invented name, a menu entry that a tool
 * translates, a tool's node, or fields that stand for a model together. A `*` at the end stands for anything.
 */
export interface Lookalike extends Provenance {
  readonly spelling: string;
  readonly kind: 'invented' | 'menu-label' | 'node' | 'structured';
  readonly surface: SurfaceId;
  /** The canonical ID that the tool sends instead, null when there is none. */
  readonly resolvesTo: string | null;
  readonly note: string;
}

/** Google models that the catalog leaves out, by the start of their IDs, with one sentence to say so. */
export interface NotCovered extends Provenance {
  readonly prefix: string;
  readonly name: string;
  readonly says: string;
}

/** Two sources that disagree, kept as they are with what the catalog does about it. */
export interface Conflict {
  readonly question: string;
  readonly readings: readonly { readonly says: string; readonly sources: readonly string[] }[];
  readonly handling: string;
}

/** What the list of a gateway said of a name when the workspace asked for it. */
export interface Listing {
  /** The name that callers send. */
  readonly name: string;
  readonly surface: SurfaceId;
  readonly host: string;
  readonly day: Day;
  readonly listed: boolean;
}

export interface CatalogData {
  readonly version: string;
  readonly checkedOn: Day;
  readonly sources: Readonly<Record<string, Source>>;
  readonly surfaces: readonly Surface[];
  readonly models: readonly Model[];
  readonly prices: readonly PriceRow[];
  readonly constraints: readonly Constraint[];
  readonly aliases: readonly Alias[];
  readonly lookalikes: readonly Lookalike[];
  readonly notCovered: readonly NotCovered[];
  readonly conflicts: readonly Conflict[];
  readonly doubts: readonly string[];
  /** The answers of gateways to the workspace's own probes; a release has none. */
  readonly listings?: readonly Listing[];
}
