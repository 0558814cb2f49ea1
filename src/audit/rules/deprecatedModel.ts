// deprecated-model: a shutdown day is announced and ahead.
import { lifecycleOn, type SurfaceLifecycle } from '../../catalog/lifecycle.ts';
import { adviceWith, offerReplacement } from '../replacement.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { severityOfUse } from '../severity.ts';
import type { DatedReference, RuleFinding } from '../types.ts';
import { adviceFor, days, inSentence, listOf } from '../wording.ts';

export const deprecatedModel: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'deprecated-model',
    severity: 'warning',
    summary: 'A shutdown day is announced for the model ID and lies ahead.',
    fixable: true,
    deprecates: true,
  },
  *check(context) {
    for (const reference of context.references) {
      if (reference.status === 'deprecated' && reference.model !== null)
        yield finding(context, reference, reference.model);
    }
  },
};

function finding(context: DocumentContext, reference: DatedReference, model: string): RuleFinding {
  const { catalog, asOf } = context;
  const offer = offerReplacement(context, reference);
  const { surfaces } = lifecycleOn(catalog, model, reference.surface, asOf);
  const when = listOf(
    surfaces.map((entry) => `${shutdownWords(entry)} on ${inSentence(catalog, entry.surface)}`),
  );
  return {
    start: reference.start,
    end: reference.end,
    message: `${model} ${when}. ${adviceWith(adviceFor(catalog, reference, asOf), offer)}`,
    fix: offer.fix,
    severity: severityOfUse(reference, deprecatedModel.meta.severity),
  };
}

function shutdownWords({ facts, daysLeft, status }: SurfaceLifecycle): string {
  if (facts.shutdown.kind === 'none' || daysLeft === null) return 'has no published shutdown day';
  if (status === 'shut-down') return `was shut down on ${facts.shutdown.day}`;
  return `will be shut down on ${facts.shutdown.day} (in ${days(daysLeft)})`;
}
