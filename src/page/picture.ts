// Makes a chart one picture for screen readers: the label says what it shows, the table below has its figures.

/** Names a chart and takes the labels of its inner groups away, which have no role that could carry them. */
export function asPicture(chart: Element, label: string): Element {
  for (const group of chart.querySelectorAll('[aria-label]')) group.removeAttribute('aria-label');
  chart.setAttribute('role', 'img');
  chart.setAttribute('aria-label', label);
  return chart;
}
