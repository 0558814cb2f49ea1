// Which model a request names: IDs out of values, matched with the references of the document.
import type { Catalog } from '../catalog/catalog.ts';
import { type SurfaceClaim, surfaceOfId, UNKNOWN_SURFACE } from '../detect/surface.ts';
import type { Reference } from '../detect/types.ts';
import { once } from '../once.ts';
import { insideOf } from './parameters.ts';
import { GOOGLE_VERBS, MODEL_KEY, NAMES_VIDEO, VEO_ID } from './shapes.ts';
import type { ModelFrom, Place } from './types.ts';
import { WRAPPED } from './values/construction.ts';
import type { CallExpression } from './values/expression.ts';
import {
  flatten,
  HOLE,
  isScalar,
  optionsOf,
  type Piece,
  type Result,
  type ScalarResult,
  UNKNOWN,
} from './values/result.ts';

/** A model as a request names it. `id` null: nothing in sight says it. */
export interface NamedModel {
  readonly id: string | null;
  readonly from: ModelFrom;
  readonly at: Place | null;
  readonly reference: Reference | null;
  /** The call that wraps the name (`google.video('…')`). */
  readonly via: CallExpression | null;
  /** What stands before the ID in its text: a prefix, or the start of a URL. */
  readonly before: string;
}

export const NO_MODEL: NamedModel = {
  id: null,
  from: 'unknown',
  at: null,
  reference: null,
  via: null,
  before: '',
};

/** Finds models in values of one text. */
export interface ModelReader {
  /** The models a value may be; empty where none is one of Veo. */
  ofValue(value: Result): readonly NamedModel[];
  /** The models an address names in its path. */
  ofAddress(value: Result): readonly NamedModel[];
  /** The models that relative paths (`/google/veo-3.1`, `text-to-video/veo-3-1`) are, whether or not anything else speaks for them. */
  ofPath(value: Result): readonly NamedModel[];
  /** Whether the text names models of Veo anywhere, be it in a remark. */
  areNamed(): boolean;
}

/** `find` gives the references that overlap a stretch of the program's text. */
export function createModelReader(
  catalog: Catalog,
  find: (place: Place) => readonly Reference[],
): ModelReader {
  const named = (piece: ScalarResult, id: string, before: string): NamedModel => {
    const reference = piece.at === null ? null : (find(piece.at).find((one) => id.includes(one.id)) ?? null);
    return {
      id: reference?.id ?? bareId(catalog, id),
      from: piece.from,
      at: piece.at,
      reference,
      via: piece.via,
      before,
    };
  };
  const ofValue = (value: Result): readonly NamedModel[] => withVersion(spelledIn(value));
  const spelledIn = (value: Result): readonly NamedModel[] =>
    optionsOf(value).flatMap((option): readonly NamedModel[] => {
      if (option.kind === 'object') return ofValue(option.entries.get(WRAPPED) ?? UNKNOWN);
      if (option.kind === 'list')
        return option.items.flatMap((item) => (item.kind === 'list' ? [] : ofValue(item)));
      const text = flatten(option);
      if (text === null || text.length > 200 || !VEO_ID.test(text.replaceAll(HOLE, 'x'))) return [];
      const pieces: readonly Piece[] =
        option.kind === 'text' ? option.pieces : option.kind === 'scalar' ? [option] : [];
      const piece = pieces.find(
        (one): one is ScalarResult => one.kind === 'scalar' && NAMES_VIDEO.test(String(one.value)),
      );
      if (piece === undefined || (text.includes(HOLE) && !namesVersion(String(piece.value)))) return [];
      // An ID that is put together of pieces is what they spell together.
      const whole = text.includes(HOLE) ? String(piece.value) : text;
      const model = named(piece, whole, '');
      return [{ ...model, before: text.slice(0, Math.max(0, text.indexOf(model.id ?? ''))) }];
    });
  const ofAddress = (value: Result): readonly NamedModel[] =>
    optionsOf(value).flatMap((option): readonly NamedModel[] => {
      const text = flatten(option);
      if (text === null || !ASKS_VIDEO.test(text)) return [];
      const asked = VIDEO_ASKED.exec(text) ?? ofVideo(ASKED.exec(text));
      const [, spelled] = asked ?? [];
      if (asked !== null && spelled !== undefined && !NAMES_FAMILY.test(spelled)) {
        return spelled.includes(HOLE) ? [{ ...NO_MODEL, before: text.slice(0, asked.index) }] : [];
      }
      const pieces: readonly Piece[] =
        option.kind === 'text' ? option.pieces : option.kind === 'scalar' ? [option] : [];
      if (asked !== null && spelled !== undefined && !spelled.includes(HOLE) && pieces.length > 1) {
        const together = spelledTogether(pieces, asked.index, spelled, named, find);
        return [{ ...together, before: text.slice(0, asked.index) }];
      }
      let start = 0;
      for (const piece of pieces) {
        const source = piece.kind === 'scalar' ? String(piece.value ?? '') : HOLE;
        const model =
          piece.kind === 'scalar' ? inPiece(piece, source, text.slice(0, start), named, find) : null;
        if (model !== null && (asked === null || start + source.length >= asked.index)) return [model];
        start += source.length;
      }
      return [];
    });
  const areNamed = once(() => find({ start: 0, end: Number.MAX_SAFE_INTEGER }).length > 0);
  const known = (found: readonly NamedModel[]): readonly NamedModel[] => {
    const named = found.filter(({ id }) => id !== null);
    return named.length > 0 ? named : found.slice(0, 1);
  };
  const ofPath = (value: Result): readonly NamedModel[] =>
    optionsOf(value).flatMap((option): readonly NamedModel[] => {
      const [lead = '', model = ''] = MODEL_PATH.exec(flatten(option) ?? '')?.slice(1) ?? [];
      return isScalar(option) && model !== '' ? [named(option, model, lead)] : [];
    });
  return { ofValue, ofAddress: (value) => known(ofAddress(value)), ofPath, areNamed };
}

