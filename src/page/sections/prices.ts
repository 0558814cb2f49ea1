// The prices of the model IDs in use, with the days on which each held.
import { html, type TemplateResult } from 'lit';
import { formatUsd } from '../../cost/format.ts';
import type { PagePrice } from '../../report/page/types.ts';
import { table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on prices. */
export function priceSection(view: View): TemplateResult {
  const prices = view.data.prices.filter(({ model, surface }) => matches(view, [model, surface]));
  return table<PagePrice>(
    'Published prices, past ones included',
    [
      { head: 'Model ID', cell: ({ model }) => html`<code>${model}</code>` },
      { head: 'Surface', look: 'short', cell: ({ surface }) => surface },
      { head: 'Resolution', look: 'short', cell: ({ resolution }) => resolution },
      {
        head: 'Audio',
        look: 'short',
        cell: ({ audio }) => (audio === null ? 'not said' : audio ? 'with' : 'without'),
      },
      { head: 'Price', look: 'number', cell: ({ usd, unit }) => `${formatUsd(usd)} per ${unit}` },
      { head: 'From', look: 'short', cell: ({ from }) => from ?? '' },
      { head: 'To', look: 'short', cell: ({ to }) => to ?? '' },
      { head: 'Source', cell: ({ source }) => source },
    ],
    prices,
  );
}
