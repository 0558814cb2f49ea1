// shut-down-model: the ID no longer answers.
import { lifecycleOn, type SurfaceLifecycle } from '../../catalog/lifecycle.ts';
import type { DatedReference, Rule, RuleContext, RuleFinding } from '../types.ts';
import { adviceFor, isOnlySpokenOf, listOf, replacementFix, surfaceName } from '../wording.ts';

export const shutDownModel: Rule = {
  meta: {
    id: 'shut-down-model',
    severity: 'error',
    summary: 'The model ID no longer answers on this surface.',
    fixable: true,
    deprecates: true,
  },
  *check(context) {
    for (const reference of context.references) {
      if (reference.status === 'shut-down' && reference.model !== null) yield finding(context, reference, reference.model);
    }
  },
};

function finding({ catalog, asOf }: RuleContext, reference: DatedReference, model: string): RuleFinding {
  const { surfaces } = lifecycleOn(catalog, model, reference.surface, asOf);
  const since = listOf(surfaces.map((entry) => `${surfaceName(catalog, entry.surface)} since ${shutdownDay(entry)}`));
  const everywhere = surfaces.length > 1 ? 'everywhere it was served: ' : 'on ';
  return {
    start: reference.start,
    end: reference.end,
    message: `${model} is shut down ${everywhere}${since}. ${adviceFor(catalog, reference, asOf)}`.trim(),
    fix: replacementFix(catalog, reference, asOf),
    ...(isOnlySpokenOf(reference) ? { severity: 'info' as const } : {}),
  };
}

const shutdownDay = ({ facts }: SurfaceLifecycle): string =>
  facts.shutdown.kind === 'none' ? 'an unknown day' : facts.shutdown.day;
