// The checklist before production as data: its questions, and what is answered of each route.
import type { Day } from '../../catalog/types.ts';

/** The questions, in the order in which they are asked. */
export const QUESTIONS = [
  'model ID',
  'lifecycle',
  'pricing unit',
  'async job path',
  'catalog row',
  'fallback rule',
  'usage proof',
] as const;
export type Question = (typeof QUESTIONS)[number];

export type Verdict = 'pass' | 'fail' | 'not shown';

/** One answer. `date` is the day of the evidence; null where there is none. */
export interface Answer {
  readonly question: Question;
  readonly verdict: Verdict;
  /** A sentence for people. */
  readonly evidence: string;
  readonly date: Day | null;
  /** The evidence of the smoke test that answers it, as the run names the file; null where none does. */
  readonly file: string | null;
}

/** A route with its seven answers. */
export interface CheckedRoute {
  /** The contract's name, or the route's own; null where it has none. */
  readonly name: string | null;
  readonly environment: string | null;
  readonly owner: string | null;
  readonly model: string | null;
  readonly surface: string;
  /** Where the request is made; null where only the contract speaks of it. */
  readonly place: { readonly file: string; readonly start: number } | null;
  readonly answers: readonly Answer[];
}

export interface Checklist {
  readonly schema: 'veo-route-audit/checklist/1';
  readonly asOf: Day;
  readonly routes: readonly CheckedRoute[];
}

/** A finding of the audit that answers a question, by the place of the route. */
export interface RouteFinding {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly message: string;
}
