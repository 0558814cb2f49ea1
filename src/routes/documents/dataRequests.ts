// Requests that files of data hold: request bodies, batches, collections of HTTP clients, workflows.
import type { Catalog } from '../../catalog/catalog.ts';
import type { SurfaceClaim } from '../../detect/surface.ts';
import type { Reference } from '../../detect/types.ts';
import {
  eachMapping,
  eachMappingInside,
  entriesOf,
  get,
  itemsOf,
  type Mapping,
  type Node,
  scalar,
  textOf,
} from '../config/tree.ts';
import { readSent } from '../http.ts';
import { createModelReader, isByPrefix, type ModelReader, modelIn, ownClaim } from '../models.ts';
import { readParameters } from '../parameters.ts';
import { makeRoute } from '../route.ts';
import type { CallShape, Place, Route } from '../types.ts';
import { mapOptions, type Result, raise, UNKNOWN } from '../values/result.ts';
import { comfyRequest } from './comfy.ts';
import { type Resolver, worthOf } from './values.ts';

/** What the readers of data share. */
export interface DataSource {
  readonly catalog: Catalog;
  readonly models: ModelReader;
  readonly roots: readonly Node[];
}

/** The requests in trees of data, in order of position. `find` gives the references that overlap a place. */
export function dataRequests(
  roots: readonly Node[],
  catalog: Catalog,
  find: (place: Place) => readonly Reference[],
): readonly Route[] {
  const source: DataSource = { catalog, models: createModelReader(catalog, find), roots };
  const resolve = assignedIn(roots);
  const found: Route[] = [];
  for (const root of roots) {
    eachMappingInside<SurfaceClaim | null>(root, null, (map, path, above) => {
      const claim = claimOf(map, catalog) ?? above;
      if (path.some((step) => NO_PLACE.test(step)) || isOffered(path, map)) return claim;
      const request =
        comfyRequest(map, source) ??
        httpObject(map, source, resolve) ??
        modelObject(map, source, claim, resolve);
      found.push(...request);
      return claim;
    });
  }
  return withoutInner(found);
}

/** Of requests inside of each other with the same model the inner one is the same request. */
function withoutInner(routes: readonly Route[]): readonly Route[] {
  // How far the routes reach that send a reference and begin no later: longer ones come first.
  const reach = new Map<string, Place>();
  const inner = new Set<Route>();
  for (const route of [...routes].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const sent = `${route.model} ${route.reference?.start}`;
    const longest = reach.get(sent);
    if (longest === undefined || longest.end < route.end) reach.set(sent, route);
    else if (longest.start < route.start || longest.end > route.end) inner.add(route);
  }
  return routes.filter((route) => !inner.has(route));
}

const PROVIDER_KEY = ['provider', 'surface', 'platform', 'backend', 'gateway', 'api', 'vendor'] as const;

/** The surface that a mapping names, for itself and what is in it. */
function claimOf(map: Mapping, catalog: Catalog): SurfaceClaim | null {
  for (const holder of [map, get(map, 'defaults'), get(map, 'default')]) {
    for (const key of PROVIDER_KEY) {
      const named = textOf(get(holder, key))?.toLowerCase().replaceAll('_', '-');
      if (named === undefined) continue;
      const evidence = { kind: 'setting', detail: `${key}: ${named}` } as const;
      if (/^(?:google-)?vertex(?:-?ai)?$/.test(named)) return { surface: 'vertex-ai', evidence };
      if (/^(?:google-?)?(?:gemini(?:-api)?|ai-?studio|genai|generative-?ai)$/.test(named))
        return { surface: 'gemini-api', evidence };
      if (catalog.surface(named) !== undefined) return { surface: named, evidence };
    }
  }
  return get(map, 'project') !== undefined && get(map, 'location') !== undefined
    ? { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'project, location' } }
    : null;
}

