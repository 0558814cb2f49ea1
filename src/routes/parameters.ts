// Reads what a request asks for, in every spelling of its parameters.
import type { Parameter, Place, RequestParameters, Resolution } from './types.ts';
import { looseJson } from './values/looseJson.ts';
import {
  HOLE,
  isNull,
  isScalar,
  mapOptions,
  optionsOf,
  type Result,
  scalarResult,
  UNKNOWN,
} from './values/result.ts';

type Name = Exclude<keyof RequestParameters, 'others'>;

/** Spellings without underscores and capitals. */
const SPELLINGS: Readonly<Record<string, Name>> = {
  durationseconds: 'durationSeconds',
  duration: 'durationSeconds',
  seconds: 'durationSeconds',
  videolength: 'durationSeconds',
  length: 'durationSeconds',
  durationsecs: 'durationSeconds',
  durationsec: 'durationSeconds',
  videoduration: 'durationSeconds',
  videodurationseconds: 'durationSeconds',
  targetvideodurationseconds: 'durationSeconds',
  targetdurationseconds: 'durationSeconds',
  durationinseconds: 'durationSeconds',
  lengthseconds: 'durationSeconds',
  videoseconds: 'durationSeconds',
  endseconds: 'durationSeconds',
  clipduration: 'durationSeconds',
  clipseconds: 'durationSeconds',
  outputduration: 'durationSeconds',
  resolution: 'resolution',
  videoresolution: 'resolution',
  outputresolution: 'resolution',
  targetresolution: 'resolution',
  aspectratio: 'aspectRatio',
  ratio: 'aspectRatio',
  aspect: 'aspectRatio',
  videoaspectratio: 'aspectRatio',
  outputaspectratio: 'aspectRatio',
  videoratio: 'aspectRatio',
  frameratio: 'aspectRatio',
  numberofvideos: 'sampleCount',
  samplecount: 'sampleCount',
  n: 'sampleCount',
  numvideos: 'sampleCount',
  candidatecount: 'sampleCount',
  numberofsamples: 'sampleCount',
  numsamples: 'sampleCount',
  numoutputs: 'sampleCount',
  videocount: 'sampleCount',
  numberofresults: 'sampleCount',
  numberresults: 'sampleCount',
  generateaudio: 'generateAudio',
  enableaudio: 'generateAudio',
  audio: 'generateAudio',
  sound: 'generateAudio',
  withaudio: 'generateAudio',
  includeaudio: 'generateAudio',
  audioenabled: 'generateAudio',
  videoaudio: 'generateAudio',
};

/** Further parameters that rules look at, by their spelling without underscores and capitals. */
const OTHERS: Readonly<Record<string, string>> = {
  seed: 'seed',
  persongeneration: 'personGeneration',
  negativeprompt: 'negativePrompt',
  enhanceprompt: 'enhancePrompt',
  promptoptimizer: 'enhancePrompt',
  referenceimages: 'referenceImages',
  lastframe: 'lastFrame',
  video: 'video',
  image: 'image',
  fps: 'fps',
  outputgcsuri: 'storageUri',
  storageuri: 'storageUri',
  compressionquality: 'compressionQuality',
  mask: 'mask',
  resizemode: 'resizeMode',
  pubsubtopic: 'pubsubTopic',
  labels: 'labels',
  webhookconfig: 'webhookConfig',
  task: 'task',
};

/** Keys whose content is no parameter. */
const CLOSED =
  /^(?:headers?|prompt|messages|auth|timeout|retry|retries|httpoptions|response|tools|on\w+|labels|referenceimages|images?|lastframe|video|mask|logs|model(?:id|name)?)$/i;

/** Keys whose content holds the parameters, so that an unseen one hides them. */
const CONTAINER =
  /^(?:config|parameters|request|input|arguments|args|json|body|data|payload|content|extra_?body|generation_?config|video_?config|options|video_?generation_?config)$/i;

const plain = (key: string): string => key.replace(/[_\s-]/g, '').toLowerCase();

