// The simulated Google surfaces: Gemini API, its files, the Interactions API, and Vertex AI.
import { at, type Json, listAt, numberAt, textAt } from '../json.ts';
import type { SmokeRequest } from '../types.ts';
import {
  acceptJob,
  checkRequest,
  FILTER_REASON,
  findJob,
  googleRefusal,
  hasBearer,
  isDone,
  isServed,
  JOB_ERROR,
  NO_BEARER,
  needKey,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  videoAnswer,
} from './surface.ts';
import type { Job, World } from './world.ts';

const NO_KEY: Refusal = {
  status: 403,
  code: 'PERMISSION_DENIED',
  message:
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
};

/** Paths of both: v1beta and v1 on the Gemini API, v1 and v1beta1 on Vertex AI. */
const GEMINI = '/v1(?:beta)?';
const VERTEX = '/v1(?:beta1)?';
const VERTEX_MODEL = `${VERTEX}/(projects/[^/]+/locations/[^/]+/publishers/google/models/([^/:]+))`;

export const simulatedGemini: SimulatedSurface = {
  refuse: googleRefusal,
  addresses: [
    {
      method: 'POST',
      path: new RegExp(`^${GEMINI}/models/([^/:]+):predictLongRunning$`),
      step: 'submit',
      answer: geminiSubmit,
    },
    {
      method: 'GET',
      path: new RegExp(`^${GEMINI}/models/([^/]+)/operations/([^/]+)$`),
      step: 'poll',
      answer: geminiPoll,
    },
    {
      method: 'GET',
      path: new RegExp(`^${GEMINI}/files/([a-z0-9]+):download$`),
      step: 'download',
      answer: geminiFile,
    },
    { method: 'POST', path: new RegExp(`^${GEMINI}/interactions$`), step: 'submit', answer: omniSubmit },
    { method: 'GET', path: new RegExp(`^${GEMINI}/interactions/([^/]+)$`), step: 'poll', answer: omniPoll },
    { method: 'GET', path: new RegExp(`^${GEMINI}/models$`), step: 'other', answer: geminiModels },
    {
      method: 'GET',
      path: new RegExp(`^${GEMINI}/files/([a-z0-9]+)$`),
      step: 'other',
      answer: geminiFileFacts,
    },
    { method: 'GET', path: new RegExp(`^${GEMINI}/models/([^/:]+)$`), step: 'look', answer: geminiModel },
  ],
};

export const simulatedVertex: SimulatedSurface = {
  refuse: googleRefusal,
  addresses: [
    {
      method: 'POST',
      path: new RegExp(`^${VERTEX_MODEL}:predictLongRunning$`),
      step: 'submit',
      answer: vertexSubmit,
    },
    {
      method: 'POST',
      path: new RegExp(`^${VERTEX_MODEL}:fetchPredictOperation$`),
      step: 'poll',
      answer: vertexPoll,
    },
    {
      method: 'GET',
      path: new RegExp(`^${VERTEX}/publishers/google/models/([^/:]+)$`),
      step: 'look',
      answer: vertexModel,
    },
    {
      method: 'GET',
      path: /^\/(?:download\/)?storage\/v1\/b\/[^/]+\/o\/([^/]+)$/,
      step: 'download',
      answer: storedVideo,
    },
  ],
};

function needGeminiKey(request: SimulatedRequest): void {
  const key = request.headers['x-goog-api-key'] ?? request.query.get('key') ?? '';
  needKey(key !== '' || hasBearer(request), NO_KEY);
}

function geminiGone(model: string): Refusal {
  const message = `models/${model} is not found for API version v1beta, or is not supported for predictLongRunning. Call ListModels to see the list of available models and their supported methods.`;
  return { status: 404, code: 'NOT_FOUND', message };
}

