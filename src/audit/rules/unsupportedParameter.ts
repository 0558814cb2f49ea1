// unsupported-parameter: the surface refuses the request before any video is made.
import { sourceWords } from '../../catalog/sources.ts';
import type { Place, Route } from '../../routes/types.ts';
import type { Fix, RuleFinding } from '../types.ts';
import { surfaceName } from '../wording.ts';
import { headOf, type RouteRule, type RouteRuleContext } from './routeRule.ts';
import { removalOf, replacementOf } from './unsupportedParameterFix.ts';
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
  { catalog, document }: RouteRuleContext,
  route: Route,
  refusal: Refusal,
  surfaces: readonly string[],
): RuleFinding {
  const head = headOf(document.text, route);
  const place = route.places[refusal.parameter] ?? head;
  const where = surfaces.map((id) => surfaceName(catalog, id)).join(' and ');
  return {
    ...place,
    message: `${where}: ${refusal.why}, so the request is refused (source: ${sourceWords(catalog, refusal.sources)}).`,
    fix: fixOf(document.text, route, refusal),
    ...(isInside(place, route) ? {} : { related: [{ ...head, message: 'This request sends it.' }] }),
  };
}

function fixOf(text: string, route: Route, { parameter, remedy }: Refusal): Fix | null {
  const place = route.places[parameter];
  // A value that stands outside the request is a constant that other requests may share.
  if (remedy === null || place === undefined || place.start < route.start || place.end > route.end)
    return null;
  const edit = remedy.kind === 'remove' ? removalOf(text, place) : replacementOf(text, place, remedy.value);
  return edit === null ? null : { title: remedy.title, edits: [edit] };
}

function isInside(place: Place, route: Place): boolean {
  return place.start >= route.start && place.end <= route.end;
}
