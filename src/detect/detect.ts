// Finds where a text uses or names Veo model IDs. Pure: text in, references out.
import type { Catalog } from '../catalog/catalog.ts';
import { candidates } from './candidates.ts';
import { commentSpans, within } from './documents/comments.ts';
import { docstringSpans } from './documents/docstrings.ts';
import { documentParts } from './documents/parts.ts';
import type { Part } from './documents/types.ts';
import { judge, type Verdict } from './judge.ts';
import { pathAround } from './path.ts';
import { type PlaceClaim, placesOf } from './place/place.ts';
import { gatewaysNamed, type NamedGateway, surfaceOfAlias, surfaceOfId } from './surface.ts';
import type { Reference, Role, TextDocument } from './types.ts';
import type { UseClaim } from './use/types.ts';
import { sceneOf, useOf } from './use/useOf.ts';

/** What a file must hold to be worth a look. Every reference contains it, in this case. */
export const GATE = 'veo';

/**
 * All references of a document, sorted by position, never overlapping. Linear in the length of the text.
 * Malformed formats (broken notebooks, unclosed fences) are read as far as they go; nothing throws.
 */
export function detectReferences(document: TextDocument, catalog: Catalog): readonly Reference[] {
  if (!document.text.includes(GATE)) return [];
  const verdicts = documentParts(document).flatMap((part) => verdictsOf(part, document.path, catalog));
  const named = verdicts.some(({ verdict }) => verdict.kind === 'alias')
    ? gatewaysNamed(catalog, document.text)
    : [];
  if (verdicts.length === 0) return [];
  const places = placesOf(document);
  return verdicts.map((judged) => toReference(judged, document, catalog, named, places));
}

interface Judged {
  readonly verdict: Verdict;
  readonly role: Role;
  readonly part: Part;
  readonly use: UseClaim;
}

function verdictsOf(part: Part, path: string, catalog: Catalog): readonly Judged[] {
  const found = candidates(part.text, catalog);
  if (found.length === 0) return [];
  const comments = commentSpans(part.text, part.language.comments);
  const docstrings = part.language.id === 'python' ? docstringSpans(part.text) : [];
  let scene: ReturnType<typeof sceneOf> | undefined;
  return found.flatMap((candidate): Judged[] => {
    const role: Role = within(comments, candidate.start) ? 'comment' : part.language.role;
    // A docstring is a part of the program, but what it says is judged as what a comment says.
    const isDoc = within(docstrings, candidate.start);
    const readAs = isDoc ? 'comment' : role;
    const verdict = judge(candidate, {
      text: part.text,
      path,
      language: part.language,
      role: readAs,
      catalog,
    });
    if (verdict === null) return [];
    scene ??= sceneOf(part.text, comments, part.language);
    const { beforeLength } = pathAround(part.text, verdict.start, verdict.end);
    const use = useOf({ start: verdict.start - beforeLength, end: verdict.end, role, isDoc }, scene);
    return [{ verdict, role, part, use }];
  });
}

function toReference(
  { verdict, role, part, use }: Judged,
  document: TextDocument,
  catalog: Catalog,
  named: readonly NamedGateway[],
  places: (offset: number) => PlaceClaim,
): Reference {
  const spelled = part.text.slice(verdict.start, verdict.end);
  const id = spelled.replace(/\\\//g, '/').replace(/%2[Ff]/g, '/');
  const model = verdict.kind === 'official' ? id : null;
  const claim =
    verdict.kind === 'alias'
      ? surfaceOfAlias(catalog, verdict.before, id, named)
      : surfaceOfId(catalog, verdict.before, model);
  const start = part.sourceOffset(verdict.start);
  const end = part.sourceOffset(verdict.end - 1) + 1;
  const { place, evidence } = places(start);
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
