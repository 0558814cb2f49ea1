// Gemini Omni through the Interactions API, where Veo's routes on the Gemini API have to go.
import { type Json, listAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import { GEMINI_HEAD } from './geminiHead.ts';
import { isAbout } from './operation.ts';
import type { EndpointFamily, PollAnswer, VideoSource } from './types.ts';

const RUNNING = new Set(['queued', 'in_progress']);
const OVER = new Set([
  'completed',
  'failed',
  'cancelled',
  'incomplete',
  'budget_exceeded',
  'requires_action',
  'requires_continuation',
]);

export const omniInteractions: EndpointFamily = {
  ...GEMINI_HEAD,
  id: 'omni-interactions',
  name: 'Gemini Omni (Interactions API)',
  lostJobAdvice:
    "The Interactions API lists no interactions: look at the usage and billing pages of the key's project in Google AI Studio for a video at that time.",
  submit: (route, request) => ({
    method: 'POST',
    url: `${route.baseUrl}/v1beta/interactions`,
    json: interactionBody(route.model, request),
  }),
  readSubmit: (answer) => textAt(answer, 'id'),
  poll: (route, handle) => ({
    method: 'GET',
    url: `${route.baseUrl}/v1beta/interactions/${encodeURIComponent(handle)}`,
    json: null,
  }),
  readPoll: (answer, _route, handle) =>
    isAbout(textAt(answer, 'id'), handle) ? readInteraction(answer) : { kind: 'unreadable' },
};

/** There is no field for the length: the prompt says it. `background` gives a handle before the video is made. */
function interactionBody(model: string, request: SmokeRequest): Json {
  const length =
    request.durationSeconds === null ? '' : ` The video is ${request.durationSeconds} seconds long.`;
  const format: Record<string, Json> = { type: 'video', delivery: 'uri' };
  if (request.aspectRatio !== null) format.aspect_ratio = request.aspectRatio;
  if (request.resolution !== null) format.resolution = request.resolution;
  return {
    model,
    input: `${request.prompt}${length}`,
    background: true,
    store: true,
    generation_config: { video_config: { task: 'text_to_video' } },
    response_format: format,
  };
}

function readInteraction(answer: Json | undefined): PollAnswer {
  const status = textAt(answer, 'status');
  if (status === null) return { kind: 'unreadable' };
  if (RUNNING.has(status)) return { kind: 'running', progress: null };
  if (!OVER.has(status)) return { kind: 'unreadable' };
  const steps = listAt(answer, 'steps').filter((step) => textAt(step, 'type') === 'model_output');
  if (status !== 'completed') {
    const error = [
      ...steps.map((step) => textAt(step, 'error', 'message')),
      textAt(answer, 'errors', 0, 'message'),
    ];
    const message = error.find((text) => text !== null) ?? `the interaction ended as ${status}`;
    return { kind: 'failed', code: status, message, reportedUsd: null };
  }
  const videos = steps
    .flatMap((step) => listAt(step, 'content'))
    .map(sourceOf)
    .filter((source) => source !== null);
  const reasons = steps.map((step) => textAt(step, 'error', 'message')).filter((text) => text !== null);
  return {
    kind: 'done',
    videos,
    filtered: videos.length === 0 ? reasons.length : 0,
    reasons,
    reportedUsd: null,
  };
}

function sourceOf(content: Json): VideoSource | null {
  if (textAt(content, 'type') !== 'video') return null;
  const url = textAt(content, 'uri');
  if (url !== null) return { kind: 'url', url };
  const base64 = textAt(content, 'data');
  return base64 === null ? null : { kind: 'inline', base64 };
}
