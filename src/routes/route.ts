// Puts a route together from what was read of it.
import type { SurfaceClaim } from '../detect/surface.ts';
import type { NamedModel } from './models.ts';
import type { ReadParameters } from './parameters.ts';
import type { CallShape, Place, Route } from './types.ts';

/** Where a request is made and what it is called. */
export interface RoutePlace extends Place {
  readonly name: string | null;
}

export interface RouteParts {
  readonly place: RoutePlace;
  readonly shape: CallShape;
  readonly model: NamedModel;
  /** Every model that may be sent from the same place. */
  readonly all: readonly NamedModel[];
  readonly parameters: ReadParameters;
  readonly claim: SurfaceClaim;
}

export function makeRoute({ place, shape, model, all, parameters, claim }: RouteParts): Route {
  const { places, ...asked } = parameters;
  return {
    start: place.start,
    end: place.end,
    name: place.name,
    model: model.id,
    modelFrom: model.id === null ? 'unknown' : model.from,
    reference: model.reference,
    alternatives: [...new Set(all.flatMap(({ id }) => (id === null || id === model.id ? [] : [id])))],
    surface: claim.surface,
    surfaceEvidence: claim.evidence,
    shape,
    ...asked,
    places: model.at === null ? places : { ...places, model: model.at },
  };
}
