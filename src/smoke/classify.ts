// Turns an HTTP answer into one of the failure classes, by status first, then by each surface's wording.
import type { Step } from '../network/limits.ts';
import { clipped } from '../outlets/plain.ts';
import type { FailureId } from './failures.ts';
import { bodyText, type HttpAnswer } from './http.ts';
import { at, type Json, listAt, numberAt, parseJson, textAt } from './json.ts';

/** What an error answer says, whoever wrapped it. */
export interface ApiError {
  readonly status: number;
  /** `RESOURCE_EXHAUSTED`, `model_not_found`, … as the answer gives it. */
  readonly code: string | null;
  readonly message: string;
  /** How long the server asks to wait, milliseconds. */
  readonly hintMs: number | null;
}

/** What is read of an error's body, and kept of its message and code. Bytes, then characters. */
const MOST_ERROR_BYTES = 64 * 1024;
const MOST_MESSAGE = 2_048;
const MOST_CODE = 100;

/** How the surfaces say that a model ID is gone. A 404 is wrapped by some gateways into another status. */
const RETIRED_WORDING: readonly RegExp[] = [
  // Gemini API
  /\bis not found for API version/i,
  /is not supported for (?:predictLongRunning|generateContent)/i,
  /is no longer available/i,
  // Vertex AI
  /^(?=[\s\S]*Publisher Model\b)[\s\S]*\bwas not found or your project does not have access/i,
  /has been (?:shut down|retired|discontinued)/i,
  // OpenAI-shaped gateways, LiteLLM, new-api, OpenRouter
  /the model .{0,80}does not exist/i,
  /is not a valid model id/i,
  /no available channel for model/i,
  /invalid model name passed/i,
];
const RETIRED_CODES = new Set(['model_not_found', 'model_not_available']);

/** How gateways say, only when the content is asked for, that a finished job made no video. */
const NO_VIDEO_WORDING =
  /\bno (?:generated )?videos?\b|\bvideo (?:ur[il]|content) (?:was |is )?(?:not found|missing|empty)/i;

/** How surfaces say that the safety filter, not the service, ended the job. */
const FILTER_WORDING =
  /responsible ai|\brai\b|safety|content policy|moderation|moderated|usage guidelines|prohibited|sensitive words|blocked by/i;

/** Reads an error answer in the shapes of Google, OpenAI, LiteLLM, OpenRouter and new-api. */
export function readApiError(answer: HttpAnswer, now: number): ApiError {
  const text = bodyText(answer, MOST_ERROR_BYTES);
  const body = errorBody(text);
  const said =
    textAt(body, 'error', 'message') ??
    textAt(body, 'error') ??
    textAt(body, 'message') ??
    textAt(body, 'detail') ??
    withoutTags(clipped(text, MOST_MESSAGE));
  // Cut before anybody looks: what looks for words must not be made to look for ever.
  const message = clipped(said, MOST_MESSAGE);
  const named = textAt(body, 'error', 'status') ?? textAt(body, 'error', 'code') ?? textAt(body, 'code');
  const code = named === null ? null : clipped(named, MOST_CODE);
  return {
    status: answer.status,
    code,
    message: message || 'no message',
    hintMs: serverHint(answer, body, now),
  };
}

/** The parsed body of an error answer; Google puts some of them into a list. */
export function errorBody(text: string): Json | undefined {
  const parsed = parseJson(text);
  return Array.isArray(parsed) ? parsed[0] : parsed;
}

/** A page of HTML as words. The text is short, and no tag is longer than this. */
function withoutTags(text: string): string {
  return text
    .replace(/<[^<>]{0,300}>|\s+/g, ' ')
    .trim()
    .slice(0, 300);
}

/** The class of an error answer at a step; whether a submit may have started a job all the same, see submitRefusal.ts. */
export function classify(error: ApiError, step: Step): FailureId {
  if (error.status >= 300 && error.status < 400) return 'redirected';
  if (saysRetired(error)) return step === 'poll' ? 'operation-gone' : 'retired-id';
  if (step === 'download' && [403, 404, 410].includes(error.status))
    return NO_VIDEO_WORDING.test(error.message) ? 'no-video' : 'expired';
  switch (error.status) {
    case 429:
      return 'rate-limited';
    case 503:
      return 'overloaded';
    case 500:
      return saysFiltered(error.message) && step === 'poll' ? 'filtered' : 'internal';
    case 401:
      return 'unauthenticated';
    case 403:
      return 'forbidden';
    case 404:
    case 410:
      return step === 'poll' ? 'operation-gone' : 'not-found';
    case 408:
    case 502:
    case 504:
      return 'gateway-failure';
    default:
      return error.status >= 500 ? 'internal' : saysFiltered(error.message) ? 'filtered' : 'bad-request';
  }
}

/** The class of a job that ended with an error. */
export function classifyJobError(code: string | null, message: string): FailureId {
  if (saysFiltered(message) || (code !== null && saysFiltered(code.replaceAll('_', ' ')))) return 'filtered';
  return code === 'expired' ? 'operation-gone' : 'operation-failed';
}

/** Whether a message names the safety filter as the reason. */
function saysFiltered(message: string): boolean {
  return FILTER_WORDING.test(message);
}

/** Whether an answer says, in any surface's words, that the model ID is gone. */
export function saysRetired(error: Pick<ApiError, 'status' | 'code' | 'message'>): boolean {
  if (![400, 404, 410, 500, 503].includes(error.status)) return false;
  return (
    (error.code !== null && RETIRED_CODES.has(error.code)) ||
    RETIRED_WORDING.some((words) => words.test(error.message))
  );
}

/** `Retry-After` (seconds or a date), `retry-after-ms`, or Google's RetryInfo (`"retryDelay": "32s"`); the longest of them. */
function serverHint(answer: HttpAnswer, body: Json | undefined, now: number): number | null {
  const hints = [
    retryAfter(answer.headers['retry-after'], now),
    numberAt({ ms: answer.headers['retry-after-ms'] ?? null }, 'ms'),
    ...listAt(body, 'error', 'details').map((detail) => secondsText(at(detail, 'retryDelay'))),
  ].filter((hint) => hint !== null && hint >= 0);
  return hints.length === 0 ? null : Math.max(...hints.map(Number));
}

function retryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  if (/^\d+(?:\.\d+)?$/.test(value.trim())) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

function secondsText(value: Json | undefined): number | null {
  const match = typeof value === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(value) : null;
  return match?.[1] === undefined ? null : Number(match[1]) * 1000;
}
