// OpenAI-shaped /v1/videos as LiteLLM and new-api serve it: create, poll, content.
import { at, countAt, type Json, listAt, numberAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import type { EndpointFamily, ListedJob } from './types.ts';
import { readJob, sizeText } from './videoJob.ts';

export const openaiVideos: EndpointFamily = {
  id: 'openai-videos',
  name: 'OpenAI-shaped /v1/videos',
  credential: 'bearer',
  pollIntervalMs: 10_000,
  jobs: {
    name: 'GET /v1/videos',
    // The newest first, so that the first page has ours.
    request: (route) => ({ method: 'GET', url: `${route.baseUrl}/v1/videos?limit=100`, json: null }),
    read: readList,
  },
  lostJobAdvice: "Look in the gateway's request log and usage for a job created at that time.",
  publicBaseUrl: () => null,
  look: (route) => ({ method: 'GET', url: `${route.baseUrl}/v1/models`, json: null }),
  readLook: (answer, route) => presenceIn(listAt(answer, 'data'), 'id', route.model),
  submit: (route, request) => ({
    method: 'POST',
    url: `${route.baseUrl}/v1/videos`,
    json: body(route.model, request),
  }),
  readSubmit: (answer) => textAt(answer, 'id') ?? textAt(answer, 'task_id'),
  poll: (route, handle) => ({
    method: 'GET',
    url: `${route.baseUrl}/v1/videos/${encodeURIComponent(handle)}`,
    json: null,
  }),
  readPoll: (answer, route, handle) =>
    readJob(answer, (job) => {
      // new-api says completed for a filtered job as well, with an empty URL where the video should be.
      const hasUrl = at(job, 'metadata', 'url') !== '';
      const url = `${route.baseUrl}/v1/videos/${encodeURIComponent(handle)}/content`;
      const filtered = countAt(job, 'metadata', 'raiMediaFilteredCount');
      const reportedUsd = numberAt(job, 'usage', 'cost');
      return {
        kind: 'done',
        videos: hasUrl ? [{ kind: 'url', url }] : [],
        filtered,
        reasons: [],
        reportedUsd,
      };
    }),
};

function readList(answer: Json | undefined): readonly ListedJob[] | null {
  if (!Array.isArray(at(answer, 'data'))) return null;
  return listAt(answer, 'data').flatMap((job) => {
    const handle = textAt(job, 'id') ?? textAt(job, 'task_id');
    const seconds = numberAt(job, 'created_at');
    const createdAt = seconds === null ? null : seconds * 1000;
    return handle === null
      ? []
      : { handle, model: textAt(job, 'model'), prompt: textAt(job, 'prompt'), createdAt };
  });
}

/** `seconds` is a text there. Audio and several videos have no field in this shape. */
function body(model: string, request: SmokeRequest): Json {
  const fields: Record<string, Json> = { model, prompt: request.prompt };
  if (request.durationSeconds !== null) fields.seconds = String(request.durationSeconds);
  const size = sizeText(request);
  if (size !== null) fields.size = size;
  return fields;
}

/** Whether a list of models has a row for the ID; an empty list says nothing. */
export function presenceIn(rows: readonly Json[], key: string, model: string) {
  if (rows.length === 0) return 'unclear' as const;
  return rows.some((row) => textAt(row, key) === model) ? ('present' as const) : ('absent' as const);
}
