// What a person reads of smoke tests while they go on, and when they are cancelled. Needs no editor.
import { formatUsd } from '../../cost/format.ts';
import type { Run } from '../../smoke/run.ts';

const SECOND = 1000;

/** `12 s · polling 40 % · at most $0.60`: time as it passes here, and the worst that it can cost. */
export function progressOf(runs: readonly Run[], ms: number): string {
  const seconds = `${Math.floor(ms / SECOND)} s`;
  const states = new Map<string, number>();
  for (const { state } of runs) states.set(state, (states.get(state) ?? 0) + 1);
  const shown = [...states].map(([state, count]) => (count === 1 ? state : `${count} ${state}`)).join(', ');
  const percent = runs.length === 1 ? (runs[0]?.progress ?? null) : null;
  const state = percent === null ? shown : `${shown} ${percent} %`;
  return [seconds, state, costOf(runs)].filter((part) => part !== '').join(' · ');
}

function costOf(runs: readonly Run[]): string {
  // By the plan: that a surface calls itself a simulator is its word alone.
  if (isSimulation(runs)) return 'simulated';
  const live = runs.filter(({ plan, confirmed }) => !plan.simulated && confirmed !== null);
  const most = live.map(({ confirmed }) => confirmed?.mostUsd ?? null);
  if (live.length === 0) return runs.length === 0 ? '' : 'nothing sent yet';
  const known = most.filter((amount) => amount !== null);
  if (known.length < most.length) return 'cost not known';
  return `at most ${formatUsd(known.reduce((sum, amount) => sum + amount, 0))}`;
}

/** What cancelling means for jobs that exist: live ones go on and are paid for; all can be asked for again. */
export function cancelSentence(runs: readonly Run[]): string {
  const jobs = runs.filter(({ handle, outcome }) => handle !== null && outcome === null);
  if (jobs.length === 0) return 'Cancelled before a job was started.';
  const handles = jobs
    .map(({ handle, simulated }) => `${handle}${simulated ? ' (simulated)' : ''}`)
    .join(', ');
  if (isSimulation(jobs)) return `Cancelled. Resume Smoke Tests goes on with ${handles}.`;
  return `Cancelled here only: that does not stop the bill. The handle is kept (${handles}); Resume Smoke Tests asks for it again.`;
}

function isSimulation(runs: readonly Run[]): boolean {
  return runs.length > 0 && runs.every(({ plan }) => plan.simulated);
}

/** What stands beside a test: its model, and how it ended last instead of how it ended before. */
export function describedAs(description: string | undefined, end: string): string {
  const [model = ''] = (description ?? '').split(' · ');
  const isEnd = /^(?:simulated: )?(?:passed|failed|not run)$/.test(model);
  return [isEnd ? '' : model, end].filter((part) => part !== '').join(' · ');
}
