// Where a request can go on a day: only models that answer there on that day.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import { isAlive, livingReplacement, siblingOn } from '../catalog/replacement.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import type { MigrationGoal } from './types.ts';

export interface Destination {
  readonly goal: MigrationGoal;
  /** As it is written in the request: an ID, or a gateway's spelling. */
  readonly model: string;
  readonly surface: SurfaceId;
}

/** The destinations of a request, in the order in which they are shown. `model` is null where it is computed. */
export function destinations(
  catalog: Catalog,
  model: string | null,
  surface: SurfaceId,
  asOf: Day,
): readonly Destination[] {
  if (catalog.surface(surface)?.kind === 'gateway') return offeredBy(catalog, model, surface, asOf);
  const omni = omniOn(catalog, surface === 'vertex-ai' ? 'vertex-ai' : 'gemini-api', model, asOf);
  const vertex = model === null ? null : vertexModel(catalog, model, asOf);
  return [
    ...(omni === null ? [] : [omni]),
    ...(vertex === null ? [] : [{ goal: 'vertex' as const, model: vertex, surface: 'vertex-ai' }]),
  ];
}

const isOmni = (catalog: Catalog, model: string): boolean => catalog.model(model)?.family === 'gemini-omni';

/** The Omni model that Google names for an ID, else the one that answers there and that nothing replaces, one that is no preview first. */
function omniOn(catalog: Catalog, surface: SurfaceId, model: string | null, asOf: Day): Destination | null {
  const named = model === null ? null : livingReplacement(catalog, model, surface, asOf);
  if (named !== null && isOmni(catalog, named.model)) return { goal: 'omni', model: named.model, surface };
  const statusOf = (id: string) => statusOn(catalog, id, surface, asOf);
  const isLast = (id: string) => livingReplacement(catalog, id, surface, asOf) === null;
  const living = catalog.models.filter(
    ({ id }) => isOmni(catalog, id) && isAlive(statusOf(id)) && isLast(id),
  );
  const found = living.find(({ id }) => statusOf(id) === 'active') ?? living[0];
  return found === undefined ? null : { goal: 'omni', model: found.id, surface };
}

/** What does the work of a Veo ID on Vertex AI. */
function vertexModel(catalog: Catalog, model: string, asOf: Day): string | null {
  if (isAlive(statusOn(catalog, model, 'vertex-ai', asOf))) return model;
  const found =
    livingReplacement(catalog, model, 'vertex-ai', asOf) ?? siblingOn(catalog, model, 'vertex-ai', asOf);
  return found === null || isOmni(catalog, found.model) ? null : found.model;
}

/** The spellings of a gateway that are documented to stand for a model that answers, those of the same tier first. */
function offeredBy(
  catalog: Catalog,
  model: string | null,
  surface: SurfaceId,
  asOf: Day,
): readonly Destination[] {
  const tier = model === null ? undefined : catalog.model(model)?.tier;
  const rows = catalog.data.aliases.filter(
    ({ surface: own, resolvesTo }) =>
      own === surface && resolvesTo !== null && isAlive(statusOn(catalog, resolvesTo, 'unknown', asOf)),
  );
  const tierOf = (id: string | null) => (id === null ? undefined : catalog.model(id)?.tier);
  const same = rows.filter(({ resolvesTo }) => tierOf(resolvesTo) === tier);
  return [...new Set((same.length > 0 ? same : rows).map(({ spelling }) => spelling))].map((spelling) => ({
    goal: 'gateway',
    model: spelling,
    surface,
  }));
}
