// All endpoint families, and which of them a surface speaks.
import type { SurfaceId } from '../../catalog/types.ts';
import type { FamilyId } from '../types.ts';
import { geminiApi } from './geminiApi.ts';
import { newApi } from './newApi.ts';
import { omniInteractions } from './omniInteractions.ts';
import { openaiVideos } from './openaiVideos.ts';
import { openrouter } from './openrouter.ts';
import type { EndpointFamily } from './types.ts';
import { vertexAi } from './vertexAi.ts';

export const FAMILIES: Readonly<Record<FamilyId, EndpointFamily>> = {
  'gemini-api': geminiApi,
  'vertex-ai': vertexAi,
  'omni-interactions': omniInteractions,
  'openai-videos': openaiVideos,
  'new-api': newApi,
  openrouter,
};

/** A LiteLLM string names its upstream: its surface is Google's, the wire is LiteLLM's. */
const LITELLM_PREFIX = /^(?:vertex_ai|gemini)\//;

/** The family that a model is called by on a surface. Gateways that are not named speak OpenAI's shape. */
export function familyOf(surface: SurfaceId, model: string): FamilyId {
  if (LITELLM_PREFIX.test(model)) return 'openai-videos';
  if (surface === 'vertex-ai' || surface === 'openrouter' || surface === 'new-api') return surface;
  if (surface === 'gemini-api') return model.startsWith('gemini-omni') ? 'omni-interactions' : 'gemini-api';
  return 'openai-videos';
}
