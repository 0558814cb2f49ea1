// The edit that puts another model ID in the place of a dead one: offered only where it cannot break anything.
import type { Catalog } from '../catalog/catalog.ts';
import { lifecycleOn } from '../catalog/lifecycle.ts';
import { livingReplacement } from '../catalog/replacement.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { anyRequest, priceChange } from '../cost/priceChange.ts';
import { keyBefore } from '../detect/keyBefore.ts';
import { DOCSTRING } from '../detect/place/place.ts';
import type { FilePlace, Use } from '../detect/types.ts';
import { WHERE_POLLED } from '../detect/use/useOf.ts';
import type { Place, Route } from '../routes/types.ts';
import { isExpectedElsewhere } from './elsewhere.ts';
import { isMentioned, neighbourhood, statementAround, versionBeside, versionOf } from './neighbours.ts';
import { obstacleOf } from './requestUses.ts';
import type { DocumentContext } from './rule.ts';
import type { DatedReference, Fix } from './types.ts';

/** Uses that an edit may change: what a request sends. All else is what others are compared with, look up, or read. */
const EDITABLE_USES: ReadonlySet<Use> = new Set(['request', 'setting']);

const EDITABLE_PLACES: ReadonlySet<FilePlace> = new Set(['production', 'sample', 'docs']);

/**
 * Whether an edit may be offered in a place: a test's inputs go with its expectations, what tools wrote or recorded is
 * theirs, and a docstring is prose of the program.
 */
export const isEditablePlace = (place: FilePlace, evidence: string | null): boolean =>
  EDITABLE_PLACES.has(place) && evidence !== DOCSTRING.evidence;

/** A replacement as an edit, or why there is none; both empty where none is to be expected. */
export interface Offer {
  readonly fix: Fix | null;
  /** A clause for the message; empty where nothing is to be said. */
  readonly remark: string;
}

/** Where none is to be expected. */
export const NO_OFFER: Offer = { fix: null, remark: '' };

/** Whether an edit may be offered at a reference at all. */
export function isEditable({ role, use, place, placeEvidence }: DatedReference): boolean {
  if (role !== 'code' && role !== 'config') return false;
  return EDITABLE_USES.has(use) && isEditablePlace(place, placeEvidence);
}

/** The edit to the living replacement of a dead or dying ID; none where that takes another API or the surface is open. */
export function offerReplacement(context: DocumentContext, reference: DatedReference): Offer {
  const { catalog, asOf } = context;
  if (reference.model === null || catalog.surface(reference.surface)?.kind !== 'google') return NO_OFFER;
  const replacement = livingReplacement(catalog, reference.model, reference.surface, asOf);
  return replacement?.sameApi ? offerModel(context, reference, replacement.model) : NO_OFFER;
}

/** A sentence of advice with the remark on why no edit follows it. */
export function adviceWith(advice: string, { remark }: Offer): string {
  return remark === '' ? advice : `${advice.replace(/\.$/, '')} (${remark}).`;
}

/** Why no edit follows a message's advice; null where it does not say. */
export const obstacleIn = (message: string): string | null =>
  /\(no safe fix: ([^()]+)\)/.exec(message)?.[1] ?? null;

/** The edit to another ID of the same surface, or why there is none. */
export function offerModel(context: DocumentContext, reference: DatedReference, model: string): Offer {
  if (!isEditable(reference)) return NO_OFFER;
  const polls = context.references.filter((other) => isPolled(other, reference));
  const why = standsAgainst(context, reference, model) ?? polledByOthers(context, reference, polls);
  if (why !== null) return { fix: null, remark: `no safe fix: ${why}` };
  const { title, edits } = fixTo(context, reference, model);
  const asked = polls.map(({ start, end }) => ({ start, end, newText: model }));
  return { fix: { title, edits: [...edits, ...asked] }, remark: '' };
}

/** Whether the state of jobs is asked for at the address of the same model, which has to follow the request's. */
const isPolled = ({ useEvidence, model }: DatedReference, reference: DatedReference): boolean =>
  useEvidence === WHERE_POLLED && model === reference.model;

