// Small parts that several sections draw: places, states, costs, tables.
import { html, nothing, type TemplateResult } from 'lit';
import { formatUsdRange } from '../cost/format.ts';
import type { UsdRange } from '../cost/types.ts';
import { evidenceKey } from '../report/detail/keys.ts';
import type { PagePlace } from '../report/page/types.ts';
import { t } from '../words/words.ts';
import type { View } from './view.ts';

export type Content = TemplateResult | string | typeof nothing;

/** A place that the editor opens; in a browser it is its text alone. */
export function placeLink({ host }: View, place: PagePlace): Content {
  const text = `${place.file}:${place.line}`;
  const { open } = host;
  if (open === null) return html`<span class="place">${text}</span>`;
  return html`<button class="place" type="button" @click=${() => open(place)}>${text}</button>`;
}

/** A link to the page about one thing; the text alone where the report has no such page. */
export function detailLink({ data, choose }: View, detail: string, text: string): Content {
  if (!hasPage(data, detail)) return html`<code>${text}</code>`;
  return html`<button class="place" type="button" @click=${() => choose({ detail })}>${text}</button>`;
}

const hasPage = ({ details }: View['data'], detail: string): boolean =>
  details.some(({ key }) => key === detail);

/** Whether the page of some evidence can be shown. */
export const canShowEvidence = ({ data, host }: View, file: string): boolean =>
  host.openEvidence !== null || hasPage(data, evidenceKey(file));

/** A link to the page of some evidence: one that the report has, or one that an editor makes; otherwise the text alone. */
export function evidenceLink({ data, host, choose }: View, file: string, text = file): Content {
  const { openEvidence } = host;
  const detail = evidenceKey(file);
  if (hasPage(data, detail))
    return html`<button class="place" type="button" @click=${() => choose({ detail })}>${text}</button>`;
  if (openEvidence === null) return html`<span class="place">${text}</span>`;
  return html`<button class="place" type="button" @click=${() => openEvidence(file)}>${text}</button>`;
}

/** The video itself where an editor may show it; its file otherwise. */
export function videoOf({ host }: View, file: string): Content {
  const source = host.video(file);
  if (source === null) return html`<span class="place">${file}</span>`;
  return html`<video controls preload="metadata" width="200" src=${source} aria-label=${t('The video {0}', file)}></video>`;
}

/** How each state and verdict looks: a sign and a colour, so that neither is needed alone. */
const SIGNS: Readonly<Record<string, readonly [sign: string, look: string]>> = {
  'shut-down': ['✕', 'bad'],
  deprecated: ['◷', 'warn'],
  'retirement-window': ['◷', 'warn'],
  preview: ['△', 'note'],
  active: ['✓', 'good'],
  unknown: ['?', 'none'],
  error: ['✕', 'bad'],
  warning: ['△', 'warn'],
  info: ['i', 'note'],
  hint: ['·', 'none'],
  pass: ['✓', 'good'],
  passed: ['✓', 'good'],
  fail: ['✕', 'bad'],
  failed: ['✕', 'bad'],
  'not shown': ['–', 'none'],
};

/** The look of a state: a class that the style knows. */
export const lookOf = (state: string): string => SIGNS[state]?.[1] ?? 'none';

/** The words of states, verdicts, severities and ends. */
function stateWords(state: string): string {
  const words: Readonly<Record<string, string>> = {
    'shut-down': t('shut down'),
    deprecated: t('deprecated'),
    'retirement-window': t('retirement window'),
    preview: t('preview'),
    active: t('active'),
    unknown: t('unknown'),
    error: t('error'),
    warning: t('warning'),
    info: t('info'),
    hint: t('hint'),
    pass: t('pass'),
    passed: t('passed'),
    fail: t('fail'),
    failed: t('failed'),
    'not shown': t('not shown'),
  };
  return words[state] ?? state;
}

/** A state with its sign. */
export function stateMark(state: string, text = stateWords(state)): TemplateResult {
  const [sign, look] = SIGNS[state] ?? ['?', 'none'];
  return html`<span class="state ${look}"><span aria-hidden="true">${sign}</span> ${text}</span>`;
}

/** `$1.60–$3.20`, or `not known`. */
export const money = (range: UsdRange | null): string =>
  range === null ? t('not known') : formatUsdRange(range);

/** Says that a list holds a part of all; nothing where it holds all. */
export const part = (
  shown: number,
  all: number,
  sentence: (shown: string, all: string) => string,
): Content => (shown < all ? html`<p class="soft">${sentence(numberOf(shown), numberOf(all))}</p>` : nothing);

/** `12,000` as the language of the page writes it. */
export const numberOf = (count: number): string => count.toLocaleString(document.documentElement.lang);

export interface Column<T> {
  readonly head: string;
  /** Figures stand to the right; short texts (days, names) are kept on one line. */
  readonly look?: 'number' | 'short';
  readonly cell: (row: T) => Content;
}

/** A table with a caption; a sentence where it has no rows. Rows with an ID can be led to from a chart. */
export function table<T>(
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  idOf?: (row: T) => string,
): TemplateResult {
  if (rows.length === 0) return html`<p class="soft">${t('{0}: none.', caption)}</p>`;
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}><table>
    ${caption === '' ? nothing : html`<caption>${caption}</caption>`}
    ${columns.every(({ head }) => head === '') ? nothing : html`<thead><tr>${columns.map((column) => html`<th scope="col" class=${column.look ?? ''}>${column.head}</th>`)}</tr></thead>`}
    <tbody>${rows.map((row) => html`<tr id=${idOf?.(row) ?? nothing} tabindex=${idOf === undefined ? nothing : -1}>${columns.map((column) => html`<td class=${column.look ?? ''}>${column.cell(row)}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
