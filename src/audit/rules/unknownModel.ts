// unknown-model: reads like a Veo ID, but Google never released it under that name.
import type { Catalog } from '../../catalog/catalog.ts';
import { type NearModel, nearestModels } from '../../catalog/nearest.ts';
import { isAlive } from '../../catalog/replacement.ts';
import { offerModel } from '../replacement.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { severityOfUse } from '../severity.ts';
import type { DatedReference, RuleFinding } from '../types.ts';
import { adviceFor, surfaceName } from '../wording.ts';

export const unknownModel: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'unknown-model',
    severity: 'warning',
    summary: 'Reads like a Veo model ID, but no catalog has it; the nearest real ID is offered.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    const known = new Map<string, readonly NearModel[]>();
    for (const reference of context.references) {
      if (reference.kind !== 'unknown') continue;
      // The same name stands in many lines: what is near to it is looked up once.
      const key = `${reference.surface} ${reference.id}`;
      const near =
        known.get(key) ?? nearestModels(context.catalog, reference.id, reference.surface, context.asOf);
      known.set(key, near);
      yield finding(context, reference, near);
    }
  },
};

function finding(
  context: DocumentContext,
  reference: DatedReference,
  near: readonly NearModel[],
): RuleFinding {
  const { catalog } = context;
  const isGoogle = catalog.surface(reference.surface)?.kind === 'google';
  const offers = near
    .filter(({ status }) => isGoogle && isAlive(status))
    .map(({ model, isSlip }) => ({ isSlip, fix: offerModel(context, reference, model).fix }));
  const slips = offers.filter(({ isSlip }) => isSlip);
  const fix = slips.length === 1 ? (slips[0]?.fix ?? null) : null;
  return {
    start: reference.start,
    end: reference.end,
    message: `${reference.id} is not a model ID that Google released.${advice(context, reference, near)}`,
    // Only a slip in an ID of a known surface is corrected unseen: another version may be newer than the catalog.
    fix,
    ...(fix === null ? { choices: offers.flatMap((offer) => offer.fix ?? []) } : {}),
    severity: severityOfUse(reference, unknownModel.meta.severity),
  };
}

/** What was probably meant; where nothing of the kind answers there any more, what does instead. */
function advice(
  { catalog, asOf }: DocumentContext,
  reference: DatedReference,
  near: readonly NearModel[],
): string {
  const [nearest] = near;
  if (nearest === undefined) return '';
  if (nearest.status === 'shut-down') {
    const instead = adviceFor(catalog, { ...reference, model: nearest.model }, asOf);
    return ` The nearest, ${nearest.model}, was shut down. ${instead}`;
  }
  const meant = near.filter(({ status }) => status !== 'shut-down').slice(0, 2);
  return ` Did you mean ${meant.map((entry) => described(entry, catalog)).join(' or ')}?`;
}

function described({ model }: NearModel, catalog: Catalog): string {
  const where = Object.keys(catalog.model(model)?.surfaces ?? {}).map((id) => surfaceName(catalog, id));
  return `${model} (${where.join(', ')})`;
}
