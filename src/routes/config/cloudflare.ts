// Cloudflare AI Gateway: universal requests, a list of providers of which the next one is tried after a failure.
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, surfaceOfProvider } from './route.ts';
import { numberAt, parametersAt, placeOf, retry, secondsAt } from './stated.ts';
import { at, get, itemsOf, type Node, scalar, textOf } from './tree.ts';
import type {
  ConfigFormat,
  ConfigRoute,
  ConfigSource,
  Fallback,
  FormatReading,
  NamedPlace,
  OtherRoute,
} from './types.ts';

export const cloudflare: ConfigFormat = {
  id: 'cloudflare-ai-gateway',
  hint: /"?endpoint"?\s*:/,
  recognises: ({ roots }) => roots.some(isUniversal),
  read(source) {
    const readings = source.roots.filter(isUniversal).map((root, index) => readSteps(root, index, source));
    return joinReadings(readings);
  },
};

const isUniversal = (root: Node): boolean =>
  itemsOf(root).length > 0 &&
  itemsOf(root).every(
    (step) => textOf(get(step, 'provider')) !== undefined && textOf(get(step, 'endpoint')) !== undefined,
  );

function readSteps(root: Node, index: number, source: ConfigSource): FormatReading {
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  const order: NamedPlace[] = [];
  for (const [position, step] of itemsOf(root).entries()) {
    const endpoint = scalar(get(step, 'endpoint'));
    const model = scalar(at(step, 'query', 'model')) ?? endpoint;
    const local: NamedPlace = { name: `${index}[${position}]`, ...placeOf(model ?? step) };
    order.push(local);
    const reference = modelOf(source, model);
    if (reference === null) {
      others.push({ ...local, model: textOf(model) ?? null });
      continue;
    }
    const config = get(step, 'config');
    const attempts = numberAt(get(config, 'maxAttempts'));
    routes.push(
      makeRoute({
        reference,
        entry: placeOf(step),
        name: textOf(get(step, 'provider')) ?? null,
        aliases: [local],
        read: parametersAt(at(step, 'query', 'parameters'), get(step, 'query')),
        claim: surfaceOfProvider(textOf(get(step, 'provider'))),
        retries:
          attempts === null
            ? []
            : [retry(attempts, { attempts, firstWaitSeconds: secondsAt(get(config, 'retryDelay'), 0.001) })],
        timeoutSeconds: secondsAt(get(config, 'requestTimeout'), 0.001),
        door: local.name,
      }),
    );
  }
  const fallbacks = order.slice(1).flatMap((to, at): readonly Fallback[] => {
    const from = order[at];
    return from === undefined ? [] : [{ from, to, on: [], local: true }];
  });
  return { routes, others, fallbacks };
}
