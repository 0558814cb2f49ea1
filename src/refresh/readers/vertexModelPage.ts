// A model page of Vertex AI: for each ID its launch stage, release day and retirement day, in a list or a table.
import type { Stage } from '../../catalog/types.ts';
import { type Section, sectionsOf } from '../markdown.ts';
import { isModelId } from '../modelIds.ts';
import { type LifecycleClaim, type Reader, UnreadablePageError } from '../types.ts';
import { wordedDay } from '../wordedDay.ts';

const LABELS = {
  stage: /^launch stage$/i,
  released: /^release date$/i,
  shutdown: /^(?:retirement|discontinuation|shutdown|end[- ]of[- ]life) date$/i,
} as const;

const LABEL =
  /(launch stage|release date|(?:retirement|discontinuation|shutdown|end[- ]of[- ]life) date)\s*:?\s*/gi;

export const vertexModelPage: Reader = {
  name: 'vertex-model-page',
  file: 'vertex-model-page.md',
  url: 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/veo/3-1-generate.md.txt',
  title: 'Vertex AI model page of Veo 3.1',
  key: 'VTXPAGE',
  evidence: 'official',
  listsModels: true,
  read(text) {
    const found = new Map<string, LifecycleClaim>();
    let model: string | null = null;
    for (const part of sectionsOf(text).flatMap(partsOf)) {
      const id = part
        .replace(/^model id:?\s*/i, '')
        .replace(/(?<![\\*])[\\*]+$/, '')
        .trim();
      if (isModelId(id)) model = id;
      const claim = model === null ? null : labelled(part, model);
      if (model !== null && claim !== null) found.set(model, { ...found.get(model), ...claim });
    }
    if (found.size === 0)
      throw new UnreadablePageError("no model ID is followed by a 'Launch stage' or 'Release date'");
    return { claims: [...found.values()], complete: null };
  },
};

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

function labelled(part: string, model: string): LifecycleClaim | null {
  const [label = '', ...rest] = part.split(':');
  const value = rest.join(':').trim();
  const claim = { kind: 'lifecycle', model, surface: 'vertex-ai' } as const;
  if (value === '') return null;
  if (LABELS.stage.test(label)) return { ...claim, stage: stageOf(value) };
  if (LABELS.released.test(label)) return { ...claim, released: wordedDay(value) };
  return LABELS.shutdown.test(label) ? { ...claim, shutdown: wordedDay(value) } : null;
}

function stageOf(words: string): Stage | undefined {
  if (/^(?:ga|general(?:ly)? availab\w+)\b/i.test(words)) return 'ga';
  if (/preview/i.test(words)) return 'preview';
  return /experiment/i.test(words) ? 'experimental' : undefined;
}
