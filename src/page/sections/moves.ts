// The routes that have to be moved, and what answers in their place.
import { html, type TemplateResult } from 'lit';
import type { PageMove } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on routes that have to be moved. */
export function moveSection(view: View): TemplateResult {
  const moves = view.data.moves.filter(({ file, name, model, surface, ways }) =>
    matches(view, [file, name, model, surface, ...ways.map((way) => way.model)]),
  );
  if (view.data.moves.length === 0) return html`<p class="soft">${t('No route has to be moved.')}</p>`;
  return html`<p class="soft">${t('Plans with every parameter, and the changes themselves: veo-audit migrate.')}</p>
    ${table<PageMove>(
      t('Routes whose model is shut down or deprecated'),
      [
        { head: t('Where'), look: 'short', cell: (move) => placeLink(view, move) },
        { head: t('Name'), cell: ({ name }) => name ?? '' },
        {
          head: t('Model'),
          cell: ({ model, surface }) =>
            html`${model === null ? t('computed') : html`<code>${model}</code>`} <span class="soft">${surface}</span>`,
        },
        {
          head: t('State'),
          look: 'short',
          cell: ({ status, shutdown }) =>
            html`${stateMark(status)}${shutdown === null ? '' : html` <span class="soft">${shutdown}</span>`}`,
        },
        { head: t('Answers in its place'), cell: waysCell },
      ],
      moves,
    )}`;
}

const waysCell = ({ ways }: PageMove): TemplateResult =>
  ways.length === 0
    ? html`${t('nothing that is known')}`
    : html`${ways.map(
        ({ model, surface, price, outlook }) =>
          html`<div><code>${model}</code> <span class="soft">${surface} · ${price}${outlook === null ? '' : ` · ${outlook}`}</span></div>`,
      )}`;
