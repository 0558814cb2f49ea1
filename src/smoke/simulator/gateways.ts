// The simulated gateways: OpenAI-shaped /v1/videos, new-api's older tasks, OpenRouter.
import { pixels } from '../endpoints/videoJob.ts';
import { at, type Json, numberAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import { aspectOf, resolutionOf } from './google.ts';
import {
  acceptJob,
  checkRequest,
  FILTER_REASON,
  findJob,
  hasBearer,
  isDone,
  isServed,
  JOB_ERROR,
  NO_BEARER,
  needKey,
  openaiRefusal,
  progressOf,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  videoAnswer,
} from './surface.ts';
import type { Job, World } from './world.ts';

/** What OpenRouter reports for a second of video; only here so that a reported cost can be seen. US dollars. */
const OPENROUTER_USD_PER_SECOND = 0.1;

export const simulatedOpenai: SimulatedSurface = {
  refuse: openaiRefusal,
  addresses: [
    { method: 'POST', path: /^\/v1\/videos$/, step: 'submit', answer: openaiSubmit },
    { method: 'GET', path: /^\/v1\/videos\/([^/]+)\/content$/, step: 'download', answer: openaiContent },
    { method: 'GET', path: /^\/v1\/videos\/([^/]+)$/, step: 'poll', answer: openaiPoll },
    { method: 'GET', path: /^\/v1\/videos$/, step: 'other', answer: openaiList },
    { method: 'DELETE', path: /^\/v1\/videos\/([^/]+)$/, step: 'other', answer: openaiDelete },
    { method: 'GET', path: /^\/v1\/models$/, step: 'look', answer: openaiModels },
  ],
};

export const simulatedNewApi: SimulatedSurface = {
  refuse: newApiRefusal,
  addresses: [
    { method: 'POST', path: /^\/v1\/video\/generations$/, step: 'submit', answer: newApiSubmit },
    { method: 'GET', path: /^\/v1\/video\/generations\/([^/]+)$/, step: 'poll', answer: newApiPoll },
    { method: 'GET', path: /^\/files\/([^/]+)\.mp4$/, step: 'download', answer: newApiFile },
    { method: 'GET', path: /^\/api\/pricing$/, step: 'look', answer: newApiPricing },
  ],
};

export const simulatedOpenRouter: SimulatedSurface = {
  refuse: ({ status, message, retrySeconds }) => ({
    status,
    headers: retrySeconds === undefined ? {} : { 'retry-after': String(retrySeconds) },
    body: { error: { code: status, message } },
  }),
  addresses: [
    { method: 'GET', path: /^\/api\/v1\/videos\/models$/, step: 'look', answer: openrouterModels },
    { method: 'POST', path: /^\/api\/v1\/videos$/, step: 'submit', answer: openrouterSubmit },
    {
      method: 'GET',
      path: /^\/api\/v1\/videos\/([^/]+)\/content$/,
      step: 'download',
      answer: openrouterContent,
    },
    { method: 'GET', path: /^\/api\/v1\/videos\/([^/]+)$/, step: 'poll', answer: openrouterPoll },
  ],
};

/** A gateway serves an ID that its upstream serves, and the gateways' own spellings that are in the catalog. */
function isRouted(world: World, spelling: string): boolean {
  const { catalog } = world.options;
  const id = spelling.replace(/^(?:gemini|vertex_ai|google|vertex|openrouter\/google)\//, '');
  if (catalog.model(id) === undefined) return catalog.aliases(spelling).length > 0;
  if (spelling.startsWith('gemini/')) return isServed(world, 'gemini-api', id);
  if (spelling.startsWith('vertex_ai/')) return isServed(world, 'vertex-ai', id);
  return isServed(world, 'gemini-api', id) || isServed(world, 'vertex-ai', id);
}

/** The rows of a gateway's list of models: whatever is alive behind it today. */
function rows(world: World): readonly string[] {
  const { catalog } = world.options;
  const ids = catalog.models.map(({ id }) => id);
  const spellings = [
    ...ids,
    ...ids.map((id) => `vertex_ai/${id}`),
    ...ids.map((id) => `gemini/${id}`),
    ...catalog.data.aliases.map((alias) => alias.spelling),
  ];
  return [...new Set(spellings)].filter((spelling) => isRouted(world, spelling));
}

function openaiModels(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  return {
    status: 200,
    body: { object: 'list', data: rows(world).map((id) => ({ id, object: 'model', owned_by: 'simulated' })) },
  };
}

function openaiSubmit(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const model = textAt(request.body, 'model') ?? '';
  if (!isRouted(world, model)) throw new Refused(goneAtGateway(world, model));
  const asked = openaiRequest(request.body);
  checkRequest(world, 'openai-videos', model, asked);
  const job = acceptJob(world, 'openai-videos', model, asked);
  return { status: 200, body: openaiJob(world, job) };
}

function goneAtGateway(world: World, model: string): Refusal {
  const google = `models/${model.replace(/^.*\//, '')} is not found for API version v1beta, or is not supported for predictLongRunning.`;
  if (world.options.dialect === 'litellm') {
    return { status: 404, code: 'NOT_FOUND', message: `litellm.NotFoundError: GeminiException - ${google}` };
  }
  return {
    status: 503,
    code: 'MODEL_NOT_FOUND',
    message: `No available channel for model ${model} under group default (simulated)`,
  };
}

function openaiPoll(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const job = findJob(world, id);
  if (job.fault === 'expired' && isDone(world, job) && world.options.dialect === 'litellm') {
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: 'The video does not exist any more.' });
  }
  return { status: 200, body: openaiJob(world, job) };
}

