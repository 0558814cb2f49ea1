// The findings, the worst first.
import { html, type TemplateResult } from 'lit';
import { t } from '../../words/words.ts';
import { part, placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on findings. */
export function findingSection(view: View): TemplateResult {
  const findings = view.data.findings.filter(({ file, rule, message }) =>
    matches(view, [file, rule, message]),
  );
  const rows = table(
    t('Findings, worst first'),
    [
      { head: t('Severity'), look: 'short', cell: ({ severity }) => stateMark(severity) },
      { head: t('Where'), look: 'short', cell: (finding) => placeLink(view, finding) },
      { head: t('What'), cell: ({ message }) => message },
      { head: t('Rule'), look: 'short', cell: ({ rule, help }) => html`<a href=${help}>${rule}</a>` },
    ],
    findings,
  );
  return html`${part(view.data.findings.length, view.data.totals.findings, (shown, all) => t('The {0} worst findings of {1}.', shown, all))}${rows}`;
}
