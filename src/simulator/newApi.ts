// The simulated older task interface of new-api: /v1/video/generations, signed files, and the public price list.
import { at, type Json, textAt } from '../smoke/json.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { numberField, sizeOf } from './fields.ts';
import { goneAtGateway, isRouted, routedModels } from './gatewayModels.ts';
import {
  acceptJob,
  checkRequest,
  findJob,
  hasBearer,
  isDone,
  JOB_ERROR,
  NO_BEARER,
  progressOf,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  videoAnswer,
} from './surface.ts';
import type { World } from './world.ts';

const SURFACE = 'new-api';

export const simulatedNewApi: SimulatedSurface = {
  admits: hasBearer,
  stranger: NO_BEARER,
  refuse: refusal,
  addresses: [
    { method: 'POST', path: /^\/v1\/video\/generations$/, step: 'submit', answer: submit },
    { method: 'GET', path: /^\/v1\/video\/generations\/([^/]+)$/, step: 'poll', answer: poll },
    { method: 'GET', path: /^\/files\/([^/]+)\.mp4$/, step: 'download', open: true, answer: file },
    { method: 'GET', path: /^\/api\/pricing$/, step: 'look', open: true, answer: pricing },
  ],
};

function refusal({ status, code, message, retrySeconds }: Refusal): SimulatedAnswer {
  const headers = retrySeconds === undefined ? {} : { 'retry-after': String(retrySeconds) };
  const wrapped = status === 404 || status === 503 ? 'fail_to_fetch_task' : code.toLowerCase();
  return { status, headers, body: { code: wrapped, message, data: null } };
}

function submit(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const model = textAt(request.body, 'model') ?? '';
  if (!isRouted(world, model)) throw new Refused(goneAtGateway(world, model));
  const audio = at(request.body, 'metadata', 'generateAudio');
  const asked: SmokeRequest = {
    ...sizeOf(textAt(request.body, 'size')),
    prompt: textAt(request.body, 'prompt') ?? '',
    durationSeconds:
      numberField(request.body, 'metadata', 'durationSeconds') ??
      numberField(request.body, 'duration') ??
      numberField(request.body, 'seconds'),
    sampleCount: 1,
    generateAudio: typeof audio === 'boolean' ? audio : null,
  };
  checkRequest(world, SURFACE, model, asked);
  const job = acceptJob(world, { surface: SURFACE, model }, asked);
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

function poll(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
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
function file(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
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

function pricing(_request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const data = routedModels(world).map((model) => ({
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
