// Routes and requests as the flags of `veo-audit smoke` name them.

import type { Catalog } from '../catalog/catalog.ts';
import { GOOGLE_RESOLUTIONS } from '../routes/types.ts';
import { FAMILIES, familyOf } from '../smoke/endpoints/index.ts';
import { hostOf } from '../smoke/keys.ts';
import { smallestRequest } from '../smoke/plan.ts';
import { plainRoute, withoutSlash } from '../smoke/testedRoute.ts';
import { FAMILY_IDS, type SmokeRequest, type SmokeRoute } from '../smoke/types.ts';
import { wordOption } from './arguments.ts';
import { UsageError } from './context.ts';
import { numberOption } from './numberOption.ts';

const ASPECT_RATIOS = ['16:9', '9:16'] as const;

export const ROUTE_OPTIONS = {
  model: { type: 'string' },
  surface: { type: 'string' },
  seconds: { type: 'string' },
  resolution: { type: 'string' },
  'aspect-ratio': { type: 'string' },
  samples: { type: 'string' },
  audio: { type: 'boolean' },
  'no-audio': { type: 'boolean' },
  prompt: { type: 'string' },
  storage: { type: 'string' },
  'base-url': { type: 'string' },
  family: { type: 'string' },
  project: { type: 'string' },
  location: { type: 'string' },
} as const;

type Flag<T> = { readonly type: T };
export type RouteValues = {
  readonly [name in keyof typeof ROUTE_OPTIONS]?:
    | ((typeof ROUTE_OPTIONS)[name] extends Flag<'boolean'> ? boolean : string)
    | undefined;
};

/** The route of `--model` and `--surface`. A simulated one needs no address and no project. */
export function routeOf(
  values: RouteValues,
  model: string,
  catalog: Catalog,
  simulated: boolean,
): SmokeRoute {
  const { surface } = values;
  if (surface === undefined)
    throw new UsageError('--model needs --surface: the same ID has another calendar on each surface.');
  if (catalog.surface(surface) === undefined) {
    throw new UsageError(
      `There is no surface "${surface}"; there are ${catalog.surfaces.map(({ id }) => id).join(', ')}.`,
    );
  }
  const family = wordOption(values.family, '--family', FAMILY_IDS, familyOf(surface, model));
  const onVertex = family === 'vertex-ai';
  if (onVertex && values.project === undefined && !simulated)
    throw new UsageError('Vertex AI needs --project.');
  const location = values.location ?? (onVertex ? 'us-central1' : null);
  const project = onVertex ? (values.project ?? 'simulated-project') : null;
  const baseUrl = baseUrlOf(
    values['base-url'] ?? FAMILIES[family].publicBaseUrl(location),
    FAMILIES[family].name,
    simulated,
  );
  return { ...plainRoute({ model, surface, family, baseUrl, location }), project };
}

/** What is asked for: the smallest request of the route, changed by its configuration and then by the flags. */
export function requestOf(
  values: RouteValues,
  catalog: Catalog,
  route: SmokeRoute,
  configured: Partial<SmokeRequest>,
): SmokeRequest {
  const smallest = { ...smallestRequest(catalog, route), ...configured };
  return {
    prompt: values.prompt ?? smallest.prompt,
    durationSeconds: countOption(values.seconds, '--seconds', smallest.durationSeconds, 600),
    resolution:
      values.resolution === undefined
        ? smallest.resolution
        : wordOption(values.resolution, '--resolution', GOOGLE_RESOLUTIONS, '720p'),
    aspectRatio:
      values['aspect-ratio'] === undefined
        ? smallest.aspectRatio
        : wordOption(values['aspect-ratio'], '--aspect-ratio', ASPECT_RATIOS, '16:9'),
    sampleCount: countOption(values.samples, '--samples', smallest.sampleCount, 4),
    generateAudio: values['no-audio'] ? false : (values.audio ?? smallest.generateAudio),
    storageUri: values.storage ?? smallest.storageUri ?? null,
  };
}

/** A base URL as it is used. @throws UsageError where it is none to send to */
export function baseUrlOf(url: string | null, family: string, simulated: boolean): string {
  if (url === null && !simulated)
    throw new UsageError(`${family} has no public address: name it by --base-url.`);
  // A simulation is aimed at the simulator before anything is sent.
  const clean = withoutSlash(url ?? 'https://gateway.invalid');
  if (/[?#]/.test(clean))
    throw new UsageError('--base-url takes no query: keys come from the environment or --key-stdin.');
  if (hostOf(clean) === null)
    throw new UsageError(`--base-url needs an https address (http on this machine only), not "${clean}".`);
  return clean;
}

function countOption(
  text: string | undefined,
  option: string,
  fallback: number | null,
  max: number,
): number | null {
  if (text === undefined) return fallback;
  const count = numberOption(text, option, 0, { min: 1, max });
  if (!Number.isInteger(count)) throw new UsageError(`${option} needs a whole number, not "${text}".`);
  return count;
}
