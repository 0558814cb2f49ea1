// Google API Gateway: OpenAPI documents whose backends address a model, and model routers over them.
import { makeRoute, modelOf, namedBy, surfaceOfUrl } from './route.ts';
import { placeOf, secondsAt } from './stated.ts';
import { at, eachMapping, entriesOf, get, itemsOf, type Node, scalar, textOf } from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource, FormatReading } from './types.ts';

export const googleApiGateway: ConfigFormat = {
  id: 'google-api-gateway',
  hint: /\bx-google-(?:backend|api-management)\b/,
  recognises: ({ roots }) => roots.some((root) => get(root, 'openapi', 'swagger') !== undefined),
  read: (source) => ({
    aliases: source.roots.flatMap((root) => routerAliases(root, source)),
    routes: source.roots.flatMap((root) => [
      ...namedBackends(root, source),
      ...inline(root, source),
      ...routed(root, source),
    ]),
  }),
};

/** `x-google-api-management.backends`: each has a name that paths and routers use. */
function namedBackends(root: Node, source: ConfigSource): readonly ConfigRoute[] {
  const backends = entriesOf(at(root, 'x-google-api-management', 'backends'));
  return backends.flatMap(({ key, keyPlace, value }) => {
    const route = routeOf(value, source);
    return route === null ? [] : [{ ...route, name: key, namePlace: keyPlace }];
  });
}

/** The rules of the model routers, and what they send where no rule fits; each with the router's name. */
function rulesOf(root: Node): readonly { readonly router: string; readonly rule: Node }[] {
  return entriesOf(at(root, 'x-google-api-management', 'ai', 'models', 'routing', 'routers')).flatMap(
    ({ key, value }) =>
      [get(value, 'defaultModel'), ...itemsOf(get(value, 'rules'))].flatMap((rule) =>
        rule === undefined ? [] : [{ router: key, rule }],
      ),
  );
}

/** Rules that name the model which is sent. */
function routed(root: Node, source: ConfigSource): readonly ConfigRoute[] {
  return rulesOf(root).flatMap(({ router, rule }) => {
    const reference = modelOf(source, scalar(get(rule, 'targetModel')));
    if (reference === null) return [];
    const asked = namedBy(rule, 'model');
    const backend = textOf(get(rule, 'backend')) ?? '';
    const address = textOf(at(root, 'x-google-api-management', 'backends', backend, 'address'));
    const claim = surfaceOfUrl(source, address);
    const name = asked?.name ?? router;
    return [
      makeRoute({
        reference,
        entry: placeOf(rule),
        name,
        namePlace: asked,
        claim,
        sameName: 'first',
        door: `${rule.start}`,
      }),
    ];
  });
}

/** Rules that only name a backend: their model is another name of it. */
function routerAliases(root: Node, source: ConfigSource): FormatReading['aliases'] & object {
  return rulesOf(root).flatMap(({ rule }) => {
    const alias = namedBy(rule, 'model');
    const of = textOf(get(rule, 'backend'));
    const names = modelOf(source, scalar(get(rule, 'targetModel'))) !== null;
    return alias === null || of === undefined || names ? [] : [{ alias, of }];
  });
}

/** `x-google-backend` of a path or an operation. */
function inline(root: Node, source: ConfigSource): readonly ConfigRoute[] {
  const routes: ConfigRoute[] = [];
  eachMapping(root, (map, path) => {
    const route = routeOf(get(map, 'x-google-backend'), source);
    const operation = scalar(get(map, 'operationId'));
    if (route === null) return;
    const owner = path.find((key) => key.startsWith('/')) ?? null;
    routes.push({
      ...route,
      name: textOf(operation) ?? owner,
      namePlace: operation === undefined ? null : placeOf(operation),
    });
  });
  return routes;
}

function routeOf(backend: Node | undefined, source: ConfigSource): ConfigRoute | null {
  const reference = modelOf(source, scalar(get(backend, 'address')));
  if (reference === null || backend === undefined) return null;
  return makeRoute({
    reference,
    entry: placeOf(backend),
    timeoutSeconds: secondsAt(get(backend, 'deadline')),
  });
}