/** Whether a key spells a parameter of a request. */
export const isParameterKey = (key: string): boolean => SPELLINGS[plain(key)] !== undefined;

interface Found {
  readonly value: Result;
  readonly key: string;
}

export interface ReadParameters extends RequestParameters {
  readonly places: Readonly<Record<string, Place>>;
}

/** The parameters of a request from the objects it sends. `hidden`: something that is sent cannot be seen. */
export function readParameters(bags: readonly Result[], hidden: boolean): ReadParameters {
  const found = new Map<Name | 'size', Found>();
  const others = new Map<string, Result>();
  const open = gather(bags, found, others) || hidden;
  const missing = open ? ('dynamic' as const) : null;
  const size = found.get('size')?.value;
  const places: Record<string, Place> = {};
  const read = <T>(
    name: Name,
    normal: (value: string | number | boolean, key: string) => T | null,
  ): Parameter<T> => {
    const one = found.get(name);
    if (one === undefined) return missing;
    const place = placeOf(one.value);
    if (place !== null) places[name] = place;
    return parameter(one.value, (value) => normal(value, one.key));
  };
  const fromSize = <T>(
    name: Name,
    normal: (value: string | number | boolean, key: string) => T | null,
  ): Parameter<T> => {
    if (size === undefined) return missing;
    const place = placeOf(size);
    if (place !== null) places[name] = place;
    return parameter(size, (value) => normal(value, 'size'));
  };
  const pixels = inPixels(found, 'aspectRatio');
  const resolution = found.has('resolution')
    ? read('resolution', toResolution)
    : pixels !== null && size === undefined
      ? toResolution(pixels)
      : fromSize('resolution', toResolution);
  const shown = inPixels(found, 'resolution');
  const aspectRatio = found.has('aspectRatio')
    ? read('aspectRatio', toRatio)
    : shown !== null && size === undefined
      ? toRatio(shown)
      : fromSize('aspectRatio', toRatio);
  return {
    durationSeconds: read('durationSeconds', toSeconds),
    resolution,
    sampleCount: read('sampleCount', toCount),
    aspectRatio,
    generateAudio: read('generateAudio', toFlag),
    others: Object.fromEntries(
      [...others].flatMap(([name, value]) =>
        isNull(value) ? [] : [[name, parameter(mapOptions(value, counted), (known) => known) ?? 'dynamic']],
      ),
    ),
    places,
  };
}

/** A list as how many things it holds, an object as something that is there. */
function counted(value: Result): Result {
  if (value.kind === 'list' && !value.open) return scalarResult(value.items.length);
  return value.kind === 'object' ? scalarResult(true) : value;
}

/** A ratio or a resolution given in pixels (`1280:720`, `1280x720`) names the other one, too. */
function inPixels(found: ReadonlyMap<string, Found>, name: Name): string | null {
  const value = found.get(name)?.value;
  return value !== undefined && isScalar(value) && /^\d{3,}[:x*×]\d{3,}$/.test(String(value.value))
    ? String(value.value)
    : null;
}

/** Keys that give width and height as one text. */
const SIZES = /^(?:video|output|frame)?(?:size|dimensions)$/;

/** `quality: "1080p"` asks for a resolution, `quality: "high"` does not. */
function resolutionBy(key: string, value: Result): Name | undefined {
  return /^(?:video|output)?(?:quality|definition)$/.test(plain(key)) &&
    isScalar(value) &&
    /^(?:\d{3,4}p|4k)$/i.test(String(value.value))
    ? 'resolution'
    : undefined;
}

/** `width: 1280, height: 720` as one size; null where an object has not both. */
function sidesOf({ entries }: Extract<Result, { kind: 'object' }>): Found | null {
  const [width, height] = [entries.get('width'), entries.get('height')];
  if (width === undefined || height === undefined) return null;
  const known = [width, height].every((side) => isScalar(side) && Number(side.value) >= 100);
  const text = [width, height].map((side) => (isScalar(side) ? String(side.value) : '')).join('x');
  return { value: known ? scalarResult(text) : UNKNOWN, key: 'size' };
}

