// The report's page: draws the data, again whenever newer data or another choice comes.
import { render } from 'lit';
import type { PageData } from '../report/page/types.ts';
import { pageHost } from './host.ts';
import { page } from './page.ts';
import { type Choices, NO_CHOICES } from './view.ts';

const root = document.querySelector<HTMLElement>('#page');
const given = document.querySelector('#data')?.textContent;
const media = document.querySelector('#media')?.textContent;
const host = pageHost(JSON.parse(media ?? '{}'));
const now: { data: PageData; choices: Choices } = { data: JSON.parse(given ?? '{}'), choices: NO_CHOICES };

function draw(): void {
  if (root === null) return;
  const choose = (choices: Partial<Choices>): void => {
    now.choices = { ...now.choices, ...choices };
    draw();
  };
  render(page({ data: now.data, choices: now.choices, host, choose }), root);
}

host.onFocus(({ section, filter }) => {
  now.choices = { ...now.choices, filter };
  draw();
  document.getElementById(section)?.scrollIntoView();
});
host.onData((data) => {
  now.data = data;
  draw();
});
draw();
