// The sums at the top: findings, routes, and what one request of each costs.
import { html, type TemplateResult } from 'lit';
import { lookOf, money } from '../parts.ts';
import type { View } from '../view.ts';

/** How many days count as near. */
const NEAR_DAYS = 90;

/** The cards of the page's head. */
export function summary({ data }: View): TemplateResult {
  const { errors, warnings, routes, unpriced, usdPerRequest } = data.totals;
  const limit = Date.parse(data.asOf) + NEAR_DAYS * 86_400_000;
  const ending = data.lifecycles.filter(
    ({ end }) => end !== null && end.day >= data.asOf && Date.parse(end.day) <= limit,
  ).length;
  return html`<ul class="cards">
    ${card(String(errors), errors === 1 ? 'error' : 'errors', errors > 0 ? 'error' : 'pass')}
    ${card(String(warnings), warnings === 1 ? 'warning' : 'warnings', warnings > 0 ? 'warning' : 'pass')}
    ${card(String(routes), routes === 1 ? 'route' : 'routes', '')}
    ${card(money(usdPerRequest), `for one request of each route${unpriced > 0 ? ` (${unpriced} without a known cost)` : ''}`, '')}
    ${card(String(ending), `model IDs that end, or may, within ${NEAR_DAYS} days`, ending > 0 ? 'warning' : '')}
  </ul>`;
}

const card = (figure: string, text: string, state: string): TemplateResult =>
  html`<li><b class=${state === '' ? '' : lookOf(state)}>${figure}</b>${text}</li>`;
