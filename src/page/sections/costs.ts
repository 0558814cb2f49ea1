// What requests and months cost: bars by route, the months of the contracts against their budgets, and a what-if.
import * as Plot from '@observablehq/plot';
import { html, type TemplateResult } from 'lit';
import { formatUsd } from '../../cost/format.ts';
import { timesRange } from '../../cost/money.ts';
import type { PageContract, PageRoute } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { type Column, money, numberOf, part, placeLink, stateMark, table } from '../parts.ts';
import { asPicture, leadFromBands, leadTo } from '../picture.ts';
import { matches, type View } from '../view.ts';

/** Bars of the chart; the table lists every route. */
const MOST_BARS = 30;

/** The section on costs. */
export function costSection(view: View): TemplateResult {
  const routes = view.data.routes.filter((route) => isShown(view, route));
  const priced = routes.filter(({ usdPerRequest }) => usdPerRequest !== null);
  const dearest = priced.toSorted((a, b) => (b.usdPerRequest?.max ?? 0) - (a.usdPerRequest?.max ?? 0));
  return html`
    ${dearest.length === 0 ? html`<p class="soft">${t('No route has a known cost.')}</p>` : chart(view, dearest.slice(0, MOST_BARS))}
    ${dearest.length > MOST_BARS ? html`<p class="soft">${t('The {0} dearest of {1} routes.', MOST_BARS, dearest.length)}</p>` : ''}
    ${whatIf(view, priced)}
    ${view.data.contracts.length === 0 ? '' : table(t('Contracts, each month against its budget'), contractColumns(), view.data.contracts)}
    ${part(view.data.routes.length, view.data.totals.routes, (shown, all) => t('The {0} dearest of {1} routes.', shown, all))}
    ${table(t('Routes'), routeColumns(view), routes, rowOf)}`;
}

const isShown = (view: View, { file, model, name, contract, owner, environment }: PageRoute): boolean =>
  matches(view, [file, model, name, contract, owner, environment]);

const rowOf = ({ file, line, model }: PageRoute): string => `route-${file}-${line}-${model}`;

const labelOf = ({ contract, name, file, line }: PageRoute): string => contract ?? name ?? `${file}:${line}`;

function chart(view: View, routes: readonly PageRoute[]): TemplateResult {
  const bars = routes.map((route, index) => ({
    label: `${labelOf(route)}${'\u200b'.repeat(index)}`,
    min: route.usdPerRequest?.min ?? 0,
    max: route.usdPerRequest?.max ?? 0,
  }));
  const svg = Plot.plot({
    marginLeft: 240,
    marginRight: 110,
    width: 1000,
    marginBottom: 45,
    height: 65 + bars.length * 26,
    x: { label: t('US dollars per request'), zero: true, grid: true, nice: true },
    y: { label: null, domain: bars.map(({ label }) => label), tickSize: 0 },
    marks: [
      Plot.barX(bars, { x1: 0, x2: 'min', y: 'label', fill: 'var(--link)', insetTop: 4, insetBottom: 4 }),
      Plot.barX(bars, {
        x1: 'min',
        x2: 'max',
        y: 'label',
        fill: 'var(--link)',
        fillOpacity: 0.35,
        insetTop: 4,
        insetBottom: 4,
      }),
      Plot.text(bars, {
        x: 'max',
        y: 'label',
        text: (bar) => money(bar),
        textAnchor: 'start',
        dx: 6,
        fill: 'currentColor',
      }),
    ],
  });
  const labels = bars.map(({ label }) => label);
  leadFromBands(svg, labels, (index) => {
    const route = routes[index];
    if (route !== undefined) leadTo(view, route, rowOf(route));
  });
  asPicture(svg, t('Cost of one request by route; the table below has the same figures.'));
  return html`<figure>${svg}<figcaption class="soft">${t('One request of each route. The light part is what is not known: audio, resolution or duration.')}</figcaption></figure>`;
}

/** What a month costs at a volume that the reader chooses. */
function whatIf({ choices, choose }: View, priced: readonly PageRoute[]): TemplateResult {
  const factor = choices.requests * (1 + choices.retries / 100);
  const total = priced.reduce(
    (sum, { usdPerRequest }) => {
      const month = timesRange(usdPerRequest ?? { min: 0, max: 0 }, factor);
      return { min: sum.min + month.min, max: sum.max + month.max };
    },
    { min: 0, max: 0 },
  );
  const slide =
    (key: 'requests' | 'retries') =>
    ({ target }: Event) =>
      choose({ [key]: Number((target as HTMLInputElement).value) });
  return html`<div class="controls">
    <label>${t('Requests per month of each route: {0}', choices.requests)}
      <input type="range" min="0" max="10000" step="100" .value=${String(choices.requests)} @input=${slide('requests')}></label>
    <label>${t('Paid retries for each hundred requests: {0}', choices.retries)}
      <input type="range" min="0" max="100" step="1" .value=${String(choices.retries)} @input=${slide('retries')}></label>
    <p role="status">${t('Then a month costs')} <b>${money(total)}</b>.</p></div>`;
}

function contractColumns(): readonly Column<PageContract>[] {
  return [
    { head: t('Contract'), cell: ({ name }) => name },
    { head: t('Environment'), look: 'short', cell: ({ environment }) => environment ?? '' },
    { head: t('Owner'), look: 'short', cell: ({ owner }) => owner ?? '' },
    {
      head: t('Requests per month'),
      look: 'number',
      cell: ({ requestsPerMonth }) => (requestsPerMonth === null ? t('not set') : numberOf(requestsPerMonth)),
    },
    { head: t('Cost per month'), look: 'number', cell: ({ usdPerMonth }) => money(usdPerMonth) },
    {
      head: t('Budget per month'),
      look: 'number',
      cell: ({ budgetPerMonth }) => (budgetPerMonth === null ? t('not set') : formatUsd(budgetPerMonth)),
    },
    { head: t('Budget kept'), cell: budgetMark },
  ];
}

function budgetMark({ usdPerMonth, budgetPerMonth }: PageContract): TemplateResult {
  if (usdPerMonth === null || budgetPerMonth === null) return stateMark('not shown');
  if (usdPerMonth.min > budgetPerMonth) return stateMark('fail', t('over'));
  return usdPerMonth.max > budgetPerMonth
    ? stateMark('warning', t('may be over'))
    : stateMark('pass', t('kept'));
}

function routeColumns(view: View): readonly Column<PageRoute>[] {
  return [
    { head: t('Route'), look: 'short', cell: (route) => placeLink(view, route) },
    { head: t('Name'), cell: ({ contract, name }) => contract ?? name ?? '' },
    { head: t('Model'), cell: ({ model }) => html`<code>${model ?? t('not known')}</code>` },
    { head: t('Surface'), look: 'short', cell: ({ surface }) => surface },
    { head: t('State'), look: 'short', cell: ({ status }) => stateMark(status) },
    { head: t('Parameters'), cell: ({ parameters }) => parameters },
    { head: t('Per second'), look: 'number', cell: ({ usdPerSecond }) => money(usdPerSecond) },
    { head: t('Per request'), look: 'number', cell: ({ usdPerRequest }) => money(usdPerRequest) },
    { head: t('Assumed'), cell: assumptions },
  ];
}

function assumptions({ assumptions: assumed, noCost }: PageRoute): TemplateResult {
  const lines = noCost === null ? assumed : [noCost, ...assumed];
  if (lines.length === 0) return html`${t('none')}`;
  return html`<details><summary>${lines.length}</summary><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul></details>`;
}
