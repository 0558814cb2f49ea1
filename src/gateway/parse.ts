// Every kind of gateway catalog by its name. A new one is one file here.
import { parseLiteLlmModelInfo } from './litellm.ts';
import { parseNewApiPricing } from './newApi.ts';
import { parseOpenRouterModels } from './openRouter.ts';
import { parsePortkeyPricing } from './portkey.ts';
import type { GatewayCatalog, GatewayKind } from './types.ts';

export interface GatewayFormat {
  /** What stands behind the host where an address has no path of its own; null where every address has one. */
  readonly path: string | null;
  /** @throws UnreadableAnswerError where the text is no such catalog. */
  parse(text: string): GatewayCatalog;
}

export const GATEWAY_FORMATS: Readonly<Record<GatewayKind, GatewayFormat>> = {
  'new-api': { path: '/api/pricing', parse: parseNewApiPricing },
  litellm: { path: '/model/info', parse: parseLiteLlmModelInfo },
  openrouter: { path: '/api/v1/videos/models', parse: parseOpenRouterModels },
  portkey: { path: null, parse: parsePortkeyPricing },
};
