// Kong: the ai-proxy and ai-proxy-advanced plugins, in decK files and as Kubernetes resources.

import type { SurfaceClaim } from '../../detect/surface.ts';
import { rankedChain } from './chain.ts';
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, named, namedBy, surfaceOfProvider } from './route.ts';
import { numberAt, parametersAt, placeOf, retry, secondsAt, triggersAt } from './stated.ts';
import { at, eachMapping, get, itemsOf, type Mapping, type Node, scalar, scalarsOf, textOf } from './tree.ts';
import type {
  ConfigFormat,
  ConfigRoute,
  ConfigSource,
  Fallback,
  FormatReading,
  NamedPlace,
  OtherRoute,
} from './types.ts';

export const kong: ConfigFormat = {
  id: 'kong',
  hint: /\bai-proxy(?:-advanced)?\b|\bai_gateway_models\b/,
  recognises: (source) => plugins(source).length > 0 || entities(source).length > 0,
  read(source) {
    const readings = [
      ...plugins(source).map((found, index) => readPlugin(found, index, source)),
      ...entities(source).map((model, index) => readEntity(model, index, source)),
    ];
    return joinReadings(readings);
  },
};

interface Plugin {
  readonly plugin: Mapping;
  /** The Kong route or service that it serves. */
  readonly owner: NamedPlace | null;
}

/** Every AI proxy, with the nearest named thing around it or the route that it names. */
function plugins({ roots }: ConfigSource): readonly Plugin[] {
  const found: Plugin[] = [];
  for (const root of roots) {
    eachMapping(root, (map) => {
      if (isProxy(map)) found.push({ plugin: map, owner: namedBy(map, 'route', 'service') ?? crdName(map) });
      for (const item of itemsOf(get(map, 'plugins'))) {
        if (item.kind === 'map' && isProxy(item)) {
          const owner = namedBy(map, 'name');
          if (owner !== null) found.push({ plugin: item, owner: namedBy(item, 'route') ?? owner });
        }
      }
    });
  }
  // A plugin below a named route is met twice: once as such, once with its owner.
  return [...new Map(found.map((each) => [each.plugin, each])).values()].map(
    ({ plugin }) =>
      found.find((each) => each.plugin === plugin && each.owner !== null) ?? { plugin, owner: null },
  );
}

const crdName = (map: Mapping): NamedPlace | null =>
  textOf(get(map, 'kind'))?.startsWith('Kong') ? namedBy(get(map, 'metadata'), 'name') : null;

function isProxy(map: Mapping): boolean {
  const name = textOf(get(map, 'plugin')) ?? textOf(get(map, 'name'));
  return (name === 'ai-proxy' || name === 'ai-proxy-advanced') && get(map, 'config') !== undefined;
}

/** The model entities of AI Gateway 2. */
function entities({ roots }: ConfigSource): readonly Node[] {
  return roots.flatMap((root) => itemsOf(get(root, 'ai_gateway_models')));
}

/** A model entity: targets name the model and a provider, which is an entity of its own. */
function readEntity(model: Node, index: number, source: ConfigSource): FormatReading {
  const name = namedBy(model, 'name', 'ref');
  const asked = scalarsOf(at(model, 'config', 'route', 'model', 'values')).flatMap(
    (each) => named(each) ?? [],
  );
  const balancer = at(model, 'config', 'balancer');
  const order: { name: NamedPlace; weight: number }[] = [];
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  for (const [position, target] of itemsOf(get(model, 'targets')).entries()) {
    const sent = scalar(get(target, 'name'));
    const local: NamedPlace = { name: `model[${index}].targets[${position}]`, ...placeOf(sent ?? target) };
    order.push({ name: local, weight: numberAt(get(target, 'weight'))?.value ?? 100 });
    const reference = modelOf(source, sent);
    if (reference === null) {
      others.push({ ...local, model: textOf(sent) ?? null });
      continue;
    }
    routes.push(
      makeRoute({
        reference,
        entry: placeOf(target),
        name: name?.name ?? null,
        namePlace: name,
        aliases: [local, ...asked.filter((each) => each.name !== name?.name)],
        claim: surfaceOfProvider(providerType(source, target)),
        retries: retriesAt(balancer),
        door: local.name,
      }),
    );
  }
  return { routes, others, fallbacks: chain(order, balancer) };
}

/** The type of the provider that a target names, or of its own settings. */
function providerType({ roots }: ConfigSource, target: Node): string | undefined {
  const name = textOf(get(target, 'provider'));
  const providers = roots.flatMap((root) => itemsOf(get(root, 'ai_gateway_model_providers')));
  const found = providers.find((provider) =>
    [get(provider, 'name'), get(provider, 'ref')].some((each) => textOf(each) === name),
  );
  return textOf(get(found, 'type')) ?? textOf(at(target, 'config', 'type')) ?? name;
}

function readPlugin({ plugin, owner }: Plugin, index: number, source: ConfigSource): FormatReading {
  const config = get(plugin, 'config');
  const targets =
    get(config, 'targets') === undefined && config !== undefined ? [config] : itemsOf(get(config, 'targets'));
  const balancer = get(config, 'balancer');
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  const order: { name: NamedPlace; weight: number }[] = [];
  for (const [position, target] of targets.entries()) {
    const model = scalar(at(target, 'model', 'name'));
    const id = `plugin[${index}].targets[${position}]`;
    const local: NamedPlace = { name: id, ...placeOf(model ?? target) };
    order.push({ name: local, weight: numberAt(get(target, 'weight'))?.value ?? 100 });
    const reference = modelOf(source, model);
    if (reference === null) {
      others.push({ ...local, model: textOf(model) ?? null });
      continue;
    }
    routes.push(
      makeRoute({
        reference,
        entry: placeOf(target),
        name: owner?.name ?? null,
        namePlace: owner,
        aliases: [local],
        read: parametersAt(at(target, 'model', 'options')),
        claim: claimOf(target),
        retries: retriesAt(balancer),
        timeoutSeconds: secondsAt(get(balancer, 'read_timeout'), 0.001),
        door: id,
      }),
    );
  }
  return { routes, others, fallbacks: chain(order, balancer) };
}

/** The priority algorithm tries the groups of the highest weight first; the others share requests out. */
function chain(
  order: readonly { name: NamedPlace; weight: number }[],
  balancer: Node | undefined,
): readonly Fallback[] {
  if (textOf(get(balancer, 'algorithm')) !== 'priority') return [];
  const on = triggersAt(get(balancer, 'failover_criteria'));
  return rankedChain(order.map(({ name, weight }) => ({ name, rank: -weight, on })));
}

/** The provider `gemini` means Vertex AI where a project or location is given. */
function claimOf(target: Node): SurfaceClaim | null {
  const provider = textOf(at(target, 'model', 'provider'));
  const options = at(target, 'model', 'options', 'gemini');
  if (provider === 'gemini' && get(options, 'project_id', 'location_id', 'api_endpoint') !== undefined) {
    return { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'options.gemini' } };
  }
  return surfaceOfProvider(provider);
}

function retriesAt(balancer: Node | undefined): ConfigRoute['retries'] {
  const attempts = numberAt(get(balancer, 'retries'));
  // With priorities the criteria say when to go on to the next target, which is no retry.
  const on =
    textOf(get(balancer, 'algorithm')) === 'priority' ? [] : triggersAt(get(balancer, 'failover_criteria'));
  if (balancer === undefined || (attempts === null && on.length === 0)) return [];
  return [retry(attempts ?? balancer, { attempts, on })];
}
