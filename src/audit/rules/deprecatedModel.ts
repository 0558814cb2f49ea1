// deprecated-model: a shutdown day is announced and ahead.
import { lifecycleOn, type SurfaceLifecycle } from '../../catalog/lifecycle.ts';
import { offerReplacement } from '../replacement.ts';
import { severityOfUse } from '../severity.ts';
import type { DatedReference, Rule, RuleContext, RuleFinding } from '../types.ts';
import { adviceFor, days, listOf, surfaceName } from '../wording.ts';

export const deprecatedModel: Rule = {
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

function finding(context: RuleContext, reference: DatedReference, model: string): RuleFinding {
  const { catalog, asOf } = context;
  const { fix, remark } = offerReplacement(context, reference);
  const { surfaces } = lifecycleOn(catalog, model, reference.surface, asOf);
  const when = listOf(
    surfaces.map((entry) => `${surfaceName(catalog, entry.surface)} ${shutdownWords(entry)}`),
  );
  return {
    start: reference.start,
    end: reference.end,
    message: `${model} is deprecated: ${when}. ${adviceFor(catalog, reference, asOf)} ${remark}`.trim(),
    fix,
    severity: severityOfUse(reference, 'warning'),
  };
}

function shutdownWords({ facts, daysLeft, status }: SurfaceLifecycle): string {
  if (facts.shutdown.kind === 'none' || daysLeft === null) return 'has named no day';
  if (status === 'shut-down') return `shut it down on ${facts.shutdown.day}`;
  return `shuts it down on ${facts.shutdown.day}, in ${days(daysLeft)}`;
}
