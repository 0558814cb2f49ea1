// Portkey configs: strategy and nested targets with override_params, in snake or camel case.
import type { SurfaceClaim } from '../../detect/surface.ts';
import type { Place } from '../types.ts';
import { links } from './chain.ts';
import { makeRoute, modelOf, namedBy, surfaceOfProvider, surfaceOfUrl } from './route.ts';
import { numberAt, parametersAt, placeOf, retryBlock, secondsAt, triggersAt } from './stated.ts';
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

export const portkey: ConfigFormat = {
  id: 'portkey',
  hint: /override_?params|virtual_?key|"?targets"?\s*:/i,
  recognises: ({ roots }) => roots.some((root) => configOf(root) !== undefined),
  read(source) {
    const tree = new Targets(source);
    for (const root of source.roots) {
      const config = configOf(root);
      if (config !== undefined) tree.read(config, '$', NOTHING_ABOVE);
    }
    return tree.reading();
  },
};

/** The targets of a group; older configs call them options. */
const targetsOf = (node: Node | undefined): readonly Node[] => itemsOf(get(node, 'targets', 'options'));
/** How a group uses its targets; older configs say so beside them. */
const modeOf = (node: Node | undefined): string | undefined =>
  textOf(at(node, 'strategy', 'mode') ?? get(node, 'mode'));
const overrides = (node: Node | undefined): Node | undefined =>
  get(node, 'override_params', 'overrideParams');
const virtualKey = (node: Node | undefined): Node | undefined => get(node, 'virtual_key', 'virtualKey');

/** The config itself, or the one that an export wraps (`{"config": {…}}`). */
function configOf(root: Node): Node | undefined {
  return [root, get(root, 'config'), get(root, 'portkey'), at(root, 'data', 'config')].find((node) => {
    const targets = targetsOf(node);
    const isTarget = (item: Node): boolean =>
      overrides(item) !== undefined ||
      virtualKey(item) !== undefined ||
      get(item, 'targets', 'provider') !== undefined;
    const model = textOf(get(overrides(node), 'model'));
    const single =
      model !== undefined &&
      (model.startsWith('@') || (virtualKey(node) ?? get(node, 'provider')) !== undefined);
    return single || (targets.some(isTarget) && (modeOf(node) !== undefined || targets.some(overrides)));
  });
}

/** What a target takes over from the ones above it. */
interface Above {
  readonly retries: readonly RetryStatement[];
  readonly timeout: Stated<number> | null;
  readonly overrides: readonly Node[];
  readonly provider: Node | undefined;
}

const NOTHING_ABOVE: Above = { retries: [], timeout: null, overrides: [], provider: undefined };

/** Walks the targets; every leaf is a route or something else, and answers to its path (`$.targets[1]`). */
class Targets {
  readonly #source: ConfigSource;
  readonly #routes: ConfigRoute[] = [];
  readonly #others: OtherRoute[] = [];
  readonly #fallbacks: Fallback[] = [];

  constructor(source: ConfigSource) {
    this.#source = source;
  }

  reading(): FormatReading {
    return { routes: this.#routes, others: this.#others, fallbacks: this.#fallbacks };
  }

  /** Reads a node and gives the names of the leaves below it, in order. */
  read(node: Node, path: string, above: Above): readonly NamedPlace[] {
    const here = this.#inherit(node, above);
    const targets = targetsOf(node);
    if (targets.length === 0) return this.#leaf(node, path, here);
    const groups = targets.map((target, index) => this.read(target, `${path}.targets[${index}]`, here));
    if (modeOf(node) === 'fallback') this.#chain(groups, get(node, 'strategy') ?? node);
    return groups.flat();
  }

  #inherit(node: Node, above: Above): Above {
    const retries = retryBlock(get(node, 'retry'));
    const own = overrides(node);
    return {
      retries: retries.length > 0 ? retries : above.retries,
      timeout: secondsAt(get(node, 'request_timeout', 'requestTimeout'), 0.001) ?? above.timeout,
      overrides: own === undefined ? above.overrides : [own, ...above.overrides],
      provider: get(node, 'provider') ?? virtualKey(node) ?? above.provider,
    };
  }

  #leaf(node: Node, path: string, here: Above): readonly NamedPlace[] {
    const modelNode = here.overrides.map((each) => get(each, 'model')).find((each) => each !== undefined);
    const model = scalar(modelNode);
    const reference = modelOf(this.#source, model);
    const name = namedBy(node, 'name');
    const known: NamedPlace = { name: path, ...placeOf(name ?? model ?? node) };
    if (reference === null) {
      this.#others.push({ ...known, model: textOf(modelNode) ?? null });
      return [known];
    }
    this.#routes.push(
      makeRoute({
        reference,
        entry: placeOf(node),
        name: name?.name ?? null,
        namePlace: name,
        aliases: [known],
        read: parametersAt(...here.overrides),
        claim: claimOf(this.#source, node, here, model?.text ?? ''),
        retries: here.retries,
        timeoutSeconds: here.timeout,
        requestsPerMinute: numberAt(get(node, 'rpm')),
        door: path,
      }),
    );
    return [known];
  }

  /** From every leaf of a target to the first leaves of the next one. */
  #chain(groups: readonly (readonly NamedPlace[])[], strategy: Node): void {
    const on = triggersAt(get(strategy, 'on_status_codes', 'onStatusCodes'));
    const any = on.length > 0 ? on : [{ value: 'any', ...modePlace(strategy) }];
    for (const [index, group] of groups.entries()) {
      const from = group.map((name) => ({ name, on: any }));
      this.#fallbacks.push(...links(from, groups[index + 1] ?? []));
    }
  }
}

const modePlace = (strategy: Node): Place => placeOf(scalar(get(strategy, 'mode')) ?? strategy);

function claimOf(source: ConfigSource, node: Node, here: Above, model: string): SurfaceClaim | null {
  const custom = surfaceOfUrl(source, textOf(get(node, 'custom_host', 'customHost')));
  if (custom !== null) return custom;
  if (get(node, 'vertex_project_id', 'vertexProjectId') !== undefined) {
    return { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'vertex_project_id' } };
  }
  // `@slug/model` names an integration of the account; only a telling slug says what lies behind it.
  const slug = /^@([^/]+)\//.exec(model)?.[1];
  return surfaceOfProvider(slug ?? textOf(here.provider));
}
