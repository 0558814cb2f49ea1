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

/** What to do instead of an ID, as a sentence: a string change, another API, or both by surface. */
export function adviceFor(catalog: Catalog, reference: DatedReference, asOf: Day): string {
  if (reference.model === null) return '';
  if (catalog.surface(reference.surface)?.kind === 'google') {
    const replacement = livingReplacement(catalog, reference.model, reference.surface, asOf);
    return replacement === null ? 'No living replacement is known there.' : useInstead(replacement);
  }
  return livingReplacements(catalog, reference.model, asOf)
    .map((replacement) => `On ${surfaceName(catalog, replacement.surface)}: ${lowerFirst(useInstead(replacement))}`)
    .join(' ');
}

function useInstead(replacement: LivingReplacement): string {
  if (replacement.sameApi) return sentence(`Use ${replacement.model}${replacement.change ? `. ${replacement.change}` : ''}`);
  return sentence(`Move to ${replacement.model}, which is another API: a changed ID is not enough. ${replacement.change}`);
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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
