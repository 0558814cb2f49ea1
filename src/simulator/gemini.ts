// The simulated Gemini API: models, predictLongRunning, operations, and the files that hold the videos.
import type { Json } from '../smoke/json.ts';
import { hasApiKey, hasGoogleCredential, operation, predictRequest, videosOf } from './predict.ts';
import {
  acceptJob,
  checkRequest,
  findJob,
  googleRefusal,
  isServed,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  servedBy,
  videoAnswer,
} from './surface.ts';
import type { Job, World } from './world.ts';

const NO_KEY: Refusal = {
  status: 403,
  code: 'PERMISSION_DENIED',
  message:
    "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
};

/** Versions that clients ask for. */
export const GEMINI = '/v1(?:alpha|beta)?';

export const simulatedGemini: SimulatedSurface = {
  admits: hasGoogleCredential,
  stranger: NO_KEY,
  refuse: googleRefusal,
  addresses: [
    {
      method: 'POST',
      path: new RegExp(`^${GEMINI}/models/([^/:]+):predictLongRunning$`),
      step: 'submit',
      answer: submit,
    },
    {
      method: 'GET',
      path: new RegExp(`^${GEMINI}/models/([^/]+)/operations/([^/:]+)$`),
      step: 'poll',
      answer: poll,
    },
    {
      method: 'GET',
      path: new RegExp(`^${GEMINI}/models/([^/]+)/operations$`),
      step: 'other',
      answer: operations,
    },
    {
      method: 'GET',
      path: new RegExp(`^(?:/download)?${GEMINI}/files/([a-z0-9]+):download$`),
      step: 'download',
      answer: file,
    },
    { method: 'GET', path: new RegExp(`^${GEMINI}/files/([a-z0-9]+)$`), step: 'other', answer: fileFacts },
    // /v1/models is OpenAI's as well: there a bearer token means OpenAI's clients.
    { method: 'GET', path: new RegExp(`^${GEMINI}/models$`), step: 'other', when: isGoogles, answer: models },
    {
      method: 'GET',
      path: new RegExp(`^${GEMINI}/models/([^/:]+)$`),
      step: 'look',
      when: isGoogles,
      answer: model,
    },
  ],
};

function isGoogles(request: SimulatedRequest): boolean {
  return !request.path.startsWith('/v1/') || hasApiKey(request);
}

/** The words for an ID that does not answer, or not to this method. */
export function geminiGone(id: string, method: string): Refusal {
  const message = `models/${id} is not found for API version v1beta, or is not supported for ${method}. Call ListModels to see the list of available models and their supported methods.`;
  return { status: 404, code: 'NOT_FOUND', message };
}

function model(_request: SimulatedRequest, [id = '']: readonly string[], world: World): SimulatedAnswer {
  if (!isServed(world, 'gemini-api', id)) throw new Refused(geminiGone(id, 'predictLongRunning'));
  return { status: 200, body: modelRow(id) };
}

/** The live list, from which some tools pick whatever has "veo" in its name. */
function models(_request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  return { status: 200, body: { models: servedBy(world, 'gemini-api').map(modelRow) } };
}

function modelRow(id: string): Json {
  const methods = id.startsWith('gemini-omni') ? ['createInteraction'] : ['predictLongRunning'];
  return { name: `models/${id}`, displayName: id, supportedGenerationMethods: methods };
}

function submit(request: SimulatedRequest, [id = '']: readonly string[], world: World): SimulatedAnswer {
  if (id.startsWith('gemini-omni') || !isServed(world, 'gemini-api', id))
    throw new Refused(geminiGone(id, 'predictLongRunning'));
  const asked = predictRequest(request.body);
  checkRequest(world, 'gemini-api', id, asked);
  const job = acceptJob(world, { surface: 'gemini-api', model: id }, asked);
  return { status: 200, body: { name: `models/${id}/operations/${job.id}` } };
}

function poll(request: SimulatedRequest, [id = '', jobId]: readonly string[], world: World): SimulatedAnswer {
  return { status: 200, body: operationOf(request, id, findJob(world, jobId), world) };
}

/** The operations of a model, the newest first, as one page: their names tell neither the request nor its time. */
function operations(request: SimulatedRequest, [id = '']: readonly string[], world: World): SimulatedAnswer {
  const own = [...world.jobs.values()].filter((job) => job.surface === 'gemini-api' && job.model === id);
  return {
    status: 200,
    body: { operations: own.reverse().map((job) => operationOf(request, id, job, world)) },
  };
}

function operationOf(request: SimulatedRequest, id: string, job: Job, world: World): Json {
  return operation(world, job, `models/${id}/operations/${job.id}`, () => ({
    '@type': 'type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse',
    generateVideoResponse: videosOf(
      job,
      (index) => ({ video: { uri: fileUri(request, job, index) } }),
      'generatedSamples',
    ),
  }));
}

/**
 * The address of a file. Google's SDKs recognise a file by its https address alone, and fetch it from their own
 * base URL; everyone else fetches the address as it is, and there is no https on loopback.
 */
export function fileUri(request: SimulatedRequest, job: Job, index: number): string {
  const sdk = /google-genai-sdk/.test(
    `${request.headers['user-agent']} ${request.headers['x-goog-api-client']}`,
  );
  const origin = sdk ? request.origin.replace(/^http:/, 'https:') : request.origin;
  return `${origin}/v1beta/files/${job.id}v${index}:download?alt=media`;
}

function file(_request: SimulatedRequest, [name = '']: readonly string[], world: World): SimulatedAnswer {
  const { job, index } = videoOfFile(world, name);
  return videoAnswer(world, job, index);
}

/** What the Files API says of a video. */
function fileFacts(request: SimulatedRequest, [name = '']: readonly string[], world: World): SimulatedAnswer {
  const { job, index } = videoOfFile(world, name);
  const video = videoAnswer(world, job, index);
  const uri = fileUri(request, job, index);
  return {
    status: 200,
    body: {
      name: `files/${name}`,
      mimeType: 'video/mp4',
      sizeBytes: String(video.body instanceof Uint8Array ? video.body.length : 0),
      createTime: new Date(job.doneAt).toISOString(),
      expirationTime: new Date(job.doneAt + 2 * 86_400_000).toISOString(),
      state: 'ACTIVE',
      source: 'GENERATED',
      uri: uri.replace(/:download[\s\S]*$/, ''),
      downloadUri: uri,
    },
  };
}

function videoOfFile(world: World, name: string): { readonly job: Job; readonly index: number } {
  const [, id, index] = /^(.*)v(\d+)$/.exec(name) ?? [];
  return { job: findJob(world, id), index: Number(index) };
}
