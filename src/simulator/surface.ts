// What the simulated surfaces share: requests, answers, and how each of them words its refusals.

import { lifecycleOn } from '../catalog/lifecycle.ts';
import type { SurfaceId } from '../catalog/types.ts';
import { pixels } from '../smoke/endpoints/videoJob.ts';
import type { Json } from '../smoke/json.ts';
import { checkParameters } from '../smoke/preflight.ts';
import { targetOf } from '../smoke/target.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import type { SimulatedStep } from './faults.ts';
import type { VideoSpec } from './mp4.ts';
import type { Job, JobRequest, World } from './world.ts';

export interface SimulatedRequest {
  readonly method: string;
  /** Path, still encoded, without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** The parsed body: JSON, or the fields of a form. */
  readonly body: Json | undefined;
  /** There is a body, and it is neither JSON nor a form. */
  readonly unreadable?: boolean;
  /** `http://127.0.0.1:1234` */
  readonly origin: string;
}

export interface SimulatedAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json | Uint8Array;
}

/** What a refusal is, before a surface words it. */
export interface Refusal {
  readonly status: number;
  /** Google's word for it. */
  readonly code: string;
  readonly message: string;
  readonly retrySeconds?: number;
}

/** One address of a surface. */
export interface Address {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** With groups for what varies. */
  readonly path: RegExp;
  readonly step: SimulatedStep | 'other';
  /** Whether it answers without a credential. */
  readonly open?: true;
  /** Whether a request of this path is for this surface; without it every one is. */
  readonly when?: (request: SimulatedRequest) => boolean;
  readonly answer: (
    request: SimulatedRequest,
    parts: readonly string[],
    world: World,
  ) => SimulatedAnswer | Promise<SimulatedAnswer>;
}

/** A family of addresses and its wording. */
export interface SimulatedSurface {
  /** Whether a request shows a credential, and what the surface says to one that shows none. */
  readonly admits: (request: SimulatedRequest) => boolean;
  readonly stranger: Refusal;
  readonly addresses: readonly Address[];
  readonly refuse: (refusal: Refusal) => SimulatedAnswer;
}

/** Thrown by an address, worded by its surface. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Google's error form; the retry time also as RetryInfo. */
export function googleRefusal({ status, code, message, retrySeconds }: Refusal): SimulatedAnswer {
  const details =
    retrySeconds === undefined
      ? []
      : [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retrySeconds}s` }];
  return {
    status,
    body: { error: { code: status, message, status: code, ...(details.length === 0 ? {} : { details }) } },
  };
}

/** OpenAI's error form. */
export function openaiRefusal({ status, code, message, retrySeconds }: Refusal): SimulatedAnswer {
  const headers = retrySeconds === undefined ? {} : { 'retry-after': String(retrySeconds) };
  return {
    status,
    headers,
    body: { error: { message, type: code.toLowerCase(), param: null, code: code.toLowerCase() } },
  };
}

export const invalid = (message: string): Refused =>
  new Refused({ status: 400, code: 'INVALID_ARGUMENT', message });

export const NO_BEARER: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'The request has no valid credentials: an Authorization header with a bearer token is needed.',
};

export function hasBearer(request: SimulatedRequest): boolean {
  return /^Bearer \S+/i.test(request.headers.authorization ?? '');
}

/** The whole of a request that was understood, with the surface's defaults filled in. */
export function videoSpec(request: SmokeRequest): VideoSpec {
  const size = pixels(request) ?? { width: 1280, height: 720 };
  return { seconds: request.durationSeconds ?? 8, ...size, audio: request.generateAudio ?? true };
}

/** Longer than any surface makes, seconds: refused where the catalog has no limit of its own. */
const LONGEST = 60;
const MOST_VIDEOS = 4;

/** Refuses parameters that the catalog says are not served. */
export function checkRequest(world: World, surface: SurfaceId, model: string, request: SmokeRequest): void {
  const { durationSeconds: seconds, sampleCount: count } = request;
  const sane = (value: number | null, most: number) => value === null || (value > 0 && value <= most);
  if (!sane(seconds, LONGEST) || !sane(count, MOST_VIDEOS))
    throw invalid(`Unsupported duration (${seconds} s) or number of videos (${count}).`);
  const refused = checkParameters(
    world.options.catalog,
    targetOf(world.options.catalog, surface, model),
    request,
  ).find(({ verdict }) => verdict === 'refused');
  if (refused) throw invalid(`Unsupported ${refused.name}: ${refused.message}.`);
}

/** Whether a Google surface answers to an ID on the simulated day. */
export function isServed(world: World, surface: SurfaceId, model: string): boolean {
  const { catalog, asOf } = world.options;
  if (catalog.model(model)?.surfaces[surface] === undefined) return false;
  return lifecycleOn(catalog, model, surface, asOf).status !== 'shut-down';
}

/** The IDs that a surface answers to. */
export const servedBy = (world: World, surface: SurfaceId): readonly string[] =>
  world.options.catalog.models.map(({ id }) => id).filter((id) => isServed(world, surface, id));

/** Which model on which surface a job is for, and how its video is to be handed over. */
export type JobTarget = Pick<JobRequest, 'surface' | 'model' | 'from' | 'inline' | 'storageUri'>;

/** Accepts a job or refuses it for the quota. */
export function acceptJob(world: World, target: JobTarget, request: SmokeRequest): Job {
  if (request.prompt.trim() === '') throw invalid('The prompt is empty.');
  const job = world.accept({
    ...target,
    video: videoSpec(request),
    count: request.sampleCount ?? 1,
    prompt: request.prompt,
  });
  if ('waitSeconds' in job) {
    const message = 'Resource has been exhausted (e.g. check quota).';
    throw new Refused({ status: 429, code: 'RESOURCE_EXHAUSTED', message, retrySeconds: job.waitSeconds });
  }
  return job;
}

/** The job of a name, or a 404. */
export function findJob(world: World, id: string | undefined): Job {
  const job = id === undefined ? undefined : world.find(id);
  if (job === undefined)
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: `Requested entity was not found: ${id}` });
  return job;
}

export function isDone(world: World, job: Job): boolean {
  return world.options.clock.now() >= job.doneAt;
}

/** Rough percentage for surfaces that show one. */
export function progressOf(world: World, job: Job): number {
  if (!Number.isFinite(job.doneAt)) return 50;
  const part = (world.options.clock.now() - job.createdAt) / Math.max(1, job.doneAt - job.createdAt);
  return Math.min(100, Math.max(0, Math.floor(part * 100)));
}

/** The bytes of a video, or what the surface says when its file is gone. */
export function videoAnswer(world: World, job: Job, index: number): SimulatedAnswer {
  if (!isDone(world, job) || job.fault === 'expired' || index >= job.count) {
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: 'The file does not exist or has expired.' });
  }
  return { status: 200, headers: { 'content-type': 'video/mp4' }, body: world.videoOf(job) };
}

export const JOB_ERROR = {
  code: 13,
  message: 'Video generation failed due to an internal server issue. Please try again later.',
};
export const FILTER_REASON =
  'Veo could not generate videos because the prompt violates the usage guidelines (simulated). Support codes: 58061214';
