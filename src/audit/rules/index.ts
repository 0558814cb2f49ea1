// Every rule, in the order of the documentation. A new rule is one file here, one folder of fixtures and one page.

import type { AnyRule } from '../rule.ts';
import { aliasUnverified } from './aliasUnverified.ts';
import { budgetExceeded } from './budgetExceeded.ts';
import { chatEndpoint } from './chatEndpoint.ts';
import { contractMismatch } from './contractMismatch.ts';
import { contractPolling, contractRetry } from './contractRetry.ts';
import { deprecatedModel } from './deprecatedModel.ts';
import { endpointFamily } from './endpointFamily.ts';
import { evidenceMissing } from './evidenceMissing.ts';
import { evidenceStale } from './evidenceStale.ts';
import { fallbackChangesRequest } from './fallbackChangesRequest.ts';
import { fallbackCycle } from './fallbackCycle.ts';
import { fallbackDearer } from './fallbackDearer.ts';
import { fallbackOnRefusal } from './fallbackOnRefusal.ts';
import { fallbackToShutDown } from './fallbackToShutDown.ts';
import { fallbackUnapproved } from './fallbackUnapproved.ts';
import { fallbackUndeclared } from './fallbackUndeclared.ts';
import { gatewayPriceDiffers } from './gatewayPriceDiffers.ts';
import { gatewayRowMissing } from './gatewayRowMissing.ts';
import { gatewayStatus } from './gatewayStatus.ts';
import { missingOwner } from './missingOwner.ts';
import { modelNotOnSurface } from './modelNotOnSurface.ts';
import { outputNotPersisted } from './outputNotPersisted.ts';
import { previewInProduction } from './previewInProduction.ts';
import { previewModel } from './previewModel.ts';
import { priceUnitUnclear } from './priceUnitUnclear.ts';
import { rateLimit } from './rateLimit.ts';
import { retirementWindow } from './retirementWindow.ts';
import { retriedSubmit } from './retriedSubmit.ts';
import { retryPolicy } from './retryPolicy.ts';
import { duplicateRoute, misleadingRouteName } from './routeNaming.ts';
import { sdkDroppedVeo } from './sdkDroppedVeo.ts';
import { shutDownModel } from './shutDownModel.ts';
import { staleCatalog } from './staleCatalog.ts';
import { unboundedPolling } from './unboundedPolling.ts';
import { unknownModel } from './unknownModel.ts';
import { unsupportedParameter } from './unsupportedParameter.ts';

/** A meta that stands twice belongs to a rule that speaks of contracts, too. */
export const RULES: readonly AnyRule[] = [
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
  fallbackToShutDown,
  fallbackCycle,
  fallbackUndeclared,
  fallbackUnapproved,
  fallbackOnRefusal,
  fallbackDearer,
  fallbackChangesRequest,
  duplicateRoute,
  misleadingRouteName,
  retryPolicy,
  rateLimit,
  budgetExceeded,
  missingOwner,
  outputNotPersisted,
  evidenceMissing,
  evidenceStale,
  contractMismatch,
  previewInProduction,
  contractRetry,
  contractPolling,
  priceUnitUnclear,
  gatewayRowMissing,
  gatewayStatus,
  endpointFamily,
  gatewayPriceDiffers,
];
