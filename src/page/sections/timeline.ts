// A lane for each model ID and surface in use: since when it answers, until when, and today's line.
import * as Plot from '@observablehq/plot';
import { html, type TemplateResult } from 'lit';
import { NEAR_DAYS, type PageLifecycle } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { type Column, type Content, detailLink, placeLink, stateMark, table } from '../parts.ts';
import { asPicture, leadFromBands } from '../picture.ts';
import { matches, type View } from '../view.ts';

/** Days that are drawn before the first and after the last event. */
const MARGIN_DAYS = 60;

/** In milliseconds. */
const DAY = 86_400_000;

/** Lanes of the chart; the table lists every one. */
const MOST_LANES = 40;

const COLOURS: Readonly<Record<string, string>> = {
  'shut-down': 'var(--bad)',
  deprecated: 'var(--warn)',
  'retirement-window': 'var(--warn)',
  preview: 'var(--note)',
  active: 'var(--good)',
};

/** The section on lifecycles. */
export function timelineSection(view: View): TemplateResult {
  const lanes = view.data.lifecycles.filter(({ model, surface, places }) =>
    matches(view, [model, surface, ...places.map(({ file }) => file)]),
  );
  return html`${lanes.length === 0 ? '' : chart(view, lanes.slice(0, MOST_LANES))}
    ${table(t('Model IDs in use'), columns(view), lanes)}`;
}

interface Lane {
  readonly label: string;
  readonly from: Date;
  readonly to: Date;
  readonly colour: string;
  readonly end: PageLifecycle['end'];
}

function chart(view: View, lifecycles: readonly PageLifecycle[]): TemplateResult {
  const { asOf } = view.data;
  const today = new Date(asOf);
  const near = new Date(today.getTime() + NEAR_DAYS * DAY);
  const days = lifecycles
    .flatMap(({ released, end }) => [released, end?.day ?? null])
    .filter((day) => day !== null);
  const times = [today.getTime(), near.getTime(), ...days.map((day) => Date.parse(day))];
  const margin = MARGIN_DAYS * DAY;
  const [first, last] = [new Date(Math.min(...times) - margin), new Date(Math.max(...times) + margin)];
  const lanes = lifecycles.map(
    ({ model, surface, status, released, end }): Lane => ({
      label: `${model} · ${surface}`,
      from: released === null ? first : new Date(released),
      to: end === null ? last : new Date(end.day),
      colour: COLOURS[status] ?? 'var(--none)',
      end,
    }),
  );
  const open = lanes.filter(({ end }) => end?.kind === 'notBefore');
  const ended = lanes.filter(({ end }) => end !== null);
  const bar = { y: 'label', insetTop: 5, insetBottom: 5 } as const;
  const svg = Plot.plot({
    marginLeft: 300,
    marginTop: 30,
    width: 1000,
    height: 60 + lanes.length * 26,
    x: { type: 'utc', domain: [first, last], label: null, grid: true },
    y: { label: null, domain: lanes.map(({ label }) => label), tickSize: 0 },
    marks: [
      Plot.rectX([near], { x1: today, x2: near, fill: 'currentColor', fillOpacity: 0.08 }),
      Plot.barX(lanes, { ...bar, x1: 'from', x2: 'to', fill: 'colour', fillOpacity: 0.75 }),
      Plot.barX(open, {
        ...bar,
        x1: 'to',
        x2: last,
        fill: 'url(#or-later)',
        stroke: 'var(--warn)',
        strokeDasharray: '3 3',
      }),
      Plot.tickX(ended, { x: 'to', y: 'label', stroke: 'currentColor', strokeWidth: 2 }),
      Plot.ruleX([today], { stroke: 'currentColor', strokeDasharray: '2 3' }),
      Plot.text([today], {
        x: (day) => day,
        text: () => t('today, {0}', asOf),
        frameAnchor: 'top',
        dy: -16,
        fill: 'currentColor',
      }),
    ],
  });
  const labels = lanes.map(({ label }) => label);
  leadFromBands(svg, labels, (index) => {
    const lane = lifecycles[index];
    if (lane !== undefined) view.choose({ detail: lane.detail });
  });
  asPicture(svg, t('When each model ID was released and when it ends; the table below has the same days.'));
  svg.insertAdjacentHTML('afterbegin', HATCHED);
  return html`<figure>${svg}<figcaption class="soft">${t('A bar ends on the published day. Hatched: that day or later, no shutdown day is published. Grey: the next {0} days.', NEAR_DAYS)}</figcaption></figure>`;
}

const HATCHED =
  '<defs><pattern id="or-later" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line x1="0" y1="0" x2="0" y2="6" stroke="var(--warn)" stroke-width="2"/></pattern></defs>';

const columns = (view: View): readonly Column<PageLifecycle>[] => [
  { head: t('Model ID'), cell: ({ detail, model }) => detailLink(view, detail, model) },
  { head: t('Surface'), look: 'short', cell: ({ surface }) => surface },
  { head: t('State'), look: 'short', cell: ({ status }) => stateMark(status) },
  { head: t('Released'), look: 'short', cell: ({ released }) => released ?? t('not known') },
  { head: t('End'), look: 'short', cell: endWords },
  { head: t('Used in'), cell: ({ places }) => usedIn(view, places) },
  { head: t('Source'), cell: ({ source, checkedOn }) => t('{0}, checked {1}', source, checkedOn) },
  {
    head: t('Asked'),
    look: 'short',
    cell: ({ probed }) =>
      probed === null
        ? t('never')
        : probed.saw === 'gone'
          ? t('404 on {0}', probed.day)
          : t('listed on {0}', probed.day),
  },
];

function endWords({ end, endsSoon }: PageLifecycle): Content {
  if (end === null) return t('no day is published');
  const words = end.kind === 'fixed' ? end.day : t('{0} or later', end.day);
  return endsSoon ? stateMark('retirement-window', words) : words;
}

function usedIn(view: View, places: PageLifecycle['places']): TemplateResult {
  const [first, ...others] = places;
  if (first === undefined) return html``;
  if (others.length === 0) return html`${placeLink(view, first)}`;
  return html`<details><summary>${t('{0} places', places.length)}</summary><ul>${places.map((place) => html`<li>${placeLink(view, place)}</li>`)}</ul></details>`;
}
