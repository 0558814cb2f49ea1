// What an audit needs of a smoke test's evidence.
import type { EvidenceSummary } from '../audit/evidenceSummary.ts';
import { wasAsked } from './end.ts';
import { type Evidence, EvidenceSchema } from './evidence.ts';
import { parseJson } from './json.ts';

/** The summary of an evidence file; null where the text is none. `file` is the path as it is printed. */
export function summaryOf(text: string, file: string): EvidenceSummary | null {
  const checked = EvidenceSchema.safeParse(parseJson(text));
  if (!checked.success) return null;
  const { route, model, surface, simulated, kind, state, states, operation, polls, decision, cost } =
    checked.data;
  const { outcome, videos } = checked.data;
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
    estimatedUsd: cost.estimatedUsd,
    states: timed(states),
    message: outcome.message,
    videos: videos.map(({ file: name }) => name).filter(isPlainName),
  };
}

/** Each state with the seconds until the next one. */
function timed(states: Evidence['states']): EvidenceSummary['states'] {
  return states.map(({ state, at }, index) => {
    const next = states[index + 1]?.at;
    return { state, seconds: next === undefined ? null : (Date.parse(next) - Date.parse(at)) / 1000 };
  });
}

/** Nothing that a record says may lead out of the folder of videos. */
const isPlainName = (name: string): boolean => /^[\w-][\w.-]*$/.test(name);
