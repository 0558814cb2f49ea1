// Every rule, in the order of the documentation. A new rule is one file here, one page and one fixture.
import type { Rule } from '../types.ts';
import { aliasUnverified } from './aliasUnverified.ts';
import { chatEndpoint } from './chatEndpoint.ts';
import { deprecatedModel } from './deprecatedModel.ts';
import { modelNotOnSurface } from './modelNotOnSurface.ts';
import { previewModel } from './previewModel.ts';
import { retirementWindow } from './retirementWindow.ts';
import { retriedSubmit } from './retriedSubmit.ts';
import { sdkDroppedVeo } from './sdkDroppedVeo.ts';
import { shutDownModel } from './shutDownModel.ts';
import { staleCatalog } from './staleCatalog.ts';
import { unboundedPolling } from './unboundedPolling.ts';
import { unknownModel } from './unknownModel.ts';
import { unsupportedParameter } from './unsupportedParameter.ts';

export const RULES: readonly Rule[] = [
  shutDownModel,
  deprecatedModel,
  retirementWindow,
  previewModel,
  modelNotOnSurface,
  unknownModel,
  aliasUnverified,
  unsupportedParameter,
  sdkDroppedVeo,
  chatEndpoint,
  unboundedPolling,
  retriedSubmit,
  staleCatalog,
];
