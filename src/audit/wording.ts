// Sentences that several rules share: surfaces by name, dates in words, what to use instead.
import type { Catalog } from '../catalog/catalog.ts';
import { type LivingReplacement, livingReplacement, livingReplacements } from '../catalog/replacement.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import type { DatedReference, Fix } from './types.ts';

/** A surface's name for people. */
export function surfaceName(catalog: Catalog, surface: SurfaceId): string {
  return catalog.surface(surface)?.name ?? surface;
}

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `1 day`, `3 days`. */
export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What to do instead of an ID, as sentences: a string change, another API, or both by surface. */
export function adviceFor(catalog: Catalog, reference: DatedReference, asOf: Day): string {
  if (reference.model === null) return '';
  if (catalog.surface(reference.surface)?.kind === 'google') {
    const replacement = livingReplacement(catalog, reference.model, reference.surface, asOf);
    return replacement === null ? 'No living replacement is known there.' : useInstead(replacement);
  }
  return livingReplacements(catalog, reference.model, asOf)
    .map((replacement) =>
      replacement.sameApi
        ? `On ${surfaceName(catalog, replacement.surface)}, use ${replacement.model}.`
        : useInstead(replacement),
    )
    .join(' ');
}

/** Where it takes another API, the catalog's own sentence says which. */
function useInstead({ model, sameApi, change }: LivingReplacement): string {
  if (!sameApi) return sentence(change === '' ? `Move to ${model}, which is another API` : change);
  return `${sentence(`Use ${model}`)} ${change === '' ? '' : sentence(change)}`.trim();
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** The fix that replaces exactly the ID by the living one of its surface; null where that takes another API. */
export function replacementFix(catalog: Catalog, reference: DatedReference, asOf: Day): Fix | null {
  if (reference.model === null || catalog.surface(reference.surface)?.kind !== 'google') return null;
  const replacement = livingReplacement(catalog, reference.model, reference.surface, asOf);
  return replacement?.sameApi ? fixTo(reference, replacement.model) : null;
}

/** The edit that puts another ID in the place of a reference's. */
export function fixTo(reference: DatedReference, model: string): Fix {
  return {
    title: `Replace ${reference.id} by ${model}`,
    edits: [{ start: reference.start, end: reference.end, newText: model }],
  };
}

/** Whether a reference only speaks of the ID: there it cannot fail, so rules are milder or silent. */
export function isOnlySpokenOf(reference: DatedReference): boolean {
  return reference.role === 'comment' || reference.role === 'prose';
}
