// What every question of the checklist looks at, and how it answers.
import type { EvidenceSummary } from '../../audit/evidenceSummary.ts';
import type { ContractContext } from '../../audit/rule.ts';
import type { GatewayRoute } from '../../audit/rules/gatewayRoutes.ts';
import type { Day } from '../../catalog/types.ts';
import type { FoundRoute } from '../../contracts/match.ts';
import type { ContractTarget, NamedContract } from '../../contracts/resolve.ts';
import type { Answer, RouteFinding, Verdict } from './types.ts';

/** What all questions look at. */
export interface Subject {
  readonly named: NamedContract;
  readonly found: FoundRoute | null;
  /** Null where the model is not known. */
  readonly target: ContractTarget | null;
  readonly context: ContractContext;
  readonly gateway: GatewayRoute | null;
  /** What the audit found at the route. */
  readonly findings: readonly RouteFinding[];
}

/** An answer without its question. */
export type Said = Omit<Answer, 'question'>;

/** `date` is the day of the evidence. */
export const said = (verdict: Verdict, evidence: string, date: Day | null = null): Said => ({
  verdict,
  evidence,
  date,
  file: null,
});

/** An answer that a smoke test gives. */
export const proved = (verdict: Verdict, evidence: string, { day, file }: EvidenceSummary): Said => ({
  verdict,
  evidence: `${evidence} (${file}).`,
  date: day,
  file,
});

/** The answer to every question about a model that is not known. */
export const NO_MODEL = said('not shown', 'Which model is sent is not in sight.');
