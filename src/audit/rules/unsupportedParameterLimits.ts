// What a surface refuses of a request, read from the limits in the catalog. Computed values are never checked.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Constraint, SurfaceId } from '../../catalog/types.ts';
import type { CallShape, Parameter, RequestParameters, Route } from '../../routes/types.ts';
import { listOf } from '../wording.ts';

/** A change after which the parameter is accepted, where only one can be meant. */
export type Remedy =
  | { readonly kind: 'remove'; readonly title: string }
  | { readonly kind: 'replace'; readonly title: string; readonly value: string };

/** One parameter that is refused. */
export interface Refusal {
  readonly parameter: string;
  /** A clause: what the surface takes and what the request sends. Without a verb the model is not its subject. */
  readonly verb: 'makes' | 'takes' | 'does' | null;
  readonly why: string;
  /** Who refuses it: an SDK throws before anything is sent. */
  readonly by: 'surface' | 'sdk';
  /** Keys of the catalog's sources. */
  readonly sources: readonly string[];
  readonly remedy: Remedy | null;
}

/** What is checked of a route. */
export type CheckedRequest = RequestParameters & Pick<Route, 'name' | 'model' | 'shape'>;

/** The request with the model and surface that its limits are those of. */
interface Checked {
  readonly route: CheckedRequest;
  readonly model: string;
  limit(key: string): Constraint | undefined;
}

type Check = (checked: Checked) => Refusal | null;

/** Which values reach Google as the source writes them; a library in between may translate or drop the others. */
const PASSED_ON: Readonly<Partial<Record<CallShape, readonly Check[]>>> = {
  'google-sdk': [duration, resolution, aspectRatio, sampleCount, audio, references, extension, seed],
  'predict-long-running': [
    duration,
    resolution,
    aspectRatio,
    sampleCount,
    audio,
    references,
    extension,
    seed,
  ],
  interactions: [durationRange, resolution, aspectRatio],
  'ai-sdk': [duration, resolution, aspectRatio],
  genkit: [duration, resolution, aspectRatio],
  workflow: [duration, resolution, aspectRatio],
  // It reads a size as an aspect ratio only, so a resolution is not certain to be sent.
  litellm: [allowedDuration],
};

/** SDK names of parameters that have another name on the wire. */
const WIRE_NAMES: Readonly<Record<string, string>> = { outputGcsUri: 'storageUri' };

/** The refused parameters of a route whose model is a canonical ID, as one surface limits them. */
export function refusalsOf(route: CheckedRequest, surface: SurfaceId, catalog: Catalog): readonly Refusal[] {
  const { model } = route;
  if (model === null || catalog.surface(surface)?.kind !== 'google') return [];
  const checked: Checked = { route, model, limit: (key) => catalog.constraint(surface, model, key) };
  const byLimit = (PASSED_ON[route.shape] ?? [])
    .map((check) => check(checked))
    .filter((refusal) => refusal !== null);
  const bySdk = route.shape === 'google-sdk' ? refusedBySdk(checked) : [];
  return [
    ...byLimit,
    ...bySdk.filter((refusal) => byLimit.every(({ parameter }) => parameter !== refusal.parameter)),
  ];
}

/** Works on a video that exists: its lengths and sizes are not those of a generation. */
function isEdit({ others, name }: CheckedRequest): boolean {
  const task = others.task;
  return (
    'video' in others ||
    'mask' in others ||
    (typeof task === 'string' && /extend|edit|upscale/i.test(task)) ||
    /extend|upscale|(?:^|[._])edit|insert_?object|remove_?object/i.test(name ?? '')
  );
}

function duration(checked: Checked): Refusal | null {
  return allowedDuration(checked) ?? durationForItsKind(checked);
}

function allowedDuration({ route, limit }: Checked): Refusal | null {
  const asked = route.durationSeconds;
  const allowed = limit('durationSeconds.allowed');
  if (typeof asked !== 'number' || isEdit(route) || !isListWithout(allowed, asked)) return null;
  return refusal('durationSeconds', 'makes', `${either(allowed)} seconds, not ${asked}`, allowed);
}

function durationRange({ route, limit }: Checked): Refusal | null {
  const asked = route.durationSeconds;
  const row = limit('durationSeconds.range');
  if (typeof asked !== 'number' || isEdit(route) || !isRange(row?.value)) return null;
  const { min, max } = row.value;
  if (asked >= min && asked <= max) return null;
  return refusal('durationSeconds', 'makes', `${min} to ${max} seconds, not ${asked}`, row);
}

/** Some kinds of video are made in one length only. */
function durationForItsKind(checked: Checked): Refusal | null {
  const { route, limit } = checked;
  const asked = route.durationSeconds;
  if (isEdit(route)) return null;
  const must = limit('durationSeconds.mustBe8When');
  const conditions: readonly unknown[] = Array.isArray(must?.value) ? must.value : [];
  const met = conditions.find((condition) => isMet(condition, checked));
  if (must === undefined || typeof met !== 'string' || typeof asked !== 'number' || asked === 8) return null;
  const what = CONDITIONS[met] ?? met;
  return refusal('durationSeconds', 'makes', `${what} only with 8 seconds, not ${asked}`, must);
}

const CONDITIONS: Readonly<Record<string, string>> = {
  referenceImages: 'videos from reference images',
};

function isMet(condition: unknown, checked: Checked): boolean {
  const { route } = checked;
  if (condition === 'referenceImages') return isSent(route.others.referenceImages);
  // A size that the model does not make has no length either.
  return condition === route.resolution && resolution(checked) === null;
}

