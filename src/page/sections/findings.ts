// The findings, the worst first.
import { html, type TemplateResult } from 'lit';
import { part, placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on findings. */
export function findingSection(view: View): TemplateResult {
  const findings = view.data.findings.filter(({ file, rule, message }) =>
    matches(view, [file, rule, message]),
  );
  const rows = table(
    'Findings, worst first',
    [
      { head: 'Severity', look: 'short', cell: ({ severity }) => stateMark(severity) },
      { head: 'Where', look: 'short', cell: (finding) => placeLink(view, finding) },
      { head: 'What', cell: ({ message }) => message },
      { head: 'Rule', look: 'short', cell: ({ rule, help }) => html`<a href=${help}>${rule}</a>` },
    ],
    findings,
  );
  return html`${part(view.data.findings.length, view.data.totals.findings, 'worst findings')}${rows}`;
}
