// Settings of an application: files that are settings by their name, with a key that names a model.
import { makeRoute, modelOf } from './route.ts';
import { configured, fallbacksOf, variableOf } from './setting.ts';
import { parametersAt, placeOf } from './stated.ts';
import { addressesIn, surfaceBeside } from './surfaceBeside.ts';
import { eachMapping, entry, get, type Node, scalar } from './tree.ts';
import type {
  ConfigFormat,
  ConfigRoute,
  ConfigSource,
  Fallback,
  FormatReading,
  NamedPlace,
} from './types.ts';

const SETTINGS_FILE =
  /(?:^|\/)(?:[\w.]+[._-])?(?:values|application|appsettings|settings|config|configuration|defaults?)(?:[.-][\w.-]+)?\.(?:ya?ml|json|jsonc|json5)$|(?:^|\/)(?:configs?|conf|settings|helm|charts?)\/[^/]+\.(?:ya?ml|json|jsonc)$/i;

/** Keys above which a model is offered, priced or shown rather than chosen. */
const OFFER =
  /^(?:models|model_list|modelList|catalog|prices|pricing|costs|presets|options|choices|enum|examples?|fixtures|aliases|properties|definitions|components|allowed|blocked|supported|deprecated|labels|metadata)$/i;

/** Lists of what is tried next, which are read with what they follow. */
const FALLBACKS = /^(?:fallbacks|fallback_models|fallbackModels|model_fallbacks)$/;

export const appSettings: ConfigFormat = {
  id: 'settings',
  hint: /model|engine|veo/i,
  recognises: ({ document }) => SETTINGS_FILE.test(document.path),
  read(source) {
    const chosen = source.roots.flatMap((root) => chosenModels(root, source));
    const listed = source.roots.map((root) => listedFallbacks(root, source));
    return {
      routes: [...chosen, ...listed.flatMap(({ routes }) => routes)],
      fallbacks: [...fallbacksOf(chosen), ...listed.flatMap(({ fallbacks }) => fallbacks ?? [])],
    };
  },
};

/** `model: a` beside `fallbacks: [b, c]`: tried in this order. */
function listedFallbacks(root: Node, source: ConfigSource): FormatReading {
  const routes: ConfigRoute[] = [];
  const fallbacks: Fallback[] = [];
  eachMapping(root, (map, path) => {
    const list = entry(map, 'fallbacks', 'fallback_models', 'fallbackModels', 'model_fallbacks', 'fallback');
    const main = entry(map, 'model', 'model_id', 'modelId', 'model_name', 'modelName', 'primary');
    if (list?.value.kind !== 'list' || main === undefined || path.some((key) => OFFER.test(key))) return;
    let from: NamedPlace = { name: [...path, main.key].join('.'), ...placeOf(main.keyPlace) };
    for (const [index, item] of list.value.items.entries()) {
      const model = scalar(item) ?? scalar(get(item, 'model'));
      const reference = modelOf(source, model);
      if (model === undefined || reference === null) continue;
      const name = `${[...path, list.key].join('.')}[${index}]`;
      const to: NamedPlace = { name, ...placeOf(model) };
      routes.push(makeRoute({ reference, entry: placeOf(item), name, read: parametersAt(item) }));
      fallbacks.push({ from, to, on: [], local: false });
      from = to;
    }
  });
  return { routes, fallbacks };
}

function chosenModels(root: Node, source: ConfigSource): readonly ConfigRoute[] {
  const routes: ConfigRoute[] = [];
  eachMapping(root, (map, path) => {
    if (
      path.some((key) => OFFER.test(key) || FALLBACKS.test(key)) ||
      get(map, '$schema', 'openapi', 'swagger') !== undefined
    )
      return;
    // A mapping with a prompt is a request, which the readers of requests know better.
    if (get(map, 'prompt', 'messages', 'instances', 'input') !== undefined) return;
    const addresses = addressesIn([...map.entries.values()].flatMap(variableOf));
    for (const { key, keyPlace, value } of map.entries.values()) {
      const found = value.kind === 'scalar' ? configured(source, key, value) : null;
      if (found === null) continue;
      routes.push(
        makeRoute({
          reference: found.reference,
          modelFrom: found.modelFrom === 'environment' ? 'literal' : found.modelFrom,
          entry: { start: keyPlace.start, end: Math.max(value.end, keyPlace.end) },
          name: [...path, key].join('.'),
          namePlace: placeOf(keyPlace),
          claim: surfaceBeside(key, addresses, source, path),
          read: parametersAt(map, get(map, 'parameters'), get(map, 'config')),
        }),
      );
    }
  });
  return routes;
}
