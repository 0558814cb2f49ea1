// Sentences that several rules share: surfaces by name, dates in words, what to use instead.
import type { Catalog } from '../catalog/catalog.ts';
import { type LivingReplacement, livingReplacement, livingReplacements } from '../catalog/replacement.ts';
import type { Day, SurfaceId } from '../catalog/types.ts';
import { nameOf } from '../cost/scope.ts';
import type { DatedReference } from './types.ts';

/** A surface's name for people. */
export function surfaceName(catalog: Catalog, surface: SurfaceId): string {
  return catalog.surface(surface)?.name ?? surface;
}

/** A surface's name within a sentence: `the Gemini API`. */
export const inSentence = (catalog: Catalog, surface: SurfaceId): string => nameOf({ catalog, surface });

/** `a`, `a and b`, `a, b and c`. */
export function listOf(items: readonly string[], word: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

const PLURALS = { makes: 'make', takes: 'take', does: 'do', sends: 'send' } as const;

/** The models of a request with their verb: `veo-2 makes`, `veo-2 and veo-3 make`. */
export function subject(
  routes: readonly { readonly model: string | null }[],
  verb: keyof typeof PLURALS,
): string {
  const models = [...new Set(routes.flatMap(({ model }) => model ?? []))];
  return `${listOf(models)} ${models.length > 1 ? PLURALS[verb] : verb}`;
}

/** `1 day`, `3 days`. */
export function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}

/** What to do instead of an ID, in one sentence: another ID, another API, or both by surface. */
export function adviceFor(catalog: Catalog, reference: DatedReference, asOf: Day): string {
  const { model, surface } = reference;
  if (model === null) return '';
  if (catalog.surface(surface)?.kind === 'google') {
    const replacement = livingReplacement(catalog, model, surface, asOf);
    return replacement === null ? 'No replacement is known there.' : useInstead(catalog, replacement);
  }
  const ways = livingReplacements(catalog, model, asOf).map(
    (replacement) => `${wayTo(catalog, replacement)} on ${inSentence(catalog, replacement.surface)}`,
  );
  return ways.length === 0 ? 'No replacement is known.' : `${capital(ways.join(', or '))}.`;
}

/** `Use veo-3.1-generate-001.`, or `Move to gemini-omni-1.1-flash (Interactions API).` */
export const useInstead = (catalog: Catalog, replacement: LivingReplacement): string =>
  `${capital(wayTo(catalog, replacement))}.`;

function wayTo(catalog: Catalog, { model, surface, sameApi }: LivingReplacement): string {
  if (sameApi) return `use ${model}`;
  const endpoint = catalog.constraint(surface, model, 'endpoint')?.value;
  const isInteractions = typeof endpoint === 'string' && endpoint.includes('/interactions');
  return `move to ${model} (${isInteractions ? 'Interactions API' : 'another API'})`;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a reference only speaks of the ID: there it cannot fail, so rules are milder or silent. */
export function isOnlySpokenOf({ role, use }: DatedReference): boolean {
  return role === 'comment' || role === 'prose' || use === 'text' || use === 'handle';
}
