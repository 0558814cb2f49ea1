// How a smoke test ended, as people are told: passed, failed, or not run at all. From its evidence alone.
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

/** How one run ended. A request that we refuse by the catalog has failed: the surface would refuse it, too. */
export function endOf({ state, outcome: { failure }, submits }: Ended): End {
  if (state === 'passed') return 'passed';
  const noTurn = failure === 'out-of-time' && submits.sent === 0;
  return noTurn || NOT_RUN.has(failure ?? '') ? 'not run' : 'failed';
}

/** Whether the surface itself was asked, so that the end is evidence for or against its route. */
export function wasAsked(run: Ended): boolean {
  return endOf(run) !== 'not run' && (run.submits.sent > 0 || run.exchanges.length > 0);
}
