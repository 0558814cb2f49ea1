// How a request is made: the places from which requests to Veo leave, with the parameters they send.
import type { SurfaceId } from '../catalog/types.ts';
import type { SurfaceEvidence } from '../detect/evidence.ts';
import type { Reference } from '../detect/types.ts';

/** A parameter as the source shows it: its value, null where it is not sent, `dynamic` where it is computed at run time. */
export type Parameter<T> = T | null | 'dynamic';

/** How the model ID gets into the request. */
export type ModelFrom = 'literal' | 'constant' | 'default' | 'environment' | 'unknown';

/** From the lowest to the highest. */
export const RESOLUTIONS = ['360p', '480p', '720p', '1080p', '4k'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];
/** Those that Google's own models make. */
export const GOOGLE_RESOLUTIONS = ['360p', '720p', '1080p', '4k'] as const;

/** The shape of the request, which decides what the other side accepts and which defaults it fills in. */
export type CallShape =
  | 'google-sdk'
  | 'predict-long-running'
  | 'interactions'
  | 'openai-videos'
  | 'chat-completions'
  | 'ai-sdk'
  | 'genkit'
  | 'litellm'
  | 'fal'
  | 'replicate'
  | 'gateway-rest'
  | 'config'
  | 'workflow'
  | 'other';

/** What a request asks for. Seconds for durations; counts are videos a request. */
export interface RequestParameters {
  readonly durationSeconds: Parameter<number>;
  readonly resolution: Parameter<Resolution>;
  readonly sampleCount: Parameter<number>;
  readonly aspectRatio: Parameter<string>;
  readonly generateAudio: Parameter<boolean>;
  /**
   * Further parameters by their REST name (`seed`, `personGeneration`, `referenceImages`, `lastFrame`, `video`, …): a list
   * as the number of its items, an object as true.
   */
  readonly others: Readonly<Record<string, Parameter<string | number | boolean>>>;
}

/** A stretch of the document, UTF-16 offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Replace `[start, end)` of the document with `newText`. Offsets are UTF-16 code units. */
export interface TextEdit extends Place {
  readonly newText: string;
}

/** One place where a request is made: a call in code, or an entry of a configuration. */
export interface Route extends Place, RequestParameters {
  readonly name: string | null;
  /** The ID as it is sent, without a router's prefix; null where nothing in sight says it. */
  readonly model: string | null;
  readonly modelFrom: ModelFrom;
  /** The reference that gives the ID, where it stands in this document. */
  readonly reference: Reference | null;
  /** Other IDs that may be sent from the same place (a conditional, a table); each is a route of its own, too. */
  readonly alternatives: readonly string[];
  readonly surface: SurfaceId;
  /** Why the surface is known; null when it is `unknown`. */
  readonly surfaceEvidence: SurfaceEvidence | null;
  readonly shape: CallShape;
  /** Where each parameter stands, by its name in `RequestParameters` or `others`: the value's own place. */
  readonly places: Readonly<Record<string, Place>>;
}
