// Contexts for rules about requests: a text, and routes whose places are found in it by their own words.
import { applyEdits } from '../../../src/audit/edits.ts';
import type { DocumentContext, Rule } from '../../../src/audit/rule.ts';
import type { RuleFinding } from '../../../src/audit/types.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Place, Route } from '../../../src/routes/types.ts';
import { catalogData } from '../../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());

/** A route over the whole text: a Gemini API call of Veo 3.1 that sets nothing. */
export const PLAIN: Omit<Route, 'start' | 'end'> = {
  name: null,
  model: 'veo-3.1-generate-preview',
  modelFrom: 'literal',
  reference: null,
  alternatives: [],
  surface: 'gemini-api',
  surfaceEvidence: null,
  shape: 'google-sdk',
  durationSeconds: null,
  resolution: null,
  sampleCount: null,
  aspectRatio: null,
  generateAudio: null,
  others: {},
  places: {},
};

/** A route over a text; `words` gives each parameter's value as it stands there. */
export function routeIn(
  text: string,
  changes: Partial<Route>,
  words: Readonly<Record<string, string>> = {},
): Route {
  const places = Object.entries(words).map(([name, word]) => [name, placeOf(text, word)]);
  return { ...PLAIN, start: 0, end: text.length, places: Object.fromEntries(places), ...changes };
}

/** Where a word stands in a text. Throws when it is not there. */
export function placeOf(text: string, word: string): Place {
  const start = text.indexOf(word);
  if (start < 0) throw new Error(`${word} is not in the text`);
  return { start, end: start + word.length };
}

/** What a rule finds in a text with one route. */
export function findingsOf(
  rule: Rule<'document'>,
  text: string,
  routes: readonly Route[],
  more: Partial<DocumentContext> = {},
): readonly RuleFinding[] {
  const document = { path: 'render.ts', text };
  return [...rule.check({ document, references: [], routes, catalog: CATALOG, asOf: '2026-10-01', ...more })];
}

/** The text after a finding's fix, or null without one. */
export function mended(text: string, finding: RuleFinding | undefined): string | null {
  return finding?.fix ? applyEdits(text, finding.fix.edits) : null;
}
