// The Gemini API: predictLongRunning, operations by GET, files by download. Veo ended there on 2026-10-22.
import { countAt, listAt, textAt } from '../json.ts';
import { GEMINI_HEAD } from './geminiHead.ts';
import { predictBody, readOperation, texts } from './operation.ts';
import type { EndpointFamily, VideoSource } from './types.ts';

export const geminiApi: EndpointFamily = {
  ...GEMINI_HEAD,
  id: 'gemini-api',
  name: 'Gemini API',
  lostJobAdvice:
    "The Gemini API names its operations without prompt or time, so ours cannot be told: look at the usage and billing pages of the key's project in Google AI Studio for a video at that time.",
  submit: (route, request) => ({
    method: 'POST',
    url: `${route.baseUrl}/v1beta/models/${encodeURIComponent(route.model)}:predictLongRunning`,
    json: predictBody(request),
  }),
  readSubmit: (answer) => textAt(answer, 'name'),
  poll: (route, handle) => ({
    method: 'GET',
    url: `${route.baseUrl}/v1beta/${encodeURI(handle)}`,
    json: null,
  }),
  readPoll: (answer, _route, handle) =>
    readOperation(answer, handle, (response) => {
      const result = ['generateVideoResponse'] as const;
      const uris = listAt(response, ...result, 'generatedSamples').map((sample) =>
        textAt(sample, 'video', 'uri'),
      );
      return {
        kind: 'done',
        videos: uris.filter((uri) => uri !== null).map((url): VideoSource => ({ kind: 'url', url })),
        filtered: countAt(response, ...result, 'raiMediaFilteredCount'),
        reasons: texts(listAt(response, ...result, 'raiMediaFilteredReasons')),
        reportedUsd: null,
      };
    }),
};
