// The table of rules over the team's contracts, and what they say of a run.
import type { ContractContext, ContractRule } from './contracts.ts';
import type { GraphReport } from './graphRule.ts';
import { budgetExceeded } from './rules/budgetExceeded.ts';
import { contractMismatch } from './rules/contractMismatch.ts';
import { contractPolling, contractRetry } from './rules/contractRetry.ts';
import { endpointFamily } from './rules/endpointFamily.ts';
import { evidenceMissing } from './rules/evidenceMissing.ts';
import { evidenceStale } from './rules/evidenceStale.ts';
import { gatewayPriceDiffers } from './rules/gatewayPriceDiffers.ts';
import { gatewayRowMissing } from './rules/gatewayRowMissing.ts';
import { gatewayStatus } from './rules/gatewayStatus.ts';
import { outputNotPersisted } from './rules/outputNotPersisted.ts';
import { previewInProduction } from './rules/previewInProduction.ts';
import { priceUnitUnclear } from './rules/priceUnitUnclear.ts';
import { type RuleMeta, SEVERITIES } from './types.ts';

/** Every rule over contracts, in the order of the documentation. */
export const CONTRACT_RULES: readonly ContractRule[] = [
  budgetExceeded,
  outputNotPersisted,
  evidenceMissing,
  evidenceStale,
  contractMismatch,
  previewInProduction,
  contractRetry,
  contractPolling,
  priceUnitUnclear,
  gatewayRowMissing,
  gatewayStatus,
  endpointFamily,
  gatewayPriceDiffers,
];

/** Rules that are known already: here they speak of contracts, too. */
const BORROWED: readonly ContractRule[] = [previewInProduction, contractRetry, contractPolling];

/** The rules that are new here. */
export const CONTRACT_METAS: readonly RuleMeta[] = CONTRACT_RULES.filter(
  (rule) => !BORROWED.includes(rule),
).map(({ meta }) => meta);

/** What all rules say, by file and position. What two routes of a contract have in common is said once. */
export function contractFindings(
  context: ContractContext,
  rules: readonly ContractRule[] = CONTRACT_RULES,
): readonly GraphReport[] {
  if (context.config.routes === undefined && context.config.gateways === undefined) return [];
  const reports = rules.flatMap(({ meta, check }) =>
    [...check(context)].map((finding): GraphReport => ({ meta, finding })),
  );
  const worst = new Map<string, GraphReport>();
  for (const report of reports) {
    const { file, start, end, message } = report.finding;
    const key = [report.meta.id, file, start, end, message].join('\n');
    const before = worst.get(key);
    if (before === undefined || rank(report) < rank(before)) worst.set(key, report);
  }
  return [...worst.values()].toSorted(
    (a, b) =>
      compare(a.finding.file, b.finding.file) ||
      a.finding.start - b.finding.start ||
      compare(a.meta.id, b.meta.id) ||
      compare(a.finding.message, b.finding.message),
  );
}

const rank = ({ meta, finding }: GraphReport): number =>
  SEVERITIES.indexOf(finding.severity ?? meta.severity);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
