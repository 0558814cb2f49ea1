// Terraform: defaults of variables, locals, values in tfvars, environments of resources, chosen models.
import { joinReadings } from './combine.ts';
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
  mapping,
  type Node,
  scalar,
} from './tree.ts';
import type { ConfigFormat, ConfigRoute, ConfigSource, FormatReading } from './types.ts';

export const terraform: ConfigFormat = {
  id: 'terraform',
  hint: /[=:]/,
  recognises: ({ document }) => /\.(?:(?:tf|tfvars)(?:\.json)?|hcl)$/i.test(document.path),
  read(source) {
    const isJson = /\.tf\.json$/i.test(source.document.path);
    const readings = source.roots.map((root) => readRoot(isJson ? asBlocks(root) : root, source));
    return joinReadings(readings);
  },
};

/** The JSON spelling of blocks (`"variable": {"a": {…}}`) as the blocks that they are (`variable a`). */
function asBlocks(root: Node): Node {
  const blocks = entriesOf(root).flatMap(({ key, keyPlace, value }): readonly Entry[] =>
    /^(?:variable|output|check)$/.test(key)
      ? entriesOf(value).map((block) => ({
          key: `${key} ${block.key}`,
          keyPlace: block.keyPlace,
          value: block.value.kind === 'list' ? block.value : listOf(block.value),
        }))
      : [{ key, keyPlace, value }],
  );
  return mapping(blocks, root);
}

const listOf = (node: Node): Node => ({ kind: 'list', items: [node], start: node.start, end: node.end });

function readRoot(root: Node, source: ConfigSource): FormatReading {
  const readings: FormatReading[] = [{ routes: variableDefaults(root, source) }];
  const skipped = new Set<Node>();
  for (const { key, value } of entriesOf(root)) {
    // Defaults are read by the block's name; checks and outputs choose nothing.
    if (/^(?:variable|output|check|import|moved) /.test(key))
      for (const body of itemsOf(value)) skipped.add(body);
  }
  eachMapping(root, (map, path) => {
    if (skipped.has(map) || path.some((key) => /^(?:variable|output|check|validation)(?: |$)/.test(key)))
      return;
    readings.push(
      readVariables([...ownVariables(map), ...environmentBlocks(map)], source, modelFromOf(map, root, path)),
    );
  });
  return joinReadings(readings);
}

/** Values of tfvars and of environments come from outside the program; the rest is written down. */
const modelFromOf = (map: Mapping, root: Node, path: readonly string[]): ConfigRoute['modelFrom'] =>
  map === root ||
  path.some((key) => /^(?:env|environment|variables|environment_variables)$/.test(key)) ||
  get(map, 'env') !== undefined
    ? 'environment'
    : 'literal';

const ownVariables = (map: Mapping): readonly Variable[] =>
  [...map.shadowed.map(({ entry }): Entry => entry), ...map.entries.values()].flatMap(variableOf);

/** `env { name = "VEO_MODEL" value = "…" }`, also as a list of objects. */
function environmentBlocks(map: Mapping): readonly Variable[] {
  return ['env', 'environment', 'environment_variables', 'env_vars'].flatMap((key) =>
    itemsOf(get(map, key)).flatMap((block): readonly Variable[] => {
      const name = scalar(get(block, 'name', 'key'));
      const value = scalar(get(block, 'value'));
      if (name === undefined || value === undefined) return [];
      return [{ name: name.text, namePlace: placeOf(name), value, entry: placeOf(block) }];
    }),
  );
}

function variableDefaults(root: Node, source: ConfigSource): readonly ConfigRoute[] {
  return entriesOf(root).flatMap(({ key, value, keyPlace }) => {
    const name = /^variable (.+)$/.exec(key)?.[1];
    const standard = scalar(get(itemsOf(value)[0], 'default'));
    const found = name === undefined || standard === undefined ? null : configured(source, name, standard);
    if (found === null || name === undefined || standard === undefined) return [];
    const entry = { start: keyPlace.start, end: standard.end };
    return [
      makeRoute({ reference: found.reference, modelFrom: 'default', entry, name, namePlace: keyPlace }),
    ];
  });
}
