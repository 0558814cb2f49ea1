// The routes that have to be moved, and what answers in their place.
import { html, type TemplateResult } from 'lit';
import type { PageMove } from '../../report/page/types.ts';
import { placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on routes that have to be moved. */
export function moveSection(view: View): TemplateResult {
  const moves = view.data.moves.filter(({ file, name, model, surface, ways }) =>
    matches(view, [file, name, model, surface, ...ways.map((way) => way.model)]),
  );
  if (view.data.moves.length === 0) return html`<p class="soft">No route has to be moved.</p>`;
  return html`<p class="soft">Plans with every parameter, and the changes themselves: veo-audit migrate.</p>
    ${table<PageMove>(
      'Routes whose model is shut down or deprecated',
      [
        { head: 'Where', look: 'short', cell: (move) => placeLink(view, move) },
        { head: 'Name', cell: ({ name }) => name ?? '' },
        {
          head: 'Model',
          cell: ({ model, surface }) =>
            html`${model === null ? 'computed' : html`<code>${model}</code>`} <span class="soft">${surface}</span>`,
        },
        {
          head: 'State',
          look: 'short',
          cell: ({ status, shutdown }) =>
            html`${stateMark(status)}${shutdown === null ? '' : html` <span class="soft">${shutdown}</span>`}`,
        },
        { head: 'Answers in its place', cell: waysCell },
      ],
      moves,
    )}`;
}

const waysCell = ({ ways }: PageMove): TemplateResult =>
  ways.length === 0
    ? html`nothing that is known`
    : html`${ways.map(
        ({ model, surface, price, outlook }) =>
          html`<div><code>${model}</code> <span class="soft">${surface} · ${price}${outlook === null ? '' : ` · ${outlook}`}</span></div>`,
      )}`;
