// What the videos of a gateway are asked for by.
import type { GatewayConfig } from '../contracts/schema.ts';
import type { FamilyId } from './types.ts';

/** The endpoint family of each kind of gateway. */
export const GATEWAY_FAMILY: Readonly<Record<GatewayConfig['kind'], FamilyId>> = {
  'new-api': 'new-api',
  litellm: 'openai-videos',
  openrouter: 'openrouter',
  portkey: 'openai-videos',
};
