// unbounded-polling: a loop that asks for a job's end and would ask forever.
import { sourceWords } from '../../catalog/sources.ts';
import { headOf, type RouteRule, type RouteRuleContext } from './routeRule.ts';

export const unboundedPolling: RouteRule = {
  meta: {
    id: 'unbounded-polling',
    severity: 'warning',
    summary: 'The loop waits for a video without a deadline or a cap on attempts.',
    fixable: false,
    deprecates: false,
  },
  *check(context) {
    for (const loop of context.pollingLoops ?? []) {
      yield {
        ...headOf(context.document.text, loop),
        message: `This loop asks until the job is done: one that never ends keeps it running. Give it a deadline or a cap on attempts, and keep the operation's name so that a later run can ask again.${usualTime(context)}`,
        fix: null,
      };
    }
  },
};

/** How long a video takes, as the catalog has it for whichever surface says so. */
function usualTime({ catalog }: RouteRuleContext): string {
  const row = catalog.constraints.find(({ key }) => key === 'latencySeconds');
  const value = row?.value;
  if (
    row === undefined ||
    typeof value !== 'object' ||
    value === null ||
    !('min' in value) ||
    !('max' in value)
  )
    return '';
  return ` A video takes ${value.min} to ${value.max} seconds (source: ${sourceWords(catalog, row.sources)}).`;
}
