// Helicone AI Gateway: routers with load balancing, model mappings, retries and rate limits.
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, surfaceOfProvider } from './route.ts';
import { numberAt, placeOf, retry, secondsAt } from './stated.ts';
import {
  at,
  entriesOf,
  entry,
  get,
  itemsOf,
  type Node,
  type Scalar,
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
  Stated,
} from './types.ts';

export const helicone: ConfigFormat = {
  id: 'helicone',
  hint: /\b(?:routers|model-mapping|default-model-mapping)\b/,
  recognises: ({ roots }) => roots.some(isHelicone),
  read(source) {
    const readings = source.roots.filter(isHelicone).map((root) => readGateway(root, source));
    return { ...joinReadings(readings), open: true };
  },
};

function isHelicone(root: Node): boolean {
  const routers = entriesOf(get(root, 'routers'));
  return (
    routers.some(({ value }) => (get(value, 'load-balance') ?? get(value, 'model-mapping')) !== undefined) ||
    (get(root, 'default-model-mapping') !== undefined && get(root, 'default-model-mapping')?.kind === 'map')
  );
}

function readGateway(root: Node, source: ConfigSource): FormatReading {
  const readings = entriesOf(get(root, 'routers')).map(({ key, value }) => readRouter(key, value, source));
  const shared = mappingOf('', get(root, 'default-model-mapping'), {}, source);
  const providers = entriesOf(get(root, 'providers')).flatMap(({ key, value }) =>
    scalarsOf(get(value, 'models')).flatMap((model) => single(key, model, { provider: key }, source)),
  );
  return joinReadings([...readings, shared, { routes: providers }]);
}

/** What a router says of all its routes. */
interface Around {
  readonly provider?: string;
  readonly retries?: ConfigRoute['retries'];
  readonly requestsPerMinute?: Stated<number> | null;
}

function readRouter(name: string, router: Node, source: ConfigSource): FormatReading {
  const around: Around = {
    retries: retriesAt(get(router, 'retries')),
    requestsPerMinute: rateOf(get(router, 'rate-limit')),
  };
  const balanced = entriesOf(get(router, 'load-balance')).flatMap(({ value }) =>
    itemsOf(get(value, 'models')).flatMap((item) => {
      const model = scalar(item) ?? scalar(get(item, 'model'));
      return model === undefined ? [] : single(name, model, around, source);
    }),
  );
  const mapped = mappingOf(name, get(router, 'model-mapping'), around, source);
  return { ...mapped, routes: [...balanced, ...mapped.routes] };
}

function single(name: string, model: Scalar, around: Around, source: ConfigSource): readonly ConfigRoute[] {
  const reference = modelOf(source, model);
  if (reference === null) return [];
  return [
    makeRoute({
      reference,
      entry: placeOf(model),
      name,
      claim: surfaceOfProvider(around.provider ?? providerOf(model.text)),
      retries: around.retries ?? [],
      requestsPerMinute: around.requestsPerMinute ?? null,
      door: `${model.start}`,
    }),
  ];
}

const providerOf = (text: string): string | undefined => /^([\w-]+)\//.exec(text)?.[1];

/** A name and what stands in for it, the first choice first. */
function mappingOf(
  router: string,
  node: Node | undefined,
  around: Around,
  source: ConfigSource,
): FormatReading {
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  const fallbacks: Fallback[] = [];
  for (const { key, keyPlace, value } of entriesOf(node)) {
    const targets = scalarsOf(value).map((target, index): { local: NamedPlace; target: Scalar } => ({
      local: { name: `${router}/${key}[${index}]`, ...placeOf(target) },
      target,
    }));
    for (const { local, target } of targets) {
      const [route] = single(key, target, around, source);
      if (route === undefined) others.push({ ...local, model: textOf(target) ?? null });
      else routes.push({ ...route, namePlace: keyPlace, aliases: [local] });
    }
    for (const [index, { local: from }] of targets.entries()) {
      const to = targets[index + 1]?.local;
      if (to !== undefined) fallbacks.push({ from, to, on: [], local: true });
    }
  }
  return { routes, others, fallbacks };
}

function retriesAt(node: Node | undefined): ConfigRoute['retries'] {
  if (node === undefined || textOf(get(node, 'enabled')) === 'false') return [];
  const strategy = scalar(get(node, 'strategy'));
  const backoff = strategy?.text === 'constant' || strategy?.text === 'exponential' ? strategy.text : null;
  const attempts = numberAt(entry(node, 'max-retries')?.value);
  return [
    retry(attempts ?? node, {
      attempts,
      backoff: backoff === null || strategy === undefined ? null : { value: backoff, ...placeOf(strategy) },
      firstWaitSeconds: secondsAt(get(node, 'min-delay', 'delay')),
      longestWaitSeconds: secondsAt(get(node, 'max-delay')),
    }),
  ];
}

/** Capacity over the time in which it is filled again, a minute. */
function rateOf(node: Node | undefined): Stated<number> | null {
  const limit = at(node, 'per-api-key');
  const capacity = numberAt(get(limit, 'capacity'));
  const seconds = secondsAt(get(limit, 'refill-frequency'));
  if (capacity === null || seconds === null || seconds.value <= 0) return null;
  return { ...capacity, value: (capacity.value * 60) / seconds.value };
}
