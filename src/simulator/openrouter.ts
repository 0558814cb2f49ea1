// The simulated OpenRouter: /api/v1/videos with a reported cost, signed and unsigned addresses.
import { at, type Json, textAt } from '../smoke/json.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { aspectOf, numberField, resolutionOf, sizeOf } from './fields.ts';
import { isRouted, routedModels } from './gatewayModels.ts';
import {
  acceptJob,
  checkRequest,
  FILTER_REASON,
  findJob,
  hasBearer,
  isDone,
  JOB_ERROR,
  NO_BEARER,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  videoAnswer,
} from './surface.ts';
import type { World } from './world.ts';

const SURFACE = 'openrouter';
/** What is reported for a second of video; only here so that a reported cost can be seen. US dollars. */
const USD_PER_SECOND = 0.1;

export const simulatedOpenRouter: SimulatedSurface = {
  admits: hasBearer,
  stranger: NO_BEARER,
  refuse: openrouterRefusal,
  addresses: [
    { method: 'GET', path: /^\/api\/v1\/videos\/models$/, step: 'look', open: true, answer: models },
    { method: 'POST', path: /^\/api\/v1\/videos$/, step: 'submit', answer: submit },
    {
      method: 'GET',
      path: /^\/api\/v1\/videos\/([^/]+)\/content$/,
      step: 'download',
      open: true,
      answer: content,
    },
    { method: 'GET', path: /^\/api\/v1\/videos\/([^/]+)$/, step: 'poll', answer: poll },
  ],
};

export function openrouterRefusal({ status, message, retrySeconds }: Refusal): SimulatedAnswer {
  const headers = retrySeconds === undefined ? {} : { 'retry-after': String(retrySeconds) };
  return { status, headers, body: { error: { code: status, message } } };
}

function models(_request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const names = routedModels(world).filter((name) => name.startsWith('google/'));
  return { status: 200, body: { data: names.map(modelRow) } };
}

/** What it can do is left open: the catalog has no limits of OpenRouter's. */
function modelRow(id: string): Json {
  return {
    id,
    canonical_slug: id,
    name: `${id} (simulated)`,
    created: 0,
    allowed_passthrough_parameters: [],
    creativity: null,
    generate_audio: null,
    seed: null,
    supported_aspect_ratios: null,
    supported_durations: null,
    supported_frame_images: null,
    supported_resolutions: null,
    supported_sizes: null,
    upscale_factor: null,
  };
}

function submit(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const model = textAt(request.body, 'model') ?? '';
  if (!isRouted(world, model))
    throw new Refused({ status: 400, code: 'BAD_REQUEST', message: `${model} is not a valid model ID` });
  const audio = at(request.body, 'generate_audio');
  const size = sizeOf(textAt(request.body, 'size'));
  const asked: SmokeRequest = {
    prompt: textAt(request.body, 'prompt') ?? '',
    durationSeconds: numberField(request.body, 'duration'),
    resolution: resolutionOf(textAt(request.body, 'resolution')?.toLowerCase() ?? null) ?? size.resolution,
    aspectRatio: aspectOf(textAt(request.body, 'aspect_ratio')) ?? size.aspectRatio,
    sampleCount: 1,
    generateAudio: typeof audio === 'boolean' ? audio : null,
  };
  checkRequest(world, SURFACE, model, asked);
  const job = acceptJob(world, { surface: SURFACE, model }, asked);
  return { status: 202, body: { id: job.id, polling_url: `/api/v1/videos/${job.id}`, status: 'pending' } };
}

function poll(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const job = findJob(world, id);
  const frame = { id: job.id, generation_id: `gen-${job.id}`, polling_url: `/api/v1/videos/${job.id}` };
  const usage = { cost: Math.round(job.video.seconds * USD_PER_SECOND * 100) / 100, is_byok: false };
  if (!isDone(world, job)) return { status: 200, body: { ...frame, status: 'in_progress' } };
  if (job.fault === 'operation-error' || job.fault === 'rai-filter') {
    const error = job.fault === 'rai-filter' ? FILTER_REASON : JOB_ERROR.message;
    return { status: 200, body: { ...frame, status: 'failed', error, usage: { ...usage, cost: 0 } } };
  }
  const address = `${request.origin}/api/v1/videos/${job.id}/content?index=0`;
  const urls = job.fault === 'no-video' ? [] : [address];
  const signed = urls.map((url) => `${url}&signature=${job.id}-simulated`);
  return { status: 200, body: { ...frame, status: 'completed', unsigned_urls: urls, urls: signed, usage } };
}

/** By key, or by an address that is signed. */
function content(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const signed = request.query.get('signature') === `${id}-simulated`;
  if (!signed && !hasBearer(request)) throw new Refused(NO_BEARER);
  return videoAnswer(world, findJob(world, id), Number(request.query.get('index') ?? 0));
}
