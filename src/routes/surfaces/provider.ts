// The surface of the provider that wraps a model's name (`google.video('veo-…')`).
import type { Catalog } from '../../catalog/catalog.ts';
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { type CallExpression, chainNames, type Expression } from '../values/expression.ts';
import { surfaceOfBase, surfaceOfModule } from './clients.ts';

/** How many makers back a provider is followed. */
const FARTHEST = 4;

/** The surface of a provider, by what it is imported from or made with, else by its name; `baseOf` gives the address of a maker. */
export function surfaceOfProvider(
  catalog: Catalog,
  evaluator: Evaluator,
  via: CallExpression,
  baseOf: (maker: Expression) => string | null,
): SurfaceClaim | 'foreign' {
  const root = chainNames(via.callee)[0] ?? '';
  const named = (name: string, depth: number): SurfaceClaim | 'foreign' => {
    for (const { value } of evaluator.scope.bindingsOf(name, via.start)) {
      if (value.kind === 'import') {
        const surface = surfaceOfModule(catalog, value.source);
        const detail = `${root} (${value.source})`;
        if (surface !== null) return { surface: surface.id, evidence: { kind: 'provider', detail } };
      }
      if (value.kind === 'call' && depth < FARTHEST) {
        const base = baseOf(value);
        if (base !== null) return surfaceOfBase(catalog, base);
        const inner = chainNames(value.callee)[0];
        if (inner !== undefined && inner !== name) return named(inner, depth + 1);
      }
    }
    return UNKNOWN_SURFACE;
  };
  const claim = named(root, 0);
  return claim === 'foreign' || claim.surface !== 'unknown' ? claim : byName(root);
}

function byName(root: string): SurfaceClaim {
  if (/vertex/i.test(root)) return { surface: 'vertex-ai', evidence: { kind: 'provider', detail: root } };
  return /^google(?:ai|genai)?$/i.test(root)
    ? { surface: 'gemini-api', evidence: { kind: 'provider', detail: root } }
    : UNKNOWN_SURFACE;
}
