// retirement-window: the earliest retirement day has passed; nothing says that the ID is gone.
import { lifecycleOn } from '../../catalog/lifecycle.ts';
import type { Rule } from '../rule.ts';
import { inSentence, isOnlySpokenOf, listOf } from '../wording.ts';

export const retirementWindow: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'retirement-window',
    severity: 'info',
    summary: 'The earliest retirement day has passed: the model ID may be retired any day.',
    fixable: false,
    deprecates: false,
  },
  *check({ catalog, references, asOf }) {
    for (const reference of references) {
      if (reference.status !== 'retirement-window' || reference.model === null || isOnlySpokenOf(reference))
        continue;
      const { surfaces } = lifecycleOn(catalog, reference.model, reference.surface, asOf);
      const open = surfaces.filter((entry) => entry.status === 'retirement-window');
      const since = listOf(
        open.map(({ surface, facts }) =>
          facts.shutdown.kind === 'none'
            ? ''
            : `on ${inSentence(catalog, surface)} any day since ${facts.shutdown.day}`,
        ),
      );
      yield {
        start: reference.start,
        end: reference.end,
        message: `${reference.model} may be retired ${since}. Check that it still answers.`,
        fix: null,
      };
    }
  },
};
