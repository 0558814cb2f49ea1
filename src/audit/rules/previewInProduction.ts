// preview-model, as an error: a route that its contract declares to be production sends a preview.
import { statusOn } from '../../catalog/lifecycle.ts';
import { targetsOf } from '../../contracts/resolve.ts';
import type { Rule } from '../rule.ts';
import { inSentence } from '../wording.ts';
import { previewModel } from './previewModel.ts';

export const previewInProduction: Rule<'contracts'> = {
  scope: 'contracts',
  meta: previewModel.meta,
  *check(context) {
    for (const contract of context.contracts) {
      if (contract.contract.environment !== 'production') continue;
      for (const { found, canonical, surface } of targetsOf(contract, context)) {
        if (canonical === null || statusOn(context.catalog, canonical, surface, context.asOf) !== 'preview')
          continue;
        const message = `${canonical} is a preview on ${inSentence(context.catalog, surface)}, but ${contract.name} is a production route. Use a model that is generally available.`;
        const { start, end } = found?.route.reference ?? context.place(['routes', contract.name, 'model']);
        const file = found?.route.reference ? found.file : context.configFile;
        yield { file, start, end, message, fix: null, severity: 'error' };
      }
    }
  },
};
