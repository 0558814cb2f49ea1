// What a person reads of smoke tests while they go on, and when they are cancelled. Needs no editor.
import { formatUsd } from '../../cost/format.ts';
import type { End } from '../../smoke/endWord.ts';
import type { Run } from '../../smoke/run.ts';
import { t } from '../../words/words.ts';

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
  if (isSimulation(runs)) return t('simulated');
  const live = runs.filter(({ plan, confirmed }) => !plan.simulated && confirmed !== null);
  const most = live.map(({ confirmed }) => confirmed?.mostUsd ?? null);
  if (live.length === 0) return runs.length === 0 ? '' : t('nothing sent yet');
  const known = most.filter((amount) => amount !== null);
  if (known.length < most.length) return t('cost not known');
  return t('at most {0}', formatUsd(known.reduce((sum, amount) => sum + amount, 0)));
}

/** What cancelling means for jobs that exist: live ones go on and are paid for; all can be asked for again. */
export function cancelSentence(runs: readonly Run[]): string {
  const jobs = runs.filter(({ handle, outcome }) => handle !== null && outcome === null);
  if (jobs.length === 0) return t('Cancelled before a job was started.');
  const handles = jobs
    .map(({ handle, simulated }) => (simulated ? t('{0} (simulated)', String(handle)) : handle))
    .join(', ');
  if (isSimulation(jobs)) return t('Cancelled. Resume Smoke Tests goes on with {0}.', handles);
  return t(
    'Cancelled here only: that does not stop the bill. The handle is kept ({0}); Resume Smoke Tests asks for it again.',
    handles,
  );
}

function isSimulation(runs: readonly Run[]): boolean {
  return runs.length > 0 && runs.every(({ plan }) => plan.simulated);
}

/** How a test ended, in a word or two. A simulation always says that it is one. */
export function endInWords(end: End, simulated: boolean): string {
  switch (end) {
    case 'passed':
      return simulated ? t('passed (simulated)') : t('passed');
    case 'failed':
      return simulated ? t('failed (simulated)') : t('failed');
    case 'not run':
      return simulated ? t('not run (simulated)') : t('not run');
  }
}
