// Reads values with their places: numbers, durations, status codes, request parameters, prices.
import type { Parameter, Place, RequestParameters, Resolution } from '../types.ts';
import { entriesOf, get, type Node, type Scalar, scalar, scalarsOf } from './tree.ts';
import type { RetryStatement, Stated, StatedPrice } from './types.ts';

export const placeOf = ({ start, end }: Place): Place => ({ start, end });

/** A number, also one in quotes; null for anything else. */
export function numberAt(node: Node | undefined): Stated<number> | null {
  const found = scalar(node);
  if (found === undefined || found.text.trim() === '' || typeof found.value === 'boolean') return null;
  const value = Number(found.text.replaceAll('_', ''));
  return Number.isFinite(value) ? { value, ...placeOf(found) } : null;
}

/** Seconds: a number, or a number with a unit (`30s`, `500ms`, `2m`, `1h`). `perUnit` are the seconds of a bare number. */
export function secondsAt(node: Node | undefined, perUnit = 1): Stated<number> | null {
  const bare = numberAt(node);
  if (bare !== null) return { ...bare, value: bare.value * perUnit };
  const found = scalar(node);
  const parts = found === undefined ? null : /^(\d+(?:\.\d+)?)\s*(ms|s|sec|m|min|h)$/.exec(found.text.trim());
  if (found === undefined || parts === null) return null;
  const unit = { ms: 0.001, s: 1, sec: 1, m: 60, min: 60, h: 3600 }[parts[2] ?? 's'] ?? 1;
  return { value: Number(parts[1]) * unit, ...placeOf(found) };
}

/** The scalars of a list as triggers; `http_429` is `429`. */
export function triggersAt(node: Node | undefined): readonly Stated<string>[] {
  return scalarsOf(node).map((found) => ({
    value: found.text.replace(/^http_(?=\d)/i, ''),
    ...placeOf(found),
  }));
}

/** A retry statement; what is left out is not said. */
export function retry(place: Place, said: Partial<Omit<RetryStatement, 'start' | 'end'>>): RetryStatement {
  return {
    on: [],
    attempts: null,
    backoff: null,
    firstWaitSeconds: null,
    longestWaitSeconds: null,
    ...said,
    ...placeOf(place),
  };
}

/** A block of `attempts`, `on_status_codes` and `delay` (milliseconds), as several gateways write it. */
export function retryBlock(node: Node | undefined): readonly RetryStatement[] {
  if (node === undefined) return [];
  const attempts = numberAt(get(node, 'attempts'));
  const on = triggersAt(get(node, 'on_status_codes', 'onStatusCodes'));
  return [retry(attempts ?? node, { attempts, on, firstWaitSeconds: secondsAt(get(node, 'delay'), 0.001) })];
}

export const NO_PARAMETERS: RequestParameters = {
  durationSeconds: null,
  resolution: null,
  sampleCount: null,
  aspectRatio: null,
  generateAudio: null,
  others: {},
};

const PARAMETER_KEYS = {
  durationSeconds: ['durationSeconds', 'duration_seconds', 'seconds', 'duration'],
  resolution: ['resolution'],
  sampleCount: ['sampleCount', 'sample_count', 'numberOfVideos', 'number_of_videos', 'n'],
  aspectRatio: ['aspectRatio', 'aspect_ratio'],
  generateAudio: ['generateAudio', 'generate_audio'],
} as const;

export interface ReadParameters {
  readonly parameters: RequestParameters;
  readonly places: Readonly<Record<string, Place>>;
}

/** The request parameters of a mapping, each with the place of its value. A template (`${X}`) is `dynamic`. */
export function parametersAt(...nodes: readonly (Node | undefined)[]): ReadParameters {
  const places: Record<string, Place> = {};
  const read = <T>(
    name: keyof typeof PARAMETER_KEYS,
    convert: (found: Scalar) => Parameter<T>,
  ): Parameter<T> => {
    const found = nodes
      .map((node) => scalar(get(node, ...PARAMETER_KEYS[name])))
      .find((each) => each !== undefined);
    if (found === undefined || found.value === null) return null;
    const value = /\$\{|\{\{|^os\.environ\//.test(found.text) ? 'dynamic' : convert(found);
    if (value !== null) places[name] = placeOf(found);
    return value;
  };
  const size = nodes.map((node) => scalar(get(node, 'size'))).find((each) => each !== undefined);
  const bySize = size === undefined ? null : sizeOf(size.text);
  const resolution = read('resolution', ({ text }) => resolutionOf(text));
  const aspectRatio = read('aspectRatio', ({ text }) => (/^\d+:\d+$/.test(text) ? text : null));
  if (size !== undefined && bySize !== null) {
    places.resolution ??= placeOf(size);
    places.aspectRatio ??= placeOf(size);
  }
  return {
    parameters: {
      durationSeconds: read('durationSeconds', ({ text }) => numberOf(text.replace(/s$/, ''))),
      resolution: resolution ?? bySize?.resolution ?? null,
      sampleCount: read('sampleCount', ({ text }) => numberOf(text)),
      aspectRatio: aspectRatio ?? bySize?.aspectRatio ?? null,
      generateAudio: read('generateAudio', ({ text }) =>
        /^(?:true|false)$/i.test(text) ? /^true$/i.test(text) : null,
      ),
      others: {},
    },
    places,
  };
}

const numberOf = (text: string): number | null => (/^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null);

function resolutionOf(text: string): Resolution | null {
  const lower = text.toLowerCase();
  return lower === '360p' || lower === '480p' || lower === '720p' || lower === '1080p' || lower === '4k'
    ? lower
    : null;
}

/** `1280x720` says 720p and 16:9. */
function sizeOf(text: string): { resolution: Resolution; aspectRatio: string } | null {
  const sides = /^(\d+)x(\d+)$/.exec(text);
  if (sides === null) return null;
  const [width, height] = [Number(sides[1]), Number(sides[2])];
  const resolution = { 360: '360p', 480: '480p', 720: '720p', 1080: '1080p', 2160: '4k' }[
    Math.min(width, height)
  ];
  if (resolution === undefined) return null;
  return { resolution: resolution as Resolution, aspectRatio: width > height ? '16:9' : '9:16' };
}

/** The prices that LiteLLM's and its relatives' keys state. */
export function pricesAt(...nodes: readonly (Node | undefined)[]): readonly StatedPrice[] {
  return nodes.flatMap((node) =>
    entriesOf(node).flatMap(({ key, value }): readonly StatedPrice[] => {
      const found = /^(?:input|output)_cost_per_(second|request|video)(?:_(\d+p|4k))?$/.exec(key);
      const price = found === null ? null : numberAt(value);
      if (found === null || price === null) return [];
      const unit = found[1] === 'second' ? 'second' : found[1] === 'request' ? 'request' : 'unclear';
      return [{ ...price, unit, resolution: found[2] ?? null, key }];
    }),
  );
}
