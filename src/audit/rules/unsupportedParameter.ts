// unsupported-parameter: the surface refuses the request before any video is made.
import { type Group, grouped } from '../../catalog/grouped.ts';
import { placesOf } from '../../detect/place/place.ts';
import { requestsIn } from '../../routes/requestsIn.ts';
import type { Place, Route } from '../../routes/types.ts';
import { isEditablePlace } from '../replacement.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import type { Fix, RuleFinding } from '../types.ts';
import { capital, inSentence, listOf, subject } from '../wording.ts';
import { headOf } from './requestPlaces.ts';
import { acceptedValues, removalOf, replacementOf } from './unsupportedParameterFix.ts';
import { type Refusal, refusalsOf } from './unsupportedParameterLimits.ts';

export const unsupportedParameter: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'unsupported-parameter',
    severity: 'error',
    summary: 'The surface refuses a parameter of the request before any video is made.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const request of requestsIn(context.routes)) {
      const refused = request.flatMap((route) => refusedOf(route, context));
      const alike = grouped(refused, ({ route, refusal: { parameter, by }, surfaces }) =>
        [parameter, by, route.places[parameter]?.start, ...surfaces].join(' '),
      );
      for (const group of alike.values()) yield finding(context, group);
    }
  },
};

/** A parameter of one route that all surfaces which may answer it refuse. */
interface Refused {
  readonly route: Route;
  readonly refusal: Refusal;
  readonly surfaces: readonly string[];
}

function refusedOf(route: Route, context: DocumentContext): readonly Refused[] {
  const surfaces = surfacesOf(route, context);
  const [first = [], ...others] = surfaces.map((surface) => refusalsOf(route, surface, context.catalog));
  // Where the surface is not known, only what every one of them refuses is certain to fail.
  return first
    .filter(({ parameter }) => others.every((all) => all.some((other) => other.parameter === parameter)))
    .map((refusal) => ({ route, refusal, surfaces }));
}

/** The surfaces that may answer: the route's own, or every Google surface of the ID where only Google can be meant. */
function surfacesOf({ surface, model, shape }: Route, { catalog }: DocumentContext): readonly string[] {
  if (model === null) return [];
  const served = Object.keys(catalog.model(model)?.surfaces ?? {});
  if (surface !== 'unknown') return served.filter((id) => id === surface);
  return shape === 'google-sdk' || shape === 'predict-long-running' ? served : [];
}

/** One finding for all models of a request that the same surfaces refuse for the same parameter. */
function finding(context: DocumentContext, refused: Group<Refused>): RuleFinding {
  const { catalog, document } = context;
  const [{ route, refusal, surfaces }] = refused;
  const head = headOf(document.text, route);
  const place = route.places[refusal.parameter] ?? head;
  const where = listOf(surfaces.map((id) => inSentence(catalog, id)));
  const why = reasonsOf(refused);
  const fixes = sharedFixes(context, refused);
  const [only = null, ...more] = fixes;
  // Of several a person chooses; a longer video, which costs more, nobody asks for unseen.
  const isChoice = more.length > 0 || (only !== null && isLonger(only, route));
  return {
    ...place,
    message:
      refusal.by === 'sdk'
        ? `${why}.`
        : `${capital(where)} ${surfaces.length > 1 ? 'refuse' : 'refuses'} this request: ${why}.`,
    fix: isChoice ? null : only,
    ...(isChoice && only !== null ? { choices: fixes } : {}),
    ...(isInside(place, route) ? {} : { related: [{ ...head, message: 'This request sends it.' }] }),
  };
}

/** Whether a fix asks for more seconds than the request does. */
const isLonger = ({ edits }: Fix, { durationSeconds, places }: Route): boolean =>
  edits.some(
    ({ start, newText }) =>
      start === places.durationSeconds?.start &&
      Number.parseInt(newText.replace(/^\D+/, ''), 10) > Number(durationSeconds),
  );

/** Why the models are refused: those for which the same holds are named together. */
function reasonsOf(refused: readonly Refused[]): string {
  const clauses = [...grouped(refused, ({ refusal: { why, verb } }) => `${verb} ${why}`).values()].map(
    (alike) => {
      const { verb, why } = alike[0].refusal;
      return verb === null
        ? why
        : `${subject(
            alike.map(({ route }) => route),
            verb,
          )} ${why}`;
    },
  );
  return clauses.join('; ');
}

/** The edits after which every model accepts the parameter. */
function sharedFixes(context: DocumentContext, refused: Group<Refused>): readonly Fix[] {
  const [first, ...others] = refused.map((one) => fixesOf(context, one, refused.length === 1));
  const editsOf = ({ edits }: Fix): string => JSON.stringify(edits);
  return (first ?? []).filter((fix) =>
    others.every((fixes) => fixes.some((one) => editsOf(one) === editsOf(fix))),
  );
}

/** The edits after which the parameter is accepted: one can be made unseen, of several a person chooses. */
function fixesOf(
  context: DocumentContext,
  { route, refusal: { parameter, remedy }, surfaces }: Refused,
  isPriced: boolean,
): readonly Fix[] {
  const { document } = context;
  const place = route.places[parameter];
  // A value that stands outside the request is a constant that other requests may share.
  if (place === undefined || !isInside(place, route)) return [];
  const claim = placesOf(document)(place.start);
  if (!isEditablePlace(claim.place, claim.evidence)) return [];
  if (remedy === null) return acceptedValues(context, route, parameter, surfaces, isPriced);
  const edit =
    remedy.kind === 'remove'
      ? removalOf(document.text, place)
      : replacementOf(document.text, place, remedy.value);
  return edit === null ? [] : [{ title: remedy.title, edits: [edit] }];
}

function isInside(place: Place, route: Place): boolean {
  return place.start >= route.start && place.end <= route.end;
}
