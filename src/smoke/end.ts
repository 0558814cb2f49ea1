// Whether a smoke test passed, failed, or was not run at all.
import { type End, endNamed } from './endWord.ts';
import type { Evidence } from './evidence.ts';

type Ended = Pick<Evidence, 'state' | 'outcome' | 'submits' | 'exchanges'>;

/** A decision in words that need no page to explain them. */
export const verdictWords = (verdict: Evidence['decision']['verdict']): string =>
  verdict === 'research backlog' ? `${verdict} (no traffic yet)` : verdict;

/** How one run ended. */
export function endOf({ state, outcome, submits }: Ended): End {
  return endNamed(state, outcome.failure, submits.sent);
}

/** Whether the surface itself was asked, so that the end is evidence for or against its route. */
export function wasAsked(run: Ended): boolean {
  return endOf(run) !== 'not run' && (run.submits.sent > 0 || run.exchanges.length > 0);
}
