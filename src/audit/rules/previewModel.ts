// preview-model: served, but at a preview or experimental stage.
import { lifecycleOn } from '../../catalog/lifecycle.ts';
import type { Rule } from '../rule.ts';
import { inSentence, isOnlySpokenOf, listOf } from '../wording.ts';

export const previewModel: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'preview-model',
    severity: 'info',
    summary:
      'The model ID is served at a preview stage: lower quota, and it may change or end at short notice.',
    fixable: false,
    deprecates: false,
  },
  *check({ catalog, references, asOf }) {
    for (const reference of references) {
      if (reference.status !== 'preview' || reference.model === null || isOnlySpokenOf(reference)) continue;
      const { surfaces } = lifecycleOn(catalog, reference.model, reference.surface, asOf);
      const where = listOf(
        surfaces
          .filter(({ status }) => status === 'preview')
          .map(({ surface }) => inSentence(catalog, surface)),
      );
      yield {
        start: reference.start,
        end: reference.end,
        message: `${reference.model} is a preview on ${where}. Expect a lower quota, and changes at short notice.`,
        fix: null,
      };
    }
  },
};
