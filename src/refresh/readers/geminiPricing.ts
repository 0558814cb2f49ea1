// The Gemini API's pricing page: under each family its IDs, and prices per second for each tier, in a table or in lines.
import type { Model } from '../../catalog/types.ts';
import { type Section, sectionsOf } from '../markdown.ts';
import { idsIn, modelOfId } from '../modelIds.ts';
import { lineLabels, tableLabels } from '../priceLabels.ts';
import { type PriceClaim, type Reader, type Unread, UnreadablePageError } from '../types.ts';

export const geminiPricing: Reader = {
  name: 'gemini-pricing',
  file: 'gemini-pricing.md',
  url: 'https://ai.google.dev/gemini-api/docs/pricing.md.txt',
  title: 'Gemini API pricing page',
  key: 'PRICING',
  evidence: 'official',
  listsModels: false,
  read(page) {
    const headed = sectionsOf(page).filter(({ title }) => /^veo\b/i.test(title));
    if (headed.length === 0) throw new UnreadablePageError("no heading begins with 'Veo'");
    const sections = headed.filter(({ lines }) => lines.some((line) => idsIn(line.text).length > 0));
    if (sections.length === 0)
      throw new UnreadablePageError("no model ID stands under a heading that begins with 'Veo'");
    const read = sections.map((section) => ({ section, ...sectionPrices(section) }));
    const silent = read.find(({ claims }) => claims.length === 0);
    if (silent !== undefined)
      throw new UnreadablePageError(
        `no price per second can be read under the heading '${silent.section.title}'`,
      );
    const unclear = read.flatMap(({ section, unread }) =>
      unread.length === 0 ? [] : section.lines.flatMap(({ text }) => idsIn(text)),
    );
    return {
      claims: read.flatMap(({ claims }) => claims),
      unread: read.flatMap(({ unread }) => unread),
      complete: ({ id, family }, _, surface) =>
        surface === 'gemini-api' && family.startsWith('veo-') && !unclear.includes(id),
    };
  },
};

function sectionPrices(section: Section): {
  readonly claims: readonly PriceClaim[];
  readonly unread: readonly Unread[];
} {
  const ids = [...new Set(section.lines.flatMap(({ text }) => idsIn(text)))];
  const parts = [...section.tables.map(tableLabels), lineLabels(section.lines)];
  const claims = parts
    .flatMap(({ labels }) => labels)
    .flatMap(({ label, amounts, beside }) =>
      modelsOf(label, ids).flatMap((model) =>
        amounts.map((amount) => ({
          kind: 'price' as const,
          surface: 'gemini-api',
          model,
          audio: audioOf(label, model),
          beside,
          ...amount,
        })),
      ),
    );
  const what = `a price under '${section.title}'`;
  return { claims, unread: parts.flatMap(({ unread }) => unread.map((part) => ({ what, ...part }))) };
}

/** The IDs a label speaks of: those it names, or those of its tier. */
function modelsOf(label: string, ids: readonly string[]): readonly string[] {
  const named = idsIn(label);
  if (named.length > 0) return named;
  const tier: Model['tier'] = /\blite\b/i.test(label)
    ? 'lite'
    : /\bfast\b/i.test(label)
      ? 'fast'
      : 'standard';
  return ids.filter((id) => modelOfId(id).tier === tier);
}

/** Veo 2 makes no sound; what is sold later has it unless the page says otherwise. */
function audioOf(label: string, model: string): boolean {
  if (/without audio|no audio|silent|video only/i.test(label)) return false;
  return /audio/i.test(label) || !model.startsWith('veo-2');
}
