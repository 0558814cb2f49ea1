// Is it settled where the route may fall back and where it fails closed?
import { type Said, type Subject, said } from './answering.ts';

/** Fails where a fallback breaks its contract; not shown where the contract leaves something open. */
export function fallbackRule({ named, findings, context }: Subject): Said {
  const broken = findings.filter(({ rule }) => rule.startsWith('fallback-'));
  if (broken.length > 0) return said('fail', broken.map(({ message }) => message).join(' '), context.asOf);
  const { fallbacks } = named.contract;
  if (fallbacks === undefined)
    return said('not shown', 'No contract says where the route may fall back and where it fails closed.');
  const to = fallbacks.approved?.map(
    (one) => `${one.to}${one.when === undefined ? '' : ` on ${one.when.join(', ')}`}`,
  );
  const approved =
    to === undefined
      ? 'says nothing of approved fallbacks'
      : to.length === 0
        ? 'approves no fallback'
        : `approves ${to.join('; ')}`;
  const closed =
    fallbacks.failClosed === undefined
      ? 'nothing of failing closed'
      : `fails closed on ${fallbacks.failClosed.join(', ')}`;
  const whole = to !== undefined && (to.length === 0 || fallbacks.failClosed !== undefined);
  return said(whole ? 'pass' : 'not shown', `The contract ${approved}, and ${closed}.`, context.asOf);
}
