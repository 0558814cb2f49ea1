// Finds where a text uses or names Veo model IDs. Pure: text in, references out.
import type { Catalog, NamedGateway } from '../catalog/catalog.ts';
import { once } from '../once.ts';
import { candidates } from './candidates.ts';
import {
  classify,
  classifyBeside,
  classifyRepeated,
  namesOf,
  type Setting,
  type Verdict,
} from './classify.ts';
import { commentSpans, within } from './documents/comments.ts';
import { docstringSpans } from './documents/docstrings.ts';
import { documentParts } from './documents/parts.ts';
import type { Part } from './documents/types.ts';
import { GATE } from './gate.ts';
import { pathAround } from './path.ts';
import { type PlaceClaim, placesOf } from './place/place.ts';
import { slugAround } from './slug.ts';
import type { Candidate } from './spelling.ts';
import { surfaceOfAlias, surfaceOfId } from './surface.ts';
import type { Reference, Role, TextDocument } from './types.ts';
import type { UseClaim } from './use/types.ts';
import { sceneOf, useOf } from './use/useOf.ts';

/** A stretch of a document, UTF-16 offsets. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * All references of a document, sorted by position, never overlapping. Linear in the length of the text.
 * Malformed formats (broken notebooks, unclosed fences) are read as far as they go; nothing throws.
 * `sent`: literals that a request is known to send as its model, whatever stands around them.
 */
export function detectReferences(
  document: TextDocument,
  catalog: Catalog,
  sent: readonly Stretch[] = [],
): readonly Reference[] {
  if (!GATE.test(document.text)) return [];
  const classified = documentParts(document)
    .flatMap((part) => classifiedIn(part, document.path, catalog))
    .map((one) => withSent(one, sent));
  const found = withRepeated(classified);
  const named = found.some(({ verdict, part }) => hasAliases(catalog, verdict, part))
    ? catalog.gatewaysIn(document.text)
    : [];
  if (found.length === 0) return [];
  const places = placesOf(document);
  return apart(found.map((one) => toReference(one, document, catalog, named, places)));
}

