// model-not-on-surface: a real ID, asked for where it never was.
import { siblingOn } from '../../catalog/replacement.ts';
import { adviceWith, NO_OFFER, offerModel } from '../replacement.ts';
import type { DocumentContext, Rule } from '../rule.ts';
import { severityOfUse } from '../severity.ts';
import type { DatedReference, RuleFinding } from '../types.ts';
import { inSentence, listOf, useInstead } from '../wording.ts';

export const modelNotOnSurface: Rule<'document'> = {
  scope: 'document',
  meta: {
    id: 'model-not-on-surface',
    severity: 'error',
    summary: 'The model ID is real, but it never existed on this surface.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const reference of context.references) {
      if (reference.model === null || context.catalog.surface(reference.surface)?.kind !== 'google') continue;
      const model = context.catalog.model(reference.model);
      if (model !== undefined && model.surfaces[reference.surface] === undefined) {
        yield finding(context, reference, model.id, Object.keys(model.surfaces));
      }
    }
  },
};

function finding(
  context: DocumentContext,
  reference: DatedReference,
  model: string,
  servedOn: readonly string[],
): RuleFinding {
  const { catalog, asOf } = context;
  const name = inSentence(catalog, reference.surface);
  const sibling = siblingOn(catalog, model, reference.surface, asOf);
  const offer = sibling?.sameApi ? offerModel(context, reference, sibling.model) : NO_OFFER;
  const advice = sibling === null ? '' : ` ${adviceWith(useInstead(catalog, sibling), offer)}`;
  return {
    start: reference.start,
    end: reference.end,
    message: `${model} was never served on ${name}, only on ${listOf(servedOn.map((id) => inSentence(catalog, id)))}.${advice}`,
    fix: offer.fix,
    severity: severityOfUse(reference, modelNotOnSurface.meta.severity),
  };
}
