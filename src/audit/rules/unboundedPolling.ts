// unbounded-polling: a loop that polls a job and may never end.

import type { Rule } from '../rule.ts';
import { headOf } from './requestPlaces.ts';

export const unboundedPolling: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'unbounded-polling',
    severity: 'warning',
    summary: 'The loop waits for a video without a deadline or a maximum number of attempts.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const loop of context.pollingLoops ?? []) {
      yield {
        ...headOf(context.document.text, loop),
        message:
          'This loop polls until the job is done, however long that takes. Add a deadline or a maximum number of attempts.',
        fix: null,
      };
    }
  },
};