/** Newest first, as one page. */
function openaiList(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const own = [...world.jobs.values()].filter(({ surface }) => surface === 'openai-videos').reverse();
  const data = own.map((job) => openaiJob(world, job));
  const ids = { first_id: own[0]?.id ?? null, last_id: own.at(-1)?.id ?? null };
  return { status: 200, body: { object: 'list', data, has_more: false, ...ids } };
}

/** Says that it is deleted and keeps it: what was made stays in the simulator's log. */
function openaiDelete(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  return { status: 200, body: { id: findJob(world, id).id, object: 'video.deleted', deleted: true } };
}

function openaiContent(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const job = findJob(world, id);
  if (job.fault === 'rai-filter' || job.fault === 'no-video' || job.fault === 'operation-error') {
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: 'No video URL in the upstream response.' });
  }
  return videoAnswer(world, job, 0);
}

/** new-api and LiteLLM differ: LiteLLM calls everything completed that is over; new-api shows failures and hides filters. */
function openaiJob(world: World, job: Job): Json {
  const done = isDone(world, job);
  const litellm = world.options.dialect === 'litellm';
  const frame = {
    id: job.id,
    object: 'video',
    model: job.model,
    created_at: Math.floor(job.createdAt / 1000),
    seconds: String(job.video.seconds),
    size: `${job.video.width}x${job.video.height}`,
    prompt: job.prompt,
    remixed_from_video_id: null,
    expires_at: null,
    completed_at: done ? Math.floor(job.doneAt / 1000) : null,
    error: null,
    progress: done ? 100 : progressOf(world, job),
    ...(litellm ? { usage: { duration_seconds: job.video.seconds } } : { task_id: job.id }),
  };
  if (!done) return { ...frame, status: litellm ? 'processing' : 'in_progress' };
  if (litellm) return { ...frame, status: 'completed' };
  if (job.fault === 'operation-error')
    return { ...frame, status: 'failed', error: { code: 'upstream_error', message: JOB_ERROR.message } };
  const hidden = job.fault === 'rai-filter' || job.fault === 'no-video';
  return { ...frame, status: 'completed', metadata: { url: hidden ? '' : `/v1/videos/${job.id}/content` } };
}

function openaiRequest(body: Json | undefined): SmokeRequest {
  return {
    ...sizeOf(textAt(body, 'size')),
    prompt: textAt(body, 'prompt') ?? '',
    durationSeconds: numberAt(body, 'seconds'),
    sampleCount: 1,
    generateAudio: null,
  };
}

/** The sizes that Veo makes, by their pixels. */
function sizeOf(size: string | null): Pick<SmokeRequest, 'resolution' | 'aspectRatio'> {
  if (size === null) return { resolution: null, aspectRatio: null };
  const shapes = (['360p', '720p', '1080p', '4k'] as const).flatMap((resolution) =>
    (['16:9', '9:16'] as const).map((aspectRatio) => ({ resolution, aspectRatio })),
  );
  const found = shapes.find((shape) => {
    const made = pixels({
      ...shape,
      prompt: '',
      durationSeconds: null,
      sampleCount: null,
      generateAudio: null,
    });
    return size === `${made?.width}x${made?.height}`;
  });
  if (found === undefined)
    throw new Refused({ status: 400, code: 'INVALID_REQUEST', message: `Unsupported size: ${size}.` });
  return found;
}

function newApiRefusal({ status, code, message, retrySeconds }: Refusal): SimulatedAnswer {
  const headers = retrySeconds === undefined ? {} : { 'retry-after': String(retrySeconds) };
  const wrapped = status === 404 || status === 503 ? 'fail_to_fetch_task' : code.toLowerCase();
  return { status, headers, body: { code: wrapped, message, data: null } };
}

