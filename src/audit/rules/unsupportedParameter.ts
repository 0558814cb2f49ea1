// unsupported-parameter: the surface refuses the request before any video is made.
import { placesOf } from '../../detect/place/place.ts';
import type { Place, Route } from '../../routes/types.ts';
import { EDITABLE_PLACES } from '../replacement.ts';
import type { Fix, RuleFinding } from '../types.ts';
import { capital, inSentence, listOf } from '../wording.ts';
import { headOf, type RouteRule, type RouteRuleContext } from './routeRule.ts';
import { acceptedValues, removalOf, replacementOf } from './unsupportedParameterFix.ts';
import { type Refusal, refusalsOf } from './unsupportedParameterLimits.ts';

export const unsupportedParameter: RouteRule = {
  meta: {
    id: 'unsupported-parameter',
    severity: 'error',
    summary: 'The surface refuses a parameter of the request before any video is made.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const route of context.routes) {
      const surfaces = surfacesOf(route, context);
      const [first, ...others] = surfaces.map((surface) => refusalsOf(route, surface, context.catalog));
      for (const refusal of first ?? []) {
        const elsewhere = others.map((refusals) =>
          refusals.find((other) => other.parameter === refusal.parameter),
        );
        // Where the surface is not known, only what every one of them refuses is certain to fail.
        if (elsewhere.every((other) => other !== undefined)) yield finding(context, route, refusal, surfaces);
      }
    }
  },
};

/** The surfaces that may answer: the route's own, or every Google surface of the ID where only Google can be meant. */
function surfacesOf({ surface, model, shape }: Route, { catalog }: RouteRuleContext): readonly string[] {
  if (model === null) return [];
  const served = Object.keys(catalog.model(model)?.surfaces ?? {});
  if (surface !== 'unknown') return served.filter((id) => id === surface);
  return shape === 'google-sdk' || shape === 'predict-long-running' ? served : [];
}

function finding(
  context: RouteRuleContext,
  route: Route,
  refusal: Refusal,
  surfaces: readonly string[],
): RuleFinding {
  const { catalog, document } = context;
  const head = headOf(document.text, route);
  const place = route.places[refusal.parameter] ?? head;
  const where = listOf(surfaces.map((id) => inSentence(catalog, id)));
  const [first, ...more] = fixesOf(context, route, refusal, surfaces);
  return {
    ...place,
    message:
      refusal.by === 'sdk'
        ? `${refusal.why}.`
        : `${capital(where)} ${surfaces.length > 1 ? 'refuse' : 'refuses'} this request: ${refusal.why}.`,
    fix: more.length === 0 ? (first ?? null) : null,
    ...(first === undefined || more.length === 0 ? {} : { choices: [first, ...more] }),
    ...(isInside(place, route) ? {} : { related: [{ ...head, message: 'This request sends it.' }] }),
  };
}

/** The edits after which the parameter is accepted: one can be made unseen, of several a person chooses. */
function fixesOf(
  context: RouteRuleContext,
  route: Route,
  { parameter, remedy }: Refusal,
  surfaces: readonly string[],
): readonly Fix[] {
  const { document } = context;
  const place = route.places[parameter];
  // A value that stands outside the request is a constant that other requests may share.
  if (place === undefined || !isInside(place, route)) return [];
  if (!EDITABLE_PLACES.has(placesOf(document)(place.start).place)) return [];
  if (remedy === null) return acceptedValues(context, route, parameter, surfaces);
  const edit =
    remedy.kind === 'remove'
      ? removalOf(document.text, place)
      : replacementOf(document.text, place, remedy.value);
  return edit === null ? [] : [{ title: remedy.title, edits: [edit] }];
}

function isInside(place: Place, route: Place): boolean {
  return place.start >= route.start && place.end <= route.end;
}
