// OpenRouter's /api/v1/videos, the one surface that reports what a job cost (`usage.cost`).
import { type Json, listAt, numberAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import { presenceIn } from './openaiVideos.ts';
import { isAbout } from './operation.ts';
import type { EndpointFamily, VideoSource } from './types.ts';
import { readJob } from './videoJob.ts';

export const openrouter: EndpointFamily = {
  id: 'openrouter',
  name: 'OpenRouter /api/v1/videos',
  credential: 'bearer',
  pollIntervalMs: 15_000,
  jobs: null,
  lostJobAdvice:
    'OpenRouter lists no jobs: look at the activity page of the OpenRouter account for a generation at that time.',
  publicBaseUrl: () => 'https://openrouter.ai',
  look: (route) => ({ method: 'GET', url: `${route.baseUrl}/api/v1/videos/models`, json: null }),
  readLook: (answer, route) => presenceIn(listAt(answer, 'data'), 'id', route.model),
  submit: (route, request) => ({
    method: 'POST',
    url: `${route.baseUrl}/api/v1/videos`,
    json: body(route.model, request),
  }),
  readSubmit: (answer) => textAt(answer, 'id'),
  poll: (route, handle) => ({
    method: 'GET',
    url: `${route.baseUrl}/api/v1/videos/${encodeURIComponent(handle)}`,
    json: null,
  }),
  readPoll: (answer, route, handle) => {
    if (!isAbout(textAt(answer, 'id'), handle)) return { kind: 'unreadable' };
    return readJob(answer, (job) => {
      // One content address for each video; the job says how many there are by the length of its own list.
      const count = listAt(job, 'unsigned_urls').length;
      const content = `${route.baseUrl}/api/v1/videos/${encodeURIComponent(handle)}/content`;
      const videos = Array.from(
        { length: count },
        (_, index): VideoSource => ({ kind: 'url', url: `${content}?index=${index}` }),
      );
      return { kind: 'done', videos, filtered: 0, reasons: [], reportedUsd: numberAt(job, 'usage', 'cost') };
    });
  },
};

function body(model: string, request: SmokeRequest): Json {
  const fields: Record<string, Json> = { model, prompt: request.prompt };
  if (request.durationSeconds !== null) fields.duration = request.durationSeconds;
  if (request.resolution !== null) fields.resolution = request.resolution;
  if (request.aspectRatio !== null) fields.aspect_ratio = request.aspectRatio;
  if (request.generateAudio !== null) fields.generate_audio = request.generateAudio;
  return fields;
}
