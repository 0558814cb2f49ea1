// Whether a smoke test passed, failed, or was not run at all.
import type { Evidence } from './evidence.ts';

export type End = 'passed' | 'failed' | 'not run';

type Ended = Pick<Evidence, 'state' | 'outcome' | 'submits' | 'exchanges'>;

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

/** How one run ended. */
export function endOf({ state, outcome, submits }: Ended): End {
  return endNamed(state, outcome.failure, submits.sent);
}

/** Whether the surface itself was asked, so that the end is evidence for or against its route. */
export function wasAsked(run: Ended): boolean {
  return endOf(run) !== 'not run' && (run.submits.sent > 0 || run.exchanges.length > 0);
}
