// ComfyUI workflows: nodes that call Veo, in the format of the API and in that of the canvas.

import { get, itemsOf, type Mapping, type Node, scalar, textOf } from '../config/tree.ts';
import type { ModelReader } from '../models.ts';
import { readParameters } from '../parameters.ts';
import { makeRoute } from '../route.ts';
import type { Route } from '../types.ts';
import type { Result } from '../values/result.ts';
import { worthOf } from './values.ts';

const NODE = /veo/i;
const SURFACE = { surface: 'comfyui', evidence: { kind: 'node', detail: 'ComfyUI' } } as const;

/** The request that a node makes; null where the mapping is none. */
export function comfyRequest(
  map: Mapping,
  { models }: { readonly models: ModelReader },
): readonly Route[] | null {
  const api = textOf(get(map, 'class_type'));
  const canvas = textOf(get(map, 'type'));
  const inputs = get(map, 'inputs');
  const widgets = get(map, 'widgets_values');
  const asked =
    api !== undefined && NODE.test(api) && inputs?.kind === 'map'
      ? worthOf(inputs)
      : canvas !== undefined && NODE.test(canvas) && widgets !== undefined
        ? fromWidgets(widgets)
        : null;
  if (asked?.kind !== 'object') return null;
  const all = models.ofValue(asked.entries.get('model') ?? asked);
  const place = { start: map.start, end: map.end, name: textOf(get(map, 'title')) ?? api ?? canvas ?? null };
  return all.map((model) =>
    makeRoute({
      place,
      shape: 'workflow',
      model,
      all,
      parameters: readParameters([asked], false),
      claim: SURFACE,
    }),
  );
}

/** Widgets have no names; what they are is told by their values and their order. */
function fromWidgets(widgets: Node): Result {
  if (widgets.kind === 'map') return worthOf(widgets);
  const items = itemsOf(widgets).flatMap((item) => scalar(item) ?? []);
  const model = items.findIndex((item) => /^veo-?\d/.test(item.text));
  const ratio = items.findIndex((item) => /^\d{1,2}:\d{1,2}$/.test(item.text));
  const seconds = items.findIndex(
    (item, index) => index > ratio && typeof item.value === 'number' && item.value > 0 && item.value < 61,
  );
  const audio = items.findIndex(
    (item, index) => model >= 0 && index > model && typeof item.value === 'boolean',
  );
  const resolution = items.findIndex((item) => /^(?:\d{3,4}p|4k)$/i.test(item.text));
  const entries = new Map<string, Result>();
  const take = (name: string, index: number): void => {
    const item = items[index];
    if (item !== undefined) entries.set(name, worthOf(item));
  };
  take('model', model);
  take('aspectRatio', ratio);
  take('durationSeconds', ratio < 0 ? -1 : seconds);
  take('generateAudio', audio);
  take('resolution', resolution);
  return { kind: 'object', type: null, entries, open: false, at: null };
}
