// The surface that a method call goes to: by its client, its provider, or the spelling of its model.
import type { SurfaceClaim } from '../../detect/surface.ts';
import { isByPrefix, type NamedModel, ownClaim } from '../models.ts';
import type { MethodShape } from '../shapes.ts';
import type { Expression } from '../values/expression.ts';
import type { Reading } from './reading.ts';

/** The surface of a call of a known method on `client`, null where it is called on nothing. */
export function surfaceOfMethod(
  reading: Reading,
  shape: MethodShape,
  model: NamedModel,
  client: Expression | null,
): SurfaceClaim {
  const { surfaces } = reading;
  const own = ownClaim(model);
  const prefixed = own.surface !== 'unknown' && isByPrefix(own);
  const known = (claim: SurfaceClaim): SurfaceClaim | null => (claim.surface === 'unknown' ? null : claim);
  switch (shape.shape) {
    case 'google-sdk': {
      if (client === null) return own;
      return known(surfaces.ofGoogleClient(client)) ?? own;
    }
    case 'ai-sdk':
    case 'genkit': {
      if (model.via !== null) return known(surfaces.ofProvider(model.via)) ?? own;
      if (shape.shape === 'ai-sdk')
        return { surface: 'vercel-ai-gateway', evidence: 'a plain model name goes to the AI Gateway' };
      return /^vertex/.test(model.before)
        ? { surface: 'vertex-ai', evidence: `the prefix ${model.before}` }
        : /^google/.test(model.before)
          ? { surface: 'gemini-api', evidence: `the prefix ${model.before}` }
          : own;
    }
    case 'fal':
    case 'replicate':
      return { surface: shape.surface ?? own.surface, evidence: `the ${shape.shape} client` };
    case 'other':
      return model.id?.startsWith('fal-ai/')
        ? { surface: 'fal', evidence: `the spelling ${model.id}` }
        : /replicate/i.test(reading.evaluator.program.lowering.text)
          ? { surface: 'replicate', evidence: 'the Replicate client' }
          : own;
    case 'litellm':
      return own.surface !== 'unknown' ? own : { surface: 'litellm', evidence: 'the LiteLLM call' };
    default: {
      if (prefixed) return own;
      if (shape.surface !== undefined)
        return { surface: shape.surface, evidence: `the ${shape.surface} client` };
      return (client === null ? null : known(surfaces.ofBaseUrl(client))) ?? own;
    }
  }
}

/** The client of `client.aio.models.generate_videos`. */
export function clientOf(callee: Extract<Expression, { kind: 'member' }>): Expression {
  let at: Expression = callee.object;
  while (
    at.kind === 'member' &&
    /^(?:models|Models|aio|chat|completions|videos?|generations|predictions|beta|queue|with_raw_response|image_to_video|text_to_video|imageToVideo|textToVideo)$/.test(
      at.name,
    )
  )
    at = at.object;
  return at;
}
