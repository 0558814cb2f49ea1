// What a smoke test is asked to prove: a route, one small request, and the clock and chance it runs by.
import type { SurfaceId } from '../catalog/types.ts';
import type { Resolution } from '../routes/types.ts';

/** The wire shapes that are spoken, one file each in `endpoints/`. */
export const FAMILY_IDS = [
  'gemini-api',
  'vertex-ai',
  'omni-interactions',
  'openai-videos',
  'new-api',
  'openrouter',
] as const;
export type FamilyId = (typeof FAMILY_IDS)[number];

/** A route to prove. Nothing in it is secret: keys are held apart (see keys.ts). */
export interface SmokeRoute {
  readonly name: string;
  readonly model: string;
  readonly surface: SurfaceId;
  readonly family: FamilyId;
  /** Scheme, host and base path without a closing slash, as far as the family's own paths do not say it. */
  readonly baseUrl: string;
  /** Vertex AI only. */
  readonly project: string | null;
  readonly location: string | null;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly labels: Readonly<Record<string, string>>;
}

/** What is asked for. Seconds; null is not sent, so the other side's default holds. */
export interface SmokeRequest {
  readonly prompt: string;
  readonly durationSeconds: number | null;
  readonly resolution: Resolution | null;
  readonly aspectRatio: '16:9' | '9:16' | null;
  readonly sampleCount: number | null;
  readonly generateAudio: boolean | null;
  /** Vertex AI only: where it puts the video (`gs://…`); without it the answer holds the bytes. */
  readonly storageUri?: string | null;
}

/** Whose request it is: the test's own small one, or the one that the route declares. */
export const REQUEST_ORIGINS = ['test', 'route'] as const;
export type RequestOrigin = (typeof REQUEST_ORIGINS)[number];

/** The time a run lives by. Virtual in tests, scaled in simulations. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits; ends early, without an error, when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** How many times as fast as life it runs, where that is known. */
  readonly speed?: number;
}

/** A number from 0 (included) to 1 (excluded). */
export type Random = () => number;
