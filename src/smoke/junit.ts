// JUnit for continuous integration: one test case a run, with the handle and the states in its output.
import { xml } from '../outlets/xml.ts';
import type { Evidence } from './evidence.ts';

/** The XML of a session. Simulated runs say so in their names. */
export function junitOf(evidence: readonly Evidence[]): string {
  const count = (test: (one: Evidence) => boolean) => evidence.filter(test).length;
  const failures = count(
    (one) => one.state === 'failed' || one.state === 'filtered' || one.state === 'timed-out',
  );
  const skipped = count((one) => one.state === 'abandoned');
  const seconds = evidence.reduce((sum, one) => sum + secondsOf(one), 0).toFixed(3);
  const head = `<testsuite name="veo-audit smoke" tests="${evidence.length}" failures="${failures}" errors="${skipped}" time="${seconds}">`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${head}\n${evidence.map(testcase).join('')}</testsuite>\n</testsuites>\n`;
}

function testcase(one: Evidence): string {
  const name = `${one.route.name}${one.kind === 'controlled-failure' ? ' (controlled failure)' : ''}${one.simulated ? ' (simulated)' : ''}`;
  const open = `<testcase classname="${xml(`smoke.${one.surface}`)}" name="${xml(name)}" time="${secondsOf(one).toFixed(3)}">`;
  const text = `${one.outcome.message}${one.outcome.next === null ? '' : ` ${one.outcome.next}`}`;
  const element = one.state === 'abandoned' ? 'error' : 'failure';
  const problem =
    one.state === 'passed'
      ? ''
      : `<${element} type="${xml(one.outcome.failure ?? one.state)}" message="${xml(text)}"/>`;
  const lines = [
    `simulated: ${one.simulated}`,
    `operation: ${one.operation ?? 'none'}`,
    `states: ${one.states.map(({ state }) => state).join(' > ')}`,
    `decision: ${one.decision.verdict}: ${one.decision.reasons.join(' ')}`,
  ];
  return `${open}${problem}<system-out>${xml(lines.join('\n'))}</system-out></testcase>\n`;
}

function secondsOf({ states }: Evidence): number {
  const times = states.map(({ at }) => Date.parse(at));
  return times.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / 1000;
}
