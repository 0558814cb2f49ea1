// Google API Gateway: OpenAPI documents whose backends address a model, and model routers over them.
import { makeRoute, modelOf } from './route.ts';
import { placeOf, secondsAt } from './stated.ts';
import { at, eachMapping, entriesOf, get, type Node, scalar, textOf } from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource } from './types.ts';

export const googleApiGateway: ConfigFormat = {
  id: 'google-api-gateway',
  hint: /\bx-google-(?:backend|api-management)\b/,
  recognises: ({ roots }) => roots.some((root) => get(root, 'openapi', 'swagger') !== undefined),
  read: (source) => ({
    routes: source.roots.flatMap((root) => [...namedBackends(root, source), ...inline(root, source)]),
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
