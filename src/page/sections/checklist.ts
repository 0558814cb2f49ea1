// The seven questions before production, a column for each.
import { html, type TemplateResult } from 'lit';
import type { PageChecked } from '../../report/page/types.ts';
import { t } from '../../words/words.ts';
import { type Content, canShowEvidence, evidenceLink, placeLink, stateMark, table } from '../parts.ts';
import { matches, type View } from '../view.ts';

/** The section on the checklist. */
export function checklistSection(view: View): TemplateResult {
  const routes = view.data.checklist.filter(({ name, environment, owner, place }) =>
    matches(view, [name, environment, owner, place?.file ?? null]),
  );
  return table<PageChecked>(
    t('Routes by the seven questions'),
    [
      { head: t('Route'), look: 'short', cell: (route) => nameCell(view, route) },
      { head: t('Owner'), look: 'short', cell: ({ owner }) => owner ?? '' },
      ...view.data.questions.map((question) => ({
        head: questionWords(question),
        cell: ({ answers }: PageChecked) =>
          answerCell(
            view,
            answers.find((answer) => answer.question === question),
          ),
      })),
    ],
    routes,
  );
}

function questionWords(question: string): string {
  const words: Readonly<Record<string, string>> = {
    'model ID': t('model ID'),
    lifecycle: t('lifecycle'),
    'pricing unit': t('pricing unit'),
    'async job path': t('async job path'),
    'catalog row': t('catalog row'),
    'fallback rule': t('fallback rule'),
    'usage proof': t('usage proof'),
  };
  return words[question] ?? question;
}

function nameCell(view: View, { name, environment, place }: PageChecked): TemplateResult {
  return html`<b>${name}</b>${environment === null ? '' : html` <span class="soft">${environment}</span>`}
    ${place === null ? '' : html`<br>${placeLink(view, place)}`}`;
}

function answerCell(view: View, answer: PageChecked['answers'][number] | undefined): Content {
  if (answer === undefined) return '';
  const { verdict, evidence, date, file } = answer;
  return html`<details><summary>${stateMark(verdict)}</summary>${evidence}${date === null ? '' : ` (${date})`}
    ${file === null || !canShowEvidence(view, file) ? '' : html`<p>${evidenceLink(view, file, t('Open evidence'))}</p>`}</details>`;
}
