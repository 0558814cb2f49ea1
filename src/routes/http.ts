// Reads a request by what is sent over HTTP: an address and a body, wherever they were written.
import type { Catalog } from '../catalog/catalog.ts';
import { hostOf } from '../detect/places.ts';
import { isResourcePath, surfaceOfHost } from '../detect/surface.ts';
import { isByPrefix, type ModelReader, modelIn, type NamedModel, NO_MODEL, ownClaim } from './models.ts';
import { insideOf, isAddress, isParameterKey, readParameters } from './parameters.ts';
import { makeRoute, type RoutePlace } from './route.ts';
import { GOOGLE_VERBS } from './shapes.ts';
import { surfaceOfAddress, textsIn } from './surfaces/address.ts';
import type { CallShape, Route } from './types.ts';
import { hostedPath } from './values/addresses.ts';
import { flatten, HOLE, mapOptions, optionsOf, type Result, UNKNOWN } from './values/result.ts';

/**
 * The routes of a request that sends `values` (addresses, options, bodies). `hidden`: something that is sent cannot be
 * seen. `base`: what the client puts before a relative address. Empty where it is no request to a Veo model.
 */
export function readSent(
  catalog: Catalog,
  models: ModelReader,
  values: readonly Result[],
  hidden: boolean,
  base: string | null,
  place: RoutePlace,
): readonly Route[] {
  const objects = values.flatMap((value) => insideOf(value) ?? []);
  const address = addressIn(values) ?? taskIn(values);
  if (address === null) return [];
  const byAddress = models.ofAddress(address).filter((model) => {
    const { id, before } = model;
    const text = textWith(address, model);
    if (id === null || isSubmit(text, before)) return true;
    // `…/run/google/veo-3`: the model is where the address ends, and it is given a prompt.
    return (
      text.slice(before.length).split('?')[0] === id &&
      objects.some((one) => isPrompted(one) || (isAtGateway(catalog, text) && inSent(one, hasParameter)))
    );
  });
  // Where the path only ends with a spelling, a model in the body says more.
  const isCertain = byAddress.some(
    (model) =>
      model.id !== null && (model.id.includes('/') || isSubmit(textWith(address, model), model.before)),
  );
  const seen = [
    () => (isCertain ? byAddress : []),
    () => objects.flatMap((object) => modelIn(models, object)).slice(0, 16),
    () => byAddress,
    () => (isAtGateway(catalog, base) && objects.some(isPrompted) ? models.ofPath(address) : []),
  ].reduce<readonly NamedModel[]>((found, read) => (found.length > 0 ? found : read()), []);
  const isUnnamed = seen.length === 0 && asksForVeo(catalog, address, models.areNamed());
  const asks =
    (isUnnamed && (hidden || objects.some((one) => inSent(one, (sent) => sent.open || hasPrompt(sent))))) ||
    (seen.length === 0 && asksOmni(address) && objects.some((one) => inSent(one, wantsVideo)));
  const named = asks ? [NO_MODEL] : seen;
  if (named.length === 0) return [];
  const parameters = readParameters(objects, hidden && !objects.some(holdsRequest));
  const texts = textsIn(address).join(' ');
  const shape = shapeOfAddress(texts);
  return named.map((model) => {
    const claim = surfaceOfAddress(catalog, address, base, model);
    const own = ownClaim(catalog, model);
    // A proxy of nobody known may have names of its own, prefix and all, and passes on what has Google's paths.
    const isForeigners = model.reference?.kind === 'unknown' || isResourcePath(own.evidence);
    if (isForeigners && isForeign(catalog, address))
      return makeRoute({ place, shape, model, all: named, parameters, claim });
    const prefixed = byAddress.length === 0 && isByPrefix(own);
    const best = (claim.surface === 'unknown' || prefixed) && own.surface !== 'unknown' ? own : claim;
    return makeRoute({ place, shape, model, all: named, parameters, claim: best });
  });
}

/** The text that names a model, of those that an address may be. An ID may be spelled there in another way. */
function textWith(address: Result, { before, id }: NamedModel): string {
  const texts = optionsOf(address).map((option) => flatten(option) ?? '');
  const named = texts.find((text) => text.startsWith(before + (id ?? '')));
  return named ?? texts.find((text) => text.startsWith(before)) ?? '';
}

/**
 * A gateway's address for Veo alone (`api.kie.ai/api/v1/veo/generate`), whatever the model, or one for any video
 * (`…/v1/videos/generations`) in a text that names models of Veo.
 */
function asksForVeo(catalog: Catalog, address: Result, namesVeo: boolean): boolean {
  const texts = optionsOf(address).map((option) => flatten(option) ?? '');
  const asked = texts.every((text) => VEO_ADDRESS.test(text) || (namesVeo && VIDEO_ADDRESS.test(text)));
  // What the environment puts in front is not seen.
  const seen = texts.filter((text) => !text.startsWith(HOLE));
  return asked && seen.length > 0 && seen.every((text) => isAtGateway(catalog, text));
}

const VEO_ADDRESS = /\/veo\/(?:generate|generations|create|submit|(?:text|image)-to-video)\/?$/;
const VIDEO_ADDRESS = /\/v\d\/(?:videos?\/(?:create|generate|generations|submit)|videos)\/?$/;

/** The Interactions API, whatever the model. */
const asksOmni = (address: Result): boolean =>
  optionsOf(address).every((option) => /\/interactions\/?(?:\?[^/]*)?$/.test(flatten(option) ?? ''));

/** Whether a body says that it wants a video, and a model that nothing in sight names. */
function wantsVideo({ entries }: Sent): boolean {
  const format = entries.get('response_format') ?? entries.get('responseFormat');
  if (!entries.has('model') || format?.kind !== 'object') return false;
  return optionsOf(format.entries.get('type') ?? UNKNOWN).some((option) => flatten(option) === 'video');
}

