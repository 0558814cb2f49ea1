// How a smoke test ended, as people are told: passed, failed, or not run at all. From its evidence alone.
import { endOf } from './end.ts';
import type { End } from './endWord.ts';
import type { Evidence } from './evidence.ts';
import type { Proof } from './prove.ts';
import type { Run } from './run.ts';

/** What a smoke test and its controlled failure come to. */
export interface Ending {
  readonly end: End;
  readonly simulated: boolean;
  readonly route: string;
  /** Why, in a sentence or two. */
  readonly text: string;
  /** What the route's own run failed by; null after a pass. */
  readonly failure: string | null;
  /** The readable evidence, an absolute path. */
  readonly evidence: string;
}

/** What became of a task or a resumed run: its proofs, or why it broke off. */
export type Attempt = PromiseSettledResult<readonly Proof[]>;

export const proofsOf = (attempt: Attempt): readonly Proof[] =>
  attempt.status === 'fulfilled' ? attempt.value : [];

/** The ending of one route; null where nothing was proved. */
export function endingOf(proofs: readonly Proof[]): Ending | null {
  const main = proofs.find(({ evidence }) => evidence.kind === 'smoke') ?? proofs[0];
  if (main === undefined) return null;
  const controlled = proofs.find((proof) => proof !== main && proof.evidence.kind === 'controlled-failure');
  const { evidence, files } = main;
  const frame = {
    simulated: evidence.simulated,
    route: evidence.route.name,
    failure: evidence.outcome.failure,
    evidence: files.markdown,
  };
  const end = endOf(evidence);
  if (end !== 'passed') return { ...frame, end, text: reasonOf(evidence) };
  // What was accepted instead of refused speaks against the route; what was not sent says nothing.
  if (controlled !== undefined && controlled.evidence.operation !== null)
    return { ...frame, end: 'failed', text: reasonOf(controlled.evidence) };
  return { ...frame, end, text: `${evidence.outcome.message}${remarkOn(controlled?.evidence)}` };
}

function reasonOf({ outcome: { message, next } }: Evidence): string {
  return next === null ? message : `${message} ${next}`;
}

function remarkOn(controlled: Evidence | undefined): string {
  if (controlled === undefined) return '';
  return controlled.state === 'passed'
    ? ' It refused the controlled failure.'
    : ' The controlled failure showed nothing.';
}

/** A run in what is said of it: simulated ones say so in every line. */
export function nameOf({ plan, simulated }: Pick<Run, 'plan' | 'simulated'>): string {
  const what = plan.kind === 'smoke' ? '' : ' (controlled failure)';
  return `${plan.route.name}${what}${simulated ? ' [simulated]' : ''}`;
}

/** The last line of a run in a log, with the path of its evidence. */
export function verdictLine({ end, text, evidence }: Ending): string {
  return `${end}: ${text} Evidence: ${evidence}`;
}

/** How several smoke tests ended, in one sentence, and whether it is a warning. */
export function tallyOf(endings: readonly Ending[]): { readonly text: string; readonly isWarning: boolean } {
  const count = (wanted: End): number => endings.filter(({ end }) => end === wanted).length;
  const [failed, notRun] = [count('failed'), count('not run')];
  const mark = endings.length > 0 && endings.every(({ simulated }) => simulated) ? ' (simulated)' : '';
  const left = notRun === 0 ? '' : `${notRun} ${notRun === 1 ? 'was' : 'were'} not run`;
  const main =
    failed > 0
      ? `${failed} of ${endings.length} smoke tests failed`
      : `${count('passed')} of ${endings.length} smoke tests passed`;
  return {
    text: `${[main, left].filter((part) => part !== '').join(', ')}${mark}.`,
    isWarning: failed > 0 || notRun > 0,
  };
}
