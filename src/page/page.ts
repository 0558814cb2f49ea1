// The page as a whole: the head with its sums, then one section after the other; or the page about one thing.
import { html, type TemplateResult } from 'lit';
import { t } from '../words/words.ts';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { checklistSection } from './sections/checklist.ts';
import { costSection } from './sections/costs.ts';
import { detailPage } from './sections/detail.ts';
import { findingSection } from './sections/findings.ts';
import { gatewaySection } from './sections/gateways.ts';
import { graphSection } from './sections/graph.ts';
import { moveSection } from './sections/moves.ts';
import { priceSection } from './sections/prices.ts';
import { reportSection } from './sections/reports.ts';
import { runSection } from './sections/runs.ts';
import { summary } from './sections/summary.ts';
import { timelineSection } from './sections/timeline.ts';
import type { View } from './view.ts';

const allSections = () =>
  [
    ['costs', t('Costs'), costSection],
    ['lifecycle', t('Lifecycle'), timelineSection],
    ['moves', t('Routes to move'), moveSection],
    ['findings', t('Findings'), findingSection],
    ['fallbacks', t('Fallbacks'), graphSection],
    ['checklist', t('Checklist'), checklistSection],
    ['smoke-tests', t('Smoke tests'), runSection],
    ['gateways', t('Gateways'), gatewaySection],
    ['prices', t('Price history'), priceSection],
  ] as const;

/** Merged reports come first; what they do not hold is left out. */
const mergedSections = () =>
  [
    ['reports', t('Reports'), reportSection],
    ...allSections().filter(([id]) => ['costs', 'lifecycle', 'findings', 'prices'].includes(id)),
  ] as const;

/** Everything that the page shows. */
export function page(view: View): TemplateResult {
  const detail = view.data.details.find(({ key }) => key === view.choices.detail);
  return detail === undefined ? report(view) : detailPage(view, detail);
}

function report(view: View): TemplateResult {
  const { data, choices, choose } = view;
  const sections = data.reports.length > 0 ? mergedSections() : allSections();
  return html`
    <h1 tabindex="-1">Veo Route Audit</h1>
    <p class="soft">${t('As of {0} · facts checked on {1} · {2} files read', data.asOf, data.factsCheckedOn, data.files)}</p>
    ${summary(view)}
    <nav aria-label=${t('Sections')}>${sections.map(([id, title]) => html`<a href="#${id}">${title}</a>`)}</nav>
    <div class="controls filter"><label>${t('Filter by file, model, name, owner or environment')}
      <vscode-textfield aria-label=${t('Filter')} .value=${choices.filter}
        @input=${({ target }: Event) => choose({ filter: (target as HTMLInputElement).value })}></vscode-textfield></label></div>
    ${sections.map(([id, title, section]) => html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>${section(view)}</section>`)}
    <p class="soft">Veo Route Audit ${data.version}</p>`;
}
