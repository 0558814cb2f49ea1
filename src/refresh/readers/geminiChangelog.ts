// The Gemini API's changelog: dated headings, and under each what was released and what will be shut down, in prose.
import type { Day } from '../../catalog/types.ts';
import { type Line, type Section, sectionsOf } from '../markdown.ts';
import { idsIn } from '../modelIds.ts';
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
    const claims = new Map<string, LifecycleClaim>();
    for (const claim of dated.flatMap(({ section, day }) => entryClaims(section, day)))
      claims.set(claim.model, withOlder(claims.get(claim.model), claim));
    return { claims: [...claims.values()], unread: [], complete: null };
  },
};

/**
 * The newest entry comes first and its shutdown date counts. It was announced by the oldest entry that has this date; the
 * release is the oldest of all, since a later one tells of something new about the model.
 */
function withOlder(newer: LifecycleClaim | undefined, older: LifecycleClaim): LifecycleClaim {
  if (newer === undefined) return older;
  const isSame = dayOf(newer.shutdown) === dayOf(older.shutdown);
  const announced = isSame || newer.shutdown === undefined ? older.announced : newer.announced;
  return {
    ...older,
    ...newer,
    announced: announced ?? newer.announced,
    released: older.released ?? newer.released,
  };
}

const dayOf = (worded: WordedDay | undefined): string | null => (worded?.kind === 'day' ? worded.day : null);

const ENDING = /\b(?:shut ?down|shuts down|shutting down|retire[sd]?|turned off|discontinued)\b/i;
const RELEASE = /^(?:\W*)(?:released|launched|introduced|added)\b/i;
const SENTENCE_END = /(?<=[.!?:])\s+(?=[A-Z`])/;
/** What a sentence says of other models behind these words is not what it says of the released one. */
const OF_OTHERS = /\b(?:replac|succe|supersed|takes? the place|based on|compared|alongside|instead)/i;

/** A line of nothing but IDs, with its day or without, belongs to the sentence before it, which ended in a colon. */
function entryClaims({ lines }: Section, day: Day): readonly LifecycleClaim[] {
  const claims: LifecycleClaim[] = [];
  let open: WordedDay | null = null;
  for (const line of lines) {
    const own = listItem(line);
    if (own !== null && open !== null) {
      const shutdown = own.day ?? open;
      claims.push(...own.ids.map((model) => ending(model, day, shutdown)));
      continue;
    }
    open = null;
    for (const sentence of line.text.split(SENTENCE_END)) {
      if (/\b(?:use|update|migrate|instead)\b/i.test(sentence)) continue;
      if (ENDING.test(sentence)) {
        const shutdown = shutdownIn(sentence);
        claims.push(...idsIn(sentence).map((model) => ending(model, day, shutdown)));
        if (sentence.trim().endsWith(':')) open = shutdown;
      } else if (RELEASE.test(sentence)) {
        const [own = ''] = sentence.split(OF_OTHERS);
        claims.push(...idsIn(own).map((model) => released(model, day)));
      }
    }
  }
  return claims;
}

/** The IDs of a list's line, and the day before their colon; null for a line that says more. */
function listItem({
  text,
}: Line): { readonly ids: readonly string[]; readonly day: WordedDay | null } | null {
  const ids = idsIn(text);
  const rest = ids.reduce((words, id) => words.replaceAll(id, ' '), text);
  const lead = /^([^:]*):/.exec(rest)?.[1]?.trim() ?? '';
  const others = (lead === '' ? rest : rest.slice(rest.indexOf(':'))).replace(/\band\b|[\s,:;.]/g, '');
  if (ids.length === 0 || others !== '') return null;
  return { ids, day: /\d/.test(lead) ? inProse(lead) : null };
}

/** The day of "… will be shut down on June 30, 2026", which stands in a sentence and may mean something else. */
const shutdownIn = (sentence: string): WordedDay => inProse(sentence.replace(/:$/, ''));

function inProse(text: string): WordedDay {
  const worded = wordedDay(text);
  if (worded.kind === 'day') return { ...worded, inProse: true };
  return { kind: 'unreadable', said: text.trim() };
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
