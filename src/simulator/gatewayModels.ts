// Which models the simulated gateways have: whatever is alive behind them on the simulated day, and what they say of the rest.
import type { Refusal } from './surface.ts';
import { isServed } from './surface.ts';
import type { World } from './world.ts';

/** A gateway serves an ID that its upstream serves, and the gateways' own spellings that are in the catalog. */
export function isRouted(world: World, spelling: string): boolean {
  const { catalog } = world.options;
  const id = spelling.replace(/^(?:gemini|vertex_ai|google|vertex|openrouter\/google)\//, '');
  if (catalog.model(id) === undefined) return catalog.aliases(spelling).length > 0;
  if (spelling.startsWith('gemini/')) return isServed(world, 'gemini-api', id);
  if (spelling.startsWith('vertex_ai/')) return isServed(world, 'vertex-ai', id);
  return isServed(world, 'gemini-api', id) || isServed(world, 'vertex-ai', id);
}

/** The rows of a gateway's list of models. */
export function routedModels(world: World): readonly string[] {
  const { catalog } = world.options;
  const ids = catalog.models.map(({ id }) => id);
  const spellings = [
    ...ids,
    ...ids.map((id) => `vertex_ai/${id}`),
    ...ids.map((id) => `gemini/${id}`),
    ...catalog.data.aliases.map((alias) => alias.spelling),
  ];
  return [...new Set(spellings)].filter((spelling) => isRouted(world, spelling));
}

/** A dead or unknown ID in the words of the dialect. */
export function goneAtGateway(world: World, model: string): Refusal {
  switch (world.options.dialect ?? 'openai') {
    case 'litellm': {
      const google = `models/${model.replace(/^.*\//, '')} is not found for API version v1beta, or is not supported for predictLongRunning.`;
      return {
        status: 404,
        code: 'NOT_FOUND',
        message: `litellm.NotFoundError: GeminiException - ${google}`,
      };
    }
    case 'new-api':
      return {
        status: 503,
        code: 'MODEL_NOT_FOUND',
        message: `No available channel for model ${model} under group default (simulated)`,
      };
    case 'openai':
      return {
        status: 404,
        code: 'MODEL_NOT_FOUND',
        message: `The model \`${model}\` does not exist or you do not have access to it.`,
      };
  }
}
