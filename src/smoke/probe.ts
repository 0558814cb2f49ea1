// One free question to a surface: does it still have the model? One GET, no second try, no redirect followed, and the key of
// that host alone.
import { networkLimits } from '../network/limits.ts';
import { clipped } from '../outlets/plain.ts';
import { PROBE_SCHEMA, type Probe } from '../refresh/probe.ts';
import { messageOf } from '../thrown.ts';
import { errorBody, readApiError } from './classify.ts';
import { FAMILIES } from './endpoints/index.ts';
import type { EndpointFamily } from './endpoints/types.ts';
import { bodyText, type HttpAnswer, type Transport } from './http.ts';
import { at, parseJson, textAt } from './json.ts';
import { type BoundKey, credentialHeader, hostOf, type KeyRing } from './keys.ts';
import type { Redact } from './redact.ts';
import { SIMULATED_HEADER } from './simulatedMark.ts';
import type { SmokeRoute } from './types.ts';

/** The question cannot be asked. The message is a sentence that says what to do. */
export class ProbeError extends Error {}

/** Where a probe goes, before anybody said yes to it. */
export interface PlannedProbe {
  readonly route: SmokeRoute;
  readonly url: string;
  readonly host: string;
  /** Null where the host has none and answers without. */
  readonly key: BoundKey | null;
}

export interface ProbeWorld {
  readonly transport: Transport;
  readonly redact: Redact;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Families whose free question names the model: a 404 is about it. Elsewhere a list is read. */
const NAMES_MODEL: ReadonlySet<string> = new Set(['gemini-api', 'vertex-ai', 'omni-interactions']);
/** Lists that need no key. */
const PUBLIC_LISTS: ReadonlySet<string> = new Set(['openrouter', 'new-api']);

/** @throws ProbeError where the address of the surface is none to send to, or its key is missing */
export function planProbe(route: SmokeRoute, keys: KeyRing): PlannedProbe {
  const { url } = FAMILIES[route.family].look(route);
  const host = hostOf(url);
  if (host === null)
    throw new ProbeError(`${new URL(url).origin} is not asked: only https, and http on this machine, is.`);
  const key = keys(url);
  if (key === null && !PUBLIC_LISTS.has(route.family)) throw new ProbeError(`There is no key for ${host}.`);
  return { route, url, host, key };
}

/** Asks once. Whatever goes wrong on the way says nothing about the model. */
export async function askProbe(
  { route, url, host, key }: PlannedProbe,
  { transport, redact, now }: ProbeWorld,
  signal?: AbortSignal,
): Promise<Probe> {
  const family = FAMILIES[route.family];
  const asked = {
    schema: PROBE_SCHEMA,
    model: route.model,
    surface: route.surface,
    host,
    askedAt: new Date(now()).toISOString(),
  } as const;
  const nothing = (status: number | null, said: string): Probe => ({
    ...asked,
    simulated: false,
    answer: 'nothing',
    status,
    said: clipped(redact(said), MOST_SAID),
  });
  try {
    const secret = key === null ? {} : credentialHeader(family.credential, await key.secret());
    const headers = { accept: 'application/json', ...secret };
    const limits = networkLimits('look', family.id);
    const answer = await transport({ method: 'GET', url, headers, body: null, ...limits }, signal);
    const said = readAnswer(answer, family, route, now());
    return {
      ...asked,
      ...said,
      simulated: answer.headers[SIMULATED_HEADER] !== undefined,
      status: answer.status,
      said: clipped(redact(said.said), MOST_SAID),
    };
  } catch (error) {
    return nothing(null, `no whole answer came: ${messageOf(error)}`);
  }
}

const MOST_SAID = 400;

function readAnswer(
  answer: HttpAnswer,
  family: EndpointFamily,
  route: SmokeRoute,
  now: number,
): Pick<Probe, 'answer' | 'said'> {
  const { status } = answer;
  if (status >= 300 && status < 400)
    return { answer: 'nothing', said: `it redirects to ${targetOf(answer)}` };
  if (status >= 200 && status < 300) return readList(answer, family, route);
  const { code, message } = readApiError(answer, now);
  const words = `it answered ${status}${code === null || code === String(status) ? '' : ` ${code}`}`;
  if (status === 404 && NAMES_MODEL.has(family.id) && isOwnError(answer))
    return { answer: 'gone', said: words };
  return { answer: 'nothing', said: `${words}: ${message}` };
}

/** A proxy or a wrong address answers 404 as well, but not with the error of the API. */
function isOwnError(answer: HttpAnswer): boolean {
  const error = at(errorBody(bodyText(answer, 64 * 1024)), 'error');
  return at(error, 'code') === 404 || textAt(error, 'status') === 'NOT_FOUND';
}

function readList(
  answer: HttpAnswer,
  family: EndpointFamily,
  route: SmokeRoute,
): Pick<Probe, 'answer' | 'said'> {
  const json = parseJson(bodyText(answer));
  const presence = family.readLook(json, route);
  const isOther = NAMES_MODEL.has(family.id) && !(textAt(json, 'name') ?? '').endsWith(`/${route.model}`);
  if (presence === 'unclear' || (presence === 'present' && isOther))
    return { answer: 'nothing', said: `it answered ${answer.status} with something else than the model` };
  return presence === 'present'
    ? { answer: 'listed', said: 'it has the model' }
    : { answer: 'not-listed', said: 'its list has no such model' };
}

/** The origin alone: the rest of an address may be signed. */
function targetOf({ headers }: HttpAnswer): string {
  const { location = '' } = headers;
  return URL.canParse(location)
    ? `${new URL(location).origin}, which is not followed`
    : 'another address, which is not followed';
}
