// The request that a route declares: what its code says, and its contract where the code does not say it.

import { type FoundRoute, routesOfContract } from '../contracts/match.ts';
import type { RouteContract } from '../contracts/schema.ts';
import type { Parameter, Route } from '../routes/types.ts';
import { defined } from '../smoke/plan.ts';
import type { SmokeRequest } from '../smoke/types.ts';
import { UsageError } from './context.ts';

type Declared = Partial<Omit<SmokeRequest, 'prompt'>>;

/**
 * What a contract's route asks for. Values that are computed at run time are not known here and stay out.
 * @throws UsageError where the places of the route ask for different things.
 */
export function declaredRequest(
  name: string,
  contract: RouteContract,
  found: readonly FoundRoute[],
): Declared {
  const routes = routesOfContract(name, contract, found).map(({ route }) => route);
  const { request = {} } = contract;
  const said = <T>(what: string, read: (route: Route) => Parameter<T>) =>
    oneValue(name, what, routes.map(read));
  return defined<Declared>({
    durationSeconds: said('seconds', (route) => route.durationSeconds) ?? request.seconds,
    resolution: said('resolution', (route) => route.resolution) ?? request.resolution,
    sampleCount: said('samples', (route) => route.sampleCount) ?? request.samples,
    aspectRatio: shapeOf(said('aspect ratio', (route) => route.aspectRatio)) ?? request.aspectRatio,
    generateAudio: said('audio', (route) => route.generateAudio) ?? request.audio,
    storageUri: contract.surface === 'vertex-ai' ? storageOf(contract) : undefined,
  });
}

function oneValue<T>(name: string, what: string, values: readonly Parameter<T>[]): T | undefined {
  const known = new Set(values.filter((value): value is T => value !== null && value !== 'dynamic'));
  if (known.size > 1)
    throw new UsageError(
      `The places of ${name} differ in ${what} (${[...known].join(', ')}): leave --as-declared out and say which.`,
    );
  return [...known][0];
}

function storageOf({ storage }: RouteContract): string | undefined {
  return storage?.startsWith('gs://') ? storage : undefined;
}

function shapeOf(text: string | undefined): SmokeRequest['aspectRatio'] | undefined {
  return text === '16:9' || text === '9:16' ? text : undefined;
}
