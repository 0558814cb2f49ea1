// A page about one thing, in the place of the report: a model ID, a request, a smoke test.
import { html, nothing, type TemplateResult } from 'lit';
import type { DetailBlock, DetailLine, DetailText, PageDetail } from '../../report/detail/types.ts';
import { t } from '../../words/words.ts';
import { type Content, placeLink, stateMark, table, videoOf } from '../parts.ts';
import type { View } from '../view.ts';

/** The page, with the way back to the report where there is one. */
export function detailPage(view: View, { title, blocks }: PageDetail): TemplateResult {
  const back = html`<nav aria-label=${t('Report')}><button class="place" type="button"
    @click=${() => view.choose({ detail: null })}>← ${t('Report')}</button></nav>`;
  return html`${view.data.hasReport ? back : nothing}
    <h1 tabindex="-1">${title}</h1>
    ${blocks.map((block) => blockOf(view, block))}
    <p class="soft">Veo Route Audit ${view.data.version}</p>`;
}

function blockOf(view: View, block: DetailBlock): TemplateResult {
  switch (block.kind) {
    case 'heading':
      return html`<h2>${block.text}</h2>`;
    case 'line':
      return html`<p>${lineOf(view, block.line)}</p>`;
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${lineOf(view, item)}</li>`)}</ul>`;
    case 'video':
      return html`<p>${videoOf(view, block.file)}</p>`;
    case 'table':
      return html`<div class="block">${table<readonly DetailLine[]>(
        block.caption,
        block.head.map((head, index) => ({ head, cell: (row) => lineOf(view, row[index] ?? []) })),
        block.rows,
      )}</div>`;
  }
}

const lineOf = (view: View, line: DetailLine): Content => html`${line.map((part) => partOf(view, part))}`;

function partOf(view: View, { text, look, state, url, place }: DetailText): Content {
  if (place !== undefined) return placeLink(view, place);
  if (state !== undefined) return stateMark(state, text);
  // Nothing but web pages: an address comes from the catalog, or from a team's own.
  if (url?.startsWith('https://')) return html`<a href=${url}>${text}</a>`;
  if (look === 'code') return html`<code>${text}</code>`;
  if (look === 'strong') return html`<strong>${text}</strong>`;
  return look === 'soft' ? html`<span class="soft">${text}</span>` : text;
}
