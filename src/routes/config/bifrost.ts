// Bifrost: providers with keys, the models that each key serves, and the names that stand for deployments.
import { makeRoute, modelOf, named, surfaceOfProvider } from './route.ts';
import { numberAt, placeOf, retry, secondsAt } from './stated.ts';
import { entriesOf, get, itemsOf, type Node, scalarsOf } from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource } from './types.ts';

export const bifrost: ConfigFormat = {
  id: 'bifrost',
  hint: /"?providers"?\s*:/,
  recognises: ({ roots }) =>
    roots.some((root) => entriesOf(get(root, 'providers')).some(({ value }) => isProvider(value))),
  read(source) {
    const routes = source.roots.flatMap((root) =>
      entriesOf(get(root, 'providers')).flatMap(({ key, value }) => readProvider(key, value, source)),
    );
    return { routes, open: true };
  },
};

const isProvider = (node: Node): boolean =>
  itemsOf(get(node, 'keys')).some((key) => get(key, 'models', 'aliases', 'vertex_key_config') !== undefined);

function readProvider(provider: string, node: Node, source: ConfigSource): readonly ConfigRoute[] {
  const network = get(node, 'network_config');
  const attempts = numberAt(get(network, 'max_retries'));
  const around = {
    timeoutSeconds: secondsAt(get(network, 'default_request_timeout_in_seconds')),
    concurrency: numberAt(get(get(node, 'concurrency_and_buffer_size'), 'concurrency')),
    retries:
      attempts === null
        ? []
        : [
            retry(attempts, {
              attempts,
              firstWaitSeconds: secondsAt(
                get(network, 'retry_backoff_initial_ms', 'retry_backoff_initial'),
                0.001,
              ),
              longestWaitSeconds: secondsAt(get(network, 'retry_backoff_max_ms', 'retry_backoff_max'), 0.001),
            }),
          ],
  };
  return itemsOf(get(node, 'keys')).flatMap((key, index) => {
    const claim =
      surfaceOfProvider(provider) ??
      (get(key, 'vertex_key_config') === undefined
        ? null
        : { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'vertex_key_config' } });
    const shared = { ...around, claim, door: `${provider}.keys[${index}]`, sameName: 'shared' as const };
    const tables = [
      get(key, 'aliases'),
      get(get(key, 'vertex_key_config'), 'deployments'),
      get(key, 'deployments'),
    ];
    const renamed = tables.flatMap(entriesOf);
    const hidden = new Set(renamed.map((each) => each.key));
    const listed = scalarsOf(get(key, 'models')).filter((model) => !hidden.has(model.text));
    return [
      ...listed.flatMap((model) => {
        const reference = modelOf(source, model);
        if (reference === null) return [];
        return [
          makeRoute({
            ...shared,
            reference,
            entry: placeOf(model),
            name: model.text,
            namePlace: named(model),
          }),
        ];
      }),
      ...renamed.flatMap((each) => {
        const value = each.value.kind === 'scalar' ? each.value : undefined;
        const reference = modelOf(source, value);
        if (reference === null) return [];
        const entry = { start: each.keyPlace.start, end: Math.max(each.value.end, each.keyPlace.end) };
        return [makeRoute({ ...shared, reference, entry, name: each.key, namePlace: each.keyPlace })];
      }),
    ];
  });
}
