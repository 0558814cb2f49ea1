// What the readers of route configurations give: routes with what surrounds them, as the file says it.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Reference, TextDocument } from '../../detect/types.ts';
import type { Place, Route } from '../types.ts';
import type { Node, Scalar } from './tree.ts';

/** A value and where it stands. */
export interface Stated<T> extends Place {
  readonly value: T;
}

/** A name and where it stands. */
export interface NamedPlace extends Place {
  readonly name: string;
}

/**
 * When a fallback or a retry happens: an HTTP status (`429`), `any` error, `refusal` (the content was refused),
 * `timeout`, `error` (the connection failed), or a gateway's own word.
 */
export type Trigger = string;

/** What a configuration says about trying again. Null is what it does not say. */
export interface RetryStatement extends Place {
  readonly on: readonly Stated<Trigger>[];
  /** Further attempts after the first one. */
  readonly attempts: Stated<number> | null;
  readonly backoff: Stated<'constant' | 'linear' | 'exponential'> | null;
  /** Seconds before the first and the longest wait. */
  readonly firstWaitSeconds: Stated<number> | null;
  readonly longestWaitSeconds: Stated<number> | null;
}

/** A price that the file states for a route. */
export interface StatedPrice extends Stated<number> {
  readonly unit: 'second' | 'request' | 'unclear';
  readonly resolution: string | null;
  /** The key that states it. */
  readonly key: string;
}

/** Where a request goes when another one fails, in the order of the attempts. */
export interface Fallback {
  readonly from: NamedPlace;
  readonly to: NamedPlace;
  readonly on: readonly Stated<Trigger>[];
  /** True where the names mean something in this file only (`targets[1]`). */
  readonly local: boolean;
}

/** One entry of a configuration that sends requests to Veo. */
export interface ConfigRoute extends Route {
  /** The whole entry: the deployment, the target, the variable's line. */
  readonly entry: Place;
  readonly namePlace: Place | null;
  /** Further names by which callers reach the route. */
  readonly aliases: readonly NamedPlace[];
  readonly fallbacks: readonly Fallback[];
  readonly retries: readonly RetryStatement[];
  readonly timeoutSeconds: Stated<number> | null;
  readonly requestsPerMinute: Stated<number> | null;
  readonly concurrency: Stated<number> | null;
  readonly prices: readonly StatedPrice[];
  /** What makes two routes of the same name different doors: project, key, base URL. */
  readonly door: string;
  /** What happens to routes of one name: requests are shared out, or only the first or the last one counts. */
  readonly sameName: 'shared' | 'first' | 'last' | 'separate';
}

/** A name that answers with something else than Veo, or with a model that the file does not say. */
export interface OtherRoute extends NamedPlace {
  /** The model, where the file says one. */
  readonly model: string | null;
}

/** A further name of a name. */
export interface Alias {
  readonly alias: NamedPlace;
  readonly of: string;
  /** Where the file says so; left out where it need not be a name of this file. */
  readonly ofPlace?: Place;
}

/** What one format gives. */
export interface FormatReading {
  readonly routes: readonly ConfigRoute[];
  readonly others?: readonly OtherRoute[];
  /** All fallbacks, those between routes of other files included. */
  readonly fallbacks?: readonly Fallback[];
  /** Further names of names. */
  readonly aliases?: readonly Alias[];
  /** Further places of names: the keys of a table of renamings. */
  readonly names?: readonly Place[];
  /** True where names may also be declared out of sight (wildcards, includes, a database). */
  readonly open?: boolean;
  readonly notes?: readonly string[];
}

/** What a configuration says. */
export interface ConfigReading extends Required<FormatReading> {
  readonly format: string;
}

/** A configuration taken apart, for the formats. */
export interface ConfigSource {
  readonly document: TextDocument;
  readonly catalog: Catalog;
  /** One root a document or section. */
  readonly roots: readonly Node[];
  /** References outside comments, by position. */
  readonly references: readonly Reference[];
  /** Reads a file that stands inside a scalar (`config.yaml: |`); null where no format knows it. */
  embedded(name: string, content: Scalar): FormatReading | null;
}

/** A reader of one format. */
export interface ConfigFormat {
  readonly id: string;
  /** What the text must hold before it is worth parsing. */
  readonly hint: RegExp;
  recognises(source: ConfigSource): boolean;
  read(source: ConfigSource): FormatReading;
}
