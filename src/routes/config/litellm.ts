// LiteLLM proxy configurations: model_list, router_settings, litellm_settings. Also inside a chart's values.

import type { SurfaceClaim } from '../../detect/surface.ts';
import type { Place } from '../types.ts';
import { links } from './chain.ts';
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, named, namedBy, surfaceOfProvider, surfaceOfUrl } from './route.ts';
import { numberAt, parametersAt, placeOf, pricesAt, retry, secondsAt } from './stated.ts';
import {
  at,
  type Entry,
  eachMapping,
  entriesOf,
  entry,
  get,
  itemsOf,
  type Mapping,
  type Node,
  scalar,
  scalarsOf,
  textOf,
} from './tree.ts';
import type {
  ConfigFormat,
  ConfigRoute,
  ConfigSource,
  Fallback,
  FormatReading,
  NamedPlace,
  OtherRoute,
  RetryStatement,
  Stated,
} from './types.ts';

export const litellm: ConfigFormat = {
  id: 'litellm',
  hint: /\b(?:model_list|router_settings|litellm_settings)\b/,
  recognises: (source) => configurations(source).length > 0,
  read: (source) => joinReadings(configurations(source).map((root) => readConfiguration(root, source))),
};

/** The mappings that are a LiteLLM configuration. */
function configurations({ roots }: ConfigSource): readonly Mapping[] {
  const found: Mapping[] = [];
  for (const root of roots) {
    eachMapping(root, (map) => {
      const deployments = itemsOf(get(map, 'model_list')).some(
        (item) => get(item, 'litellm_params') !== undefined,
      );
      const settings =
        chainsOf(map).length > 0 || get(at(map, 'router_settings'), 'model_group_alias') !== undefined;
      if (deployments || settings) found.push(map);
    });
  }
  return found;
}

function readConfiguration(root: Mapping, source: ConfigSource): FormatReading {
  const settings = generalSettings(root);
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  for (const item of itemsOf(get(root, 'model_list'))) {
    const route = readDeployment(item, settings, source);
    const name = namedBy(item, 'model_name');
    if (route !== null) routes.push(route);
    else if (name !== null)
      others.push({ ...name, model: textOf(at(item, 'litellm_params', 'model')) ?? null });
  }
  routes.push(...passThrough(root, source));
  const names = new Set([...routes.flatMap(({ name }) => name ?? []), ...others.map(({ name }) => name)]);
  const fallbacks = [...chainsOf(root), ...defaultFallbacks(root, routes)];
  const groups = entriesOf(at(root, 'router_settings', 'model_group_alias'));
  // The other tables may also stand for a model of the library itself.
  const models = [
    at(root, 'litellm_settings', 'model_alias_map'),
    at(root, 'general_settings', 'model_alias_map'),
  ].flatMap(entriesOf);
  const table = [...groups, ...models];
  const aliases = table.flatMap((each) => {
    const of = named(get(each.value, 'model') ?? each.value);
    const alias = { name: each.key, ...each.keyPlace };
    if (of === null) return [];
    return [{ alias, of: of.name, ...(groups.includes(each) ? { ofPlace: placeOf(of) } : {}) }];
  });
  const open =
    names.size === 0 ||
    [...names].some((name) => name.includes('*')) ||
    get(root, 'include') !== undefined ||
    [at(root, 'general_settings', 'store_model_in_db')].some((flag) => /^true$/i.test(textOf(flag) ?? ''));
  const stoodFor = table.flatMap(({ value }) => scalar(get(value, 'model') ?? value) ?? []);
  return { routes, others, fallbacks, aliases, names: stoodFor.map(placeOf), open };
}

interface GeneralSettings {
  readonly retries: readonly RetryStatement[];
  readonly groupRetries: ReadonlyMap<string, readonly RetryStatement[]>;
  readonly timeout: Stated<number> | null;
  readonly concurrency: Stated<number> | null;
}

function generalSettings(root: Mapping): GeneralSettings {
  const router = get(root, 'router_settings');
  const library = get(root, 'litellm_settings');
  const groups = entriesOf(get(router, 'model_group_retry_policy'));
  return {
    retries: [
      ...attempts(entry(router, 'num_retries') ?? entry(library, 'num_retries')),
      ...policy(get(router, 'retry_policy') ?? get(library, 'retry_policy')),
    ],
    groupRetries: new Map(groups.map(({ key, value }) => [key, policy(value)])),
    timeout: secondsAt(get(router, 'timeout')) ?? secondsAt(get(library, 'request_timeout')),
    concurrency: numberAt(get(router, 'default_max_parallel_requests')),
  };
}

function attempts(said: Entry | undefined): readonly RetryStatement[] {
  const count = numberAt(said?.value);
  return said === undefined || count === null ? [] : [retry(count, { attempts: count })];
}

const ERROR_OF_KEY: Readonly<Record<string, string>> = {
  BadRequestErrorRetries: '400',
  AuthenticationErrorRetries: '401',
  TimeoutErrorRetries: 'timeout',
  RateLimitErrorRetries: '429',
  ContentPolicyViolationErrorRetries: 'refusal',
  InternalServerErrorRetries: '500',
};

