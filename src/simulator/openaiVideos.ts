// The simulated /v1/videos: OpenAI's own shape, and what LiteLLM and new-api make of it for Veo.
import { at, type Json, textAt } from '../smoke/json.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { numberField, sizeOf } from './fields.ts';
import { goneAtGateway, isRouted, routedModels } from './gatewayModels.ts';
import { previewPicture } from './pictures.ts';
import {
  acceptJob,
  checkRequest,
  FILTER_REASON,
  findJob,
  hasBearer,
  invalid,
  isDone,
  JOB_ERROR,
  NO_BEARER,
  openaiRefusal,
  progressOf,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  videoAnswer,
} from './surface.ts';
import type { Dialect, Job, World } from './world.ts';

const SURFACE = 'openai-videos';
const PAGE = { usual: 20, most: 100 };

export const simulatedOpenai: SimulatedSurface = {
  admits: hasBearer,
  stranger: NO_BEARER,
  refuse: openaiRefusal,
  addresses: [
    { method: 'POST', path: /^\/v1\/videos$/, step: 'submit', answer: create },
    { method: 'POST', path: /^\/v1\/videos\/([^/]+)\/remix$/, step: 'submit', answer: remix },
    { method: 'POST', path: /^\/v1\/videos\/(?:edits|extensions)$/, step: 'submit', answer: remix },
    { method: 'GET', path: /^\/v1\/videos\/([^/]+)\/content$/, step: 'download', answer: content },
    { method: 'GET', path: /^\/v1\/videos\/([^/]+)$/, step: 'poll', answer: retrieve },
    { method: 'GET', path: /^\/v1\/videos$/, step: 'list', answer: list },
    { method: 'DELETE', path: /^\/v1\/videos\/([^/]+)$/, step: 'other', answer: remove },
    { method: 'GET', path: /^\/v1\/models$/, step: 'look', answer: models },
    { method: 'GET', path: /^\/v1\/models\/(.+)$/, step: 'look', answer: model },
  ],
};

function dialectOf(world: World): Dialect {
  return world.options.dialect ?? 'openai';
}

function models(_request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  return { status: 200, body: { object: 'list', data: routedModels(world).map(modelRow) } };
}

function model(_request: SimulatedRequest, [id = '']: readonly string[], world: World): SimulatedAnswer {
  if (!isRouted(world, id)) throw new Refused(goneAtGateway(world, id));
  return { status: 200, body: modelRow(id) };
}

function modelRow(id: string): Json {
  return { id, object: 'model', created: 0, owned_by: 'simulated' };
}

function create(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const id = textAt(request.body, 'model') ?? '';
  if (!isRouted(world, id)) throw new Refused(goneAtGateway(world, id));
  const asked = requestOf(request.body);
  checkRequest(world, SURFACE, id, asked);
  return { status: 200, body: jobOf(world, acceptJob(world, { surface: SURFACE, model: id }, asked)) };
}

/** A new job from the video of another one: remixed, edited or extended. LiteLLM does none of it for Veo. */
function remix(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needOperation(world, 'remix');
  const form = at(request.body, 'video[id]');
  const source = findJob(
    world,
    id ?? textAt(request.body, 'video', 'id') ?? (typeof form === 'string' ? form : ''),
  );
  if (!isDone(world, source)) throw invalid(`The video ${source.id} is not finished.`);
  const { width, height } = source.video;
  const asked = requestOf({
    prompt: textAt(request.body, 'prompt') ?? '',
    seconds: numberField(request.body, 'seconds') ?? source.video.seconds,
    size: `${width}x${height}`,
  });
  const job = acceptJob(world, { surface: SURFACE, model: source.model, from: source.id }, asked);
  return { status: 200, body: jobOf(world, job) };
}

function retrieve(_request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const job = findJob(world, id);
  if (job.fault === 'expired' && isDone(world, job) && dialectOf(world) === 'litellm') {
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: 'The video does not exist any more.' });
  }
  return { status: 200, body: jobOf(world, job) };
}

