// The page as a whole: the head with its sums, then one section after the other; or the page about one thing.
import { html, type TemplateResult } from 'lit';
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

const SECTIONS = [
  ['costs', 'Costs', costSection],
  ['lifecycle', 'Lifecycle', timelineSection],
  ['moves', 'Routes to move', moveSection],
  ['findings', 'Findings', findingSection],
  ['fallbacks', 'Fallbacks', graphSection],
  ['checklist', 'Checklist', checklistSection],
  ['smoke-tests', 'Smoke tests', runSection],
  ['gateways', 'Gateways', gatewaySection],
  ['prices', 'Price history', priceSection],
] as const;

/** Merged reports come first; what they do not hold is left out. */
const MERGED = [
  ['reports', 'Reports', reportSection],
  ...SECTIONS.filter(([id]) => ['costs', 'lifecycle', 'findings', 'prices'].includes(id)),
] as const;

/** Everything that the page shows. */
export function page(view: View): TemplateResult {
  const detail = view.data.details.find(({ key }) => key === view.choices.detail);
  return detail === undefined ? report(view) : detailPage(view, detail);
}

function report(view: View): TemplateResult {
  const { data, choices, choose } = view;
  const sections = data.reports.length > 0 ? MERGED : SECTIONS;
  return html`
    <h1 tabindex="-1">Veo Route Audit</h1>
    <p class="soft">As of ${data.asOf} · facts checked on ${data.factsCheckedOn} · ${data.files} files read</p>
    ${summary(view)}
    <nav aria-label="Sections">${sections.map(([id, title]) => html`<a href="#${id}">${title}</a>`)}</nav>
    <div class="controls filter"><label>Filter by file, model, name, owner or environment
      <vscode-textfield aria-label="Filter" .value=${choices.filter}
        @input=${({ target }: Event) => choose({ filter: (target as HTMLInputElement).value })}></vscode-textfield></label></div>
    ${sections.map(([id, title, section]) => html`<section aria-labelledby=${id}><h2 id=${id}>${title}</h2>${section(view)}</section>`)}
    <p class="soft">Veo Route Audit ${data.version}</p>`;
}
