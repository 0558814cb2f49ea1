// One model on one surface, as the parts of an estimate ask the catalog about it.
import type { Catalog } from '../catalog/catalog.ts';
import { sourceWords } from '../catalog/sources.ts';
import type { Constraint, PriceRow, SurfaceId } from '../catalog/types.ts';

export interface Scope {
  readonly catalog: Catalog;
  readonly model: string;
  readonly surface: SurfaceId;
}

/** The surface's name for people (`the Gemini API`). */
export function nameOf({ catalog, surface }: Pick<Scope, 'catalog' | 'surface'>): string {
  const name = catalog.surface(surface)?.name ?? surface;
  return name === 'Gemini API' ? `the ${name}` : name;
}

/** Sources by their titles: their keys are for the catalog and for scripts. */
export function cited({ catalog }: Scope, keys: readonly string[]): string {
  return sourceWords(catalog, keys);
}

/** The surface's own row of a limit or default. */
export function constraintOf({ catalog, model, surface }: Scope, key: string): Constraint | undefined {
  return catalog.constraint(surface, model, key);
}

/** The rows of the resolutions that the surface accepts; all of them where it does not say which it does. */
export function allowedRows(scope: Scope, rows: readonly PriceRow[]): readonly PriceRow[] {
  const allowed = constraintOf(scope, 'resolution.allowed')?.value;
  if (!Array.isArray(allowed)) return rows;
  // Where sources disagree on a resolution, a request may ask for it.
  const disputed = constraintOf(scope, 'resolution.disputed')?.value;
  const possible = ['any', ...allowed, ...(Array.isArray(disputed) ? disputed : [])];
  const accepted = rows.filter(({ resolution }) => possible.includes(resolution));
  return accepted.length > 0 ? accepted : rows;
}

/**
 * The numbers that a parameter may have: the surface's own, otherwise those that Google's surfaces take from
 * models of the same family (a gateway cannot make what Google does not). Empty where nobody says.
 */
export function allowedNumbers(scope: Scope, key: string): readonly number[] {
  const own = numbersIn(constraintOf(scope, `${key}.allowed`)?.value);
  if (own.length > 0) return own;
  const family = familyOf(scope);
  const kin = new Set(
    scope.catalog.models.filter((model) => model.family === family).map((model) => model.id),
  );
  const rows = scope.catalog.constraints.filter(
    (row) =>
      row.key === `${key}.allowed` &&
      scope.catalog.surface(row.surface)?.kind === 'google' &&
      row.models.some((model) => kin.has(model)),
  );
  return [...new Set(rows.flatMap((row) => numbersIn(row.value)))].sort((a, b) => a - b);
}

function familyOf({ catalog, model, surface }: Scope): string | null {
  const family = catalog.model(model)?.family;
  return family ?? catalog.aliases(model).find((alias) => alias.surface === surface)?.family ?? null;
}

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}