const NAMES_FAMILY = /veo|gemini-omni/i;

/** A model with what a request does with it. */
const ASKED = new RegExp(`(?<![^/\\s"'])([^/\\s"':]*):(?:${GOOGLE_VERBS}|generateContent)\\b`);

/** The same with what only models of videos do, whatever their name. */
const VIDEO_ASKED = /(?<![^/\s"'])([^/\s"':]*):(?:predictLongRunning|generateVideos?)\b/;

/** What an address holds that names a model of videos, or asks one for something. */
const ASKS_VIDEO = /veo|gemini-omni|:predictLongRunning|:generateVideos?\b/;

/** What stands beside an ID may be its name for people (`VEO("veo-3.1-generate-001", "Veo")`). */
function withVersion(found: readonly NamedModel[]): readonly NamedModel[] {
  const versioned = found.filter(({ id }) => /\d|omni/.test(id ?? ''));
  return versioned.length > 0 ? versioned : found;
}

/** A path that is a model, behind its vendor or a task (`/google/veo-3.1-fast`, `text-to-video/veo-3-1`). */
const MODEL_PATH = /^(\/?(?:[\w.-]{1,40}\/){0,3}?)((?:google\/)?veo[-_.]?\d[\w.-]*)$/;

/** What was found of an address, where the model in it is one of videos. */
const ofVideo = (found: RegExpExecArray | null): RegExpExecArray | null =>
  NAMES_FAMILY.test(found?.[1] ?? '') ? found : null;

/** An ID in a text of several pieces, with the piece that gives most of it. */
function spelledTogether(
  pieces: readonly Piece[],
  index: number,
  id: string,
  named: Named,
  find: (place: Place) => readonly Reference[],
): NamedModel {
  let start = 0;
  let best: ScalarResult | null = null;
  let most = 0;
  for (const piece of pieces) {
    const end = start + (piece.kind === 'scalar' ? String(piece.value ?? '').length : 1);
    const shared = Math.min(end, index + id.length) - Math.max(start, index);
    if (piece.kind === 'scalar' && shared > most) {
      best = piece;
      most = shared;
    }
    start = end;
  }
  if (best === null) return { ...NO_MODEL, id };
  const reference = best.at === null ? undefined : find(best.at).find((one) => id.endsWith(one.id));
  const model = named(best, id, '');
  return reference === undefined ? { ...model, reference: null } : { ...model, id: reference.id, reference };
}

type Named = (piece: ScalarResult, id: string, before: string) => NamedModel;

function inPiece(
  piece: ScalarResult,
  source: string,
  before: string,
  named: Named,
  find: (place: Place) => readonly Reference[],
): NamedModel | null {
  const [reference] = piece.at === null ? [] : find(piece.at);
  if (reference !== undefined) {
    const at = source.indexOf(reference.id);
    return {
      id: reference.id,
      from: piece.from,
      at: piece.at,
      reference,
      via: piece.via,
      before: before + source.slice(0, Math.max(0, at)),
    };
  }
  const spelled = /(?<![\w./-])[\w./-]*veo-?\d[\w.-]*(?:\/[\w.-]+)*/.exec(source);
  return piece.at === null && spelled !== null
    ? named(piece, spelled[0], before + source.slice(0, spelled.index))
    : null;
}

/** The surface that a model's own spelling claims; unknown where it claims none. */
export function ownClaim(catalog: Catalog, { reference, id, before }: NamedModel): SurfaceClaim {
  if (reference !== null) return { surface: reference.surface, evidence: reference.surfaceEvidence };
  // A constant of another file is no reference of this one.
  return id !== null && catalog.model(id) !== undefined ? surfaceOfId(catalog, before, id) : UNKNOWN_SURFACE;
}

/** Whether a prefix of the model's spelling is what claims the surface. */
export const isByPrefix = ({ evidence }: SurfaceClaim): boolean => evidence?.kind === 'prefix';

/** An ID without a router's prefix. */
export function bareId(catalog: Catalog, id: string): string {
  if (catalog.model(id) !== undefined || catalog.aliases(id).length > 0) return id;
  const last = id.slice(id.lastIndexOf('/') + 1);
  if (catalog.model(last) !== undefined) return last;
  for (const surface of catalog.data.surfaces) {
    const prefix = [...surface.prefixes, ...surface.barePrefixes].find((one) => id.startsWith(one));
    if (prefix !== undefined) return id.slice(prefix.length);
  }
  return id;
}

/** Keys whose object names no model of the request. */
const APART = /headers|metadata|prompt|messages/i;

/** The same where no HTTP client is called: what a method stores under `data` is a row of a table. */
export const APART_OR_ROW = /headers|metadata|prompt|messages|^(?:data|where)$/i;

/** The models that an object names under a model's key, at most two levels down, but not under the keys `apart`. */
export function modelIn(
  models: ModelReader,
  value: Result,
  apart: RegExp = APART,
  depth = 0,
): readonly NamedModel[] {
  for (const option of optionsOf(value)) {
    // A list of tasks that go off together.
    if (option.kind === 'list' && depth < 2) {
      const found = option.items.flatMap((item) => modelIn(models, item, apart, depth + 1));
      if (found.length > 0) return found;
    }
    if (option.kind !== 'object') continue;
    for (const [key, entry] of option.entries) {
      if (!MODEL_KEY.test(key)) continue;
      const found = models.ofValue(entry);
      if (found.length > 0)
        return optionsOf(value).length === 1
          ? found
          : optionsOf(value).flatMap((one) => modelIn(models, one, apart, depth));
    }
    const task = taskOf(models, option.entries);
    if (task.length > 0) return task;
    if (depth >= 2) continue;
    for (const [key, entry] of option.entries) {
      if (apart.test(key)) continue;
      const inside =
        entry.kind === 'object' ? entry : /^(?:body|data|json|payload)$/.test(key) ? insideOf(entry) : null;
      const found = inside === null ? [] : modelIn(models, inside, apart, depth + 1);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/** `task_type: "veo3"` beside a prompt names the model, where no other key does. */
function taskOf(models: ModelReader, entries: ReadonlyMap<string, Result>): readonly NamedModel[] {
  const isOpen = entries.has('prompt') && ![...entries.keys()].some((key) => MODEL_KEY.test(key));
  return isOpen ? models.ofValue(entries.get('task_type') ?? UNKNOWN) : [];
}

/** Whether a text names a version of Veo (`veo-3`), not the family alone. */
const namesVersion = (text: string): boolean =>
  (text.match(/[\w.-]+/g) ?? []).some(
    (word) => word.includes('veo') && /\d/.test(word.slice(word.indexOf('veo'))),
  );
