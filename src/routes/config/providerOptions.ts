// OpenRouter and Vercel AI Gateway: settings with a model, further models to try, and options for the provider.
import type { SurfaceClaim } from '../../detect/surface.ts';
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, named } from './route.ts';
import { parametersAt, placeOf } from './stated.ts';
import {
  at,
  eachMapping,
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
  OtherRoute,
} from './types.ts';

export const providerOptions: ConfigFormat = {
  id: 'provider-options',
  hint: /"?(?:models|allow_fallbacks|allowFallbacks|providerOptions|provider_options)"?\s*:/,
  recognises: (source) => settings(source).length > 0,
  read(source) {
    const readings = settings(source).map((map, index) => readSettings(map, index, source));
    return joinReadings(readings);
  },
};

/** A model beside a list of models that are strings, or beside options that choose among providers. */
function settings({ roots }: ConfigSource): readonly Mapping[] {
  const found: Mapping[] = [];
  for (const root of roots) {
    eachMapping(root, (map) => {
      if (textOf(get(map, 'model')) === undefined) return;
      const choice = get(map, 'provider');
      const chooses =
        get(choice, 'order', 'only', 'ignore', 'allow_fallbacks', 'allowFallbacks', 'sort') !== undefined;
      const vendors = [get(map, 'model'), ...listOf(map)].every((node) =>
        /^[\w-]+\/[\w.-]+/.test(textOf(node) ?? ''),
      );
      const tries = listOf(map).length > 0 && vendors && !offers(map);
      if (tries || chooses || gateway(map) !== undefined) found.push(map);
    });
  }
  return found;
}

const gateway = (map: Node): Node | undefined =>
  at(get(map, 'providerOptions', 'provider_options'), 'gateway');
/** A list beside labels or defaults is a menu, not an order of attempts. */
const offers = (map: Mapping): boolean =>
  get(map, 'label', 'title', 'options', 'default', 'description') !== undefined;
const listOf = (map: Node): readonly Node[] => itemsOf(get(gateway(map), 'models') ?? get(map, 'models'));

function readSettings(map: Mapping, index: number, source: ConfigSource): FormatReading {
  const first = scalar(get(map, 'model'));
  const listed = listOf(map).flatMap((node) => scalarsOf(node));
  const models = [
    ...(first === undefined ? [] : [first]),
    ...listed.filter((each) => each.text !== first?.text),
  ];
  const surface: SurfaceClaim | null =
    gateway(map) === undefined
      ? openRouter(map, source)
      : { surface: 'vercel-ai-gateway', evidence: { kind: 'setting', detail: 'providerOptions.gateway' } };
  const name = named(get(map, 'name'));
  const names = models.map((model, position) => ({
    name: `${index}.models[${position}]`,
    ...placeOf(model),
  }));
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  for (const [position, model] of models.entries()) {
    const local = names[position];
    const reference = modelOf(source, model);
    if (local === undefined) continue;
    if (reference === null) {
      others.push({ ...local, model: textOf(model) ?? null });
      continue;
    }
    routes.push(
      makeRoute({
        reference,
        entry: position === 0 ? placeOf(map) : placeOf(model),
        name: position === 0 ? (name?.name ?? null) : null,
        namePlace: position === 0 ? name : null,
        aliases: [local],
        read: parametersAt(map, get(map, 'parameters')),
        claim: surface,
        door: local.name,
      }),
    );
  }
  const off = entry(get(map, 'provider'), 'allow_fallbacks', 'allowFallbacks');
  const fallbacks = names.slice(1).flatMap((to, at): readonly Fallback[] => {
    const from = names[at];
    return from === undefined ? [] : [{ from, to, on: [], local: true }];
  });
  return {
    routes,
    others,
    fallbacks: textOf(off?.value) === 'false' && listed.length === 0 ? [] : fallbacks,
  };
}

/** Only what names OpenRouter in the text makes it the surface; others copy its fields. */
function openRouter(map: Node, source: ConfigSource): SurfaceClaim | null {
  const url = textOf(get(map, 'base_url', 'baseURL', 'baseUrl', 'api_base', 'url'));
  if (url !== undefined)
    return url.includes('openrouter.ai')
      ? { surface: 'openrouter', evidence: { kind: 'host', detail: 'openrouter.ai' } }
      : null;
  return source.document.text.includes('openrouter.ai') || textOf(get(map, 'provider')) === 'openrouter'
    ? { surface: 'openrouter', evidence: { kind: 'host-in-file', detail: 'openrouter.ai' } }
    : null;
}
