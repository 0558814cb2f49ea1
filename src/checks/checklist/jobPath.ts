// Has the way from submitting a job to its result been shown, and is the wait bounded?
import { evidenceOf } from '../../audit/rules/routeEvidence.ts';
import { counted } from '../../outlets/counted.ts';
import { proved, type Said, type Subject, said } from './answering.ts';

/** Passes where a real run has submitted, polled and finished; fails on chat endpoints and unbounded waits. */
export function jobPath({ named, context, findings, found }: Subject): Said {
  const broken = findings.find(({ rule }) => rule === 'chat-endpoint' || rule === 'unbounded-polling');
  if (broken !== undefined) return said('fail', broken.message, context.asOf);
  const { passed } = evidenceOf(named, context);
  const run = passed.find(({ operation }) => operation !== null);
  if (run !== undefined)
    return proved(
      'pass',
      `The job ${run.operation} was submitted, asked for ${counted(run.polls, 'time')} and finished`,
      run,
    );
  const { deadlineSeconds, attempts } = named.contract.polling ?? {};
  const cap = [
    deadlineSeconds === undefined ? null : `a deadline of ${deadlineSeconds} s`,
    attempts === undefined ? null : `at most ${counted(attempts, 'poll')}`,
  ].filter((part) => part !== null);
  if (cap.length > 0)
    return said('not shown', `The contract promises ${cap.join(' and ')}, but no real run has shown it.`);
  const where = found === null ? 'No request is in sight' : 'No contract gives the wait a deadline';
  return said('not shown', `${where}, and no real run has shown the job's path.`);
}
