// What a request uses, held against what another model can do on the same surface.
import type { SurfaceId } from '../catalog/types.ts';
import type { Route } from '../routes/types.ts';
import type { DocumentContext } from './rule.ts';
import type { DatedReference } from './types.ts';

/** A model's reference with the requests that were seen to send it; none where it is only set. */
interface Asked extends Pick<DocumentContext, 'document' | 'catalog'> {
  readonly reference: DatedReference;
  readonly routes: readonly Route[];
}

/** A parameter with a list of values that a surface takes, as the catalog keeps it. */
interface Listed {
  readonly parameter: string;
  readonly words: string;
  value(route: Route): unknown;
}

const LISTED: readonly Listed[] = [
  { parameter: 'durationSeconds', words: 'a duration of', value: (route) => route.durationSeconds },
  { parameter: 'resolution', words: 'the resolution', value: (route) => route.resolution },
  { parameter: 'aspectRatio', words: 'the aspect ratio', value: (route) => route.aspectRatio },
  { parameter: 'sampleCount', words: 'a video count of', value: (route) => route.sampleCount },
];

/** A feature of a request: by which words a text shows that it is used, and what the catalog has to say of it. */
interface Feature {
  readonly words: string;
  readonly shownBy: RegExp;
  readonly others: readonly string[];
  readonly key: string;
}

const FEATURES: readonly Feature[] = [
  {
    words: 'reference images',
    shownBy: /\breference_?images?\b|\breference_?type\b/i,
    others: ['referenceImages'],
    key: 'referenceImages.max',
  },
  {
    words: 'a last frame',
    shownBy: /\b(?:last|end)_?frame\b/i,
    others: ['lastFrame'],
    key: 'lastFrame',
  },
  {
    words: 'video extension',
    shownBy: /\bextend_?video\b|\bvideo_?extension\b|\bextension_?video\b/i,
    others: ['video'],
    key: 'extension',
  },
  {
    words: 'masks',
    shownBy: /\bmask(?:_?(?:mode|image|video|dilation))?\b|\b(?:in|out)paint\w*|\binsert_?object\b/i,
    others: ['mask'],
    key: 'mask',
  },
];

/**
 * Why a model cannot take over unseen, as a clause; null where the catalog says that it can. What is
 * computed, or set where no request is seen, may be whatever the old model took: then the new one has to take all of it.
 */
export function obstacleOf(asked: Asked, model: string): string | null {
  return (
    unknownObstacle(asked, model) ??
    listedObstacle(asked, model) ??
    audioObstacle(asked, model) ??
    featureObstacle(asked, model) ??
    locationObstacle(asked, model)
  );
}

/** A location that a text names: of a client (`location="global"`), or in an address (`locations/us-central1`). */
const LOCATION =
  /\b(?:\w{0,30}_)?location(?:_id)?s?["']?\s{0,4}(?:[:=(,]|=>|\/)\s{0,4}["']?(global|[a-z]{2,20}-[a-z]{4,20}\d{1,2})\b/gi;

/** A model answers in the locations that are published for it, and a text may send its requests to another. */
function locationObstacle({ document, catalog, reference }: Asked, model: string): string | null {
  const regions = catalog.constraint(reference.surface, model, 'regions')?.value;
  if (!Array.isArray(regions)) return null;
  for (const [, location] of document.text.matchAll(LOCATION)) {
    const named = location?.toLowerCase();
    if (named !== undefined && !regions.includes(named)) return `${model} is not known to answer in ${named}`;
  }
  return null;
}

/** Of the oldest IDs nobody has kept what they took, and their family made other videos. */
function unknownObstacle({ catalog, reference: { model, surface } }: Asked, to: string): string | null {
  const old = model === null ? undefined : catalog.model(model);
  if (model === null || old?.surfaces[surface] === undefined) return null;
  if (old.family === catalog.model(to)?.family) return null;
  const isKnown = catalog.data.constraints.some(
    (row) => row.surface === surface && row.models.includes(model),
  );
  return isKnown ? null : `it is not known what ${model} took`;
}

function listedObstacle({ catalog, reference, routes }: Asked, model: string): string | null {
  const { surface } = reference;
  for (const { parameter, words, value } of LISTED) {
    const taken = listAt(catalog, surface, model, parameter);
    const before = reference.model === null ? null : listAt(catalog, surface, reference.model, parameter);
    const values = routes.length === 0 ? ['dynamic'] : routes.map(value);
    for (const one of values) {
      if (one === null || one === undefined) continue;
      if (one === 'dynamic') {
        const lost = before?.filter((item) => taken?.includes(item) !== true) ?? [];
        if (lost.length > 0) return `${model} is not known to take ${words} ${lost.join(' or ')}`;
      } else if (taken?.includes(one) !== true) return `${model} is not known to take ${words} ${one}`;
    }
  }
  return null;
}

function listAt(
  catalog: Asked['catalog'],
  surface: SurfaceId,
  model: string,
  parameter: string,
): readonly unknown[] | null {
  const row = catalog.constraint(surface, model, `${parameter}.allowed`);
  return Array.isArray(row?.value) ? row.value : null;
}

/** A model without sound and one with it differ in what they make and cost, and whether a request has to say so. */
function audioObstacle({ catalog, reference, routes }: Asked, model: string): string | null {
  const { surface } = reference;
  const now = catalog.constraint(surface, model, 'generateAudio')?.value;
  const before =
    reference.model === null ? null : catalog.constraint(surface, reference.model, 'generateAudio')?.value;
  if (routes.some((route) => route.generateAudio === true) && now === 'refused')
    return `${model} makes no audio`;
  if (routes.some((route) => route.generateAudio === false) && now === 'always')
    return `${model} always makes audio`;
  const saysSo = routes.length > 0 && routes.every((route) => typeof route.generateAudio === 'boolean');
  return before === 'refused' && now !== 'refused' && !saysSo
    ? `${model} makes audio, and the request does not say whether it wants any`
    : null;
}

function featureObstacle({ document, catalog, reference, routes }: Asked, model: string): string | null {
  for (const { words, shownBy, others, key } of FEATURES) {
    const sent = routes
      .flatMap((route) => others.map((name) => route.others[name]))
      .filter((value) => value !== undefined);
    const isUsed = sent.some((value) => value !== null && value !== false) || shownBy.test(document.text);
    if (!isUsed) continue;
    const value = catalog.constraint(reference.surface, model, key)?.value;
    if (value === undefined || value === null || value === 'disputed')
      return `it is not known whether ${model} takes ${words}`;
    if (value === false || value === 0 || value === 'refused') return `${model} does not take ${words}`;
    const most = Math.max(0, ...sent.filter((one) => typeof one === 'number'));
    if (typeof value === 'number' && most > value) return `${model} takes at most ${value} ${words}`;
  }
  return null;
}
