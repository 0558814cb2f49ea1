// The prices of the model IDs in use, with the days on which each held.
import { html, type TemplateResult } from 'lit';
import { perUnit } from '../../explain/prices.ts';
import type { PagePrice } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on prices. */
export function priceSection(view: View): TemplateResult {
  const prices = view.data.prices.filter(({ model, surface }) => matches(view, [model, surface]));
  return table<PagePrice>(
    t('Published prices, past ones included'),
    [
      { head: t('Model ID'), cell: ({ model }) => html`<code>${model}</code>` },
      { head: t('Surface'), look: 'short', cell: ({ surface }) => surface },
      { head: t('Resolution'), look: 'short', cell: ({ resolution }) => resolution },
      {
        head: t('Audio'),
        look: 'short',
        cell: ({ audio }) => (audio === null ? t('not said') : audio ? t('with') : t('without')),
      },
      { head: t('Price'), look: 'number', cell: ({ usd, unit }) => perUnit(usd, unit) },
      { head: t('From'), look: 'short', cell: ({ from }) => from ?? '' },
      { head: t('Until'), look: 'short', cell: ({ to }) => to ?? '' },
      { head: t('Source'), cell: ({ source }) => source },
    ],
    prices,
  );
}
