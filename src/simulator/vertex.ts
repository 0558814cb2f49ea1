// The simulated Vertex AI: publisher models, predictLongRunning, fetchPredictOperation, and objects of Cloud Storage.
import { type Json, textAt } from '../smoke/json.ts';
import { hasGoogleCredential, operation, predictRequest, videosOf } from './predict.ts';
import {
  acceptJob,
  checkRequest,
  findJob,
  googleRefusal,
  invalid,
  isServed,
  NO_BEARER,
  type Refusal,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
  servedBy,
  videoAnswer,
} from './surface.ts';
import type { Job, World } from './world.ts';

const VERTEX = '/v1(?:(?:alpha|beta)1)?';
/** In express mode there is an API key and no project. */
const MODEL = `${VERTEX}/((?:projects/[^/]+/locations/[^/]+/)?publishers/google/models/([^/:]+))`;

export const simulatedVertex: SimulatedSurface = {
  admits: hasGoogleCredential,
  stranger: NO_BEARER,
  refuse: googleRefusal,
  addresses: [
    { method: 'POST', path: new RegExp(`^${MODEL}:predictLongRunning$`), step: 'submit', answer: submit },
    { method: 'POST', path: new RegExp(`^${MODEL}:fetchPredictOperation$`), step: 'poll', answer: poll },
    { method: 'GET', path: new RegExp(`^${MODEL}$`), step: 'look', answer: model },
    {
      method: 'GET',
      path: new RegExp(`^${VERTEX}/(?:projects/[^/]+/locations/[^/]+/)?publishers/google/models$`),
      step: 'other',
      answer: models,
    },
    {
      method: 'GET',
      path: /^\/(?:download\/)?storage\/v1\/b\/[^/]+\/o\/([^/]+)$/,
      step: 'download',
      answer: storedVideo,
    },
  ],
};

function model(
  _request: SimulatedRequest,
  [path = '', id = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  if (!isServed(world, 'vertex-ai', id)) throw new Refused(gone(path));
  return { status: 200, body: modelRow(id) };
}

function models(_request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  return { status: 200, body: { publisherModels: servedBy(world, 'vertex-ai').map(modelRow) } };
}

function modelRow(id: string): Json {
  return { name: `publishers/google/models/${id}`, versionId: 'default', launchStage: 'GA' };
}

function gone(path: string): Refusal {
  const message = `Publisher Model \`${path}\` was not found or your project does not have access to it. Please ensure you are using a valid model version.`;
  return { status: 404, code: 'NOT_FOUND', message };
}

function submit(
  request: SimulatedRequest,
  [path = '', id = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  if (!isServed(world, 'vertex-ai', id)) throw new Refused(gone(path));
  const asked = predictRequest(request.body);
  checkRequest(world, 'vertex-ai', id, asked);
  const storageUri = textAt(request.body, 'parameters', 'storageUri');
  if (storageUri !== null && !storageUri.startsWith('gs://'))
    throw invalid('storageUri must begin with gs://.');
  const job = acceptJob(world, { surface: 'vertex-ai', model: id, storageUri }, asked);
  const place = path.startsWith('projects/') ? '' : 'projects/express/locations/global/';
  return { status: 200, body: { name: `${place}${path}/operations/${job.id}` } };
}

function poll(request: SimulatedRequest, _parts: readonly string[], world: World): SimulatedAnswer {
  const name = textAt(request.body, 'operationName') ?? '';
  const job = findJob(world, name.split('/').at(-1));
  return {
    status: 200,
    body: operation(world, job, name, () => {
      // Inline videos cannot expire; an expired operation is one that is not found.
      if (job.fault === 'expired')
        throw new Refused({
          status: 404,
          code: 'NOT_FOUND',
          message: `The operation ${name} was not found.`,
        });
      return {
        '@type': 'type.googleapis.com/cloud.ai.large_models.vision.GenerateVideoResponse',
        ...videosOf(job, (index) => videoField(world, job, index), 'videos'),
      };
    }),
  };
}

/** In the answer itself, or as an object of Cloud Storage where the caller named a place. */
function videoField(world: World, job: Job, index: number): Json {
  if (job.storageUri === undefined || job.storageUri === null)
    return { bytesBase64Encoded: Buffer.from(world.videoOf(job)).toString('base64'), mimeType: 'video/mp4' };
  return {
    gcsUri: `${job.storageUri.replace(/(?<!\/)\/+$/, '')}/${job.id}/sample_${index}.mp4`,
    mimeType: 'video/mp4',
  };
}

/** Cloud Storage's download of such an object, for clients that can be pointed here. */
function storedVideo(
  _request: SimulatedRequest,
  [object = '']: readonly string[],
  world: World,
): SimulatedAnswer {
  const [, id, index] = /(?<![a-z0-9])(sim[a-z0-9]+)\/sample_(\d+)\.mp4$/.exec(object) ?? [];
  return videoAnswer(world, findJob(world, id), Number(index));
}
