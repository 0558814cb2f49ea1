// Environment variables in deployments: docker-compose, Kubernetes, CI workflows and their relatives.
import { makeRoute } from './route.ts';
import { configured, readVariables, type Variable, variableOf } from './setting.ts';
import { placeOf } from './stated.ts';
import {
  type Entry,
  eachMapping,
  entriesOf,
  get,
  type Mapping,
  type Node,
  type Scalar,
  scalar,
  textOf,
} from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource, FormatReading } from './types.ts';

/** Keys whose mapping (or list) holds environment variables. */
const ENVIRONMENT_KEY =
  /^(?:env|environment|env_variables|environment_variables|environmentVariables|variables|Variables|envVars|extraEnv|extraEnvVars|containerEnv|remoteEnv|substitutions|args|build_args|vars|stringData)$/;

/** Keys whose list is a command line: `--model ID` and `--model=ID` choose a model there. */
const COMMAND_KEY = /^(?:command|args|entrypoint)$/;

export const compose: ConfigFormat = {
  id: 'docker-compose',
  hint: /\bservices"?\s*:/,
  recognises: ({ roots }) =>
    roots.some((root) =>
      entriesOf(get(root, 'services')).some(
        ({ value }) => get(value, 'image', 'build', 'environment', 'command', 'extends') !== undefined,
      ),
    ),
  read: readEnvironments,
};

export const kubernetes: ConfigFormat = {
  id: 'kubernetes',
  hint: /\bapiVersion"?\s*:/,
  recognises: ({ roots }) =>
    roots.some(
      (root) => textOf(get(root, 'apiVersion')) !== undefined && textOf(get(root, 'kind')) !== undefined,
    ),
  read(source) {
    const maps = source.roots.flatMap(configMaps);
    const plain = maps.map((data) => readVariables(entriesOf(data).flatMap(variableOf), source));
    return joined([readEnvironments(source), ...plain, ...maps.map((data) => embedded(data, source))]);
  },
};

export const workflow: ConfigFormat = {
  id: 'github-workflow',
  hint: /\b(?:jobs|runs|workflow_dispatch|workflow_call)"?\s*:/,
  recognises: ({ roots }) =>
    roots.some(
      (root) =>
        entriesOf(get(root, 'jobs')).some(
          ({ value }) => get(value, 'runs-on', 'steps', 'uses') !== undefined,
        ) || textOf(get(get(root, 'runs'), 'using')) !== undefined,
    ),
  read: (source) =>
    joined([readEnvironments(source), { routes: source.roots.flatMap((root) => inputs(root, source)) }]),
};

/** Other files that hold an environment: Cloud Build, GitLab, App Engine, serverless, Render, dev containers. */
export const deployment: ConfigFormat = {
  id: 'environment',
  hint: /\b(?:env|environment|env_variables|envVars|variables|Variables|substitutions|containerEnv|extraEnv)"?\s*:/,
  recognises: (source) => environments(source).length > 0,
  read: readEnvironments,
};

function readEnvironments(source: ConfigSource): FormatReading {
  return joined([
    ...environments(source).map((scope) => readVariables(scope, source)),
    ...contents(source).map((text) => embeddedIn(text.key, text.value, source)),
  ]);
}

/** The variables of every environment of the file, one list a scope. */
function environments({ roots }: ConfigSource): readonly (readonly Variable[])[] {
  const scopes: (readonly Variable[])[] = [];
  for (const root of roots) {
    eachMapping(root, (map) => {
      for (const { key, value } of map.entries.values()) {
        const scope = ENVIRONMENT_KEY.test(key) || COMMAND_KEY.test(key) ? variablesOf(value, key) : [];
        if (scope.length > 0) scopes.push(scope);
      }
    });
  }
  return scopes;
}

/** A mapping, a list of `KEY=value`, or a list of `{name, value}`. */
function variablesOf(node: Node, key = ''): readonly Variable[] {
  if (node.kind === 'map') return [...shadowedOf(node), ...node.entries.values()].flatMap(variableOf);
  if (node.kind === 'scalar') return [];
  return node.items.flatMap((item, index): readonly Variable[] => {
    const flag = COMMAND_KEY.test(key) ? scalar(node.items[index - 1])?.text : undefined;
    if (item.kind === 'scalar' && flag !== undefined && /^--?[\w-]*model$/.test(flag))
      return flagged(node.items[index - 1], item);
    if (item.kind === 'scalar') return assignment(item.text, item);
    const name = scalar(get(item, 'name', 'key', 'variable'));
    const value = scalar(get(item, 'value', 'default'));
    if (name === undefined || value === undefined) return [];
    return [{ name: name.text, namePlace: placeOf(name), value, entry: placeOf(item) }];
  });
}

