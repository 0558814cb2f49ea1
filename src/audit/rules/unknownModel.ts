// unknown-model: reads like a Veo ID, but Google never released it under that name.
import { nearestModels } from '../../catalog/nearest.ts';
import { isAlive } from '../../catalog/replacement.ts';
import type { DatedReference, Rule, RuleContext, RuleFinding } from '../types.ts';
import { fixTo, isOnlySpokenOf, surfaceName } from '../wording.ts';

export const unknownModel: Rule = {
  meta: {
    id: 'unknown-model',
    severity: 'warning',
    summary: 'Reads like a Veo model ID, but no catalog has it; the nearest real ID is offered.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const reference of context.references) {
      if (reference.kind === 'unknown') yield finding(context, reference);
    }
  },
};

function finding({ catalog, asOf }: RuleContext, reference: DatedReference): RuleFinding {
  const near = nearestModels(catalog, reference.id, reference.surface, asOf);
  const [first] = near;
  const isGoogle = catalog.surface(reference.surface)?.kind === 'google';
  const nearest =
    first === undefined
      ? ''
      : ` Nearest real ID: ${near
          .slice(0, 2)
          .map((entry) => described(entry.model))
          .join(' or ')}.`;
  function described(model: string): string {
    const entry = near.find((candidate) => candidate.model === model);
    const where = Object.keys(catalog.model(model)?.surfaces ?? {})
      .map((id) => surfaceName(catalog, id))
      .join(', ');
    return `${model} (${where}${entry?.status === 'shut-down' ? ', shut down' : ''})`;
  }
  return {
    start: reference.start,
    end: reference.end,
    message: `${reference.id} is not a model ID that Google released.${nearest}`,
    // Without a known surface the nearest ID is a hint for a person, not an edit to make unseen.
    fix: isGoogle && first !== undefined && isAlive(first.status) ? fixTo(reference, first.model) : null,
    ...(isOnlySpokenOf(reference) ? { severity: 'info' as const } : {}),
  };
}