function policy(node: Node | undefined): readonly RetryStatement[] {
  return entriesOf(node).flatMap(({ key, keyPlace, value }) => {
    const error = ERROR_OF_KEY[key];
    const count = numberAt(value);
    if (error === undefined || count === null) return [];
    return [retry(count, { attempts: count, on: [{ value: error, ...keyPlace }] })];
  });
}

function readDeployment(item: Node, settings: GeneralSettings, source: ConfigSource): ConfigRoute | null {
  const params = get(item, 'litellm_params');
  const reference = modelOf(source, scalar(get(params, 'model')));
  if (reference === null) return null;
  const name = namedBy(item, 'model_name');
  const project = textOf(get(params, 'vertex_project'));
  const provider = surfaceOfProvider(textOf(get(params, 'custom_llm_provider')));
  const byProject: SurfaceClaim | null =
    project === undefined
      ? null
      : { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'vertex_project' } };
  const own = [...attempts(entry(params, 'num_retries', 'max_retries'))];
  return makeRoute({
    reference,
    entry: placeOf(item),
    name: name?.name ?? null,
    namePlace: name,
    read: parametersAt(params, get(params, 'parameters'), get(params, 'extra_body')),
    claim: provider ?? surfaceOfUrl(source, textOf(get(params, 'api_base', 'base_url'))) ?? byProject,
    retries: [
      ...(own.length > 0 ? own : settings.retries.filter(({ on }) => on.length === 0)),
      ...(settings.groupRetries.get(name?.name ?? '') ?? settings.retries.filter(({ on }) => on.length > 0)),
    ],
    timeoutSeconds: secondsAt(get(params, 'timeout')) ?? settings.timeout,
    requestsPerMinute: numberAt(get(params, 'rpm')),
    concurrency: numberAt(get(params, 'max_parallel_requests')) ?? settings.concurrency,
    prices: pricesAt(params, get(item, 'model_info')),
    door: doorOf(params),
    sameName: 'shared',
  });
}

/** Paths that go on to a URL as they are. */
function passThrough(root: Mapping, source: ConfigSource): readonly ConfigRoute[] {
  return itemsOf(at(root, 'general_settings', 'pass_through_endpoints')).flatMap((item) => {
    const reference = modelOf(source, scalar(get(item, 'target')));
    const name = namedBy(item, 'path');
    if (reference === null) return [];
    return [makeRoute({ reference, entry: placeOf(item), name: name?.name ?? null, namePlace: name })];
  });
}

/** What makes two deployments of one model two doors: every parameter that is a plain value, in one order. */
function doorOf(params: Node | undefined): string {
  return entriesOf(params)
    .flatMap(({ key, value }) => (value.kind === 'scalar' ? [`${key}=${value.text}`] : []))
    .toSorted()
    .join('\n');
}

const CHAINS = [
  { key: 'fallbacks', trigger: null },
  { key: 'context_window_fallbacks', trigger: 'context-window' },
  { key: 'content_policy_fallbacks', trigger: 'refusal' },
] as const;

/** The fallbacks of every settings block, from each name to each of its targets. */
function chainsOf(root: Mapping): readonly Fallback[] {
  const blocks = [get(root, 'router_settings'), get(root, 'litellm_settings')];
  return blocks.flatMap((block) =>
    CHAINS.flatMap(({ key, trigger }) => {
      const found = entry(block, key);
      if (found === undefined) return [];
      const on = trigger === null ? [] : [{ value: trigger, ...found.keyPlace }];
      return itemsOf(found.value).flatMap((item) => entriesOf(item).flatMap((each) => chain(each, on)));
    }),
  );
}

function chain({ key, keyPlace, value }: Entry, on: Fallback['on']): readonly Fallback[] {
  const from = { name: key, ...keyPlace };
  return targets(value).map((to) => ({ from, to, on, local: false }));
}

/** Targets are names, or mappings with the name as `model`. */
function targets(value: Node): readonly NamedPlace[] {
  if (value.kind !== 'list') return scalarsOf(value).flatMap((each) => named(each) ?? []);
  return value.items.flatMap((item) => named(item) ?? namedBy(item, 'model') ?? []);
}

/** `default_fallbacks` hold for every name without fallbacks of its own. */
function defaultFallbacks(root: Mapping, routes: readonly ConfigRoute[]): readonly Fallback[] {
  const blocks = [get(root, 'router_settings'), get(root, 'litellm_settings')];
  const own = new Set(chainsOf(root).flatMap(({ from, on }) => (on.length === 0 ? [from.name] : [])));
  const places = new Map<string, Place>();
  for (const { name, namePlace } of routes) {
    if (name !== null && namePlace !== null && !own.has(name) && !places.has(name))
      places.set(name, namePlace);
  }
  const from = [...places].map(([name, place]) => ({ name: { name, ...placeOf(place) }, on: [] }));
  return blocks.flatMap((block) =>
    links(from, targets(get(block, 'default_fallbacks') ?? NO_LIST))
      .filter((step) => step.from.name !== step.to.name)
      .map((step) => ({ ...step, local: false })),
  );
}

const NO_LIST: Node = { kind: 'list', items: [], start: 0, end: 0 };
