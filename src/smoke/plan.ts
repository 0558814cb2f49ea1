// Makes plans: a route and a request with everything settled that a run must not decide for itself.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day } from '../catalog/types.ts';
import type { Config, RouteContract } from '../contracts/schema.ts';
import { ownPrompt } from './prompt.ts';
import { redactor } from './redact.ts';
import type { Plan } from './run.ts';
import { targetOf } from './target.ts';
import type { RequestOrigin, SmokeRequest, SmokeRoute } from './types.ts';

/** Google's own latency goes to six minutes; the deadline leaves room for a slow hour. Never below 8 minutes by default. */
export const DEFAULT_DEADLINE_MS = 10 * 60_000;
const MAX_POLLS = 240;

/** Stands for the run's own prompt until the run has an ID. */
const OWN_PROMPT = '';

export interface PlanOptions {
  readonly catalog: Catalog;
  readonly asOf: Day;
  /** Milliseconds since 1970; becomes part of the run's ID. */
  readonly now: number;
  /** Six random hexadecimal digits: make IDs of the same millisecond differ, and the prompts with them. */
  readonly suffix: string;
  readonly simulated: boolean;
  /** How long the submit may take, and again the job; the usual time where it is undefined. Milliseconds. */
  readonly deadlineMs?: number | undefined;
  readonly requestFrom?: RequestOrigin | undefined;
}

/** A plan for one smoke test of a route. */
export function planSmoke(route: SmokeRoute, request: SmokeRequest, options: PlanOptions): Plan {
  const { catalog, asOf, now } = options;
  const target = targetOf(catalog, route.surface, route.model);
  return {
    id: `${stamp(now)}-${slug(redactor([])(route.name))}-${options.suffix}`,
    kind: 'smoke',
    simulated: options.simulated,
    route,
    request: request.prompt === OWN_PROMPT ? { ...request, prompt: ownPrompt(options.suffix) } : request,
    requestFrom: options.requestFrom ?? 'test',
    deadlineMs: options.deadlineMs ?? DEFAULT_DEADLINE_MS,
    maxPolls: MAX_POLLS,
    asOf,
    catalog: { version: catalog.version, checkedOn: catalog.checkedOn },
    modelStatus: statusOn(catalog, target.model, target.surface, asOf),
    fault: null,
  };
}

/** The smallest request that a model takes on a surface: its shortest length, 720p, wide, one video. */
export function smallestRequest(catalog: Catalog, route: SmokeRoute): SmokeRequest {
  const rule = ruleOf(catalog, route);
  const lengths = rule('durationSeconds.allowed');
  const range = rule('durationSeconds.range');
  const shortest = Array.isArray(lengths) && lengths.length > 0 ? Math.min(...lengths.map(Number)) : null;
  const least = range !== null && typeof range === 'object' && 'min' in range ? Number(range.min) : null;
  return {
    prompt: OWN_PROMPT,
    durationSeconds: shortest ?? least ?? 4,
    resolution: '720p',
    aspectRatio: '16:9',
    sampleCount: null,
    generateAudio: rule('generateAudio') === 'required' ? true : null,
  };
}

/**
 * What a team changes of the smallest request. A test is small: only what changes the kind of video comes from the
 * contract, length and size from the settings.
 */
export function teamRequest(
  catalog: Catalog,
  route: SmokeRoute,
  { request = {} }: Pick<RouteContract, 'request'>,
  { smoke = {} }: Pick<Config, 'smoke'>,
): Partial<SmokeRequest> {
  const { audio, aspectRatio } = request;
  // What the surface does anyway is no parameter of a request there.
  const rule = ruleOf(catalog, route)('generateAudio');
  const isGiven = (rule === 'always' && audio === true) || (rule === 'refused' && audio === false);
  return defined<Partial<SmokeRequest>>({
    prompt: smoke.prompt,
    durationSeconds: smoke.seconds,
    resolution: smoke.resolution,
    aspectRatio,
    generateAudio: isGiven ? undefined : audio,
  });
}

/** The values that are there. */
export function defined<T>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function ruleOf(catalog: Catalog, route: SmokeRoute): (key: string) => unknown {
  const { surface, model } = targetOf(catalog, route.surface, route.model);
  return (key) => catalog.constraint(surface, model, key)?.value;
}

/** `20261121T200456Z` */
function stamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Safe in a file name of any system. */
function slug(name: string): string {
  return (
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'route'
  );
}
