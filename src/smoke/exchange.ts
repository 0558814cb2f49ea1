// One HTTP exchange of a run: the key of the host, the recording, and the class of what came back.

import { networkLimits, type Step } from '../network/limits.ts';
import { clipped } from '../outlets/plain.ts';
import { messageOf } from '../thrown.ts';
import { classify, readApiError } from './classify.ts';
import type { WireRequest } from './endpoints/types.ts';
import { type FailureId, retryDelay } from './failures.ts';
import { bodyText, type HttpAnswer, NoTokenError, TransportError } from './http.ts';
import { at, type Json, parseJson } from './json.ts';
import { credentialHeader, hostOf } from './keys.ts';
import type { Session } from './session.ts';
import { SIMULATED_HEADER } from './simulatedMark.ts';
import { classifySubmit } from './submitRefusal.ts';

export interface Failure {
  readonly ok: false;
  readonly failure: FailureId;
  readonly message: string;
  readonly hintMs: number | null;
  readonly status: number | null;
  /** Where a redirect points. It may be signed: it is never recorded. */
  readonly location: string | null;
}
export type ExchangeResult =
  | { readonly ok: true; readonly answer: HttpAnswer; readonly json: Json | undefined }
  | Failure;

/** What is kept of a request's ID and of a fault of the transport. Characters. */
const MOST_ID = 200;
const MOST_REASON = 500;
const REQUEST_ID_HEADERS = [
  'x-request-id',
  'x-goog-request-id',
  'request-id',
  'x-oneapi-request-id',
  'x-litellm-call-id',
  'x-cloud-trace-context',
  'cf-ray',
];

/** Sends one request with the key that was given for its host, if there is one, and records it. */
export async function exchange(
  session: Session,
  step: Step,
  wire: WireRequest,
  signal?: AbortSignal,
): Promise<ExchangeResult> {
  const { clock } = session.world;
  const started = clock.now();
  const note = (status: number | null, requestId: string | null, problem: string | null) =>
    session.record({
      type: 'exchange',
      exchange: { at: started, step, status, requestId, ms: clock.now() - started, problem },
    });
  let answer: HttpAnswer;
  try {
    answer = await send(session, step, wire, signal);
  } catch (error) {
    const failure = lost(step, error);
    await note(null, null, failure.message);
    return failure;
  }
  const failure = failureOf(session, step, answer);
  await note(answer.status, requestIdOf(answer), failure?.message ?? null);
  if (answer.headers[SIMULATED_HEADER] !== undefined && !session.run().simulated)
    await session.record({ type: 'unmasked' });
  return failure ?? { ok: true, answer, json: step === 'download' ? undefined : parseJson(bodyText(answer)) };
}

/** Repeats a free request as its failures allow, until the deadline. Never for submits: see submit.ts. */
export async function persist(
  session: Session,
  step: Step,
  attempt: () => Promise<ExchangeResult>,
): Promise<ExchangeResult> {
  for (let tried = 1; ; tried += 1) {
    const result = await attempt();
    if (result.ok || session.cancelled()) return result;
    if (!(await waitToRetry(session, step, result, tried))) return result;
  }
}

/** Waits as the failure's class says; false when there is to be no further try, or none before the deadline. */
export async function waitToRetry(
  session: Session,
  step: Step,
  failed: Failure,
  tried: number,
): Promise<boolean> {
  const { clock, random } = session.world;
  const delay = retryDelay(failed.failure, tried, failed.hintMs, random);
  if (delay === null || clock.now() + delay >= session.run().deadlineAt) return false;
  const ms = Math.round(delay);
  await session.record({ type: 'waiting', step, failure: failed.failure, ms });
  await clock.sleep(ms, session.signal);
  return true;
}

async function send(
  session: Session,
  step: Step,
  wire: WireRequest,
  signal: AbortSignal | undefined,
): Promise<HttpAnswer> {
  const { world, family } = session;
  const key = hostOf(wire.url) === null ? null : world.keys(wire.url);
  const secret = key === null ? {} : credentialHeader(family.credential, await secretOf(key.secret));
  const json = wire.json === null ? {} : { 'content-type': 'application/json' };
  const headers = { accept: step === 'download' ? '*/*' : 'application/json', ...json, ...secret };
  const body = wire.json === null ? null : JSON.stringify(wire.json);
  return world.transport(
    {
      method: wire.method,
      url: wire.url,
      headers,
      body,
      ...networkLimits(step, family.id),
    },
    signal,
  );
}

/** A token that cannot be fetched means that nothing left. */
async function secretOf(secret: () => Promise<string>): Promise<string> {
  try {
    return await secret();
  } catch (error) {
    throw new NoTokenError(messageOf(error));
  }
}

function lost(step: Step, error: unknown): Failure {
  const reached = !(error instanceof TransportError) || error.reached;
  const message = clipped(messageOf(error), MOST_REASON);
  const failure = error instanceof NoTokenError ? 'no-token' : reached ? LOST_AT[step] : 'unreachable';
  return {
    ok: false,
    failure,
    message: reached ? `no whole answer: ${message}` : `not sent: ${message}`,
    hintMs: null,
    status: null,
    location: null,
  };
}

const LOST_AT: Readonly<Record<Step, FailureId>> = {
  look: 'unreachable',
  submit: 'lost-answer',
  list: 'unreachable',
  poll: 'unreachable',
  download: 'download-failed',
};

/** Null for an answer that is none. */
function failureOf(session: Session, step: Step, answer: HttpAnswer): Failure | null {
  const good = answer.status >= 200 && answer.status < 300;
  if (good && !hidesError(answer)) return null;
  const error = readApiError(answer, session.world.clock.now());
  const code = error.code === null || error.code === String(error.status) ? '' : ` ${error.code}`;
  const { family } = session.run().plan.route;
  const submitted = () => classifySubmit(answer, error, family);
  return {
    ok: false,
    failure: good ? ERROR_IN_SUCCESS[step] : step === 'submit' ? submitted() : classify(error, step),
    message: `HTTP ${error.status}${good ? ' with an error' : ''}${code}: ${error.message}`,
    hintMs: error.hintMs,
    status: error.status,
    location: answer.headers.location ?? null,
  };
}

/** Fields that the answers of a job, an operation or a list have: what they say of an error is about the job. */
const FRAME = ['status', 'done', 'name', 'task_id', 'data', 'steps', 'response'] as const;
/** Larger bodies are videos. */
const LARGEST_ERROR = 64 * 1024;

/** Some gateways send an error with the status of a success. */
function hidesError(answer: HttpAnswer): boolean {
  if (answer.body.length > LARGEST_ERROR) return false;
  const body = parseJson(bodyText(answer));
  const error = at(body, 'error');
  if (typeof error !== 'string' && (error === null || typeof error !== 'object')) return false;
  return error !== '' && FRAME.every((field) => at(body, field) === undefined);
}

const ERROR_IN_SUCCESS: Readonly<Record<Step, FailureId>> = {
  look: 'malformed-answer',
  submit: 'lost-answer',
  list: 'malformed-answer',
  poll: 'malformed-answer',
  download: 'download-failed',
};

function requestIdOf(answer: HttpAnswer): string | null {
  const name = REQUEST_ID_HEADERS.find((header) => answer.headers[header] !== undefined);
  return name === undefined ? null : clipped(answer.headers[name] ?? '', MOST_ID);
}
