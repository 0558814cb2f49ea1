// Makes a chart one picture for screen readers: the label says what it shows, the table below has its figures and its links.
// A mouse follows the same links from the chart.

import type { PagePlace } from '../report/page/types.ts';
import type { View } from './view.ts';

/** Names a chart and takes the labels of its inner groups away, which have no role that could carry them. */
export function asPicture(chart: Element, label: string): Element {
  for (const group of chart.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', label);
  return chart;
}

/** A chart of Plot with a band for each label. */
type Banded = Element & {
  scale(
    name: 'y',
  ): { apply(label: string): number; readonly bandwidth?: number; readonly step?: number } | undefined;
};

/** A click on a band, or on its label, does what `lead` says of its index. */
export function leadFromBands(chart: Banded, labels: readonly string[], lead: (index: number) => void): void {
  const bands = chart.scale('y');
  chart.classList.add('leads');
  chart.addEventListener('click', (event) => {
    const { top, height } = chart.getBoundingClientRect();
    const drawn = Number(chart.getAttribute('height'));
    const y = (((event as MouseEvent).clientY - top) / height) * drawn;
    const half = (bands?.step ?? 0) / 2;
    const middle = (label: string): number =>
      (bands?.apply(label) ?? Number.NaN) + (bands?.bandwidth ?? 0) / 2;
    const index = labels.findIndex((label) => Math.abs(y - middle(label)) <= half);
    if (index >= 0) lead(index);
  });
}

/** Opens a place in the editor; in a browser it leads to the row of the table that speaks of it. */
export function leadTo({ host }: View, place: PagePlace, row: string): void {
  if (host.open === null) document.getElementById(row)?.focus();
  else host.open(place);
}
