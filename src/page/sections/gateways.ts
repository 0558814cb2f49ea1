// What the gateways' own catalogs say: their rows, the routes that go through them, and what changed.
import { html, type TemplateResult } from 'lit';
import type { PageGateway, PageGatewayRoute, PageGatewayRow } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on gateways. */
export function gatewaySection(view: View): TemplateResult {
  const gateways = view.data.gateways.filter(({ name, rows, routes }) =>
    matches(view, [
      name,
      ...rows.map(({ label }) => label),
      ...routes.flatMap(({ name: one, file }) => [one, file]),
    ]),
  );
  if (gateways.length === 0)
    return html`<p class="soft">${t('No catalog of a gateway was kept. Name the gateway in veo-audit.yaml and check it.')}</p>`;
  return html`${gateways.map((gateway) => oneGateway(view, gateway))}`;
}

function oneGateway(
  view: View,
  { name, kind, day, from, rows, routes, changes }: PageGateway,
): TemplateResult {
  return html`<h3>${name}</h3>
    <p class="soft">${t('{0} · catalog of {1} from {2}', kind, day, from)}</p>
    ${table<PageGatewayRow>(
      t('Rows of {0}', name),
      [
        { head: t('Label'), look: 'short', cell: ({ label }) => html`<code>${label}</code>` },
        { head: t('Sends'), cell: ({ sends }) => (sends === null ? '' : html`<code>${sends}</code>`) },
        { head: t('Available'), look: 'short', cell: ({ available }) => said(available) },
        {
          head: t('Makes videos'),
          look: 'short',
          cell: ({ video }) =>
            video === 'native' ? stateMark('unknown', t("Google's protocol")) : said(video),
        },
        { head: t('Price'), cell: ({ prices }) => lines(prices) },
      ],
      rows,
    )}
    ${table<PageGatewayRoute>(
      t('Routes through {0}', name),
      [
        { head: t('Where'), look: 'short', cell: (route) => placeLink(view, route) },
        { head: t('Name'), cell: ({ name: route }) => route },
        {
          head: t('Row'),
          cell: ({ row, missing }) =>
            row === null ? stateMark('fail', missing ?? '') : html`<code>${row}</code>`,
        },
      ],
      routes,
    )}
    ${changes.length === 0 ? '' : html`<p class="soft">${t('Changes between the kept catalogs, newest first')}</p>${lines(changes)}`}`;
}

function saidWords(answer: 'yes' | 'no' | 'not said'): string {
  if (answer === 'yes') return t('yes');
  return answer === 'no' ? t('no') : t('not said');
}

const said = (answer: 'yes' | 'no' | 'not said'): TemplateResult =>
  stateMark(answer === 'yes' ? 'pass' : answer === 'no' ? 'fail' : 'not shown', saidWords(answer));

const lines = (all: readonly string[]): TemplateResult =>
  html`${all.map((line) => html`<div>${line}</div>`)}`;
