// Settings of an application: files that are settings by their name, with a key that names a model.
import { makeRoute } from './route.ts';
import { configured } from './setting.ts';
import { parametersAt, placeOf } from './stated.ts';
import { eachMapping, get } from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource } from './types.ts';

const SETTINGS_FILE =
  /(?:^|\/)(?:values|application|appsettings|settings|config|configuration|defaults?)(?:[.-][\w.-]+)?\.(?:ya?ml|json|jsonc|json5)$|(?:^|\/)(?:config|conf|settings|helm|charts?)\/[^/]+\.(?:ya?ml|json|jsonc)$/i;

/** Keys above which a model is offered, priced or shown rather than chosen. */
const OFFER =
  /^(?:models|model_list|modelList|catalog|prices|pricing|costs|presets|options|choices|enum|examples?|fixtures|aliases|properties|definitions|components|allowed|blocked|supported|deprecated|labels|metadata)$/i;

export const appSettings: ConfigFormat = {
  id: 'settings',
  hint: /model|engine|veo/i,
  recognises: ({ document }) => SETTINGS_FILE.test(document.path),
  read: (source) => ({ routes: source.roots.flatMap((root) => chosenModels(root, source)) }),
};

function chosenModels(root: ConfigSource['roots'][number], source: ConfigSource): readonly ConfigRoute[] {
  const routes: ConfigRoute[] = [];
  eachMapping(root, (map, path) => {
    if (path.some((key) => OFFER.test(key)) || get(map, '$schema', 'openapi', 'swagger') !== undefined)
      return;
    // A mapping with a prompt is a request, which the readers of requests know better.
    if (get(map, 'prompt', 'messages', 'instances', 'input') !== undefined) return;
    for (const { key, keyPlace, value } of map.entries.values()) {
      const found = value.kind === 'scalar' ? configured(source, key, value) : null;
      if (found === null) continue;
      routes.push(
        makeRoute({
          reference: found.reference,
          modelFrom: found.modelFrom === 'environment' ? 'literal' : found.modelFrom,
          entry: { start: keyPlace.start, end: value.end },
          name: [...path, key].join('.'),
          namePlace: placeOf(keyPlace),
          read: parametersAt(map, get(map, 'parameters'), get(map, 'config')),
        }),
      );
    }
  });
  return routes;
}
