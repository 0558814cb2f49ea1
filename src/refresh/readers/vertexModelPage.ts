// A model page of Vertex AI: for each ID its launch stage, release day and retirement day, in a list or a table.
import type { Stage } from '../../catalog/types.ts';
import { type Section, sectionsOf } from '../markdown.ts';
import { isModelId } from '../modelIds.ts';
import { type LifecycleClaim, type Reader, type Unread, UnreadablePageError } from '../types.ts';
import { wordedDay } from '../wordedDay.ts';

const LABELS = {
  stage: /^launch stage$/i,
  released: /^release date$/i,
  shutdown: /^(?:retirement|discontinuation|shutdown|end[- ]of[- ]life) date$/i,
} as const;

/** A label in the middle of a text has a colon behind it: without one it is a word of a sentence. */
const LABEL =
  /(?:^|(?<=\s))(launch stage|release date|(?:retirement|discontinuation|shutdown|end[- ]of[- ]life) date)\s*:\s*/gi;

export const vertexModelPage: Reader = {
  name: 'vertex-model-page',
  file: 'vertex-model-page.md',
  url: 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate.md.txt',
  title: 'Vertex AI model page of Veo 3.1',
  key: 'VTXPAGE',
  evidence: 'official',
  listsModels: true,
  read(text) {
    const found = sectionsOf(text).flatMap(sectionFacts);
    const claims = new Map<string, LifecycleClaim>();
    for (const { claim } of found) claims.set(claim.model, merged(claims.get(claim.model), claim));
    if (claims.size === 0)
      throw new UnreadablePageError("no model ID is followed by a 'Launch stage' or 'Release date'");
    return {
      claims: [...claims.values()],
      unread: found.flatMap(({ unread }) => unread),
      complete: null,
    };
  },
};

interface Found {
  readonly claim: LifecycleClaim;
  readonly unread: readonly Unread[];
}

/** What a section says of the IDs in it. What stands below the next heading is about something else. */
function sectionFacts(section: Section): readonly Found[] {
  const found: Found[] = [];
  let model: string | null = isModelId(section.title) ? section.title : null;
  for (const part of partsOf(section)) {
    const id = part
      .replace(/^model id:?\s*/i, '')
      .replace(/(?<![\\*])[\\*]+$/, '')
      .trim();
    if (isModelId(id)) model = id;
    const fact = model === null ? null : labelled(part, model);
    if (fact !== null) found.push(fact);
  }
  return found;
}

/** @throws UnreadablePageError where the page says two things of one model */
function merged(before: LifecycleClaim | undefined, claim: LifecycleClaim): LifecycleClaim {
  for (const key of ['stage', 'released', 'shutdown'] as const) {
    const [old, now] = [before?.[key], claim[key]];
    if (old !== undefined && now !== undefined && JSON.stringify(old) !== JSON.stringify(now))
      throw new UnreadablePageError(`it says two things of ${claim.model}: ${WORDS[key]}`);
  }
  return { ...before, ...claim };
}

const WORDS = { stage: 'launch stage', released: 'release date', shutdown: 'retirement date' } as const;

/** The page as short pieces: lines, rows of tables, and what bullets or labels part within one of them. */
function partsOf({ lines, tables }: Section): readonly string[] {
  const texts = [
    ...lines.map(({ text }) => text),
    ...tables.flatMap(({ header, rows }) =>
      [header, ...rows].flatMap((row) => {
        const cells = row.map((cell) => cell.text).filter((text) => text !== '');
        const isPair =
          cells.length === 2 && Object.values(LABELS).some((label) => label.test(cells[0] ?? ''));
        return isPair ? [cells.join(': ')] : cells;
      }),
    ),
  ];
  return texts.flatMap((text) =>
    text
      .split(/<br\s*\/?>|\s[*•]\s|^[*•]\s/)
      .flatMap((piece) => piece.replace(LABEL, '\n$1: ').split('\n'))
      .map((piece) => piece.trim())
      .filter((piece) => piece !== ''),
  );
}

function labelled(part: string, model: string): Found | null {
  const [label = '', ...rest] = part.split(':');
  const value = rest.join(':').trim();
  const claim = { kind: 'lifecycle', model, surface: 'vertex-ai' } as const;
  if (value === '') return null;
  if (LABELS.released.test(label)) return { claim: { ...claim, released: wordedDay(value) }, unread: [] };
  if (LABELS.shutdown.test(label)) return { claim: { ...claim, shutdown: wordedDay(value) }, unread: [] };
  if (!LABELS.stage.test(label)) return null;
  const stage = stageOf(value);
  if (stage !== undefined) return { claim: { ...claim, stage }, unread: [] };
  const why = 'it is none of the stages that are known';
  return { claim, unread: [{ what: `launch stage of ${model}`, said: value, why }] };
}

/** The stage that the words name and nothing else; undefined where they say more. */
function stageOf(words: string): Stage | undefined {
  if (/^(?:ga|general(?:ly)? availab\w+)(?: \(ga\))?\.?$/i.test(words)) return 'ga';
  if (/^(?:public |private )?preview\.?$/i.test(words)) return 'preview';
  return /^experimental\.?$/i.test(words) ? 'experimental' : undefined;
}
