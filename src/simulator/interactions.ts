// The simulated Interactions API, by which Gemini Omni makes videos: at once, in the background, or as a stream.
import { at, type Json, listAt, textAt } from '../smoke/json.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { aspectOf, resolutionOf } from './fields.ts';
import { fileUri, GEMINI, geminiGone, simulatedGemini } from './gemini.ts';
import {
  acceptJob,
  FILTER_REASON,
  findJob,
  isDone,
  isServed,
  JOB_ERROR,
  Refused,
  type SimulatedAnswer,
  type SimulatedRequest,
  type SimulatedSurface,
} from './surface.ts';
import type { Job, World } from './world.ts';

/** Longer than any client waits for an answer. Milliseconds of the simulator's clock. */
const LONGEST_WAIT_MS = 600_000;
const DEFAULT_SECONDS = 8;
const SECONDS = { least: 3, most: 10 };

export const simulatedInteractions: SimulatedSurface = {
  ...simulatedGemini,
  addresses: [
    { method: 'POST', path: new RegExp(`^${GEMINI}/interactions$`), step: 'submit', answer: create },
    { method: 'GET', path: new RegExp(`^${GEMINI}/interactions/([^/]+)$`), step: 'poll', answer: get },
    {
      method: 'POST',
      path: new RegExp(`^${GEMINI}/interactions/([^/]+)/cancel$`),
      step: 'other',
      answer: cancel,
    },
    { method: 'DELETE', path: new RegExp(`^${GEMINI}/interactions/([^/]+)$`), step: 'other', answer: remove },
  ],
};

async function create(
  request: SimulatedRequest,
  _parts: readonly string[],
  world: World,
): Promise<SimulatedAnswer> {
  const model = (textAt(request.body, 'model') ?? '').replace(/^models\//, '');
  if (!model.startsWith('gemini-omni') || !isServed(world, 'gemini-api', model))
    throw new Refused(geminiGone(model, 'interactions'));
  const format = formatOf(request.body);
  const from = textAt(request.body, 'previous_interaction_id');
  if (from !== null) findJob(world, from);
  const inline = textAt(format, 'delivery') !== 'uri';
  const job = acceptJob(
    world,
    { surface: 'gemini-api', model, from, inline },
    requestOf(request.body, format),
  );
  if (at(request.body, 'background') === true) return { status: 200, body: interaction(request, world, job) };
  await end(world, job);
  const made = interaction(request, world, job);
  return at(request.body, 'stream') === true ? streamOf(made) : { status: 200, body: made };
}

/** Waits until a job is over, or as long as anybody waits for an answer. */
async function end(world: World, job: Job): Promise<void> {
  const { clock } = world.options;
  const last = Math.min(job.doneAt, job.createdAt + LONGEST_WAIT_MS);
  // A timer may end a moment early.
  while (clock.now() < last) await clock.sleep(Math.max(1, last - clock.now()));
}

function get(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  return { status: 200, body: interaction(request, world, findJob(world, id)) };
}

/** Says that it is cancelled; as with the real service, a job that is made already stays made. */
function cancel(request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  const job = findJob(world, id);
  if (isDone(world, job)) return { status: 200, body: interaction(request, world, job) };
  const cancelled = { ...head(job), status: 'cancelled', steps: [] };
  world.forget(job.id);
  return { status: 200, body: cancelled };
}

function remove(_request: SimulatedRequest, [id]: readonly string[], world: World): SimulatedAnswer {
  world.forget(findJob(world, id).id);
  return { status: 200, body: {} };
}

function head(job: Job): Record<string, Json> {
  return {
    id: job.id,
    object: 'interaction',
    model: job.model,
    created: new Date(job.createdAt).toISOString(),
    ...(job.from === undefined || job.from === null ? {} : { previous_interaction_id: job.from }),
  };
}

function interaction(request: SimulatedRequest, world: World, job: Job): Json {
  const frame = head(job);
  if (!isDone(world, job)) return { ...frame, status: 'in_progress', steps: [] };
  if (job.fault === 'operation-error')
    return { ...frame, status: 'failed', steps: [{ type: 'model_output', content: [], error: JOB_ERROR }] };
  if (job.fault === 'rai-filter') {
    const error = { code: 3, message: FILTER_REASON };
    return { ...frame, status: 'completed', steps: [{ type: 'model_output', content: [], error }] };
  }
  const content = job.fault === 'no-video' ? [] : [videoContent(request, world, job)];
  return { ...frame, status: 'completed', steps: [{ type: 'model_output', content }] };
}

/** The bytes, unless an address was asked for; a file that has expired has an address only. */
function videoContent(request: SimulatedRequest, world: World, job: Job): Json {
  const frame = { type: 'video', mime_type: 'video/mp4' };
  if (job.inline === true && job.fault !== 'expired')
    return { ...frame, data: Buffer.from(world.videoOf(job)).toString('base64') };
  return { ...frame, uri: fileUri(request, job, 0) };
}

/** The finished interaction as server-sent events. */
function streamOf(made: Json): SimulatedAnswer {
  const steps = listAt(made, 'steps');
  const { steps: _steps, ...frame } = made as { readonly [key: string]: Json };
  const events: Json[] = [
    { event_type: 'interaction.created', interaction: { ...frame, status: 'in_progress' } },
    ...steps.flatMap((step, index) => [
      { event_type: 'step.start', index, step: { type: 'model_output' } },
      ...listAt(step, 'content').map((delta) => ({ event_type: 'step.delta', index, delta })),
      { event_type: 'step.stop', index },
    ]),
    { event_type: 'interaction.completed', interaction: frame },
  ];
  const text = events
    .map((event) => `event: ${textAt(event, 'event_type')}\ndata: ${JSON.stringify(event)}\n\n`)
    .join('');
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
    body: new TextEncoder().encode(`${text}event: done\ndata: [DONE]\n\n`),
  };
}

function formatOf(body: Json | undefined): Json | undefined {
  return at(body, 'response_format', 0) ?? at(body, 'response_format');
}

/** The length is a field (`"5s"`) or follows the prompt (`5 seconds`, `5-second`). */
function requestOf(body: Json | undefined, format: Json | undefined): SmokeRequest {
  const prompt = wordsIn(at(body, 'input')).join(' ');
  const said = /(?<!\d)(\d+)[\s-]?(?:s\b|seconds?)/i.exec(textAt(format, 'duration') ?? prompt)?.[1];
  const seconds = said === undefined ? DEFAULT_SECONDS : Number(said);
  return {
    prompt,
    durationSeconds: Math.min(SECONDS.most, Math.max(SECONDS.least, seconds)),
    resolution: resolutionOf(textAt(format, 'resolution')),
    aspectRatio: aspectOf(textAt(format, 'aspect_ratio')),
    sampleCount: 1,
    generateAudio: null,
  };
}

/** An input is a text, a piece of content, a list of these, or turns that hold such lists. A picture may stand alone. */
function wordsIn(input: Json | undefined): readonly string[] {
  if (typeof input === 'string') return [input];
  if (Array.isArray(input)) return input.flatMap(wordsIn);
  const type = textAt(input, 'type');
  if (type === 'image' || type === 'video') return [`(${type})`];
  return [at(input, 'text'), at(input, 'content'), at(input, 'parts')].flatMap((part) =>
    part === undefined || part === null ? [] : wordsIn(part),
  );
}
