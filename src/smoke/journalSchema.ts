// What a line of a journal may be. Journals lie in the workspace, where others may have written them: nothing is taken
// that this program would not have written itself.
import * as z from 'zod';
import { isRecordName } from '../workspace/records.ts';
import { FAILURES, type FailureId } from './failures.ts';
import { RUN_STATES, type RunEvent } from './run.ts';
import { FAMILY_IDS, REQUEST_ORIGINS } from './types.ts';

const step = z.enum(['look', 'submit', 'list', 'poll', 'download']);
const failure = z.enum(Object.keys(FAILURES) as [FailureId, ...FailureId[]]);
const state = z.enum(RUN_STATES);
const resolution = z.enum(['360p', '480p', '720p', '1080p', '4k']);
const recordName = z.string().refine(isRecordName);
const usd = z.strictObject({ min: z.number(), max: z.number() });

const route = z.strictObject({
  name: z.string(),
  model: z.string(),
  surface: z.string(),
  family: z.enum(FAMILY_IDS),
  baseUrl: z.string(),
  project: z.string().nullable(),
  location: z.string().nullable(),
  environment: z.string().nullable(),
  owner: z.string().nullable(),
  labels: z.record(z.string(), z.string()),
});

const request = z.strictObject({
  prompt: z.string(),
  durationSeconds: z.number().nullable(),
  resolution: resolution.nullable(),
  aspectRatio: z.enum(['16:9', '9:16']).nullable(),
  sampleCount: z.number().nullable(),
  generateAudio: z.boolean().nullable(),
  storageUri: z.string().nullable().optional(),
});

const plan = z.strictObject({
  id: recordName,
  kind: z.enum(['smoke', 'controlled-failure']),
  simulated: z.boolean(),
  route,
  request,
  requestFrom: z.enum(REQUEST_ORIGINS).optional(),
  deadlineMs: z.number(),
  maxPolls: z.int(),
  asOf: z.string(),
  catalog: z.strictObject({ version: z.string(), checkedOn: z.string() }),
  modelStatus: z.enum(['active', 'preview', 'deprecated', 'retirement-window', 'shut-down', 'unknown']),
  fault: z.string().nullable(),
});

const flat = {
  usdPerRequest: usd,
  assumptions: z.array(z.string()),
  source: z.string(),
  checkedOn: z.string(),
};
const estimate = z.discriminatedUnion('known', [
  z.strictObject({ known: z.literal(true), cost: z.strictObject({ ...flat, usdPerSecond: usd }) }),
  z.strictObject({ known: z.literal(false), reason: z.string(), flat: z.strictObject(flat).optional() }),
]);

const check = z.strictObject({
  name: z.string(),
  verdict: z.enum(['ok', 'warning', 'refused']),
  message: z.string(),
});

const exchange = z.strictObject({
  at: z.number(),
  step,
  status: z.int().nullable(),
  requestId: z.string().nullable(),
  ms: z.number(),
  problem: z.string().nullable(),
});

const video = z.strictObject({ file: recordName, bytes: z.int().min(0), sha256: z.string() });

const report = z.strictObject({
  facts: z
    .strictObject({
      durationSeconds: z.number(),
      width: z.number(),
      height: z.number(),
      framesPerSecond: z.number(),
      audio: z.boolean(),
      codecs: z.array(z.string()),
    })
    .nullable(),
  checks: z.array(
    z.strictObject({
      name: z.enum(['mp4', 'duration', 'resolution', 'frame rate', 'audio']),
      ok: z.boolean(),
      expected: z.string(),
      found: z.string(),
    }),
  ),
});

const at = z.number();
const deadlineAt = z.number();

/** One event, as `RunEvent` has it. */
const RunEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ at, type: z.literal('planned'), plan }),
  z.strictObject({ at, type: z.literal('preflight'), checks: z.array(check), estimate }),
  z.strictObject({
    at,
    type: z.literal('confirmed'),
    mostUsd: z.number().nullable(),
    ceilingUsd: z.number().nullable(),
    deadlineAt,
  }),
  z.strictObject({ at, type: z.literal('submitting') }),
  z.strictObject({ at, type: z.literal('exchange'), exchange }),
  z.strictObject({ at, type: z.literal('unmasked') }),
  z.strictObject({ at, type: z.literal('refused') }),
  z.strictObject({ at, type: z.literal('waiting'), step, failure, ms: z.number() }),
  z.strictObject({
    at,
    type: z.literal('submitted'),
    handle: z.string(),
    deadlineAt,
    found: z.boolean().optional(),
  }),
  z.strictObject({ at, type: z.literal('polling') }),
  z.strictObject({ at, type: z.literal('progress'), progress: z.number().nullable() }),
  z.strictObject({
    at,
    type: z.literal('finished'),
    videos: z.int(),
    filtered: z.int(),
    reasons: z.array(z.string()),
    reportedUsd: z.number().nullable(),
  }),
  z.strictObject({ at, type: z.literal('reported'), reportedUsd: z.number() }),
  z.strictObject({ at, type: z.literal('stored'), video }),
  z.strictObject({ at, type: z.literal('verifying') }),
  z.strictObject({ at, type: z.literal('verified'), reports: z.array(report) }),
  z.strictObject({
    at,
    type: z.literal('ended'),
    state,
    outcome: z.strictObject({ failure: failure.nullable(), message: z.string() }),
  }),
  z.strictObject({ at, type: z.literal('resumed'), deadlineAt }),
]);

/** An event out of parsed JSON; null where it is none that this version knows. */
export function eventOf(value: unknown): RunEvent | null {
  const checked = RunEventSchema.safeParse(value);
  return checked.success ? (checked.data as RunEvent) : null;
}

/** An event as its line. Does not compile where the schema above lacks an event or a field: it could not be read back. */
export function lineOf(event: RunEvent): string {
  const readable: Frozen<z.input<typeof RunEventSchema>> = event;
  return JSON.stringify(readable);
}

type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;