/** Values that nodes of a workflow set under a name (n8n's Set node), by that name. */
function assignedIn(roots: readonly Node[]): Resolver {
  const assigned = new Map<string, Result>();
  for (const root of roots) {
    eachMapping(root, (map) => {
      const name = textOf(get(map, 'name'));
      const value = scalar(get(map, 'value'));
      if (name !== undefined && value !== undefined && !assigned.has(name))
        assigned.set(name, raise(worthOf(value), 'constant'));
    });
  }
  return (expression) => {
    const name = /(?:\.|\[['"])(\w+)(?:['"]\])?\s*$/.exec(expression)?.[1];
    return (name === undefined ? undefined : assigned.get(name)) ?? UNKNOWN;
  };
}

const URL_KEYS = ['url', 'uri', 'endpoint', 'URL'] as const;
const BODY_KEYS = [
  'jsonBody',
  'body',
  'data',
  'json',
  'payload',
  'postData',
  'bodyParametersJson',
  'rawBody',
  'parameters',
] as const;

/** An object with an address and what is posted to it: a node of a workflow, an entry of a collection. */
function httpObject(
  map: Mapping,
  { catalog, models }: DataSource,
  resolve: Resolver,
): readonly Route[] | null {
  const urlNode = URL_KEYS.map((key) => get(map, key)).find((node) => node !== undefined);
  const address = urlNode === undefined ? undefined : urlNode.kind === 'map' ? get(urlNode, 'raw') : urlNode;
  if (address?.kind !== 'scalar' || typeof address.value !== 'string') return null;
  if (/^(?:get|head|delete)$/i.test(textOf(get(map, 'method', 'requestMethod')) ?? '')) return null;
  const bodies = BODY_KEYS.flatMap((key) => {
    const node = get(map, key);
    return node === undefined ? [] : [worthOf(node, resolve)];
  });
  const listed = listedParameters(get(get(map, 'bodyParameters'), 'parameters', 'values'), resolve);
  const url = worthOf(address, resolve);
  const place = { start: map.start, end: map.end, name: textOf(get(map, 'name')) ?? null };
  const asked = address.text.includes(':predictLongRunning');
  const posts = get(map, 'method', 'requestMethod', 'verb') !== undefined;
  if (bodies.length === 0 && listed === null && !(asked && posts)) return null;
  const routes = readSent(
    catalog,
    models,
    [url, ...bodies, ...(listed === null ? [] : [listed])],
    false,
    null,
    place,
  );
  return routes.length === 0 ? null : routes;
}

/** n8n's fixed expressions: `=9:16` is `9:16`. */
const fixedOf = (value: Result): Result =>
  mapOptions(value, (option) =>
    option.kind === 'scalar' && typeof option.value === 'string' && option.value.startsWith('=')
      ? { ...option, value: option.value.slice(1) }
      : option,
  );

/** `[{ name: "model", value: "…" }]` as an object. */
function listedParameters(list: Node | undefined, resolve: Resolver): Result | null {
  const entries = itemsOf(list).flatMap((item): [string, Result][] => {
    const name = textOf(get(item, 'name', 'key'))?.replace(/^=/, '');
    const value = get(item, 'value');
    return name === undefined || value === undefined ? [] : [[name, fixedOf(worthOf(value, resolve))]];
  });
  return entries.length === 0
    ? null
    : { kind: 'object', type: null, entries: new Map(entries), open: false, at: null };
}

/** Keys that name the model of a request. */
const MODEL = [
  'model',
  'model_id',
  'modelId',
  'model_name',
  'modelName',
  'video_model',
  'videoModel',
] as const;
const PROMPT = /^(?:prompt|prompts|instances|input|promptText|prompt_text|text_prompt|messages|image_urls?)$/;
const ASKS =
  /^(?:parameters|config|duration|durationSeconds|duration_seconds|seconds|resolution|aspect_?ratio|aspectRatio|size|number_of_videos|numberOfVideos|sampleCount|sample_count|generate_?audio|generateAudio|options)$/;
/** Keys that a table of models, a price list or an answer has, and no request. */
const NO_REQUEST =
  /price|pricing|cost|usd|credits|label|display|description|capabilit|supported|durations|deprecated|^status$|^object$|created_?at|usage$|^operation|^done$|^error$|^response$|^expect/i;
const NO_PLACE =
  /^(?:models|model_list|catalog|prices|pricing|aliases|enum|choices|litellm_params|responses?|expected|assertions?|properties|schemas?|components|examples?|interactions|log|fixtures|mocks?)$/i;

/** An option that a person may pick, and not the options of a request. */
const isOffered = (path: readonly string[], map: Mapping): boolean =>
  path.includes('options') && !entriesOf(map).some(({ key }) => PROMPT.test(key));

/** An object that names a model next to what is asked of it. */
function modelObject(
  map: Mapping,
  { models, catalog }: DataSource,
  claim: SurfaceClaim | null,
  resolve: Resolver,
): readonly Route[] {
  const key = MODEL.find((name) => get(map, name) !== undefined);
  const node = key === undefined ? undefined : get(map, key);
  if (node === undefined) return [];
  const keys = entriesOf(map).map((entry) => entry.key);
  if (keys.some((one) => NO_REQUEST.test(one)) || !keys.some((one) => PROMPT.test(one) || ASKS.test(one)))
    return [];
  const picked = node.kind === 'map' ? get(node, 'value') : node;
  const named = picked?.kind === 'scalar' ? models.ofValue(worthOf(picked, resolve)) : [];
  const value = worthOf(map, resolve);
  const all = named.length > 0 ? named : modelIn(models, value);
  if (all.length === 0) return [];
  const parameters = readParameters([value], false);
  const shape: CallShape = keys.includes('messages') ? 'chat-completions' : 'config';
  const place = { start: map.start, end: map.end, name: textOf(get(map, 'name', 'id', 'custom_id')) ?? null };
  return all.map((model) => {
    const own = ownClaim(catalog, model);
    const prefixed = isByPrefix(own);
    const google =
      node.kind === 'map' && get(node, '__rl') !== undefined
        ? ({ surface: 'gemini-api', evidence: { kind: 'node', detail: 'Gemini' } } as const)
        : null;
    return makeRoute({
      place,
      shape,
      model,
      all,
      parameters,
      claim: google ?? (claim !== null && !prefixed ? claim : own),
    });
  });
}
