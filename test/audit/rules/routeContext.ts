// Contexts for what no file can show: routes over a text, as a rule about requests sees them.
import type { DocumentContext, Rule } from '../../../src/audit/rule.ts';
import type { RuleFinding } from '../../../src/audit/types.ts';
import { createCatalog } from '../../../src/catalog/catalog.ts';
import type { Route } from '../../../src/routes/types.ts';
import { catalogData } from '../../catalog/catalogData.ts';

const CATALOG = createCatalog(catalogData());

/** A route over the whole text: a Gemini API call of Veo 3.1 that sets nothing. */
const PLAIN: Omit<Route, 'start' | 'end'> = {
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

export function routeIn(text: string, changes: Partial<Route>): Route {
  return { ...PLAIN, start: 0, end: text.length, ...changes };
}

/** What a rule finds in a text with some routes. */
export function findingsOf(
  rule: Rule<'document'>,
  text: string,
  routes: readonly Route[],
  more: Partial<DocumentContext> = {},
): readonly RuleFinding[] {
  const document = { path: 'render.ts', text };
  return [...rule.check({ document, references: [], routes, catalog: CATALOG, asOf: '2026-10-01', ...more })];
}
