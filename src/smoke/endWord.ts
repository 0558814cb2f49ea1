// What the end of a run is called: passed, failed, or not run at all, and the word for it.

export type End = 'passed' | 'failed' | 'not run';

/** Ends that say nothing of the route: something was missing on this side, or nobody wanted the request. */
const NOT_RUN: ReadonlySet<string> = new Set([
  'no-key',
  'no-token',
  'over-ceiling',
  'not-confirmed',
  'cancelled-early',
]);

/** How a run in a final state ended. A request that we refuse by the catalog has failed: the surface would refuse it, too. */
export function endNamed(state: string, failure: string | null, submitsSent: number): End {
  if (state === 'passed') return 'passed';
  const noTurn = failure === 'out-of-time' && submitsSent === 0;
  return noTurn || NOT_RUN.has(failure ?? '') ? 'not run' : 'failed';
}

/** The word for the end: the state that the run is in, but for one that was not run at all. */
export const endWord = (state: string, end: End): string => (end === 'not run' ? end : state);
