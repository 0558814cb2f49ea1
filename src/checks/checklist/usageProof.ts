// Has a real run passed lately, and does somebody own its cost?
import { instead } from '../../audit/rules/evidenceMissing.ts';
import { DEFAULT_MAX_AGE_DAYS, evidenceOf } from '../../audit/rules/routeEvidence.ts';
import { daysBetween } from '../../catalog/days.ts';
import { formatUsdRange } from '../../cost/format.ts';
import { proved, type Said, type Subject, said } from './answering.ts';

/** Passes where the newest run passed, is young enough, and has an owner of its cost. */
export function usageProof({ named, context }: Subject): Said {
  const evidence = evidenceOf(named, context);
  const [last] = evidence.passed;
  const failed = evidence.failed.find(({ day }) => last === undefined || day > last.day);
  if (failed !== undefined) return proved('fail', 'The last smoke test failed', failed);
  if (last === undefined) return said('not shown', `No real smoke test has passed${instead(evidence)}.`);
  const allowed = context.config.smoke?.maxAgeDays ?? DEFAULT_MAX_AGE_DAYS;
  const age = daysBetween(last.day, context.asOf);
  if (age > allowed)
    return proved('fail', `The last smoke test is ${age} days old; ${allowed} are allowed`, last);
  const owner = last.owner ?? named.contract.owner;
  const cost =
    last.reportedUsd === null
      ? 'the surface reported no cost'
      : `it reported ${formatUsdRange({ min: last.reportedUsd, max: last.reportedUsd })}`;
  const facts = `A real run of ${last.model} passed with the verdict "${last.verdict}"; ${cost}`;
  return owner === undefined || owner === null
    ? proved('not shown', `${facts}, but nobody is named as the owner of the cost`, last)
    : proved('pass', `${facts}; ${owner} owns the cost`, last);
}
