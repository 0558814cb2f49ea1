// The shapes of a refresh: what a source says, where that differs from the catalog, and what may be done about it.
import type {
  Confidence,
  Day,
  Model,
  ModelOnSurface,
  PriceRow,
  Source,
  Stage,
  SurfaceId,
} from '../catalog/types.ts';
import type { WordedDay } from './wordedDay.ts';

/** The model IDs that a cell names, and whether their text can be trusted to be whole. */
export interface NamedModels {
  readonly ids: readonly string[];
  /** Words are glued to an ID, so that where it ends is a guess. */
  readonly glued: boolean;
  /** The text itself, for people. */
  readonly said: string;
}

/** What a source says about one model on one surface. What it does not speak of is undefined. */
export interface LifecycleClaim {
  readonly kind: 'lifecycle';
  readonly model: string;
  readonly surface: SurfaceId;
  readonly stage?: Stage | undefined;
  readonly released?: WordedDay | undefined;
  readonly announced?: Day | undefined;
  readonly shutdown?: WordedDay | undefined;
  /** Null where the source has a place for it and leaves it empty. */
  readonly replacement?: NamedModels | null | undefined;
}

/** A price per second. `any`: the source names no resolution. */
export interface PriceClaim {
  readonly kind: 'price';
  readonly model: string;
  readonly surface: SurfaceId;
  readonly resolution: PriceRow['resolution'];
  readonly audio: boolean | null;
  readonly usd: number;
  /** Words beside the price that may change what it means; null where there are none. */
  readonly beside: string | null;
}

export type Claim = LifecycleClaim | PriceClaim;

/** Something of the page that should say a fact and cannot be read. */
export interface Unread {
  /** What it stands for: "a row under 'Veo models'". */
  readonly what: string;
  readonly said: string;
  /** Why it cannot be read: a clause. */
  readonly why: string;
}

/** What a reader made of one answer. */
export interface Reading {
  readonly claims: readonly Claim[];
  readonly unread: readonly Unread[];
  /** The rows that the source lists in full, so that a missing one means something; null where it lists none in full. */
  readonly complete: ((model: Model, facts: ModelOnSurface, surface: SurfaceId) => boolean) | null;
}

export const SOURCE_NAMES = [
  'gemini-deprecations',
  'gemini-pricing',
  'gemini-changelog',
  'vertex-model-versions',
  'vertex-model-page',
  'litellm',
  'openrouter-videos',
  'deprecations-info',
] as const;

export type SourceName = (typeof SOURCE_NAMES)[number];

/** One source: where it is, how far it can be trusted and how it is read. */
export interface Reader {
  readonly name: SourceName;
  /** The name of its saved answer in a folder. */
  readonly file: string;
  readonly url: string;
  readonly title: string;
  /** The start of its key in the catalog's sources; the day follows. */
  readonly key: string;
  readonly evidence: Confidence;
  /** A table of IDs with their days; elsewhere a day is told in passing. */
  readonly listsModels: boolean;
  /** @throws UnreadablePageError where the answer is not the page that this reader knows */
  read(text: string): Reading;
}

/** The answer is not what its source usually answers. The message is a clause: "the heading 'Veo models' is missing". */
export class UnreadablePageError extends Error {}

/** A source that was read. */
export interface SourceReading {
  readonly reader: Reader;
  readonly reading: Reading;
  /** The day on which it answered. */
  readonly day: Day;
  /** Whether its answer came from a folder and not from the network. */
  readonly saved: boolean;
}

/** What accepting a difference does to the catalog. */
export type Edit =
  | {
      readonly kind: 'facts';
      readonly model: string;
      readonly surface: SurfaceId;
      readonly set: Partial<
        Pick<ModelOnSurface, 'stage' | 'released' | 'announced' | 'shutdown' | 'replacement'>
      >;
    }
  | {
      readonly kind: 'model';
      readonly model: Omit<Model, 'surfaces'>;
      readonly surface: SurfaceId;
      readonly facts: Pick<
        ModelOnSurface,
        'stage' | 'released' | 'announced' | 'shutdown' | 'replacement' | 'note'
      >;
    }
  | {
      readonly kind: 'price';
      readonly price: Pick<PriceRow, 'model' | 'surface' | 'resolution' | 'audio' | 'usd'>;
    }
  | {
      readonly kind: 'checked';
      readonly rows: readonly { readonly model: string; readonly surface: SurfaceId }[];
    };

/** The key under which an accepted row cites where it was read. */
export interface Citation {
  readonly key: string;
  readonly source: Source;
  readonly day: Day;
}

/** One row of the table that a person accepts or leaves. */
export interface Difference {
  /** Stable: the same difference has the same ID on the next run. */
  readonly id: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
  readonly source: SourceName;
  readonly day: Day;
  readonly evidence: Confidence;
  /** Why a person has to look before it is accepted; empty where nothing speaks against it. */
  readonly doubts: readonly string[];
  /** Null where there is nothing to accept, only something to look at. */
  readonly edit: Edit | null;
}

/** What accepting needs: the edit with what it cites. */
export interface CitedEdit {
  readonly edit: Edit;
  readonly citation: Citation;
}
