// The requests of the page that have to be moved: what answers in their place on that day, and at what price.
import { waysOut } from '../../migrate/ways.ts';
import { migrationPrice } from '../migration/formats.ts';
import type { RunAudit } from '../types.ts';
import type { PlaceOf } from './places.ts';
import type { PageMove } from './types.ts';

/** Every request whose model is shut down or deprecated on its surface, those whose day comes first before the others. */
export function movesOf(run: RunAudit, placeOf: PlaceOf): readonly PageMove[] {
  const question = { catalog: run.catalog, asOf: run.asOf, goal: null };
  const surfaceName = (id: string): string => run.catalog.surface(id)?.name ?? id;
  return run.audits
    .flatMap((audit) => waysOut(audit, question))
    .map(({ request, ways }) => ({
      ...placeOf(request.file, request.start),
      name: request.name,
      model: request.model,
      surface: surfaceName(request.surface),
      status: request.status,
      shutdown: request.shutdown,
      ways: ways.map((way) => ({
        model: way.model,
        surface: surfaceName(way.surface),
        price: migrationPrice(request, way),
        outlook: way.outlook,
      })),
    }))
    .toSorted((a, b) => (a.shutdown ?? '9999').localeCompare(b.shutdown ?? '9999'));
}
