// What a request costs, as a range with everything it assumes and the row it knows it from.
import type { Day, SurfaceId } from '../catalog/types.ts';
import type { RequestParameters } from '../routes/types.ts';

/** US dollars from the cheapest to the dearest reading of what is not known. */
export interface UsdRange {
  readonly min: number;
  readonly max: number;
}

/** What goes into a request beside its prompt. */
export interface RequestInput {
  readonly images: number;
  /** Seconds of the videos that it works from. */
  readonly videoSeconds: number;
}

/** What is asked about. A null or `dynamic` parameter widens the range or is filled by the surface's default. */
export interface CostQuestion
  extends Pick<RequestParameters, 'durationSeconds' | 'resolution' | 'sampleCount' | 'generateAudio'> {
  readonly model: string;
  readonly surface: SurfaceId;
  readonly asOf: Day;
  /** Absent where it is not known. */
  readonly input?: RequestInput | undefined;
}

/** The price of a request where the surface takes one a request or a video, whatever the seconds. */
export interface FlatPrice {
  readonly usdPerRequest: UsdRange;
  /** Sentences for people, in the order in which they were needed (`duration assumed 8 s, the default`). */
  readonly assumptions: readonly string[];
  /** Keys of the catalog's sources, joined by `, `. */
  readonly source: string;
  readonly checkedOn: Day;
}

export interface Cost extends FlatPrice {
  readonly usdPerSecond: UsdRange;
}

/**
 * A cost, or the sentence that says why there is none. Never a guess. Where only a price a request or a video
 * is known, there is no cost by the second, and `flat` holds what is known.
 */
export type CostAnswer =
  | { readonly known: true; readonly cost: Cost }
  | { readonly known: false; readonly reason: string; readonly flat?: FlatPrice };