const shadowedOf = (map: Mapping): readonly Entry[] => map.shadowed.map(({ entry }) => entry);

/** A flag of a command line with the value behind it. */
function flagged(flag: Node | undefined, value: Scalar): readonly Variable[] {
  const name = scalar(flag);
  if (name === undefined) return [];
  return [{ name: name.text, namePlace: placeOf(name), value, entry: { start: name.start, end: value.end } }];
}

/** `KEY=value` inside a scalar. */
function assignment(text: string, whole: Parameters<typeof variableOf>[0]['value']): readonly Variable[] {
  const sign = text.indexOf('=');
  if (sign < 1 || whole.kind !== 'scalar' || /\s/.test(text.slice(0, sign))) return [];
  const value = text.slice(sign + 1);
  const place = whole.place(sign + 1, text.length);
  const inner = {
    ...whole,
    ...place,
    text: value,
    value,
    place: (from: number, to: number) => whole.place(sign + 1 + from, sign + 1 + to),
  };
  return [
    { name: text.slice(0, sign), namePlace: whole.place(0, sign), value: inner, entry: placeOf(whole) },
  ];
}

/** What a workflow or an action takes when its caller says nothing. */
function inputs(root: Node, source: ConfigSource): readonly ConfigRoute[] {
  const routes: ConfigRoute[] = [];
  eachMapping(root, (map) => {
    for (const { key, keyPlace, value } of entriesOf(get(map, 'inputs'))) {
      const standard = scalar(get(value, 'default'));
      const found = standard === undefined ? null : configured(source, key, standard);
      if (found === null || standard === undefined) continue;
      const entry = { start: keyPlace.start, end: standard.end };
      routes.push(
        makeRoute({
          reference: found.reference,
          modelFrom: 'default',
          entry,
          name: key,
          namePlace: keyPlace,
        }),
      );
    }
    for (const { key, keyPlace, value } of entriesOf(get(map, 'with'))) {
      const found = value.kind === 'scalar' ? configured(source, key, value) : null;
      if (found === null) continue;
      const entry = { start: keyPlace.start, end: value.end };
      routes.push(
        makeRoute({
          reference: found.reference,
          modelFrom: 'literal',
          entry,
          name: key,
          namePlace: keyPlace,
        }),
      );
    }
  });
  return routes;
}

/** The data of ConfigMaps and Secrets; a `List` holds several resources. */
function configMaps(root: Node): readonly Node[] {
  const items = get(root, 'items');
  if (items?.kind === 'list') return items.items.flatMap(configMaps);
  const kind = textOf(get(root, 'kind'));
  if (kind !== 'ConfigMap' && kind !== 'Secret') return [];
  return [get(root, kind === 'Secret' ? 'stringData' : 'data') ?? []].flat();
}

/** Files inside the data: `config.yaml: |`. */
function embedded(data: Node, source: ConfigSource): FormatReading {
  return joined(entriesOf(data).map(({ key, value }) => embeddedIn(key, value, source)));
}

/** Files of compose's `configs`, each with its name (or its target). */
function contents({ roots }: ConfigSource): readonly { key: string; value: Node }[] {
  return roots.flatMap((root) =>
    entriesOf(get(root, 'configs')).flatMap(({ key, value }) => {
      const content = get(value, 'content');
      return content === undefined
        ? []
        : [{ key: textOf(get(value, 'name')) ?? `${key}.yaml`, value: content }];
    }),
  );
}

function embeddedIn(key: string, value: Node, source: ConfigSource): FormatReading {
  if (value.kind !== 'scalar' || !value.text.includes('\n')) return { routes: [] };
  return source.embedded(key, value) ?? { routes: [] };
}

function joined(readings: readonly FormatReading[]): FormatReading {
  return {
    routes: readings.flatMap(({ routes }) => routes),
    others: readings.flatMap(({ others }) => others ?? []),
    fallbacks: readings.flatMap(({ fallbacks }) => fallbacks ?? []),
    aliases: readings.flatMap(({ aliases }) => aliases ?? []),
    names: readings.flatMap(({ names }) => names ?? []),
    open: readings.some(({ open }) => open === true),
    notes: readings.flatMap(({ notes }) => notes ?? []),
  };
}
