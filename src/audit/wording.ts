// Sentences that several rules share: surfaces by name, dates in words, what to use instead.
import type { Catalog } from '../catalog/catalog.ts';
import { type LivingReplacement, livingReplacement, livingReplacements } from '../catalog/replacement.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { stateOf } from './replacement.ts';
import type { DatedReference } from './types.ts';

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
    return replacement === null
      ? 'No living replacement is known there.'
      : useInstead(catalog, replacement, asOf);
  }
  return livingReplacements(catalog, reference.model, asOf)
    .map((replacement) =>
      replacement.sameApi
        ? `On ${surfaceName(catalog, replacement.surface)}, use ${withState(catalog, replacement, asOf)}.`
        : useInstead(catalog, replacement, asOf),
    )
    .join(' ');
}

/** Where it takes another API, the catalog's own sentence says which. */
function useInstead(catalog: Catalog, replacement: LivingReplacement, asOf: Day): string {
  const { model, sameApi, change } = replacement;
  if (!sameApi) return sentence(change === '' ? `Move to ${model}, which is another API` : change);
  return `${sentence(`Use ${withState(catalog, replacement, asOf)}`)} ${change === '' ? '' : sentence(change)}`.trim();
}

/** A replacement with what is known against it: it may be on its way out itself. */
function withState(catalog: Catalog, { model, surface }: LivingReplacement, asOf: Day): string {
  const state = stateOf(catalog, model, surface, asOf);
  return state === null ? model : `${model} (${state})`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** Whether a reference only speaks of the ID: there it cannot fail, so rules are milder or silent. */
export function isOnlySpokenOf({ role, use }: DatedReference): boolean {
  return role === 'comment' || role === 'prose' || use === 'text' || use === 'handle';
}
