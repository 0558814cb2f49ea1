// Finds where a text uses or names Veo model IDs. Pure: text in, references out.
import type { Catalog } from '../catalog/catalog.ts';
import { candidates } from './candidates.ts';
import { commentSpans, within } from './documents/comments.ts';
import { documentParts } from './documents/parts.ts';
import type { Part } from './documents/types.ts';
import { judge, type Verdict } from './judge.ts';
import { surfaceOfAlias, surfaceOfId } from './surface.ts';
import type { Reference, Role, TextDocument } from './types.ts';

/** What a file must hold to be worth a look. Every reference contains it, in this case. */
export const GATE = 'veo';

/**
 * All references of a document, sorted by position, never overlapping. Linear in the length of the text.
 * Malformed formats (broken notebooks, unclosed fences) are read as far as they go; nothing throws.
 */
export function detectReferences(document: TextDocument, catalog: Catalog): readonly Reference[] {
  if (!document.text.includes(GATE)) return [];
  return documentParts(document).flatMap((part) => referencesOf(part, document, catalog));
}

function referencesOf(part: Part, document: TextDocument, catalog: Catalog): readonly Reference[] {
  const found = candidates(part.text, catalog);
  if (found.length === 0) return [];
  const comments = commentSpans(part.text, part.language.comments);
  const references: Reference[] = [];
  for (const candidate of found) {
    const role: Role = within(comments, candidate.start) ? 'comment' : part.language.role;
    const setting = { text: part.text, path: document.path, language: part.language, role, catalog };
    const verdict = judge(candidate, setting);
    if (verdict !== null) references.push(toReference(verdict, role, part, document, catalog));
  }
  return references;
}

function toReference(verdict: Verdict, role: Role, part: Part, document: TextDocument, catalog: Catalog): Reference {
  const spelled = part.text.slice(verdict.start, verdict.end);
  const id = spelled.replace(/\\\//g, '/').replace(/%2[Ff]/g, '/');
  const model = verdict.kind === 'official' ? id : null;
  const claim =
    verdict.kind === 'alias'
      ? surfaceOfAlias(catalog, verdict.before, id, document.text)
      : surfaceOfId(catalog, verdict.before, model);
  const start = part.sourceOffset(verdict.start);
  const end = part.sourceOffset(verdict.end - 1) + 1;
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
  };
}
