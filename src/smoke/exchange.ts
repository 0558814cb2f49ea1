// One HTTP exchange of a run: the key of the host, the recording, and the class of what came back.
import { classify, readApiError, type Step } from './classify.ts';
import type { WireRequest } from './endpoints/types.ts';
import { type FailureId, retryDelay } from './failures.ts';
import { bodyText, type HttpAnswer, NoTokenError, TransportError } from './http.ts';
import { type Json, parseJson } from './json.ts';
import { credentialHeader, hostOf } from './keys.ts';
import type { Session } from './session.ts';
import { SIMULATED_HEADER } from './simulator/mark.ts';

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

/** How long an answer may take. Vertex AI's polls carry whole videos. Milliseconds. */
const TIMEOUT_MS: Readonly<Record<Step, number>> = {
  look: 20_000,
  submit: 60_000,
  list: 20_000,
  poll: 120_000,
  download: 180_000,
};
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
  const failure = answer.status >= 200 && answer.status < 300 ? null : refusal(answer, clock.now(), step);
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
    { method: wire.method, url: wire.url, headers, body, timeoutMs: TIMEOUT_MS[step] },
    signal,
  );
}

/** A token that cannot be fetched means that nothing left. */
async function secretOf(secret: () => Promise<string>): Promise<string> {
  try {
    return await secret();
  } catch (error) {
    throw new NoTokenError(error instanceof Error ? error.message : String(error));
  }
}

function lost(step: Step, error: unknown): Failure {
  const reached = !(error instanceof TransportError) || error.reached;
  const message = error instanceof Error ? error.message : String(error);
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

function refusal(answer: HttpAnswer, now: number, step: Step): Failure {
  const error = readApiError(answer, now);
  const message = `HTTP ${error.status}${error.code === null || error.code === String(error.status) ? '' : ` ${error.code}`}: ${error.message}`;
  const location = answer.headers.location ?? null;
  return {
    ok: false,
    failure: classify(error, step),
    message,
    hintMs: error.hintMs,
    status: error.status,
    location,
  };
}

function requestIdOf(answer: HttpAnswer): string | null {
  const name = REQUEST_ID_HEADERS.find((header) => answer.headers[header] !== undefined);
  return name === undefined ? null : (answer.headers[name] ?? null);
}
