// What the simulator keeps: jobs, their videos, the quota, and a log of what it was asked.
import type { Catalog } from '../catalog/catalog.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { remembered } from '../once.ts';
import { limitsOf } from '../smoke/limits.ts';
import { VIDEO_MARK } from '../smoke/simulatedMark.ts';
import type { Clock, Random } from '../smoke/types.ts';
import { type Fault, type FaultDealer, faultDealer, type JobFault, type SimulatedStep } from './faults.ts';
import { makeMp4, type VideoSpec } from './mp4.ts';

/** What a client asked for, as the surface understood it. */
export interface JobRequest {
  readonly surface: SurfaceId;
  readonly model: string;
  readonly video: VideoSpec;
  readonly count: number;
  readonly prompt: string;
  /** What it was made from: the video that was extended, edited or remixed. */
  readonly from?: string | null;
  /** Whether the answer is to hold the bytes and not an address. */
  readonly inline?: boolean;
  /** Where the caller wants the video put; without it the surface keeps or answers it. */
  readonly storageUri?: string | null;
}

export interface Job extends JobRequest {
  readonly id: string;
  readonly createdAt: number;
  readonly doneAt: number;
  readonly fault: JobFault | null;
}

/** One line of the log. */
export interface Asked {
  readonly at: number;
  readonly step: SimulatedStep | 'other';
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly fault: string | null;
}

export interface SimulatorOptions {
  readonly catalog: Catalog;
  /** Retired IDs are retired on this day. */
  readonly asOf: Day;
  readonly clock: Clock;
  readonly random: Random;
  readonly faults?: readonly Fault[];
  /** How long a job takes, milliseconds; by default 20 s and 4 s for each second of 720p video, more for larger ones. */
  readonly jobMs?: number;
  /** False: no limits on requests a minute and jobs at once. */
  readonly quotas?: boolean;
  /** Keeps made videos, so that worlds can share them. */
  readonly videos?: Map<string, Uint8Array>;
  /** Whose /v1/videos is served: OpenAI's own, or as LiteLLM or new-api answer for Veo. Default `openai`. */
  readonly dialect?: Dialect;
}

export const DIALECTS = ['openai', 'litellm', 'new-api'] as const;
export type Dialect = (typeof DIALECTS)[number];

/** A job that an earlier simulator accepted; it takes as long as if it were accepted now. */
export interface AdoptedJob extends JobRequest {
  readonly id: string;
}

export interface World {
  readonly options: SimulatorOptions;
  readonly faults: FaultDealer;
  readonly log: readonly Asked[];
  /** Every job that was ever accepted. */
  readonly jobs: ReadonlyMap<string, Job>;
  note(asked: Asked): void;
  /** Accepts a job, or says how many seconds to wait for the quota. */
  accept(request: JobRequest): Job | { readonly waitSeconds: number };
  /** Takes over the jobs of a simulator that has ended, under their own IDs. Those that are known already stay as they are. */
  adopt(jobs: readonly AdoptedJob[]): void;
  /** The job of a name; undefined where there is none or its owner deleted it. */
  find(id: string): Job | undefined;
  /** Hides a job that its owner deleted. It was made and stays in `jobs`. */
  forget(id: string): void;
  /** The bytes of each of the job's videos. */
  videoOf(job: Job): Uint8Array;
}

const MINUTE = 60_000;

/** A world without jobs. */
export function createWorld(options: SimulatorOptions): World {
  const log: Asked[] = [];
  const jobs = new Map<string, Job>();
  const forgotten = new Set<string>();
  const videos = options.videos ?? new Map<string, Uint8Array>();
  const faults = faultDealer(options.faults ?? []);
  const { clock } = options;
  let accepted = 0;
  const start = (request: JobRequest, id: string, fault: JobFault | null): Job => {
    const createdAt = clock.now();
    const doneAt = fault === 'stall' ? Number.POSITIVE_INFINITY : createdAt + jobTime(options, request.video);
    const job = { ...request, id, createdAt, doneAt, fault };
    jobs.set(id, job);
    return job;
  };
  return {
    options,
    faults,
    log,
    jobs,
    note: (asked) => {
      log.push(asked);
    },
    accept: (request) => {
      const waitSeconds = options.quotas === false ? null : quotaWait(options, [...jobs.values()], request);
      if (waitSeconds !== null) return { waitSeconds };
      accepted += 1;
      return start(request, jobId(accepted, options.random), faults.job() ?? null);
    },
    adopt: (adopted) => {
      for (const { id, ...request } of adopted) if (!jobs.has(id)) start(request, id, null);
    },
    find: (id) => (forgotten.has(id) ? undefined : jobs.get(id)),
    forget: (id) => {
      forgotten.add(id);
    },
    videoOf: (job) => {
      const spec =
        job.fault === 'wrong-video'
          ? { ...job.video, seconds: job.video.seconds / 2, width: 640, height: 360 }
          : job.video;
      const key = JSON.stringify(spec);
      const video = remembered(videos, key, () => makeMp4(spec, VIDEO_MARK));
      return job.fault === 'truncated-mp4' ? video.subarray(0, Math.floor(video.length * 0.6)) : video;
    },
  };
}

/** Lower-case letters and digits only: some clients cut a file's name at anything else. */
function jobId(number: number, random: Random): string {
  return `sim${number.toString().padStart(4, '0')}${Math.floor(random() * 36 ** 6)
    .toString(36)
    .padStart(6, '0')}`;
}

function jobTime(options: SimulatorOptions, video: VideoSpec): number {
  if (options.jobMs !== undefined) return options.jobMs;
  const size = Math.max(1, (video.width * video.height) / (1280 * 720));
  return Math.round((20_000 + 4_000 * video.seconds * Math.sqrt(size)) * (0.8 + 0.4 * options.random()));
}

function quotaWait(options: SimulatorOptions, jobs: readonly Job[], request: JobRequest): number | null {
  const now = options.clock.now();
  const limits = limitsOf(options.catalog, request.surface, request.model);
  const same = jobs.filter((job) => job.surface === request.surface && job.model === request.model);
  const recent = same.filter((job) => job.createdAt > now - MINUTE);
  const oldest = recent[recent.length - limits.requestsPerMinute];
  if (oldest !== undefined) return Math.ceil((oldest.createdAt + MINUTE - now) / 1000);
  return same.filter((job) => job.doneAt > now).length >= limits.concurrentJobs ? 10 : null;
}
