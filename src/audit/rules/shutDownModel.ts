// shut-down-model: the ID no longer answers.
import { lifecycleOn, type SurfaceLifecycle } from '../../catalog/lifecycle.ts';
import { probeAfterShutdown } from '../../catalog/sightings.ts';
import type { Day } from '../../catalog/types.ts';
import { adviceWith, offerReplacement } from '../replacement.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { severityOfUse } from '../severity.ts';
import type { DatedReference, RuleFinding } from '../types.ts';
import { adviceFor, inSentence, listOf } from '../wording.ts';

export const shutDownModel: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'shut-down-model',
    severity: 'error',
    summary: 'The model ID no longer answers on this surface.',
    fixable: true,
    deprecates: true,
  },
  *check(context) {
    for (const reference of context.references) {
      if (reference.status === 'shut-down' && reference.model !== null)
        yield finding(context, reference, reference.model);
    }
  },
};

function finding(context: DocumentContext, reference: DatedReference, model: string): RuleFinding {
  const { catalog, asOf } = context;
  const offer = offerReplacement(context, reference);
  const { surfaces } = lifecycleOn(catalog, model, reference.surface, asOf);
  const days = new Set(surfaces.map(shutdownDay));
  const names = surfaces.map((entry) => inSentence(catalog, entry.surface));
  const where =
    days.size === 1
      ? `on ${listOf(names)} on ${[...days].join()}`
      : listOf(surfaces.map((entry, index) => `on ${names[index]} on ${shutdownDay(entry)}`));
  const { verb, seen } = eventWords(surfaces, asOf);
  return {
    start: reference.start,
    end: reference.end,
    message: `${model} ${verb} ${where}${seen}. ${adviceWith(adviceFor(catalog, reference, asOf), offer)}`,
    fix: offer.fix,
    severity: severityOfUse(reference, shutDownModel.meta.severity),
  };
}

/** What the surfaces themselves answered to this workspace after the published days: words for the verb and behind it. */
function eventWords(
  surfaces: readonly SurfaceLifecycle[],
  asOf: Day,
): { readonly verb: string; readonly seen: string } {
  const probes = surfaces.flatMap(({ facts }) => probeAfterShutdown(facts, asOf) ?? []);
  const days = listOf([...new Set(probes.map(({ day }) => day))]);
  const isAll = probes.length === surfaces.length;
  if (isAll && probes.every(({ saw }) => saw === 'gone'))
    return { verb: 'was shut down', seen: ` (404 seen on ${days})` };
  if (isAll && probes.every(({ saw }) => saw === 'answering'))
    return { verb: 'was to be shut down', seen: `, but was still listed on ${days}` };
  return { verb: 'was shut down', seen: '' };
}

const shutdownDay = ({ facts }: SurfaceLifecycle): string =>
  facts.shutdown.kind === 'none' ? 'an unknown day' : facts.shutdown.day;