/** References without those that begin within an earlier one: its spelling reaches over them (`fal-ai/veo3/x/veo-1`). */
function apart(references: readonly Reference[]): readonly Reference[] {
  let end = 0;
  return references.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** A spelling inside of a literal that a request sends is a reference where nothing else about it spoke for one. */
function withSent(one: Classified, sent: readonly Stretch[]): Classified {
  const { verdict, candidate, part, role } = one;
  if (verdict !== null || role === 'comment' || role === 'prose') return one;
  const slug = slugAround(
    part.text,
    candidate.start,
    candidate.end,
    pathAround(part.text, candidate.start, candidate.end),
  );
  const [start, end] = [part.sourceOffset(slug.start), part.sourceOffset(slug.end - 1) + 1];
  if (!sent.some((place) => place.start <= start && end <= place.end)) return one;
  const kind = candidate.spelling.kind === 'official' ? 'official' : 'alias';
  return { ...one, verdict: { start: slug.start, end: slug.end, kind, before: slug.before } };
}

const hasAliases = (catalog: Catalog, { kind, start, end }: Verdict, { text }: Part): boolean =>
  kind === 'alias' || catalog.aliases(text.slice(start, end)).length > 0;

/** A value that equals a spelling used as a model elsewhere in the document is one too, whatever its key. */
function withRepeated(classified: readonly Classified[]): readonly Found[] {
  const used = new Set(
    classified.flatMap(({ verdict, part }) =>
      verdict === null || verdict.kind === 'official'
        ? []
        : namesOf(part.text.slice(verdict.start, verdict.end), verdict.before),
    ),
  );
  const neighbours = besideOthers(classified);
  return classified.flatMap((one): Found[] => {
    const { verdict, candidate, setting, role, part, useAt } = one;
    const final =
      verdict ?? neighbours.get(one) ?? (used.size === 0 ? null : classifyRepeated(candidate, setting, used));
    return final === null ? [] : [{ verdict: final, role, part, use: useAt(final) }];
  });
}

/** Rejected keys that stand next to a key that counts, in one table: `'veo3.1-fast': 1, 'veo_3_1-fast': 2`. */
function besideOthers(classified: readonly Classified[]): ReadonlyMap<Classified, Verdict> {
  const found = new Map<Classified, Verdict>();
  const follow = (order: readonly Classified[]): void => {
    let last: Classified | undefined;
    for (const one of order) {
      const { verdict, candidate, setting, part } = one;
      const accepted = verdict ?? found.get(one);
      const isNext = accepted === undefined || accepted === null ? last?.part === part : false;
      const before = isNext && last !== undefined ? (last.verdict ?? found.get(last)) : null;
      const now = before == null ? null : classifyBeside(candidate, setting, before);
      if (now !== null) found.set(one, now);
      if (accepted != null || now !== null) last = one;
    }
  };
  follow(classified);
  follow(classified.toReversed());
  return found;
}

interface Found {
  readonly verdict: Verdict;
  readonly role: Role;
  readonly part: Part;
  readonly use: UseClaim;
}

interface Classified {
  readonly candidate: Candidate;
  readonly setting: Setting;
  readonly verdict: Verdict | null;
  readonly role: Role;
  readonly part: Part;
  useAt(verdict: Verdict): UseClaim;
}

function classifiedIn(part: Part, path: string, catalog: Catalog): readonly Classified[] {
  const found = candidates(part.text, catalog);
  if (found.length === 0) return [];
  const comments = commentSpans(part.text, part.language.comments);
  const docstrings = part.language.id === 'python' ? docstringSpans(part.text) : [];
  let scene: ReturnType<typeof sceneOf> | undefined;
  const namesGateway = once(() => catalog.gatewaysIn(part.text).length > 0);
  return found.map((candidate): Classified => {
    const role: Role = within(comments, candidate.start) ? 'comment' : part.language.role;
    // A docstring is a part of the program, but what it says is classified as what a comment says.
    const isDoc = within(docstrings, candidate.start);
    const readAs = isDoc ? 'comment' : role;
    const { text, language } = part;
    const setting: Setting = { text, path, language, role: readAs, catalog, namesGateway };
    const useAt = ({ start, end }: Verdict): UseClaim => {
      scene ??= sceneOf(part.text, comments, part.language);
      const { beforeLength } = pathAround(part.text, start, end);
      return useOf({ start: start - beforeLength, end, role, isDoc }, scene);
    };
    return { candidate, setting, verdict: classify(candidate, setting), role, part, useAt };
  });
}

const OUTPUT: PlaceClaim = { place: 'recorded', evidence: 'an output of a notebook' };

function toReference(
  { verdict, role, part, use }: Found,
  document: TextDocument,
  catalog: Catalog,
  named: readonly NamedGateway[],
  places: (offset: number) => PlaceClaim,
): Reference {
  const spelled = part.text.slice(verdict.start, verdict.end);
  const id = spelled.replace(/\\\//g, '/').replace(/%2[Ff]/g, '/');
  const model = verdict.kind === 'official' ? id.toLowerCase() : null;
  const claim =
    verdict.kind === 'alias'
      ? surfaceOfAlias(catalog, verdict.before, id, named)
      : surfaceOfId(catalog, verdict.before, model, named);
  const start = part.sourceOffset(verdict.start);
  const end = part.sourceOffset(verdict.end - 1) + 1;
  const { place, evidence } = part.isOutput === true ? OUTPUT : places(start);
  return {
    start,
    end,
    text: document.text.slice(start, end),
    id,
    kind: verdict.kind,
    model,
    role,
    surface: claim.surface,
    surfaceEvidence: claim.evidence,
    place,
    placeEvidence: evidence,
    use: use.use,
    useEvidence: use.evidence,
  };
}