/** Jobs of several requests under one address: none of them can be moved alone. */
function polledByOthers(
  { references }: DocumentContext,
  reference: DatedReference,
  polls: readonly DatedReference[],
): string | null {
  const isOther = (other: DatedReference): boolean =>
    other.start !== reference.start && other.model === reference.model && isEditable(other);
  return polls.length > 0 && references.some(isOther)
    ? `jobs of other requests are asked for under ${reference.id} as well`
    : null;
}

function standsAgainst(context: DocumentContext, reference: DatedReference, model: string): string | null {
  const { document, references, routes } = context;
  const held = neighbourhood(document, reference);
  const statement = statementAround(document.text, reference);
  const around = [...held, statement];
  const isIn = (stretches: readonly Place[], { start }: Place): boolean =>
    stretches.some((one) => start >= one.start && start < one.end);
  const isBeside = references.some(
    (other) => other.model === model && isEditableKind(other) && isIn([statement], other),
  );
  if (isBeside || isMentioned(held, document.text, model)) return `${model} is already used next to it`;
  const sameTarget = references.some(
    (other) =>
      other.model !== reference.model &&
      isIn(around, other) &&
      isEditableKind(other) &&
      targetOf(context, other, reference.surface) === model,
  );
  if (sameTarget) return `another ID next to it leads to ${model} as well`;
  const isShown = references.some(
    (other) =>
      other.id === reference.id &&
      other.use === 'text' &&
      (other.role === 'code' || other.role === 'config') &&
      isIn(held, other),
  );
  if (isShown) return `text next to it also names ${reference.id}`;
  if (isExpectedElsewhere(references, reference, model))
    return `the file also lists ${reference.id} or compares with it`;
  const name = keyBefore(document.text, reference.start) ?? '';
  const said = versionOf(name) ?? versionBeside(document.text, reference, model);
  if (said !== null && !model.includes(`veo-${said}`)) return `the code around it says Veo ${said}`;
  const sending = routes.filter((route) => route.reference?.start === reference.start);
  return obstacleOf({ ...context, reference, routes: sending }, model);
}

/** The ID that another one is replaced by: on its own surface where that is known, else on the one asked about. */
function targetOf({ catalog, asOf }: DocumentContext, { model, surface }: DatedReference, asked: SurfaceId) {
  const own = catalog.surface(surface)?.kind === 'google' ? surface : asked;
  return model === null ? null : (livingReplacement(catalog, model, own, asOf)?.model ?? null);
}

const isEditableKind = ({ role, use }: DatedReference): boolean =>
  (role === 'code' || role === 'config') && use !== 'text' && use !== 'handle';

/** The edit itself. Its title says what the new ID costs and how it stands with it. */
export function fixTo(
  { catalog, asOf, routes }: Pick<DocumentContext, 'catalog' | 'asOf' | 'routes'>,
  reference: DatedReference,
  model: string,
): Fix {
  const { surface, id, start, end } = reference;
  const [route, ...others] = routes.filter((one) => one.reference?.start === start);
  const asked = route === undefined || others.length > 0 ? undefined : route;
  const price = priceChange(catalog, priced(id, surface, asked), priced(model, surface, asked), asOf);
  const details = [price, stateOf(catalog, model, surface, asOf)].filter((detail) => detail !== null);
  const title = `Replace with ${model}${details.length === 0 ? '' : ` (${details.join('; ')})`}`;
  return { title, edits: [{ start, end, newText: model }] };
}

const priced = (model: string, surface: SurfaceId, route: Route | undefined) =>
  route === undefined ? anyRequest(model, surface) : { ...route, model, surface };

/** How long an ID can be counted on (`may be retired any day since 2026-11-17`); null where nothing is known against it. */
export function stateOf(catalog: Catalog, model: string, surface: SurfaceId, asOf: Day): string | null {
  const { status, surfaces } = lifecycleOn(catalog, model, surface, asOf);
  const shutdown = surfaces.find((entry) => entry.status === status)?.facts.shutdown;
  const day = shutdown === undefined || shutdown.kind === 'none' ? null : shutdown.day;
  if (status === 'retirement-window' && day !== null) return `may be retired any day since ${day}`;
  if (status === 'deprecated' && day !== null) return `shuts down on ${day}`;
  if (status === 'preview') return day === null ? 'a preview' : `a preview, not retired before ${day}`;
  return status === 'active' && day !== null ? `not retired before ${day}` : null;
}
