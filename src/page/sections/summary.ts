// The sums at the top: findings, routes, and what one request of each costs.
import { html, type TemplateResult } from 'lit';
import { NEAR_DAYS } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { lookOf, money } from '../parts.ts';
import type { View } from '../view.ts';

/** The cards of the page's head. */
export function summary({ data }: View): TemplateResult {
  const { errors, warnings, routes, unpriced, usdPerRequest } = data.totals;
  const ending = data.lifecycles.filter(({ endsSoon }) => endsSoon).length;
  return html`<ul class="cards">
    ${card(String(errors), errors === 1 ? t('error') : t('errors'), errors > 0 ? 'error' : 'pass')}
    ${card(String(warnings), warnings === 1 ? t('warning') : t('warnings'), warnings > 0 ? 'warning' : 'pass')}
    ${card(String(routes), routes === 1 ? t('route') : t('routes'), '')}
    ${card(money(usdPerRequest), unpriced > 0 ? t('for one request of each route ({0} without a known cost)', unpriced) : t('for one request of each route'), '')}
    ${card(String(ending), t('model IDs that end, or may, within {0} days', NEAR_DAYS), ending > 0 ? 'warning' : '')}
  </ul>`;
}

const card = (figure: string, text: string, state: string): TemplateResult =>
  html`<li><b class=${state === '' ? '' : lookOf(state)}>${figure}</b>${text}</li>`;
