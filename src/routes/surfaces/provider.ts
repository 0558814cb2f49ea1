// The surface of the provider that wraps a model's name (`google.video('veo-…')`).
import type { Catalog } from '../../catalog/catalog.ts';
import { type SurfaceClaim, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { type CallExpression, chainNames, type Expression } from '../values/expression.ts';
import type { Result } from '../values/result.ts';
import { baseIn } from './address.ts';
import { madeIn } from './claims.ts';
import { surfaceOfBase, surfaceOfModule } from './clients.ts';

/** How many makers back a provider is followed. */
const FARTHEST = 4;

/** The surface of a provider, by what it is imported from or made with, here or in another file, else by its name; `baseOf` gives the address of a maker. */
export function surfaceOfProvider(
  catalog: Catalog,
  evaluator: Evaluator,
  via: CallExpression,
  baseOf: (maker: Expression) => string | null,
): SurfaceClaim | 'foreign' {
  const root = chainNames(via.callee)[0] ?? '';
  const named = (module: Evaluator, name: string, at: number, depth: number): SurfaceClaim | 'foreign' => {
    for (const { value } of module.scope.bindingsOf(name, at)) {
      if (value.kind === 'import') {
        const surface = surfaceOfModule(catalog, value.source);
        const detail = `${root} (${value.source})`;
        if (surface !== null) return { surface: surface.id, evidence: { kind: 'provider', detail } };
        const other = depth < FARTHEST ? module.moduleOf(value.source) : null;
        const there =
          other === null ? UNKNOWN_SURFACE : named(other, value.name, other.program.root.end, depth + 1);
        if (there === 'foreign') return there;
        if (there.surface !== 'unknown') return madeIn(value.source, there);
      }
      if (value.kind === 'call' && depth < FARTHEST) {
        const base = module === evaluator ? baseOf(value) : baseIn(textsGiven(module, value));
        if (base !== null) return surfaceOfBase(catalog, base);
        const inner = chainNames(value.callee)[0];
        if (inner !== undefined && inner !== name) return named(module, inner, at, depth + 1);
      }
    }
    return UNKNOWN_SURFACE;
  };
  const claim = named(evaluator, root, via.start, 0);
  return claim === 'foreign' || claim.surface !== 'unknown' ? claim : byName(root);
}

/** What a maker of another file is given. */
const textsGiven = (module: Evaluator, { args }: CallExpression): readonly Result[] =>
  args.map(({ value }) => module.evaluate(value));

function byName(root: string): SurfaceClaim {
  if (/vertex/i.test(root)) return { surface: 'vertex-ai', evidence: { kind: 'provider', detail: root } };
  return /^google(?:ai|genai)?$/i.test(root)
    ? { surface: 'gemini-api', evidence: { kind: 'provider', detail: root } }
    : UNKNOWN_SURFACE;
}
