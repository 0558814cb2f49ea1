// Envoy AI Gateway: AIGatewayRoute rules over several documents, each backend resolved to its schema.

import type { SurfaceClaim } from '../../detect/surface.ts';
import { rankedChain } from './chain.ts';
import { joinReadings } from './combine.ts';
import { makeRoute, modelOf, named, surfaceOfProvider } from './route.ts';
import { numberAt, placeOf, retry, secondsAt, triggersAt } from './stated.ts';
import { at, get, itemsOf, type Node, scalar, textOf } from './tree.ts';
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

const MODEL_HEADERS = new Set(['x-ai-eg-model', 'x-gateway-model-name']);

/** How many pairs of a name and a backend of one rule are read. */
const PAIR_LIMIT = 20_000;

export const envoy: ConfigFormat = {
  id: 'envoy-ai-gateway',
  hint: /\bAIGatewayRoute\b/,
  recognises: ({ roots }) => resources(roots, 'AIGatewayRoute').length > 0,
  read(source) {
    const all = flatten(source.roots);
    const routes = resources(all, 'AIGatewayRoute').map((resource) =>
      new RouteReader(resource, all, source).read(),
    );
    return joinReadings(routes);
  },
};

/** The resources of all documents; a `List` holds several. */
function flatten(roots: readonly Node[]): readonly Node[] {
  return roots.flatMap((root) => (get(root, 'items') === undefined ? [root] : itemsOf(get(root, 'items'))));
}

function resources(roots: readonly Node[], kind: string): readonly Node[] {
  return flatten(roots).filter((root) => textOf(get(root, 'kind')) === kind);
}

/** Reads one AIGatewayRoute among the other resources. */
class RouteReader {
  readonly #resource: Node;
  readonly #all: readonly Node[];
  readonly #source: ConfigSource;
  readonly #policy: { readonly retries: readonly RetryStatement[]; readonly timeout: Stated<number> | null };

  constructor(resource: Node, all: readonly Node[], source: ConfigSource) {
    this.#resource = resource;
    this.#all = all;
    this.#source = source;
    this.#policy = this.#trafficPolicy();
  }

  read(): FormatReading {
    const rules = itemsOf(at(this.#resource, 'spec', 'rules')).map((rule, index) => this.#rule(rule, index));
    return joinReadings(rules);
  }

  #rule(rule: Node, index: number): FormatReading {
    const backends = itemsOf(get(rule, 'backendRefs'));
    const asked = itemsOf(get(rule, 'matches')).flatMap((match) =>
      itemsOf(get(match, 'headers'))
        .filter((header) => MODEL_HEADERS.has(textOf(get(header, 'name'))?.toLowerCase() ?? ''))
        .flatMap((header) => scalar(get(header, 'value')) ?? []),
    );
    // Each name leads to each backend; nobody writes thousands of both but to break something.
    const matched = asked.slice(0, Math.max(1, Math.floor(PAIR_LIMIT / Math.max(1, backends.length))));
    const conditions = itemsOf(get(rule, 'matches')).map(
      (match) =>
        match.kind === 'map' && match.entries.size === 1 && itemsOf(get(match, 'headers')).length === 1,
    );
    const onlyModel = conditions.length > 0 && conditions.every(Boolean);
    const routes: ConfigRoute[] = [];
    const others: OtherRoute[] = [];
    const order: { name: NamedPlace; priority: number }[] = [];
    const resource = textOf(at(this.#resource, 'metadata', 'name')) ?? '';
    for (const [position, backend] of backends.entries()) {
      const override = scalar(get(backend, 'modelNameOverride'));
      const local: NamedPlace = {
        name: `${resource}.rules[${index}].backendRefs[${position}]`,
        ...placeOf(override ?? scalar(get(backend, 'name')) ?? backend),
      };
      order.push({ name: local, priority: numberAt(get(backend, 'priority'))?.value ?? 0 });
      // Without an override the name that callers send goes on as it is.
      const models = override === undefined ? matched : [override];
      const sent = models.flatMap((model) => modelOf(this.#source, model) ?? []);
      if (sent.length === 0) others.push({ ...local, model: textOf(override) ?? null });
      for (const reference of sent) {
        const name =
          override === undefined
            ? (matched.find(({ start, end }) => start <= reference.start && reference.end <= end) ?? null)
            : (matched[0] ?? null);
        const [first] = name === null ? [] : [named(name)];
        const further = override === undefined ? [] : matched.slice(1).flatMap((each) => named(each) ?? []);
        routes.push(
          makeRoute({
            reference,
            entry: override === undefined ? placeOf(rule) : placeOf(backend),
            name: first?.name ?? null,
            namePlace: first ?? null,
            aliases: [local, ...further],
            claim: this.#claim(textOf(get(backend, 'name'))),
            retries: this.#policy.retries,
            timeoutSeconds: secondsAt(at(rule, 'timeouts', 'request')) ?? this.#policy.timeout,
            door: `${resource}.rules[${index}]`,
            sameName: onlyModel ? 'first' : 'separate',
          }),
        );
      }
    }
    return { routes, others, fallbacks: this.#chain(order) };
  }

  #chain(order: readonly { name: NamedPlace; priority: number }[]): readonly Fallback[] {
    const on = this.#policy.retries.flatMap((statement) => statement.on);
    return rankedChain(order.map(({ name, priority }) => ({ name, rank: priority, on })));
  }

  /** The schema of the backend that a reference names, in any document of the file. */
  #claim(backend: string | undefined): SurfaceClaim | null {
    const found = resources(this.#all, 'AIServiceBackend').find(
      (resource) => textOf(at(resource, 'metadata', 'name')) === backend,
    );
    const schema = textOf(at(found, 'spec', 'schema', 'name'));
    if (schema === undefined || backend === undefined) return null;
    if (schema === 'GCPVertexAI')
      return { surface: 'vertex-ai', evidence: { kind: 'setting', detail: `schema ${schema}` } };
    return surfaceOfProvider(schema);
  }

  /** Retries and timeouts of the traffic policy that targets this route. */
  #trafficPolicy(): { retries: readonly RetryStatement[]; timeout: Stated<number> | null } {
    const name = textOf(at(this.#resource, 'metadata', 'name'));
    const policy = resources(this.#all, 'BackendTrafficPolicy').find((resource) =>
      [...itemsOf(at(resource, 'spec', 'targetRefs')), at(resource, 'spec', 'targetRef')].some(
        (target) => target !== undefined && textOf(get(target, 'name')) === name,
      ),
    );
    const said = at(policy, 'spec', 'retry');
    const timeout = secondsAt(at(policy, 'spec', 'timeout', 'http', 'requestTimeout'));
    if (said === undefined) return { retries: [], timeout };
    const backOff = at(said, 'perRetry', 'backOff');
    const attempts = numberAt(get(said, 'numRetries'));
    const statement = retry(attempts ?? said, {
      attempts,
      on: triggersAt(at(said, 'retryOn', 'httpStatusCodes')),
      backoff: backOff === undefined ? null : { value: 'exponential', ...placeOf(backOff) },
      firstWaitSeconds: secondsAt(get(backOff, 'baseInterval')),
      longestWaitSeconds: secondsAt(get(backOff, 'maxInterval')),
    });
    return { retries: [statement], timeout };
  }
}
