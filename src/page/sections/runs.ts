// The history of smoke tests. Simulated runs are told apart from live ones by a word and a sign.
import { html, type TemplateResult } from 'lit';
import { formatUsd } from '../../cost/format.ts';
import type { PageRun } from '../../report/page/types.ts';
import { placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on smoke tests. */
export function runSection(view: View): TemplateResult {
  const runs = view.data.runs.filter(({ route, model, file }) => matches(view, [route, model, file]));
  return table<PageRun>(
    'Smoke tests, newest first',
    [
      { head: 'Day', look: 'short', cell: ({ day }) => day },
      { head: 'Route', look: 'short', cell: ({ route }) => route },
      { head: 'Model', cell: ({ model }) => html`<code>${model}</code>` },
      { head: 'Surface', look: 'short', cell: ({ surface }) => surface },
      { head: 'Answered by', cell: ({ simulated }) => (simulated ? '◌ simulator' : '● the surface') },
      { head: 'Result', cell: ({ passed }) => stateMark(passed ? 'passed' : 'failed') },
      {
        head: 'Kind',
        cell: ({ controlledFailure }) => (controlledFailure ? 'controlled failure' : 'smoke test'),
      },
      {
        head: 'Reported cost',
        look: 'number',
        cell: ({ reportedUsd }) => (reportedUsd === null ? '' : formatUsd(reportedUsd)),
      },
      { head: 'Evidence', cell: ({ file }) => placeLink(view, { file, line: 1 }) },
    ],
    runs,
  );
}
