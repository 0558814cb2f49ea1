// What the simulated Gemini API and Vertex AI share: predictLongRunning requests and Google's operations.
import { at, type Json, textAt } from '../smoke/json.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { aspectOf, numberField, resolutionOf } from './fields.ts';
import { FILTER_REASON, hasBearer, isDone, JOB_ERROR, type SimulatedRequest } from './surface.ts';
import type { Job, World } from './world.ts';

/** Whether a request shows an API key, in the header or in its address. */
export function hasApiKey(request: SimulatedRequest): boolean {
  return (request.headers['x-goog-api-key'] ?? request.query.get('key') ?? '') !== '';
}

/** Whether it shows any credential that Google takes. */
export function hasGoogleCredential(request: SimulatedRequest): boolean {
  return hasApiKey(request) || hasBearer(request);
}

/** Reads `:predictLongRunning`. Google's samples send the seconds as text. An image or a video may stand for the prompt. */
export function predictRequest(body: Json | undefined): SmokeRequest {
  const audio = at(body, 'parameters', 'generateAudio');
  const picture = at(body, 'instances', 0, 'image') ?? at(body, 'instances', 0, 'video');
  const prompt = textAt(body, 'instances', 0, 'prompt');
  return {
    prompt: prompt ?? (picture === undefined ? '' : '(no prompt: from the picture alone)'),
    durationSeconds: numberField(body, 'parameters', 'durationSeconds'),
    resolution: resolutionOf(textAt(body, 'parameters', 'resolution')),
    aspectRatio: aspectOf(textAt(body, 'parameters', 'aspectRatio')),
    sampleCount: numberField(body, 'parameters', 'sampleCount'),
    generateAudio: typeof audio === 'boolean' ? audio : null,
  };
}

/** An operation as far as it is. `response` makes the family's own part of a finished one. */
export function operation(world: World, job: Job, name: string, response: () => Json): Json {
  if (!isDone(world, job)) return { name };
  if (job.fault === 'operation-error') return { name, done: true, error: JOB_ERROR };
  return { name, done: true, response: response() };
}

/** The videos of a finished job under the family's key, or the count of the filtered ones. */
export function videosOf(job: Job, video: (index: number) => Json, key: string): Record<string, Json> {
  if (job.fault === 'rai-filter')
    return { raiMediaFilteredCount: job.count, raiMediaFilteredReasons: [FILTER_REASON] };
  return {
    [key]: job.fault === 'no-video' ? [] : Array.from({ length: job.count }, (_, index) => video(index)),
  };
}