const GOOGLE_VERB = new RegExp(`:(?:${GOOGLE_VERBS})\\b`);
const CHAT_VERB = /:(?:streamG|g)enerateContent\b/;

function shapeOfAddress(text: string): CallShape {
  if (GOOGLE_VERB.test(text)) return 'predict-long-running';
  if (CHAT_VERB.test(text)) return 'chat-completions';
  if (/\/interactions\b/.test(text)) return 'interactions';
  if (/chat\/completions/.test(text)) return 'chat-completions';
  if (/fal\.run|fal-ai/.test(text)) return 'fal';
  if (/replicate\.com/.test(text)) return 'replicate';
  return /\/v1\/videos\b/.test(text) && !/openrouter/.test(text) ? 'openai-videos' : 'gateway-rest';
}

/** Whether an address names a host that the catalog knows nobody at. */
function isForeign(catalog: Catalog, address: Result): boolean {
  return optionsOf(address).every((option) => {
    const host = hostOf(flatten(option) ?? '');
    return host !== null && surfaceOfHost(catalog, host) === undefined;
  });
}

/** Whether something that is sent holds what a request for a video holds. */
function holdsRequest(value: Result): boolean {
  if (value.kind !== 'object') return false;
  for (const [key, entry] of value.entries) {
    if (/^(?:instances|parameters|prompt|input|promptText)$/i.test(key)) return true;
    if (/^(?:body|json|data|payload|content)$/i.test(key) && insideOf(entry) !== null) return true;
  }
  return false;
}

type Sent = Extract<Result, { kind: 'object' }>;

/** Whether an object that is sent, or one in its body, is of a kind. */
const inSent = (value: Result, isOne: (sent: Sent) => boolean, depth = 0): boolean =>
  value.kind === 'object' &&
  (isOne(value) ||
    [...value.entries].some(([key, entry]) => {
      const isBody = depth < 2 && /^(?:body|json|data|payload|input|init)$/i.test(key);
      const inside = isBody ? insideOf(entry) : null;
      return inside !== null && inSent(inside, isOne, depth + 1);
    }));

/** Whether an object that is sent tells a model what to make, or may do so. */
const isPrompted = (value: Result): boolean =>
  inSent(value, (sent) => hasPrompt(sent) || mayHavePrompt(sent));

/** Whether an address leads to a gateway: what the paths behind it end with is a model of it. */
function isAtGateway(catalog: Catalog, base: string | null): boolean {
  const host = base === null ? null : hostOf(base);
  return host !== null && surfaceOfHost(catalog, host)?.kind === 'gateway';
}

/** A gateway's task with its model, as a path without a slash in front (`text-to-video/veo-3-1`). */
const TASK = /^(?:text|images?|frames?|reference|video)-to-video\/veo[-_.]?\d[\w.-]*$/;

/** The first text among what is sent that is a task's path; null where none is. */
export const taskIn = (values: readonly Result[]): Result | null =>
  values.find((value) => optionsOf(value).every((option) => TASK.test(flatten(option) ?? ''))) ?? null;

/** What tells a model what to make. */
const hasPrompt = ({ entries }: Sent): boolean =>
  [...entries.keys()].some((key) => /^(?:prompt|instances|prompt_?text|text_?prompt)$/i.test(key));

/** What has a parameter of a video. */
const hasParameter = ({ entries }: Sent): boolean => [...entries.keys()].some(isParameterKey);

/** What has a video's parameters, and further keys that cannot be seen. */
const mayHavePrompt = (sent: Sent): boolean => sent.open && hasParameter(sent);

/** An address that starts a job, not one that asks for its state. */
function isSubmit(text: string, before: string): boolean {
  if (GOOGLE_VERB.test(text) || CHAT_VERB.test(text)) return true;
  if (/\/(?:requests|status|result|record-info|operations|cancel)\b/.test(text) || /[?&]key=/.test(text))
    return false;
  if (/replicate\.com/.test(text)) return /\/predictions\/?$/.test(text);
  return (
    /fal\.run|fal-ai|queue\./.test(text) ||
    /\/(?:generate|generations|predictions|videos?|create|submit)\b/.test(text.slice(before.length))
  );
}

/** The first text among what is sent that is an address. */
export function addressIn(values: readonly Result[]): Result | null {
  const candidates = values.flatMap((value) => addressesOf(value, 0));
  return (
    candidates.find((one) =>
      optionsOf(one).some((option) => (flatten(option) ?? '').includes(':predictLongRunning')),
    ) ??
    candidates[0] ??
    null
  );
}

function addressesOf(value: Result, depth: number): readonly Result[] {
  const options = optionsOf(value);
  if (options.some((option) => option.kind === 'text' || option.kind === 'scalar')) {
    const texts = options.filter((option) => {
      const text = flatten(option);
      return text !== null && text.length < 2000 && !/^\s*[{[]/.test(text) && isAddress(text);
    });
    return texts.length === 0
      ? []
      : [mapOptions(value, (option) => (texts.includes(option) ? option : UNKNOWN))];
  }
  if (value.kind !== 'object' || depth > 1) return [];
  const hosted = hostedPath(value);
  if (hosted !== null) return [hosted];
  return [...value.entries].flatMap(([key, entry]) =>
    /^(?:url|uri|endpoint|path|href|address|baseURL|method_url|target|RequestUri|CURLOPT_URL|location)$/i.test(
      key,
    )
      ? addressesOf(entry, depth + 1)
      : depth === 0 && entry.kind === 'object' && !/headers|body|json|data/i.test(key)
        ? addressesOf(entry, depth + 1)
        : [],
  );
}
