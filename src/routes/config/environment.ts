// Environment variables in deployments: docker-compose, Kubernetes, CI workflows and their relatives.
import { joinReadings } from './combine.ts';
import { commandVariables, variablesOfWords } from './commandLine.ts';
import { makeRoute } from './route.ts';
import { configured, readVariables, type Variable, variableOf } from './setting.ts';
import { placeOf } from './stated.ts';
import {
  type Entry,
  eachMapping,
  entriesOf,
  get,
  itemsOf,
  type Mapping,
  type Node,
  partOf,
  type Scalar,
  scalar,
  scalarsOf,
  textOf,
} from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource, FormatReading } from './types.ts';

/** Keys whose mapping (or list) holds environment variables. */
const ENVIRONMENT_KEY =
  /^(?:env|environment|env_vars|env_variables|environment_variables|environmentVariables|variables|Variables|envVars|extraEnv|extraEnvVars|containerEnv|remoteEnv|substitutions|args|build_args|vars|stringData)$/;

/** Keys whose value is a command line, as a text or a word an item. */
const COMMAND_KEY =
  /^(?:command|cmd|args|entrypoint|run|startCommand|start_command|buildCommand|build_command|preDeployCommand)$/;

/** Keys whose list holds a command an item. */
const SCRIPT_KEY = /^(?:script|before_script|after_script|commands)$/;

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
    return joinReadings([readEnvironments(source), ...plain, ...maps.map((data) => embedded(data, source))]);
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
    joinReadings([
      readEnvironments(source),
      { routes: source.roots.flatMap((root) => inputs(root, source)) },
    ]),
};

/** Other files that hold an environment: Cloud Build, GitLab, App Engine, serverless, Render, dev containers. */
export const deployment: ConfigFormat = {
  id: 'environment',
  hint: /\b(?:env|environment|env_variables|environment_variables|environmentVariables|envVars|extraEnv|extraEnvVars|variables|Variables|vars|substitutions|containerEnv|remoteEnv|args|command|script|startCommand|matrix)"?\s*:/,
  recognises: (source) => environments(source).length > 0,
  read: readEnvironments,
};

function readEnvironments(source: ConfigSource): FormatReading {
  return joinReadings([
    ...environments(source).map((scope) => readVariables(scope, source)),
    ...contents(source).map((text) => embeddedIn(text.key, text.value, source)),
  ]);
}

/** The variables of every environment of the file, one list a scope. */
function environments({ roots }: ConfigSource): readonly (readonly Variable[])[] {
  const scopes: (readonly Variable[])[] = [];
  for (const root of roots) {
    eachMapping(root, (map) => {
      for (const { key, value } of map.entries.values()) scopes.push(...scopesOf(key, value));
    });
  }
  return scopes.filter((scope) => scope.length > 0);
}

function scopesOf(key: string, value: Node): readonly (readonly Variable[])[] {
  if (SCRIPT_KEY.test(key) || (COMMAND_KEY.test(key) && value.kind === 'scalar'))
    return scalarsOf(value).flatMap((command) => commandVariables(command, true));
  if (COMMAND_KEY.test(key) && value.kind === 'list') return execForm(value.items);
  if (key === 'matrix') return matrixScopes(value);
  return ENVIRONMENT_KEY.test(key) ? [variablesOf(value)] : [];
}

/** A command with a word an item; an item with spaces is a script for a shell. */
function execForm(items: readonly Node[]): readonly (readonly Variable[])[] {
  const words = items.flatMap((item) => scalar(item) ?? []);
  const scripts = words.filter(({ text }) => /\s/.test(text) && !text.startsWith('-'));
  const plain = words.filter((word) => !scripts.includes(word));
  // The arguments of a build are assignments and nothing else.
  if (plain.length > 0 && plain.every(({ text }) => /^[A-Za-z_]\w*=/.test(text)))
    return [plain.flatMap(assignment)];
  return [
    [...variablesOf({ kind: 'list', items: items.filter(({ kind }) => kind === 'map'), start: 0, end: 0 })],
    variablesOfWords(plain, true),
    ...scripts.flatMap((script) => commandVariables(script, true)),
  ];
}

/** The values that a CI job runs with, each by itself: `model: [a, b]`, and the entries of `include`. */
function matrixScopes(matrix: Node): readonly (readonly Variable[])[] {
  const maps = matrix.kind === 'list' ? matrix.items : [matrix];
  return maps.flatMap((map) =>
    entriesOf(map).flatMap(({ key, keyPlace, value }): readonly (readonly Variable[])[] => {
      if (key === 'exclude') return [];
      if (key === 'include') return itemsOf(value).map((item) => entriesOf(item).flatMap(variableOf));
      return scalarsOf(value).map((one) => [
        { name: key, namePlace: keyPlace, value: one, entry: placeOf(one) },
      ]);
    }),
  );
}

/** A mapping, a list of `KEY=value` or of `{name, value}`, or a text of such assignments. */
function variablesOf(node: Node): readonly Variable[] {
  if (node.kind === 'map') return [...shadowedOf(node), ...node.entries.values()].flatMap(variableOf);
  if (node.kind === 'scalar') return assignmentsOf(node);
  return node.items.flatMap((item): readonly Variable[] => {
    if (item.kind === 'scalar') return assignment(item);
    const name = scalar(get(item, 'name', 'key', 'variable'));
    const value = scalar(get(item, 'value', 'default'));
    if (name === undefined || value === undefined) return [];
    return [{ name: name.text, namePlace: placeOf(name), value, entry: placeOf(item) }];
  });
}

const shadowedOf = (map: Mapping): readonly Entry[] => map.shadowed.map(({ entry }) => entry);

/** `A=b,C=d`, or one `A=b` a line. */
function assignmentsOf(text: Scalar): readonly Variable[] {
  return [...text.text.matchAll(/[^,\n]+/g)].flatMap(({ 0: piece, index }) => {
    const start = index + piece.length - piece.trimStart().length;
    return assignment(partOf(text, start, start + piece.trim().length));
  });
}

/** `KEY=value` inside a scalar. */
function assignment(whole: Scalar): readonly Variable[] {
  const sign = whole.text.indexOf('=');
  if (sign < 1 || /\s/.test(whole.text.slice(0, sign))) return [];
  const value = partOf(whole, sign + 1, whole.text.length);
  const namePlace = whole.place(0, sign);
  return [{ name: whole.text.slice(0, sign), namePlace, value, entry: placeOf(whole) }];
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
      const entry = { start: keyPlace.start, end: Math.max(value.end, keyPlace.end) };
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
  return joinReadings(entriesOf(data).map(({ key, value }) => embeddedIn(key, value, source)));
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
