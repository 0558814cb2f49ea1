// The surface that a method call goes to: by its client, its provider, or the spelling of its model.
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import { isByPrefix, type NamedModel, ownClaim } from '../models.ts';
import type { MethodShape } from '../shapes.ts';
import type { Expression } from '../values/expression.ts';
import { clientOf } from './clientOf.ts';
import type { Reading } from './reading.ts';

/** The surface of a call of a known method; what is called tells its client. */
export function surfaceOfMethod(
  reading: Reading,
  shape: MethodShape,
  model: NamedModel,
  callee: Expression,
): SurfaceClaim {
  const own = ownClaim(reading.catalog, model);
  switch (shape.shape) {
    case 'google-sdk':
    case 'interactions':
      return googleSurface(reading, model, callee, own);
    case 'ai-sdk':
    case 'genkit':
      return providedSurface(reading, shape, model, callee, own);
    default: {
      if (own.surface !== 'unknown' && isByPrefix(own)) return own;
      if (shape.surface !== undefined)
        return { surface: shape.surface, evidence: { kind: 'binding', detail: shape.surface } };
      const { surfaces } = reading;
      const claim = surfaces.ofClient(callee);
      if (claim === 'foreign') return UNKNOWN_SURFACE;
      const asked =
        claim.surface === 'unknown' && model.via !== null ? surfaces.ofProvider(model.via) : claim;
      if (asked === 'foreign') return UNKNOWN_SURFACE;
      return asked.surface === 'unknown' || (shape.shape === 'litellm' && own.surface !== 'unknown')
        ? own
        : asked;
    }
  }
}

function googleSurface(
  { surfaces }: Reading,
  model: NamedModel,
  callee: Expression,
  own: SurfaceClaim,
): SurfaceClaim {
  if (callee.kind !== 'member') return own;
  const client = clientOf(callee);
  const claim = surfaces.ofGoogleClient(client);
  if (claim.surface !== 'unknown') return claim;
  const provider = model.via === null ? UNKNOWN_SURFACE : surfaces.ofProvider(model.via);
  if (provider !== 'foreign' && provider.surface !== 'unknown') return provider;
  const base = surfaces.baseOf(client);
  return base === null ? own : UNKNOWN_SURFACE;
}

/** With a provider around the model's name, or with the name alone, which only the gateway of the SDK takes. */
function providedSurface(
  { surfaces }: Reading,
  shape: MethodShape,
  model: NamedModel,
  callee: Expression,
  own: SurfaceClaim,
): SurfaceClaim {
  if (model.via !== null) {
    const claim = surfaces.ofProvider(model.via);
    if (claim === 'foreign') return UNKNOWN_SURFACE;
    return claim.surface === 'unknown' ? own : claim;
  }
  if (shape.shape === 'ai-sdk') {
    const claim = surfaces.ofClient(callee);
    if (claim === 'foreign') return UNKNOWN_SURFACE;
    return claim.surface === 'vercel-ai-gateway'
      ? { surface: claim.surface, evidence: { kind: 'binding', detail: 'ai' } }
      : claim.surface === 'unknown'
        ? own
        : claim;
  }
  if (/^vertex/.test(model.before))
    return { surface: 'vertex-ai', evidence: { kind: 'prefix', detail: model.before } };
  return /^google/.test(model.before)
    ? { surface: 'gemini-api', evidence: { kind: 'prefix', detail: model.before } }
    : own;
}
