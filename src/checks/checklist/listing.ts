// What the list of the route's gateway said when it was asked for the route's name.

import type { GatewayRoute } from '../../audit/rules/gatewayRoutes.ts';
import { allowedDays } from '../../audit/rules/routeEvidence.ts';
import { inSentence } from '../../audit/wording.ts';
import { daysBetween } from '../../catalog/days.ts';
import { byDay } from '../../catalog/sightings.ts';
import type { Listing } from '../../catalog/types.ts';
import { settingsOf, surfaceOfGateway } from '../../contracts/gateways.ts';
import { modelSent } from '../../contracts/resolve.ts';
import { type Said, type Subject, said } from './answering.ts';

/** The newest answer up to the day; undefined where the gateway was not asked. */
export function listingOf({ target, context }: Subject): Listing | undefined {
  if (target === null) return undefined;
  const { catalog, asOf } = context;
  const settings = settingsOf(target.gateway, context);
  const own =
    settings === undefined || target.gateway === undefined
      ? target.surface
      : surfaceOfGateway(target.gateway, settings, catalog);
  const names = new Set([target.model, modelSent(target, context), target.found?.written]);
  return (catalog.listings ?? [])
    .filter(({ name, surface, day, host }) => {
      const isThere = settings?.url === undefined || new URL(settings.url).host === host;
      return names.has(name) && surface === own && day <= asOf && isThere;
    })
    .toSorted(byDay)
    .at(-1);
}

/** Whether a list says another thing of the route than a snapshot of the catalog that is older. */
export const contradicts = ({ day, listed }: Listing, { snapshot, search }: GatewayRoute): boolean =>
  day > snapshot.day && listed === (search.kind === 'missing');

/** Passes while the list had the name lately, and fails where it did not. */
export function listingRow({ name, surface, host, day, listed }: Listing, { context }: Subject): Said {
  const where = `${inSentence(context.catalog, surface)} (${host})`;
  if (!listed) return said('fail', `The list of ${where} did not have "${name}" when it was asked.`, day);
  const isFresh = daysBetween(day, context.asOf) <= allowedDays(context.config);
  return said(isFresh ? 'pass' : 'not shown', `The list of ${where} had "${name}" when it was asked.`, day);
}
