// The routes of a run with what each is and costs on the day, for every format that lists them.
import type { Catalog } from '../catalog/catalog.ts';
import { statusOn } from '../catalog/lifecycle.ts';
import type { Day, Status } from '../catalog/types.ts';
import { canonicalModel } from '../contracts/match.ts';
import { costOfRoute } from '../cost/routeCost.ts';
import type { CostAnswer } from '../cost/types.ts';
import { type Position, positionCounter } from '../detect/lines.ts';
import type { Route } from '../routes/types.ts';
import type { RunAudit } from './types.ts';

export interface RouteRow {
  readonly file: string;
  readonly start: Position;
  readonly route: Route;
  /** The canonical ID, null where the model or what it stands for is not known. */
  readonly canonical: string | null;
  readonly status: Status;
  readonly cost: CostAnswer;
}

/** Every route of a run in the order of files and positions. */
export function routeRows({ audits, asOf, catalog }: RunAudit): readonly RouteRow[] {
  return audits.flatMap(({ document, routes }) => {
    const at = positionCounter(document.text);
    return routes.map((route) => ({
      file: document.path,
      start: at(route.start),
      route,
      canonical: canonicalModel(route, catalog),
      status: statusOfRoute(route, asOf, catalog),
      cost: costOfRoute(route, asOf, catalog),
    }));
  });
}

/** The status on the day of the model that a route sends; `unknown` where the model is. */
export function statusOfRoute(route: Route, asOf: Day, catalog: Catalog): Status {
  const canonical = canonicalModel(route, catalog);
  return canonical === null ? 'unknown' : statusOn(catalog, canonical, route.surface, asOf);
}