/** In pages, the newest first unless asked otherwise. Neither LiteLLM nor new-api lists Veo's jobs. */
function list(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needOperation(world, 'list');
  const own = [...world.jobs.values()].filter(
    ({ surface, id }) => surface === SURFACE && world.find(id) !== undefined,
  );
  const ordered = request.query.get('order') === 'asc' ? own : own.reverse();
  const after = request.query.get('after');
  const start = after === null ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  const limit = Math.min(PAGE.most, Math.max(1, Number(request.query.get('limit')) || PAGE.usual));
  const page = ordered.slice(start, start + limit);
  const ids = { first_id: page[0]?.id ?? null, last_id: page.at(-1)?.id ?? null };
  const data = page.map((job) => jobOf(world, job));
  return {
    status: 200,
    body: { object: 'list', data, has_more: start + limit < ordered.length, ...ids },
  };
}

/** Refuses what a gateway's Veo adaptor does not do, as it refuses. */
function needOperation(world: World, what: 'list' | 'remix'): void {
  const dialect = dialectOf(world);
  if (dialect === 'litellm') {
    const message = `litellm.APIConnectionError: Video ${what} is not supported by Google Veo (simulated).`;
    throw new Refused({ status: 500, code: 'INTERNAL_SERVER_ERROR', message });
  }
  if (dialect === 'new-api' && what === 'list')
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: 'Invalid URL (GET /v1/videos)' });
}

/** What was made stays in the simulator's log. */
function remove(_request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const job = findJob(world, id);
  world.forget(job.id);
  return { status: 200, body: { id: job.id, object: 'video.deleted', deleted: true } };
}

function content(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const job = findJob(world, id);
  if (job.fault === 'rai-filter' || job.fault === 'no-video' || job.fault === 'operation-error') {
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: 'No video URL in the upstream response.' });
  }
  const video = videoAnswer(world, job, 0);
  const variant = request.query.get('variant') ?? 'video';
  return variant === 'video' ? video : { status: 200, ...previewPicture(variant) };
}

/**
 * A job as it is told. OpenAI's own words are queued, in_progress, completed, failed. LiteLLM says processing and calls
 * everything completed that is over; new-api shows failures and hides filters.
 */
function jobOf(world: World, job: Job): Json {
  const dialect = dialectOf(world);
  const done = isDone(world, job);
  const frame = {
    id: job.id,
    object: 'video',
    model: job.model,
    created_at: Math.floor(job.createdAt / 1000),
    seconds: String(job.video.seconds),
    size: `${job.video.width}x${job.video.height}`,
    prompt: job.prompt,
    remixed_from_video_id: job.from ?? null,
    expires_at: null,
    completed_at: done ? Math.floor(job.doneAt / 1000) : null,
    error: null,
    progress: done ? 100 : progressOf(world, job),
    ...(dialect === 'litellm' ? { usage: { duration_seconds: job.video.seconds } } : {}),
    ...(dialect === 'new-api' ? { task_id: job.id } : {}),
  };
  if (!done) return { ...frame, status: RUNNING[dialect](frame.progress) };
  if (dialect === 'litellm') return { ...frame, status: 'completed' };
  if (job.fault === 'operation-error')
    return { ...frame, status: 'failed', error: { code: 'upstream_error', message: JOB_ERROR.message } };
  if (dialect === 'openai') {
    if (job.fault !== 'rai-filter') return { ...frame, status: 'completed' };
    return { ...frame, status: 'failed', error: { code: 'moderation_blocked', message: FILTER_REASON } };
  }
  const hidden = job.fault === 'rai-filter' || job.fault === 'no-video';
  return { ...frame, status: 'completed', metadata: { url: hidden ? '' : `/v1/videos/${job.id}/content` } };
}

/** The word for a job that runs. */
const RUNNING: Readonly<Record<Dialect, (progress: number) => string>> = {
  openai: (progress) => (progress === 0 ? 'queued' : 'in_progress'),
  litellm: () => 'processing',
  'new-api': () => 'in_progress',
};

/** A picture as a start needs a prompt all the same. */
function requestOf(body: Json | undefined): SmokeRequest {
  return {
    ...sizeOf(textAt(body, 'size')),
    prompt: textAt(body, 'prompt') ?? '',
    durationSeconds: numberField(body, 'seconds'),
    sampleCount: 1,
    generateAudio: null,
  };
}
