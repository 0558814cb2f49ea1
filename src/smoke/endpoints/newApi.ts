// new-api's older task interface: /v1/video/generations, and its public price list as the model's row.
import { at, type Json, listAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import { presenceIn } from './openaiVideos.ts';
import type { EndpointFamily, VideoSource } from './types.ts';
import { readJob, sizeText } from './videoJob.ts';

export const newApi: EndpointFamily = {
  id: 'new-api',
  name: 'new-api /v1/video/generations',
  credential: 'bearer',
  pollIntervalMs: 10_000,
  jobs: null,
  lostJobAdvice:
    'A key cannot list tasks here: look in the gateway\'s task log (dashboard, "Tasks") and usage log for a job created at that time.',
  publicBaseUrl: () => null,
  look: (route) => ({ method: 'GET', url: `${route.baseUrl}/api/pricing`, json: null }),
  readLook: (answer, route) => presenceIn(listAt(answer, 'data'), 'model_name', route.model),
  submit: (route, request) => ({
    method: 'POST',
    url: `${route.baseUrl}/v1/video/generations`,
    json: body(route.model, request),
  }),
  readSubmit: (answer) =>
    textAt(answer, 'task_id') ?? textAt(answer, 'id') ?? textAt(answer, 'data', 'task_id'),
  poll: (route, handle) => ({
    method: 'GET',
    url: `${route.baseUrl}/v1/video/generations/${encodeURIComponent(handle)}`,
    json: null,
  }),
  readPoll: (answer) =>
    readJob(at(answer, 'data') ?? answer, (task) => {
      const url = textAt(task, 'result_url') ?? textAt(task, 'url') ?? textAt(task, 'metadata', 'url');
      const videos: readonly VideoSource[] = url === null ? [] : [{ kind: 'url', url }];
      return { kind: 'done', videos, filtered: 0, reasons: [], reportedUsd: null };
    }),
};

function body(model: string, request: SmokeRequest): Json {
  const metadata: Record<string, Json> = {};
  if (request.durationSeconds !== null) metadata.durationSeconds = request.durationSeconds;
  if (request.resolution !== null) metadata.resolution = request.resolution;
  if (request.aspectRatio !== null) metadata.aspectRatio = request.aspectRatio;
  if (request.generateAudio !== null) metadata.generateAudio = request.generateAudio;
  const size = sizeText(request);
  return {
    model,
    prompt: request.prompt,
    ...(request.durationSeconds === null ? {} : { duration: request.durationSeconds }),
    ...(size === null ? {} : { size }),
    metadata,
  };
}
