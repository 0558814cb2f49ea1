// The Gemini API's changelog: dated headings, and under each what was released and what will be shut down, in prose.
import type { Day } from '../../catalog/types.ts';
import { type Line, type Section, sectionsOf } from '../markdown.ts';
import { idsIn, isModelId } from '../modelIds.ts';
import { type LifecycleClaim, type Reader, UnreadablePageError } from '../types.ts';
import { type WordedDay, wordedDay } from '../wordedDay.ts';

export const geminiChangelog: Reader = {
  name: 'gemini-changelog',
  file: 'gemini-changelog.md',
  url: 'https://ai.google.dev/gemini-api/docs/changelog.md.txt',
  title: 'Gemini API changelog',
  key: 'CHLOG',
  evidence: 'official',
  listsModels: false,
  read(text) {
    const dated = sectionsOf(text).flatMap((section) => {
      const day = wordedDay(section.title);
      return day.kind === 'day' && !day.inProse ? [{ section, day: day.day }] : [];
    });
    if (dated.length === 0) throw new UnreadablePageError('no heading of it is a day');
    // The newest entry comes first and counts.
    const claims = new Map<string, LifecycleClaim>();
    for (const claim of dated.flatMap(({ section, day }) => entryClaims(section, day)))
      claims.set(claim.model, { ...claim, ...claims.get(claim.model) });
    return { claims: [...claims.values()], complete: null };
  },
};

const ENDING = /\b(?:shut ?down|shutting down|retired?|turned off|discontinued)\b/i;
const RELEASE = /^(?:\W*)(?:released|launched|introduced|added)\b/i;
const SENTENCE_END = /(?<=[.!?:])\s+(?=[A-Z`])/;

/** A line of nothing but IDs belongs to the sentence before it, which ended in a colon. */
function entryClaims({ lines }: Section, day: Day): readonly LifecycleClaim[] {
  const claims: LifecycleClaim[] = [];
  let open: WordedDay | null = null;
  for (const line of lines) {
    if (isIdsOnly(line)) {
      const shutdown = open;
      if (shutdown !== null) claims.push(...idsIn(line.text).map((model) => ending(model, day, shutdown)));
      continue;
    }
    open = null;
    for (const sentence of line.text.split(SENTENCE_END)) {
      if (/\b(?:use|update|migrate|instead)\b/i.test(sentence)) continue;
      const shutdown = shutdownIn(sentence);
      if (shutdown !== null) {
        claims.push(...idsIn(sentence).map((model) => ending(model, day, shutdown)));
        if (sentence.trim().endsWith(':')) open = shutdown;
      } else if (RELEASE.test(sentence)) {
        claims.push(...idsIn(sentence).map((model) => released(model, day)));
      }
    }
  }
  return claims;
}

const isIdsOnly = ({ text }: Line): boolean => {
  const words = text.split(/[\s,]+/).filter((word) => word !== '' && word !== 'and');
  return words.length > 0 && words.every((word) => isModelId(word.replace(/^[A-Za-z ]+:\s*/, '')));
};

/** The day of "… will be shut down on June 30, 2026"; null where the sentence announces no end on a day. */
function shutdownIn(sentence: string): WordedDay | null {
  if (!ENDING.test(sentence)) return null;
  const worded = wordedDay(sentence.replace(/`[^`]*`/g, '').replace(/:$/, ''));
  return worded.kind === 'day' ? { ...worded, inProse: true } : null;
}

const ending = (model: string, announced: Day, shutdown: WordedDay): LifecycleClaim => ({
  kind: 'lifecycle',
  model,
  surface: 'gemini-api',
  announced,
  shutdown,
});

const released = (model: string, day: Day): LifecycleClaim => ({
  kind: 'lifecycle',
  model,
  surface: 'gemini-api',
  released: { kind: 'day', day, floor: false, inProse: false, said: day },
});
