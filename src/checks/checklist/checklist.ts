// The checklist before production: seven questions a route, each answered pass, fail or not shown, with its evidence.

import type { ContractContext } from '../../audit/rule.ts';
import { type GatewayRoute, gatewayRoutes } from '../../audit/rules/gatewayRoutes.ts';
import type { DocumentAudit } from '../../audit/types.ts';
import type { FoundRoute } from '../../contracts/match.ts';
import { type NamedContract, targetsOf } from '../../contracts/resolve.ts';
import type { Said, Subject } from './answering.ts';
import { catalogRow } from './catalogRow.ts';
import { fallbackRule } from './fallbackRule.ts';
import { jobPath } from './jobPath.ts';
import { lifecycle } from './lifecycle.ts';
import { modelId } from './modelId.ts';
import { pricingUnit } from './pricingUnit.ts';
import { type CheckedRoute, type Checklist, QUESTIONS, type Question, type RouteFinding } from './types.ts';
import { usageProof } from './usageProof.ts';

/** The checklist of every contract, and of every route that no contract speaks of. */
export function checklistOf(context: ContractContext, findings: readonly RouteFinding[]): Checklist {
  const contracts = context.contracts;
  const covered = new Set(contracts.flatMap(({ routes }) => routes));
  const gateways = gatewayRoutes(context);
  const loose = context.routes
    .filter((found) => !covered.has(found))
    .map((found): NamedContract => ({ name: found.route.name ?? '', contract: {}, routes: [found] }));
  const rows = [...contracts, ...loose].flatMap((contract) =>
    partsOf(contract).map((part) =>
      checkedRoute(
        part,
        context,
        gateways.find((one) => one.of === (contracts.includes(contract) ? contract : contract.routes[0])) ??
          null,
        findings,
      ),
    ),
  );
  return { schema: 'veo-route-audit/checklist/1', asOf: context.asOf, routes: rows };
}

/** A contract is asked about each of its routes: two of them may send different things. */
function partsOf(contract: NamedContract): readonly NamedContract[] {
  return contract.routes.length < 2
    ? [contract]
    : contract.routes.map((route) => ({ ...contract, routes: [route] }));
}

function checkedRoute(
  named: NamedContract,
  context: ContractContext,
  gateway: GatewayRoute | null,
  findings: readonly RouteFinding[],
): CheckedRoute {
  const found = named.routes[0] ?? null;
  const target = targetsOf(named, context)[0] ?? null;
  const here = found === null ? [] : findings.filter((finding) => isAbout(finding, found));
  const subject: Subject = { named, found, target, context, gateway, findings: here };
  return {
    name: named.name === '' ? null : named.name,
    environment: named.contract.environment ?? null,
    owner: named.contract.owner ?? null,
    model: target?.model ?? null,
    surface: target?.surface ?? found?.route.surface ?? named.contract.surface ?? 'unknown',
    place: found === null ? null : { file: found.file, start: found.route.start },
    answers: QUESTIONS.map((question) => ({ question, ...ANSWERS[question](subject) })),
  };
}

/** Whether a finding stands at a route, at one of its fallbacks, or at the loop that waits in the route's file. */
function isAbout({ file, start, end, rule }: RouteFinding, { file: own, route }: FoundRoute): boolean {
  if (file !== own) return false;
  if (!('entry' in route)) return rule === 'unbounded-polling' || (start < route.end && route.start < end);
  const { entry, fallbacks } = route;
  const places = fallbacks.flatMap(({ to, on }) => [to, ...on]);
  return (
    (start < Math.max(entry.end, route.end) && Math.min(entry.start, route.start) < end) ||
    (rule.startsWith('fallback-') && places.some((place) => place.start === start && place.end === end))
  );
}

const ANSWERS: Readonly<Record<Question, (subject: Subject) => Said>> = {
  'model ID': modelId,
  lifecycle,
  'pricing unit': pricingUnit,
  'async job path': jobPath,
  'catalog row': catalogRow,
  'fallback rule': fallbackRule,
  'usage proof': usageProof,
};

/** The findings of a run that are not suppressed. */
export const openFindings = (
  audits: readonly Pick<DocumentAudit, 'document' | 'findings'>[],
): readonly RouteFinding[] =>
  audits.flatMap(({ document, findings }) =>
    findings
      .filter(({ suppressed }) => suppressed === false)
      .map(({ start, end, rule, message }) => ({ file: document.path, start, end, rule, message })),
  );
