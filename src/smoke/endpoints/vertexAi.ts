// Vertex AI (Gemini Enterprise Agent Platform): predictLongRunning, fetchPredictOperation, inline bytes or gs://.

import { isLoopback } from '../../network/loopback.ts';
import { countAt, type Json, listAt, textAt } from '../json.ts';
import type { SmokeRoute } from '../types.ts';
import { predictBody, readOperation, texts } from './operation.ts';
import type { EndpointFamily, VideoSource } from './types.ts';

/** The host that a `gs://` object is read from; the access token of a route is given for it, too. */
export const CLOUD_STORAGE_HOST = 'storage.googleapis.com';

export const vertexAi: EndpointFamily = {
  id: 'vertex-ai',
  name: 'Vertex AI',
  credential: 'bearer',
  pollIntervalMs: 10_000,
  jobs: null,
  lostJobAdvice:
    "Vertex AI lists no operations of Google's models: look in the project's Cloud Logging (audit log of aiplatform.googleapis.com, method PredictLongRunning) for an operation started at that time, and in its billing report.",
  publicBaseUrl: (location) => `https://${location ?? 'us-central1'}-aiplatform.googleapis.com`,
  look: (route) => ({
    method: 'GET',
    url: `${route.baseUrl}/v1/publishers/google/models/${encodeURIComponent(route.model)}`,
    json: null,
  }),
  readLook: (answer) => (textAt(answer, 'name') === null ? 'unclear' : 'present'),
  submit: (route, request) => ({
    method: 'POST',
    url: `${modelUrl(route)}:predictLongRunning`,
    json: predictBody(request, request.storageUri ?? null),
  }),
  readSubmit: (answer) => textAt(answer, 'name'),
  poll: (route, handle) => ({
    method: 'POST',
    url: `${modelUrl(route)}:fetchPredictOperation`,
    json: { operationName: handle },
  }),
  readPoll: (answer, route, handle) =>
    readOperation(answer, handle, (response) => ({
      kind: 'done',
      videos: listAt(response, 'videos')
        .map((video) => sourceOf(video, route))
        .filter((source) => source !== null),
      filtered: countAt(response, 'raiMediaFilteredCount'),
      reasons: texts(listAt(response, 'raiMediaFilteredReasons')),
      reportedUsd: null,
    })),
};

function modelUrl(route: SmokeRoute): string {
  const place = `projects/${encodeURIComponent(route.project ?? '-')}/locations/${encodeURIComponent(route.location ?? 'us-central1')}`;
  return `${route.baseUrl}/v1/${place}/publishers/google/models/${encodeURIComponent(route.model)}`;
}

/** A simulator keeps its objects itself: a simulated run asks nobody else. */
function storageOf({ baseUrl }: SmokeRoute): string {
  return isLoopback(new URL(baseUrl).hostname) ? baseUrl : `https://${CLOUD_STORAGE_HOST}`;
}

function sourceOf(video: Json, route: SmokeRoute): VideoSource | null {
  const base64 = textAt(video, 'bytesBase64Encoded');
  if (base64 !== null) return { kind: 'inline', base64 };
  const object = /^gs:\/\/([^/]+)\/(.+)$/.exec(textAt(video, 'gcsUri') ?? '');
  if (object?.[1] === undefined || object[2] === undefined) return null;
  const path = `/storage/v1/b/${encodeURIComponent(object[1])}/o/${encodeURIComponent(object[2])}?alt=media`;
  return { kind: 'url', url: `${storageOf(route)}${path}` };
}
