// What Google's surfaces refuse of a request that no code makes: one that somebody asks the price of.
import type { Catalog } from '../catalog/catalog.ts';
import { sourceWords } from '../catalog/sources.ts';
import type { SurfaceId } from '../catalog/types.ts';
import type { CallShape, RequestParameters } from '../routes/types.ts';
import { refusalsOf } from './rules/unsupportedParameterLimits.ts';
import { capital, inSentence, listOf } from './wording.ts';

/** A request as it is asked about. */
export interface AskedRequest
  extends Pick<RequestParameters, 'durationSeconds' | 'resolution' | 'sampleCount' | 'generateAudio'> {
  readonly model: string;
  readonly surface: SurfaceId;
}

/**
 * A sentence for each parameter that is refused. Where the surface is not known, for those that all of the model's
 * surfaces refuse.
 */
export function refusedOf(asked: AskedRequest, catalog: Catalog): readonly string[] {
  const { model } = asked;
  const served = Object.keys(catalog.model(model)?.surfaces ?? {});
  const surfaces = asked.surface === 'unknown' ? served : served.filter((id) => id === asked.surface);
  const [first = [], ...others] = surfaces.map((surface) =>
    refusalsOf({ ...asked, shape: shapeOn(catalog, surface, model), ...UNSAID }, surface, catalog),
  );
  const where = capital(listOf(surfaces.map((id) => inSentence(catalog, id))));
  const verb = surfaces.length > 1 ? 'refuse' : 'refuses';
  return first
    .filter(({ parameter }) => others.every((all) => all.some((other) => other.parameter === parameter)))
    .map(
      ({ verb: does, why, sources }) =>
        `${where} ${verb} this request: ${does === null ? '' : `${model} ${does} `}${why} (${sourceWords(catalog, sources)})`,
    );
}

const UNSAID = { name: null, aspectRatio: null, others: {} } as const;

function shapeOn(catalog: Catalog, surface: SurfaceId, model: string): CallShape {
  const endpoint = catalog.constraint(surface, model, 'endpoint')?.value;
  return typeof endpoint === 'string' && endpoint.includes('/interactions')
    ? 'interactions'
    : 'predict-long-running';
}
