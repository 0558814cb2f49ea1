// Reads the fields of requests as the surfaces spell them, and refuses what is no value at all.
import { GOOGLE_RESOLUTIONS } from '../routes/types.ts';
import { pixels } from '../smoke/endpoints/videoJob.ts';
import { at, type Json, numberAt } from '../smoke/json.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { invalid } from './surface.ts';

const ASPECT_RATIOS = ['16:9', '9:16'] as const;

/** What a model serves of these is the catalog's business. */
export function resolutionOf(text: string | null): SmokeRequest['resolution'] {
  return wordOf('resolution', text, GOOGLE_RESOLUTIONS);
}

export function aspectOf(text: string | null): SmokeRequest['aspectRatio'] {
  return wordOf('aspect ratio', text, ASPECT_RATIOS);
}

function wordOf<T extends string>(what: string, text: string | null, words: readonly T[]): T | null {
  const known = words.find((word) => word === text);
  if (text !== null && known === undefined) throw invalid(`Unsupported ${what}: ${text}.`);
  return known ?? null;
}

/** `1280x720` as one of the sizes that Veo makes. */
export function sizeOf(size: string | null): Pick<SmokeRequest, 'resolution' | 'aspectRatio'> {
  if (size === null) return { resolution: null, aspectRatio: null };
  const shapes = GOOGLE_RESOLUTIONS.flatMap((resolution) =>
    ASPECT_RATIOS.map((aspectRatio) => ({ resolution, aspectRatio })),
  );
  const found = shapes.find((shape) => {
    const made = pixels({
      ...shape,
      prompt: '',
      durationSeconds: null,
      sampleCount: null,
      generateAudio: null,
    });
    return size === `${made?.width}x${made?.height}`;
  });
  if (found === undefined) throw invalid(`Unsupported size: ${size}.`);
  return found;
}

/** A number of a request's body, also where it is written as a text; null where there is none. */
export function numberField(body: Json | undefined, ...path: readonly string[]): number | null {
  const value = at(body, ...path);
  if (value === undefined || value === null) return null;
  const number = numberAt(body, ...path);
  if (number === null) throw invalid(`${path.join('.')} must be a number, not ${JSON.stringify(value)}.`);
  return number;
}