/** Breadth first, so that what stands nearer to the call wins. True where something cannot be seen. */
function gather(
  bags: readonly Result[],
  found: Map<Name | 'size', Found>,
  others: Map<string, Result>,
): boolean {
  let open = false;
  let level: readonly { readonly value: Result; readonly inner: boolean }[] = bags.map((value) => ({
    value,
    inner: false,
  }));
  for (let depth = 0; depth < 6 && level.length > 0; depth++) {
    const next: { value: Result; inner: boolean }[] = [];
    for (const { value } of level) {
      if (value.kind === 'list') next.push(...value.items.map((item) => ({ value: item, inner: true })));
      if (value.kind !== 'object') continue;
      const held = [...value.entries].some(([key, entry]) => CONTAINER.test(key) && entry.kind === 'object');
      open ||= value.open && !held;
      const sides = sidesOf(value);
      if (sides !== null && !found.has('size')) found.set('size', sides);
      const isAsked = isInteraction(value);
      for (const [key, entry] of value.entries) {
        if (isAsked && plain(key) === 'input') continue;
        const name = SIZES.test(plain(key)) ? 'size' : (SPELLINGS[plain(key)] ?? resolutionBy(key, entry));
        const other = OTHERS[plain(key)];
        const holds = optionsOf(entry).some((option) => option.kind === 'object');
        if (name !== undefined && !holds) {
          if (!found.has(name)) found.set(name, { value: entry, key });
        } else if (other !== undefined && !others.has(other)) others.set(other, entry);
        else if (!CLOSED.test(plain(key))) {
          const inside = insideOf(entry);
          if (inside !== null)
            next.push({
              value: isOptional(entry) && !BODY.test(key) ? common([inside, NOTHING], false) : inside,
              inner: true,
            });
          else if (CONTAINER.test(key) && !isScalar(entry)) open = true;
        }
      }
    }
    level = next;
  }
  return open;
}

/** Google's Interactions API calls the prompt `input`. */
const isInteraction = ({ entries }: Extract<Result, { kind: 'object' }>): boolean =>
  [...entries].some(
    ([key, entry]) =>
      plain(key) === 'responseformat' ||
      (key === 'model' && isScalar(entry) && /gemini-omni/.test(String(entry.value))),
  );

/** The object or list in a value: itself, the common part of several, or what JSON in a string spells. */
export function insideOf(value: Result): Result | null {
  if (value.kind === 'object' || value.kind === 'list') return value;
  if (value.kind === 'scalar' || value.kind === 'text') return looseJson(value);
  if (value.kind !== 'choice') return null;
  const objects = value.options.map(insideOf).filter((option) => option !== null);
  if (objects.length === 0) return null;
  return common(objects, objects.length < value.options.filter((option) => !isNull(option)).length);
}

/** Without what is sent there is no request, so that it is no option. */
const BODY = /^(?:json|body|data|payload|content)$/i;

/** Whether an object may be left out, with all that is in it. */
const isOptional = (value: Result): boolean => value.kind === 'choice' && value.options.some(isNull);

const NOTHING: Result = { kind: 'object', type: null, entries: new Map(), open: false, at: null };

/** What several possible objects have together: differing values become unknown. */
function common(objects: readonly Result[], open: boolean): Result {
  const entries = new Map<string, Result>();
  const maps = objects.flatMap((one) => (one.kind === 'object' ? [one.entries] : []));
  for (const name of new Set(maps.flatMap((map) => [...map.keys()]))) {
    const values = maps.map(
      (map): Result => map.get(name) ?? { kind: 'scalar', value: null, from: 'literal', at: null, via: null },
    );
    entries.set(name, { kind: 'choice', options: values.flatMap((value) => [...optionsOf(value)]) });
  }
  return {
    kind: 'object',
    type: null,
    entries,
    open: open || objects.some((one) => one.kind === 'object' && one.open),
    at: null,
  };
}