function geminiModel(
  request: SimulatedRequest,
  [model = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needGeminiKey(request);
  if (!isServed(world, 'gemini-api', model)) throw new Refused(geminiGone(model));
  return { status: 200, body: geminiModelRow(model) };
}

/** The live list, from which some tools pick whatever has "veo" in its name. */
function geminiModels(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needGeminiKey(request);
  const served = world.options.catalog.models
    .map(({ id }) => id)
    .filter((id) => isServed(world, 'gemini-api', id));
  return { status: 200, body: { models: served.map(geminiModelRow) } };
}

function geminiModelRow(model: string): Json {
  const methods = model.startsWith('gemini-omni') ? ['createInteraction'] : ['predictLongRunning'];
  return { name: `models/${model}`, displayName: model, supportedGenerationMethods: methods };
}

function geminiSubmit(
  request: SimulatedRequest,
  [model = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needGeminiKey(request);
  if (model.startsWith('gemini-omni') || !isServed(world, 'gemini-api', model))
    throw new Refused(geminiGone(model));
  const asked = predictRequest(request.body);
  checkRequest(world, 'gemini-api', model, asked);
  const job = acceptJob(world, 'gemini-api', model, asked);
  return { status: 200, body: { name: `models/${model}/operations/${job.id}` } };
}

function geminiPoll(
  request: SimulatedRequest,
  [model = '', id]: readonly string[],
  world: World,
): SimulatedAnswer {
  needGeminiKey(request);
  const job = findJob(world, id);
  const name = `models/${model}/operations/${job.id}`;
  return {
    status: 200,
    body: operation(world, job, name, () => ({
      '@type': 'type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse',
      generateVideoResponse: videosOf(
        job,
        (index) => ({ video: { uri: fileUri(request, job, index) } }),
        'generatedSamples',
      ),
    })),
  };
}

/**
 * The address of a file. Google's SDKs recognise a file by its https address alone, and fetch it from their own
 * base URL; everyone else fetches the address as it is, and there is no https on loopback.
 */
function fileUri(request: SimulatedRequest, job: Job, index: number): string {
  const sdk = /google-genai-sdk/.test(
    `${request.headers['user-agent']} ${request.headers['x-goog-api-client']}`,
  );
  const origin = sdk ? request.origin.replace(/^http:/, 'https:') : request.origin;
  return `${origin}/v1beta/files/${job.id}v${index}:download?alt=media`;
}

function geminiFile(
  request: SimulatedRequest,
  [file = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needGeminiKey(request);
  const [, id, index] = /^(.*)v(\d+)$/.exec(file) ?? [];
  return videoAnswer(world, findJob(world, id), Number(index));
}

/** What the Files API says of a video. */
function geminiFileFacts(
  request: SimulatedRequest,
  [file = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needGeminiKey(request);
  const [, id, index = ''] = /^(.*)v(\d+)$/.exec(file) ?? [];
  const job = findJob(world, id);
  const video = videoAnswer(world, job, Number(index));
  const uri = fileUri(request, job, Number(index));
  return {
    status: 200,
    body: {
      name: `files/${file}`,
      mimeType: 'video/mp4',
      sizeBytes: String(video.body instanceof Uint8Array ? video.body.length : 0),
      createTime: new Date(job.doneAt).toISOString(),
      expirationTime: new Date(job.doneAt + 2 * 86_400_000).toISOString(),
      state: 'ACTIVE',
      source: 'GENERATED',
      uri: uri.replace(/:download.*$/, ''),
      downloadUri: uri,
    },
  };
}

function omniSubmit(
  request: SimulatedRequest,
  _parts: readonly string[],
  world: World,
): Promise<SimulatedAnswer> | SimulatedAnswer {
  needGeminiKey(request);
  const model = (textAt(request.body, 'model') ?? '').replace(/^models\//, '');
  if (!model.startsWith('gemini-omni') || !isServed(world, 'gemini-api', model)) {
    throw new Refused({
      ...geminiGone(model),
      message: `models/${model} is not found for API version v1beta, or is not supported for interactions.`,
    });
  }
  const job = acceptJob(world, 'gemini-api', model, omniRequest(request.body));
  if (at(request.body, 'background') === true) return { status: 200, body: interaction(request, world, job) };
  return world.options.clock
    .sleep(Math.min(job.doneAt - job.createdAt, 600_000))
    .then(() => ({ status: 200, body: interaction(request, world, job) }));
}

function omniPoll(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  needGeminiKey(request);
  return { status: 200, body: interaction(request, world, findJob(world, id)) };
}

function interaction(request: SimulatedRequest, world: World, job: Job): Json {
  const frame = {
    id: job.id,
    object: 'interaction',
    model: job.model,
    created: new Date(job.createdAt).toISOString(),
  };
  if (!isDone(world, job)) return { ...frame, status: 'in_progress', steps: [] };
  if (job.fault === 'operation-error') {
    return { ...frame, status: 'failed', steps: [{ type: 'model_output', content: [], error: JOB_ERROR }] };
  }
  if (job.fault === 'rai-filter') {
    const error = { code: 3, message: FILTER_REASON };
    return { ...frame, status: 'completed', steps: [{ type: 'model_output', content: [], error }] };
  }
  const content =
    job.fault === 'no-video'
      ? []
      : [{ type: 'video', mime_type: 'video/mp4', uri: fileUri(request, job, 0) }];
  return { ...frame, status: 'completed', steps: [{ type: 'model_output', content }] };
}

function vertexModel(
  request: SimulatedRequest,
  [model = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  if (!isServed(world, 'vertex-ai', model))
    throw new Refused(vertexGone(`publishers/google/models/${model}`));
  return {
    status: 200,
    body: { name: `publishers/google/models/${model}`, versionId: 'default', launchStage: 'GA' },
  };
}

function vertexGone(path: string): Refusal {
  const message = `Publisher Model \`${path}\` was not found or your project does not have access to it. Please ensure you are using a valid model version.`;
  return { status: 404, code: 'NOT_FOUND', message };
}

function vertexSubmit(
  request: SimulatedRequest,
  [path = '', model = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  if (!isServed(world, 'vertex-ai', model)) throw new Refused(vertexGone(path));
  const asked = predictRequest(request.body);
  checkRequest(world, 'vertex-ai', model, asked);
  const storageUri = textAt(request.body, 'parameters', 'storageUri');
  if (storageUri !== null && !storageUri.startsWith('gs://')) {
    throw new Refused({
      status: 400,
      code: 'INVALID_ARGUMENT',
      message: 'storageUri must begin with gs://.',
    });
  }
  const job = acceptJob(world, 'vertex-ai', model, asked, storageUri);
  return { status: 200, body: { name: `${path}/operations/${job.id}` } };
}

function vertexPoll(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const name = textAt(request.body, 'operationName') ?? '';
  const job = findJob(world, name.split('/').at(-1));
  // Inline videos cannot expire; an expired operation is one that is not found.
  if (job.fault === 'expired' && isDone(world, job)) {
    throw new Refused({ status: 404, code: 'NOT_FOUND', message: `The operation ${name} was not found.` });
  }
  return {
    status: 200,
    body: operation(world, job, name, () => ({
      '@type': 'type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse',
      ...videosOf(job, (index) => vertexVideo(world, job, index), 'videos'),
    })),
  };
}

/** In the answer itself, or as an object of Cloud Storage where the caller named a place. */
function vertexVideo(world: World, job: Job, index: number): Json {
  if (job.storageUri === undefined || job.storageUri === null)
    return { bytesBase64Encoded: base64(world.videoOf(job)), mimeType: 'video/mp4' };
  return {
    gcsUri: `${job.storageUri.replace(/\/+$/, '')}/${job.id}/sample_${index}.mp4`,
    mimeType: 'video/mp4',
  };
}

/** Cloud Storage's download of such an object, for clients that can be pointed here. */
function storedVideo(
  request: SimulatedRequest,
  [object = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  needKey(hasBearer(request), NO_BEARER);
  const [, id, index] = /(sim[a-z0-9]+)\/sample_(\d+)\.mp4$/.exec(object) ?? [];
  return videoAnswer(world, findJob(world, id), Number(index));
}

function operation(world: World, job: Job, name: string, response: () => Json): Json {
  if (!isDone(world, job)) return { name };
  if (job.fault === 'operation-error') return { name, done: true, error: JOB_ERROR };
  return { name, done: true, response: response() };
}

function videosOf(job: Job, video: (index: number) => Json, key: string): Record<string, Json> {
  if (job.fault === 'rai-filter')
    return { raiMediaFilteredCount: job.count, raiMediaFilteredReasons: [FILTER_REASON] };
  return {
    [key]: job.fault === 'no-video' ? [] : Array.from({ length: job.count }, (_, index) => video(index)),
  };
}

/** Reads `:predictLongRunning`. Google's samples send the seconds as text. */
function predictRequest(body: Json | undefined): SmokeRequest {
  const audio = at(body, 'parameters', 'generateAudio');
  return {
    prompt: textAt(body, 'instances', 0, 'prompt') ?? '',
    durationSeconds: numberAt(body, 'parameters', 'durationSeconds'),
    resolution: resolutionOf(textAt(body, 'parameters', 'resolution')),
    aspectRatio: aspectOf(textAt(body, 'parameters', 'aspectRatio')),
    sampleCount: numberAt(body, 'parameters', 'sampleCount'),
    generateAudio: typeof audio === 'boolean' ? audio : null,
  };
}

/** The length of an Omni video follows the prompt: `5 seconds`, `5-second`; 8 s without a word. */
function omniRequest(body: Json | undefined): SmokeRequest {
  const input =
    textAt(body, 'input') ??
    listAt(body, 'input')
      .map((part) => textAt(part, 'text') ?? '')
      .join(' ');
  const format = at(body, 'response_format', 0) ?? at(body, 'response_format');
  const said = /(\d+)[\s-]?(?:s\b|seconds?)/i.exec(input)?.[1];
  return {
    prompt: input,
    durationSeconds: said === undefined ? 8 : Math.min(10, Math.max(3, Number(said))),
    resolution: resolutionOf(textAt(format, 'resolution')),
    aspectRatio: aspectOf(textAt(format, 'aspect_ratio')),
    sampleCount: 1,
    generateAudio: null,
  };
}

/** Refuses what is no resolution at all; what a model serves is the catalog's business. */
export function resolutionOf(text: string | null): SmokeRequest['resolution'] {
  const known = (['360p', '720p', '1080p', '4k'] as const).find((name) => name === text);
  if (text !== null && known === undefined)
    throw new Refused({ status: 400, code: 'INVALID_ARGUMENT', message: `Unsupported resolution: ${text}.` });
  return known ?? null;
}

export function aspectOf(text: string | null): SmokeRequest['aspectRatio'] {
  const known = (['16:9', '9:16'] as const).find((name) => name === text);
  if (text !== null && known === undefined)
    throw new Refused({
      status: 400,
      code: 'INVALID_ARGUMENT',
      message: `Unsupported aspect ratio: ${text}.`,
    });
  return known ?? null;
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
