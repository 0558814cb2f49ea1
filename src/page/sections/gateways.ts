// What the gateways' own catalogs say: their rows, the routes that go through them, and what changed.
import { html, type TemplateResult } from 'lit';
import type { PageGateway, PageGatewayRoute, PageGatewayRow } from '../../report/page/types.ts';
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
    return html`<p class="soft">No catalog of a gateway was kept. Name the gateway in veo-audit.yaml and check it.</p>`;
  return html`${gateways.map((gateway) => oneGateway(view, gateway))}`;
}

function oneGateway(
  view: View,
  { name, kind, day, from, rows, routes, changes }: PageGateway,
): TemplateResult {
  return html`<h3>${name}</h3>
    <p class="soft">${kind} · catalog of ${day} from ${from}</p>
    ${table<PageGatewayRow>(
      `Rows of ${name}`,
      [
        { head: 'Label', look: 'short', cell: ({ label }) => html`<code>${label}</code>` },
        { head: 'Sends', cell: ({ sends }) => (sends === null ? '' : html`<code>${sends}</code>`) },
        { head: 'Available', look: 'short', cell: ({ available }) => said(available) },
        {
          head: 'Makes videos',
          look: 'short',
          cell: ({ video }) => (video === 'native' ? stateMark('unknown', "Google's protocol") : said(video)),
        },
        { head: 'Price', cell: ({ prices }) => lines(prices) },
      ],
      rows,
    )}
    ${table<PageGatewayRoute>(
      `Routes through ${name}`,
      [
        { head: 'Where', look: 'short', cell: (route) => placeLink(view, route) },
        { head: 'Name', cell: ({ name: route }) => route },
        {
          head: 'Row',
          cell: ({ row, missing }) =>
            row === null ? stateMark('fail', missing ?? '') : html`<code>${row}</code>`,
        },
      ],
      routes,
    )}
    ${changes.length === 0 ? '' : html`<p class="soft">Changes between the kept catalogs, newest first</p>${lines(changes)}`}`;
}

const said = (answer: 'yes' | 'no' | 'not said'): TemplateResult =>
  stateMark(answer === 'yes' ? 'pass' : answer === 'no' ? 'fail' : 'not shown', answer);

const lines = (all: readonly string[]): TemplateResult =>
  html`${all.map((line) => html`<div>${line}</div>`)}`;
