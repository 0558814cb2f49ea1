// The history of smoke tests. Simulated runs are told apart from live ones by a word and a sign.
import { html, type TemplateResult } from 'lit';
import { formatUsd } from '../../cost/format.ts';
import type { PageRun } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { evidenceLink, money, stateMark, table, videoOf } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on smoke tests. */
export function runSection(view: View): TemplateResult {
  const runs = view.data.runs.filter(({ route, model, file }) => matches(view, [route, model, file]));
  return table<PageRun>(
    t('Smoke tests, newest first'),
    [
      { head: t('Day'), look: 'short', cell: ({ day }) => day },
      { head: t('Route'), cell: routeCell },
      { head: t('Model'), cell: ({ model }) => html`<code>${model}</code>` },
      { head: t('Surface'), look: 'short', cell: ({ surface }) => surface },
      {
        head: t('Answered by'),
        cell: ({ simulated }) => `${simulated ? '◌' : '●'} ${simulated ? t('simulator') : t('the surface')}`,
      },
      { head: t('Result'), cell: (run) => resultCell(view, run) },
      {
        head: t('Estimated'),
        look: 'number',
        cell: ({ estimatedUsd }) => money(estimatedUsd),
      },
      {
        head: t('Reported'),
        look: 'number',
        cell: ({ reportedUsd }) => (reportedUsd === null ? t('not said') : formatUsd(reportedUsd)),
      },
      { head: t('Evidence'), cell: ({ file }) => evidenceLink(view, file) },
    ],
    runs,
  );
}

function routeCell({ route, controlledFailure }: PageRun): TemplateResult {
  return html`${route}${controlledFailure ? html` <span class="soft">${t('controlled failure')}</span>` : ''}`;
}

/** The result, opening to the states with their durations, and to the videos. */
function resultCell(view: View, { passed, message, states, videos }: PageRun): TemplateResult {
  const took = states.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0);
  return html`<details><summary><span class="line">${stateMark(passed ? 'passed' : 'failed')} <span class="soft">${t('in {0}', duration(took))}</span></span></summary>
    <p>${message}</p>
    <ol>${states.map(({ state, seconds }) => html`<li>${state}${seconds === null ? '' : ` ${duration(seconds)}`}</li>`)}</ol>
    ${videos.map(({ file }) => videoOf(view, file))}</details>`;
}

/** `45 s`, `2 min 5 s`. */
function duration(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