function placeOf(value: Result): Place | null {
  return value.kind === 'scalar' ? value.at : null;
}

/** One known value gives it; several that mean the same do, too; all else is computed at run time. */
function parameter<T>(value: Result, normal: (value: string | number | boolean) => T | null): Parameter<T> {
  const read = optionsOf(value).map((option): Parameter<T> => {
    if (isNull(option)) return null;
    if (
      !isScalar(option) ||
      option.value === null ||
      option.from === 'default' ||
      option.from === 'environment'
    )
      return 'dynamic';
    return normal(option.value) ?? 'dynamic';
  });
  const [first] = read;
  return first !== undefined && read.every((one) => one === first) ? first : 'dynamic';
}

function toSeconds(value: string | number | boolean): number | null {
  const text = String(value).trim();
  const match =
    /^(\d+(?:\.\d+)?)\s*(?:s|secs?|seconds?)?$/i.exec(text) ??
    /^(?:\w*?_)?(\d+)(?:_?(?:s|secs?|seconds?))?$/i.exec(text);
  return match === null || typeof value === 'boolean' ? null : Number(match[1]);
}

/** Resolutions by their shorter side. No Veo model makes 480p: that it is asked for is worth a word. */
const HEIGHTS: Readonly<Record<number, Resolution>> = {
  360: '360p',
  480: '480p',
  720: '720p',
  1080: '1080p',
};

function toResolution(value: string | number | boolean, key = ''): Resolution | null {
  const text = String(value).toLowerCase();
  const sides = /^(\d{3,4})\s*[x:*×]\s*(\d{3,4})$/.exec(text);
  const height = sides
    ? Math.min(Number(sides[1]), Number(sides[2]))
    : Number(/(?:^|_)(\d{3,4})(?:p?$|p\b)/.exec(text)?.[1] ?? Number.NaN);
  if (key === 'size' && !sides) return null;
  if (/(?:^|_)(?:4k|uhd)$/.test(text) || height === 2160) return '4k';
  if (/^(?:fhd|full[_ -]?hd)$/.test(text)) return '1080p';
  return HEIGHTS[height] ?? null;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

function toRatio(value: string | number | boolean, key = ''): string | null {
  const text = String(value).trim();
  const sides = /(?<!\d)(\d+)\s*[x:*×_/]\s*(\d+)$/i.exec(text);
  if (sides === null) return typeof value === 'string' && key !== 'size' && text !== '' ? text : null;
  const [a, b] = [Number(sides[1]), Number(sides[2])];
  const by = Math.min(a, b) >= 100 ? divisor(a, b) : 1;
  return `${a / by}:${b / by}`;
}

function toCount(value: string | number | boolean): number | null {
  const count = typeof value === 'boolean' ? Number.NaN : Number(value);
  return Number.isInteger(count) && String(value).trim() !== '' ? count : null;
}

function toFlag(value: string | number | boolean): boolean | null {
  const text = String(value).toLowerCase();
  return /^(?:true|on|yes|1|enabled)$/.test(text)
    ? true
    : /^(?:false|off|no|0|disabled)$/.test(text)
      ? false
      : null;
}

/** `video.v1.VideoService/GenerateVideo`, `videos/generations`: a path that a helper puts behind its host. */
const VIDEO_PATH = /^(?:[\w.-]+\/)?videos?[\w.-]*\/(?:generat|creat|submit)\w*$/i;

/** How an address of an API goes on behind a host, which may be out of sight. */
const API_START = new RegExp(`^${HOLE}?/?(?:v\\d|api|models|projects|fal-ai|interactions$)\\b`);

/** A text that stands for a request's address. */
export function isAddress(text: string): boolean {
  return (
    text.includes('://') ||
    text.includes(':predictLongRunning') ||
    API_START.test(text) ||
    VIDEO_PATH.test(text) ||
    text.startsWith('/')
  );
}