function newApiSubmit(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const model = textAt(request.body, 'model') ?? '';
  if (!isRouted(world, model)) throw new Refused(goneAtGateway(world, model));
  const audio = at(request.body, 'metadata', 'generateAudio');
  const asked: SmokeRequest = {
    ...sizeOf(textAt(request.body, 'size')),
    prompt: textAt(request.body, 'prompt') ?? '',
    durationSeconds:
      numberAt(request.body, 'metadata', 'durationSeconds') ?? numberAt(request.body, 'duration'),
    sampleCount: 1,
    generateAudio: typeof audio === 'boolean' ? audio : null,
  };
  checkRequest(world, 'new-api', model, asked);
  const job = acceptJob(world, 'new-api', model, asked);
  return {
    status: 200,
    body: {
      id: job.id,
      task_id: job.id,
      object: 'video',
      model,
      status: 'queued',
      progress: 0,
      created_at: Math.floor(job.createdAt / 1000),
    },
  };
}

function newApiPoll(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const job = findJob(world, id);
  const task = (status: string, extra: Record<string, Json>): SimulatedAnswer => ({
    status: 200,
    body: {
      code: 'success',
      message: '',
      data: { task_id: job.id, status, progress: `${progressOf(world, job)}%`, ...extra },
    },
  });
  if (!isDone(world, job)) return task('IN_PROGRESS', {});
  if (job.fault === 'operation-error') return task('FAILURE', { fail_reason: JOB_ERROR.message });
  const hidden = job.fault === 'rai-filter' || job.fault === 'no-video';
  return task('SUCCESS', {
    fail_reason: '',
    result_url: hidden ? '' : `${request.origin}/files/${job.id}.mp4?signature=${job.id}-simulated`,
  });
}

/** Signed: needs no key. */
function newApiFile(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const job = findJob(world, id);
  if (request.query.get('signature') !== `${job.id}-simulated`) {
    throw new Refused({
      status: 403,
      code: 'ACCESS_DENIED',
      message: 'The signature of the address is wrong.',
    });
  }
  return videoAnswer(world, job, 0);
}

function newApiPricing(_request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const data = rows(world).map((model) => ({
    model_name: model,
    quota_type: 1,
    model_ratio: 0,
    model_price: 0.4,
    owner_by: '',
    completion_ratio: 1,
    enable_groups: ['default'],
    supported_endpoint_types: ['openai-video'],
  }));
  return {
    status: 200,
    body: {
      success: true,
      data,
      vendors: [],
      group_ratio: { default: 1 },
      usable_group: { default: 'simulated' },
    },
  };
}

function openrouterModels(
  _request: SimulatedRequest,
  _parts: readonly string[],
  world: World,
): SimulatedAnswer {
  const names = rows(world).filter((name) => name.startsWith('google/'));
  return { status: 200, body: { data: names.map(openrouterRow) } };
}

/** What it can do is left open: the catalog has no limits of OpenRouter's. */
function openrouterRow(id: string): Json {
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

function openrouterSubmit(
  request: SimulatedRequest,
  _parts: readonly string[],
  world: World,
): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const model = textAt(request.body, 'model') ?? '';
  if (!isRouted(world, model))
    throw new Refused({ status: 400, code: 'BAD_REQUEST', message: `${model} is not a valid model ID` });
  const audio = at(request.body, 'generate_audio');
  const asked: SmokeRequest = {
    prompt: textAt(request.body, 'prompt') ?? '',
    durationSeconds: numberAt(request.body, 'duration'),
    resolution: resolutionOf(textAt(request.body, 'resolution')?.toLowerCase() ?? null),
    aspectRatio: aspectOf(textAt(request.body, 'aspect_ratio')),
    sampleCount: 1,
    generateAudio: typeof audio === 'boolean' ? audio : null,
  };
  checkRequest(world, 'openrouter', model, asked);
  const job = acceptJob(world, 'openrouter', model, asked);
  return { status: 202, body: { id: job.id, polling_url: `/api/v1/videos/${job.id}`, status: 'pending' } };
}

function openrouterPoll(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const job = findJob(world, id);
  const frame = { id: job.id, generation_id: `gen-${job.id}`, polling_url: `/api/v1/videos/${job.id}` };
  const usage = {
    cost: Math.round(job.video.seconds * OPENROUTER_USD_PER_SECOND * 100) / 100,
    is_byok: false,
  };
  if (!isDone(world, job)) return { status: 200, body: { ...frame, status: 'in_progress' } };
  if (job.fault === 'operation-error')
    return {
      status: 200,
      body: { ...frame, status: 'failed', error: JOB_ERROR.message, usage: { ...usage, cost: 0 } },
    };
  if (job.fault === 'rai-filter')
    return {
      status: 200,
      body: { ...frame, status: 'failed', error: FILTER_REASON, usage: { ...usage, cost: 0 } },
    };
  const urls = job.fault === 'no-video' ? [] : [`${request.origin}/api/v1/videos/${job.id}/content?index=0`];
  return { status: 200, body: { ...frame, status: 'completed', unsigned_urls: urls, usage } };
}

function openrouterContent(
  request: SimulatedRequest,
  [id]: readonly string[],
  world: World,
): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  return videoAnswer(world, findJob(world, id), Number(request.query.get('index') ?? 0));
}
