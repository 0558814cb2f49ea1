// Channel exports of new-api and one-api: a list of models in one string, a JSON table of renamings inside another.

import type { SurfaceClaim } from '../../detect/surface.ts';
import type { Reference } from '../../detect/types.ts';
import { joinReadings } from './combine.ts';
import { jsonTree } from './jsonTree.ts';
import { makeRoute, modelOf, referencesIn, surfaceOfUrl } from './route.ts';
import { numberAt, placeOf } from './stated.ts';
import {
  eachMapping,
  entriesOf,
  get,
  type Mapping,
  type Node,
  plainScalar,
  type Scalar,
  scalar,
  textOf,
} from './tree.ts';
import type {
  ConfigFormat,
  ConfigRoute,
  ConfigSource,
  FormatReading,
  NamedPlace,
  OtherRoute,
} from './types.ts';

export const newApi: ConfigFormat = {
  id: 'new-api',
  hint: /"?models"?\s*:/,
  recognises: (source) => channels(source).length > 0,
  read(source) {
    const readings = channels(source).map((channel, index) => readChannel(channel, index, source));
    // An export shows some channels of the server.
    return { ...joinReadings(readings), open: true };
  },
};

/** A channel has its models in a string and at least two of the fields that only channels have. */
function channels({ roots }: ConfigSource): readonly Mapping[] {
  const found: Mapping[] = [];
  const marks = [
    'model_mapping',
    'base_url',
    'group',
    'priority',
    'weight',
    'type',
    'status',
    'key',
    'test_model',
    'auto_ban',
  ];
  for (const root of roots) {
    eachMapping(root, (map) => {
      if (typeof scalar(get(map, 'models'))?.value !== 'string') return;
      const known = marks.filter((mark) => map.entries.has(mark));
      if (
        known.length >= 2 &&
        (map.entries.has('model_mapping') || typeof scalar(get(map, 'type'))?.value === 'number')
      )
        found.push(map);
    });
  }
  return found;
}

/** The channel types that are Google's own surfaces; new-api and one-api number Vertex AI differently. */
const SURFACE_OF_TYPE: Readonly<Record<number, SurfaceClaim>> = {
  24: { surface: 'gemini-api', evidence: { kind: 'setting', detail: 'type 24' } },
  41: { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'type 41' } },
  42: { surface: 'vertex-ai', evidence: { kind: 'setting', detail: 'type 42' } },
};

function readChannel(channel: Mapping, index: number, source: ConfigSource): FormatReading {
  const table = entriesOf(tableOf(get(channel, 'model_mapping')));
  const renamings = new Map(table.map(({ key, value }) => [key, value]));
  const url = textOf(get(channel, 'base_url'));
  const byUrl = url === undefined || url === '' ? null : surfaceOfUrl(source, url);
  const type = numberAt(get(channel, 'type'))?.value ?? 0;
  const claim = byUrl ?? (url === undefined || url === '' ? (SURFACE_OF_TYPE[type] ?? null) : null);
  const routes: ConfigRoute[] = [];
  const others: OtherRoute[] = [];
  for (const name of listOf(scalar(get(channel, 'models')))) {
    const reference = sent(name, renamings, source);
    if (reference === null) {
      others.push({ ...name, model: textOf(renamings.get(name.name)) ?? name.name });
      continue;
    }
    routes.push(
      makeRoute({
        reference,
        entry: placeOf(channel),
        name: name.name,
        namePlace: name,
        claim,
        door: `${index}`,
        sameName: 'shared',
      }),
    );
  }
  const status = numberAt(get(channel, 'status'))?.value ?? 1;
  const title = textOf(get(channel, 'name')) ?? `channel ${index + 1}`;
  return {
    routes,
    others,
    names: table.map(({ keyPlace }) => keyPlace),
    notes: status === 1 ? [] : [`${title} is switched off (status ${status})`],
  };
}

/** The models of a channel, each with its place inside the string. */
function listOf(list: Scalar | undefined): readonly NamedPlace[] {
  const names: NamedPlace[] = [];
  let from = 0;
  for (const part of list?.text.split(',') ?? []) {
    const name = part.trim();
    const start = from + part.indexOf(name);
    if (list !== undefined && name !== '') names.push({ name, ...list.place(start, start + name.length) });
    from += part.length + 1;
  }
  return names;
}

/** The table, which is JSON inside a string, or an object. */
function tableOf(node: Node | undefined): Node | undefined {
  if (node?.kind !== 'scalar') return node;
  return jsonTree(node.text, (at) => (at < node.text.length ? node.place(at, at + 1).start : node.end))
    .roots[0];
}

/** What is sent upstream for a name: renamings are followed as long as there is one, and never in a circle. */
function sent(
  name: NamedPlace,
  renamings: ReadonlyMap<string, Node>,
  source: ConfigSource,
): Reference | null {
  let last: Scalar | undefined;
  const seen = new Set<string>();
  for (let key = name.name; !seen.has(key); ) {
    seen.add(key);
    const next = scalar(renamings.get(key));
    if (next === undefined) break;
    last = next;
    key = next.text;
  }
  if (last !== undefined) return modelOf(source, last);
  const [only] = referencesIn(source, name);
  return only !== undefined && modelOf(source, plainScalar(name.name, name.start)) !== null ? only : null;
}
