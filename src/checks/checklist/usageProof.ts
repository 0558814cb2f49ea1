// Has a real run passed lately, and does somebody own its cost?
import { instead } from '../../audit/rules/evidenceMissing.ts';
import { allowedDays, evidenceOf, proofOf } from '../../audit/rules/routeEvidence.ts';
import { daysBetween } from '../../catalog/days.ts';
import { formatUsdRange } from '../../cost/format.ts';
import { proved, type Said, type Subject, said } from './answering.ts';

/** Passes where the newest run passed, is young enough, and has an owner of its cost. */
export function usageProof({ named, context }: Subject): Said {
  const evidence = evidenceOf(named, context);
  const proof = proofOf(evidence, context);
  if (proof.state === 'failed') return proved('fail', 'The last smoke test failed', proof.by);
  if (proof.state === 'stale') {
    const age = daysBetween(proof.by.day, context.asOf);
    const allowed = allowedDays(context.config);
    return proved('fail', `The last smoke test is ${age} days old; ${allowed} are allowed`, proof.by);
  }
  if (proof.state !== 'passed')
    return said('not shown', `No real smoke test has passed${instead(evidence)}.`);
  const { by: last } = proof;
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
