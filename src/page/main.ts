// The report's page: draws the data, again whenever newer data or another choice comes.
import { render } from 'lit';
import type { PageData } from '../report/page/types.ts';
import { speak } from '../words/words.ts';
import { type Choices, NO_CHOICES } from './choices.ts';
import { pageHost } from './host.ts';
import { page } from './page.ts';

const root = document.querySelector<HTMLElement>('#page');
const given = document.querySelector('#data')?.textContent;
const media = document.querySelector('#media')?.textContent;
const words = document.querySelector('#words')?.textContent;
if (words != null) speak(JSON.parse(words));
const host = pageHost(JSON.parse(media ?? '{}'));
const now: { data: PageData; choices: Choices; scrolled: number } = {
  data: JSON.parse(given ?? '{}'),
  choices: { ...NO_CHOICES, ...host.kept() },
  scrolled: 0,
};

function draw(): void {
  if (root !== null) render(page({ data: now.data, choices: now.choices, host, choose }), root);
}

function choose(choices: Partial<Choices>): void {
  const before = now.choices.detail;
  if (before === null) now.scrolled = window.scrollY;
  now.choices = { ...now.choices, ...choices };
  draw();
  host.keep(now.choices);
  if (now.choices.detail === before) return;
  // Another page begins at its head; the report is found again where it was left.
  document.querySelector('h1')?.focus({ preventScroll: true });
  window.scrollTo(0, now.choices.detail === null ? now.scrolled : 0);
}

host.onFocus((focus) => {
  if (focus === null || 'detail' in focus) {
    choose({ detail: focus?.detail ?? null });
    return;
  }
  choose({ detail: null, filter: focus.filter });
  document.getElementById(focus.section)?.scrollIntoView();
});
host.onData((data) => {
  now.data = data;
  draw();
});
draw();
