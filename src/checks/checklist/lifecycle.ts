// Does the model live on its surface?
import type { EvidenceSummary } from '../../audit/evidenceSummary.ts';
import type { ContractContext } from '../../audit/rule.ts';
import { allowedDays, evidenceOf } from '../../audit/rules/routeEvidence.ts';
import { inSentence } from '../../audit/wording.ts';
import { daysBetween } from '../../catalog/days.ts';
import { statusOn } from '../../catalog/lifecycle.ts';
import { probeAfterShutdown } from '../../catalog/sightings.ts';
import type { Day, Status } from '../../catalog/types.ts';
import { shutDownDayWords, shutdownWords } from '../../explain/card.ts';
import { NO_MODEL, proved, type Said, type Subject, said } from './answering.ts';

/** Fails where the model is deprecated or gone, or a preview in production; a retirement window needs a fresh run. */
export function lifecycle({ target, named, context }: Subject): Said {
  if (target === null) return NO_MODEL;
  const { catalog, asOf } = context;
  const { canonical, surface } = target;
  if (canonical === null)
    return said(
      'not shown',
      `Which Google model answers behind ${target.model} is not documented, so its life is not known.`,
    );
  const status = statusOn(catalog, canonical, surface, asOf);
  const facts = catalog.model(canonical)?.surfaces[surface];
  const where = surface === 'unknown' ? 'the surfaces that it has' : inSentence(catalog, surface);
  const evidence =
    facts !== undefined && status === 'shut-down'
      ? `${canonical} was shut down on ${where} ${shutDownDayWords(facts)}.`
      : `${canonical} is ${STATUS_WORDS[status]} on ${where}${facts === undefined ? '' : `: ${shutdownWords({ facts, status, daysLeft: null })}`}.`;
  const date = facts?.checkedOn ?? catalog.checkedOn;
  const probe = facts === undefined ? undefined : probeAfterShutdown(facts, asOf);
  switch (status) {
    case 'active':
      return said('pass', evidence, date);
    case 'preview':
      return said(named.contract.environment === 'production' ? 'fail' : 'pass', evidence, date);
    case 'shut-down':
    case 'deprecated':
      return said('fail', evidence, date);
    case 'retirement-window': {
      // Nobody announces the day: only asking tells whether the model still answers.
      if (probe?.saw === 'gone')
        return said('fail', `${evidence} The surface answered 404 on ${probe.day}.`, probe.day);
      const last = fresh(evidenceOf(named, context).passed, context);
      if (last !== undefined) return proved('pass', `${evidence} It answered on ${last.day}`, last);
      return probe !== undefined && isFresh(probe, context)
        ? said('pass', `${evidence} The surface listed it on ${probe.day}.`, probe.day)
        : said('not shown', evidence, date);
    }
    default:
      return said('not shown', evidence, date);
  }
}

const STATUS_WORDS: Readonly<Record<Status, string>> = {
  active: 'generally available',
  preview: 'a preview',
  deprecated: 'deprecated',
  'retirement-window': 'in its retirement window',
  'shut-down': 'shut down',
  unknown: 'of unknown status',
};

/** The newest run, where it is not older than the team allows. */
function fresh([last]: readonly EvidenceSummary[], context: ContractContext): EvidenceSummary | undefined {
  return last !== undefined && isFresh(last, context) ? last : undefined;
}

const isFresh = ({ day }: { readonly day: Day }, { config, asOf }: ContractContext): boolean =>
  daysBetween(day, asOf) <= allowedDays(config);
