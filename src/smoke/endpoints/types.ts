// What every endpoint family can say of itself: which requests it takes and how its answers read.
import type { Json } from '../json.ts';
import type { FamilyId, SmokeRequest, SmokeRoute } from '../types.ts';

/** A request without credentials. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** The JSON body, null for none. */
  readonly json: Json;
}

/** Where a finished video is. */
export type VideoSource =
  | { readonly kind: 'inline'; readonly base64: string }
  | { readonly kind: 'url'; readonly url: string };

/** What a poll found out. */
export type PollAnswer =
  | { readonly kind: 'running'; readonly progress: number | null }
  | {
      readonly kind: 'done';
      readonly videos: readonly VideoSource[];
      /** Videos that the safety filter took away, and why. */
      readonly filtered: number;
      readonly reasons: readonly string[];
      readonly reportedUsd: number | null;
    }
  | {
      readonly kind: 'failed';
      readonly code: string | null;
      readonly message: string;
      readonly reportedUsd: number | null;
    }
  | { readonly kind: 'unreadable' };

/** A job as a surface lists it; null for what it does not tell. */
export interface ListedJob {
  readonly handle: string;
  readonly model: string | null;
  readonly prompt: string | null;
  /** Milliseconds since 1970 by the surface's clock. */
  readonly createdAt: number | null;
}

/** How a surface lists jobs, with their prompts and times, so that one whose handle was lost can be told. */
export interface JobList {
  /** The address for people. */
  readonly name: string;
  request(route: SmokeRoute): WireRequest;
  /** Null when the answer is no list. */
  read(answer: Json | undefined): readonly ListedJob[] | null;
}

/** Whether the surface says that it has the model. */
export type Presence = 'present' | 'absent' | 'unclear';

/** One wire shape as a pure description: no network, no clock, no credentials. */
export interface EndpointFamily {
  readonly id: FamilyId;
  readonly name: string;
  /** How a key travels. */
  readonly credential: 'x-goog-api-key' | 'bearer';
  /** The waiting time between polls that the surface's own samples use. */
  readonly pollIntervalMs: number;
  /** The base URL of the public service, null where every installation has its own. */
  publicBaseUrl(location: string | null): string | null;
  /** A free question for the model. */
  look(route: SmokeRoute): WireRequest;
  readLook(answer: Json | undefined, route: SmokeRoute): Presence;
  /** The one billable request. */
  submit(route: SmokeRoute, request: SmokeRequest): WireRequest;
  /** The job's handle, null when the answer carries none. */
  readSubmit(answer: Json | undefined): string | null;
  poll(route: SmokeRoute, handle: string): WireRequest;
  readPoll(answer: Json | undefined, route: SmokeRoute, handle: string): PollAnswer;
  /** Where jobs are listed, null where the surface lists none that could be told apart. */
  readonly jobs: JobList | null;
  /** Where a person looks for a job whose submit answer was lost. */
  readonly lostJobAdvice: string;
}