function resolution({ route, limit }: Checked): Refusal | null {
  const asked = route.resolution;
  if (!isWritten(asked) || isEdit(route)) return null;
  const allowed = limit('resolution.allowed');
  const disputed = limit('resolution.disputed')?.value;
  if (!isListWithout(allowed, asked) || (Array.isArray(disputed) && disputed.includes(asked))) return null;
  return refusal('resolution', 'makes', `${either(allowed)}, not ${asked}`, allowed);
}

function aspectRatio({ route, limit }: Checked): Refusal | null {
  const asked = route.aspectRatio;
  const allowed = limit('aspectRatio.allowed');
  if (asked === null || !/^\d+:\d+$/.test(asked) || !isListWithout(allowed, asked)) return null;
  return refusal('aspectRatio', 'makes', `${either(allowed)}, not ${asked}`, allowed);
}

function sampleCount({ route, limit }: Checked): Refusal | null {
  const asked = route.sampleCount;
  const allowed = limit('sampleCount.allowed');
  if (typeof asked !== 'number' || !isListWithout(allowed, asked)) return null;
  const [only, ...more] = allowed.value;
  const remedy: Remedy | null =
    more.length === 0
      ? { kind: 'replace', title: `Ask for ${only} video per request`, value: String(only) }
      : null;
  return refusal(
    'sampleCount',
    'makes',
    `${either(allowed)} ${more.length === 0 ? 'video' : 'videos'} per request, not ${asked}`,
    allowed,
    remedy,
  );
}

function audio({ route, limit }: Checked): Refusal | null {
  const row = limit('generateAudio');
  if (route.generateAudio !== true || row?.value !== 'refused') return null;
  return refusal('generateAudio', 'makes', `no audio`, row);
}

function references({ route, limit }: Checked): Refusal | null {
  const row = limit('referenceImages.max');
  const count = route.others.referenceImages;
  if (typeof row?.value !== 'number' || !isSent(count)) return null;
  if (row.value === 0) return refusal('referenceImages', 'takes', `no reference images`, row);
  if (typeof count !== 'number' || count <= row.value) return null;
  return refusal('referenceImages', 'takes', `at most ${row.value} reference images, not ${count}`, row);
}

function extension({ route, limit }: Checked): Refusal | null {
  const row = limit('extension');
  if (row?.value !== false || !isSent(route.others.video)) return null;
  return refusal('video', 'does', `not extend videos`, row);
}

function seed({ route, limit }: Checked): Refusal | null {
  const row = limit('seed');
  const asked = route.others.seed;
  if (typeof asked !== 'number' || !isRange(row?.value)) return null;
  const { min, max } = row.value;
  if (asked >= min && asked <= max) return null;
  return refusal('seed', 'takes', `a seed from ${min} to ${max}, not ${asked}`, row);
}

/** Parameters that Google's SDKs themselves throw on, where the client is one of the Gemini API. */
function refusedBySdk({ route, limit }: Checked): readonly Refusal[] {
  const row = limit('parameters.refused');
  if (row === undefined || !Array.isArray(row.value)) return [];
  const names = row.value.filter((name) => typeof name === 'string');
  return names.flatMap((name) => {
    const parameter = [name, WIRE_NAMES[name] ?? name].find((spelling) =>
      isWritten(writtenValue(route, spelling)),
    );
    if (parameter === undefined) return [];
    const why = `Google's SDK throws on ${name}, which exists on Vertex AI only`;
    const remedy = name === 'generateAudio' ? silentRemedy(route) : null;
    return [{ ...refusal(parameter, null, why, row, remedy), by: 'sdk' as const }];
  });
}

/** Videos of this surface always have sound, so leaving out a request for it changes nothing else. */
function silentRemedy({ generateAudio }: CheckedRequest): Remedy | null {
  return generateAudio === true
    ? { kind: 'remove', title: 'Leave out generateAudio: the audio is always on' }
    : null;
}

function writtenValue(
  route: CheckedRequest,
  parameter: string,
): Parameter<string | number | boolean> | undefined {
  return parameter === 'generateAudio' ? route.generateAudio : route.others[parameter];
}

/** Whether the source writes something to work on: not computed, not left out, not empty. */
function isSent(value: Parameter<string | number | boolean> | undefined): boolean {
  return isWritten(value) && Boolean(value);
}

/** Whether the source writes a value. */
function isWritten<T>(value: Parameter<T> | undefined): value is Exclude<T, 'dynamic'> & T {
  return value !== undefined && value !== null && value !== 'dynamic';
}

function isListWithout(
  row: Constraint | undefined,
  asked: string | number,
): row is Constraint & { readonly value: readonly unknown[] } {
  return Array.isArray(row?.value) && !row.value.includes(asked);
}

/** Whether a limit of the catalog says a least and a most. */
export function isRange(value: unknown): value is { readonly min: number; readonly max: number } {
  if (typeof value !== 'object' || value === null || !('min' in value) || !('max' in value)) return false;
  return typeof value.min === 'number' && typeof value.max === 'number';
}

/** `720p or 1080p`; `1`. */
const either = ({ value }: { readonly value: readonly unknown[] }): string => listOf(value.map(String), 'or');

function refusal(
  parameter: string,
  verb: Refusal['verb'],
  why: string,
  row: Constraint,
  remedy: Remedy | null = null,
): Refusal {
  return { parameter, verb, why, by: 'surface', sources: row.sources, remedy };
}
