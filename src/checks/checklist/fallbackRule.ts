// Is it settled where the route may fall back and where it fails closed?
import type { ContractContext } from '../../audit/rule.ts';
import { listOf } from '../../audit/wording.ts';
import { modelsOf, namesOf, wordsOfOther } from '../../contracts/match.ts';
import { type Said, type Subject, said } from './answering.ts';

/** Fails where a fallback breaks its contract; not shown where the contract or what it approves leaves something open. */
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
  const missing = [...new Set(fallbacks.approved?.map((one) => one.to))].filter(
    (to) => !isDeclared(to, context),
  );
  const gap =
    missing.length === 0
      ? ''
      : ` ${listOf(missing)} ${missing.length === 1 ? 'is' : 'are'} declared nowhere that was read.`;
  return said(
    whole && missing.length === 0 ? 'pass' : 'not shown',
    `The contract ${approved}, and ${closed}.${gap}`,
    context.asOf,
  );
}

/** Whether a name is that of a contract, a route, what a gateway answers with, or a model. */
function isDeclared(name: string, { contracts, routes, readings, catalog }: ContractContext): boolean {
  return (
    catalog.model(name) !== undefined ||
    contracts.some((contract) => contract.name === name) ||
    routes.some(({ route }) => [...namesOf(route), ...modelsOf(route)].includes(name)) ||
    readings.some(({ others }) => others.some((other) => wordsOfOther(other).includes(name)))
  );
}
