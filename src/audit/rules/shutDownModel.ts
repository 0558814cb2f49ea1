// shut-down-model: the ID no longer answers.
import { lifecycleOn, type SurfaceLifecycle } from '../../catalog/lifecycle.ts';
import { offerReplacement } from '../replacement.ts';
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
  const { fix, remark } = offerReplacement(context, reference);
  const { surfaces } = lifecycleOn(catalog, model, reference.surface, asOf);
  const days = new Set(surfaces.map(shutdownDay));
  const names = surfaces.map((entry) => inSentence(catalog, entry.surface));
  const where =
    days.size === 1
      ? `on ${listOf(names)} on ${[...days].join()}`
      : listOf(surfaces.map((entry, index) => `on ${names[index]} on ${shutdownDay(entry)}`));
  return {
    start: reference.start,
    end: reference.end,
    message: `${model} was shut down ${where}. ${adviceFor(catalog, reference, asOf)} ${remark}`.trim(),
    fix,
    severity: severityOfUse(reference, 'error'),
  };
}

const shutdownDay = ({ facts }: SurfaceLifecycle): string =>
  facts.shutdown.kind === 'none' ? 'an unknown day' : facts.shutdown.day;
