// The controlled failure of the access checklist: one request that must be refused before anything is billed.
import type { Catalog } from '../catalog/catalog.ts';
import { isEndedByGoogle } from '../catalog/lifecycle.ts';
import type { Plan } from './run.ts';
import { targetOf } from './target.ts';
import type { SmokeRequest } from './types.ts';

const SUFFIX = '-refusal';

/** The ID of the controlled failure of a run. */
export function refusalId(runId: string): string {
  return `${runId}${SUFFIX}`;
}

/** The ID of the run that a controlled failure belongs to. */
export function provedBy(refusal: string): string {
  return refusal.endsWith(SUFFIX) ? refusal.slice(0, -SUFFIX.length) : refusal;
}

/**
 * A plan whose request the surface must refuse. On Google's own surfaces it
 * asks for a retired ID; where a dead name may be an alias of a living model it leaves the prompt empty.
 * It can be billed if the route does not fail closed, so it is confirmed like any other.
 */
export function controlledFailurePlan(catalog: Catalog, plan: Plan): Plan {
  const { route, request } = plan;
  const frame = {
    ...plan,
    id: refusalId(plan.id),
    kind: 'controlled-failure' as const,
    requestFrom: 'test' as const,
  };
  const retired = retiredId(catalog, plan);
  if (retired !== null) {
    return {
      ...frame,
      route: { ...route, model: retired },
      modelStatus: 'shut-down',
      request: plainest(request),
      fault: `the retired ID ${retired}`,
    };
  }
  return { ...frame, request: { ...plainest(request), prompt: '' }, fault: 'an empty prompt' };
}

/** An ID that Google has retired on the same surface and API; the latest one, whose name is the likeliest to have stayed in code. */
function retiredId(catalog: Catalog, { route, asOf }: Plan): string | null {
  const { surface, model } = targetOf(catalog, route.surface, route.model);
  const prefix = route.model.slice(0, route.model.length - model.length);
  const isOmni = (id: string) => id.startsWith('gemini-omni');
  const retired = catalog.models
    .filter(({ id }) => isOmni(id) === isOmni(model))
    .filter(({ id }) => isEndedByGoogle(catalog, id, surface, asOf));
  const last = retired
    .toSorted((a, b) => shutdownDay(a.surfaces[surface]).localeCompare(shutdownDay(b.surfaces[surface])))
    .at(-1);
  return last === undefined ? null : `${prefix}${last.id}`;
}

function shutdownDay(
  facts: { readonly shutdown: { readonly kind: string; readonly day?: string } } | undefined,
): string {
  return facts?.shutdown.day ?? '';
}

/** The cheapest form of the request, in case it is not refused. */
function plainest(request: SmokeRequest): SmokeRequest {
  return {
    ...request,
    durationSeconds: request.durationSeconds === null ? null : 4,
    resolution: '720p',
    sampleCount: null,
    generateAudio: null,
    storageUri: null,
  };
}
