// What an audit needs of a smoke test's evidence.
import type { EvidenceSummary } from '../audit/evidenceSummary.ts';
import { wasAsked } from './ending.ts';
import { EvidenceSchema } from './evidence.ts';
import { parseJson } from './json.ts';

/** The summary of an evidence file; null where the text is none. `file` is the path as it is printed. */
export function summaryOf(text: string, file: string): EvidenceSummary | null {
  const checked = EvidenceSchema.safeParse(parseJson(text));
  if (!checked.success) return null;
  const { route, model, surface, simulated, kind, state, states, operation, polls, decision, cost } =
    checked.data;
  const last = states.at(-1)?.at;
  if (last === undefined) return null;
  return {
    route: route.name,
    model,
    surface,
    simulated,
    kind,
    passed: state === 'passed',
    asked: wasAsked(checked.data),
    day: last.slice(0, 10),
    file,
    operation,
    polls,
    verdict: decision.verdict,
    owner: route.owner,
    reportedUsd: cost.reportedUsd,
  };
}
