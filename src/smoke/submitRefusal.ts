// Whether an error answer to a submit surely came before anything was started. Only then may the submit be sent again.
import { type ApiError, classify, errorBody, saysRetired } from './classify.ts';
import type { FailureId } from './failures.ts';
import { bodyText, type HttpAnswer } from './http.ts';
import { at, type Json, textAt } from './json.ts';
import type { FamilyId } from './types.ts';

/** How the gateways' own limiters call a request that came too soon. */
const TOO_SOON = new Set([
  'rate_limit_exceeded',
  'rate_limit_error',
  'rate_limit_reached',
  'throttling_error',
  'too_many_requests',
  'resource_exhausted',
  'insufficient_quota',
]);

/** Google's words by status: no room for the request. An INTERNAL may come from a job that was started. */
const GOOGLES = new Map([
  [429, 'RESOURCE_EXHAUSTED'],
  [503, 'UNAVAILABLE'],
]);

/** Words of what stands between, also where an API passes them on in a form of its own. */
const IN_BETWEEN = /upstream|connect|disconnect|reset|terminat|timed? ?out|deadline|gateway|proxy/i;

/** Statuses that leave open what happened to the request. */
const OPEN = new Set([303, 408, 409, 425, 429, 499]);

/** The class of an error answer to a submit. */
export function classifySubmit(answer: HttpAnswer, error: ApiError, family: FamilyId): FailureId {
  return mayHaveStarted(answer, error, family) ? 'lost-answer' : classify(error, 'submit');
}

/**
 * Whether a job may run after an error answer to a submit. A client error is the end of a request that was refused; of
 * the others only a refusal in the surface's own form, with the code for no room, started nothing for sure.
 */
function mayHaveStarted(answer: HttpAnswer, error: ApiError, family: FamilyId): boolean {
  if (error.status < 500 && !OPEN.has(error.status)) return false;
  if (saysRetired(error)) return false;
  return IN_BETWEEN.test(error.message) || !hasOwnForm(answer, family);
}

function hasOwnForm(answer: HttpAnswer, family: FamilyId): boolean {
  const body = errorBody(bodyText(answer));
  switch (family) {
    case 'gemini-api':
    case 'vertex-ai':
    case 'omni-interactions':
      return isGoogles(answer.status, body);
    case 'openrouter':
      return answer.status === 429 && at(body, 'error', 'code') === 429 && isMessage(body);
    case 'openai-videos':
    case 'new-api':
      return answer.status === 429 && isTooSoon(body);
  }
}

function isGoogles(status: number, body: Json | undefined): boolean {
  const word = GOOGLES.get(status);
  return at(body, 'error', 'code') === status && textAt(body, 'error', 'status') === word;
}

function isTooSoon(body: Json | undefined): boolean {
  const codes = [textAt(body, 'error', 'code'), textAt(body, 'error', 'type'), textAt(body, 'code')];
  return codes.some((code) => code !== null && TOO_SOON.has(code.toLowerCase()));
}

function isMessage(body: Json | undefined): boolean {
  return textAt(body, 'error', 'message') !== null;
}
