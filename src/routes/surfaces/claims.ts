// What several claims of a surface come to.
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';

/** The claim that all make; unknown where there is none, or where they differ. */
export function agreed(claims: readonly SurfaceClaim[]): SurfaceClaim {
  const [first] = claims;
  return first !== undefined && claims.every((claim) => claim.surface === first.surface)
    ? first
    : UNKNOWN_SURFACE;
}

/** A claim that another file makes, without the line that it stands in there. */
export function madeIn(source: string, { surface, evidence }: SurfaceClaim): SurfaceClaim {
  if (evidence === null) return { surface, evidence };
  const { kind, detail, file = source } = evidence;
  return { surface, evidence: { kind, detail, file } };
}
