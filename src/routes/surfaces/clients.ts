// Whose client a call is made on: by its import, its base URL, its constructor, or its name. A method's name proves nothing.
import type { Catalog } from '../../catalog/catalog.ts';
import type { Surface } from '../../catalog/types.ts';
import { hostOf } from '../../detect/places.ts';
import { type SurfaceClaim, surfaceOfHost, UNKNOWN_SURFACE } from '../../detect/surface.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { chainNames, chainOf, type Expression } from '../values/expression.ts';
import { makersOf } from './makers.ts';

/** The surface whose package an import names; null where it is nobody's. */
export function surfaceOfModule(catalog: Catalog, source: string): Surface | null {
  const names = (module: string): boolean =>
    source === module || (source.startsWith(module) && /^[/.]/.test(source.slice(module.length)));
  return catalog.data.surfaces.find(({ modules }) => modules?.some(names) ?? false) ?? null;
}

/** The surface that a name speaks for by one of its words (`kieClient`, `runway_client`); null where none does. */
export function surfaceOfName(catalog: Catalog, name: string): Surface | null {
  const words = new Set(
    (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+/g) ?? []).map((word) => word.toLowerCase()),
  );
  return (
    catalog.data.surfaces.find(({ clients }) => clients?.some((word) => words.has(word)) ?? false) ?? null
  );
}

/** What a base URL says: the surface that answers there, or `foreign` where nobody known does. */
export function surfaceOfBase(catalog: Catalog, base: string): SurfaceClaim | 'foreign' {
  const host = hostOf(base);
  const surface = host === null ? undefined : surfaceOfHost(catalog, host);
  const id = surface?.id ?? (/litellm/i.test(base) ? 'litellm' : null);
  return id === null ? 'foreign' : { surface: id, evidence: { kind: 'base-url', detail: host ?? base } };
}

/** The surface of what is called, by the client that it is called on; `foreign` behind a base URL of nobody known. */
export function surfaceOfClient(
  catalog: Catalog,
  evaluator: Evaluator,
  callee: Expression,
  base: string | null,
): SurfaceClaim | 'foreign' {
  if (base !== null) return surfaceOfBase(catalog, base);
  const object = callee.kind === 'member' ? callee.object : callee;
  const roots = [
    ...makersOf(evaluator, object)
      .flatMap(chainOf)
      .map((call) => call.callee),
    object,
  ];
  for (const root of roots) {
    const imported = importOf(catalog, evaluator, root);
    if (imported !== null) return imported;
  }
  for (const root of roots) {
    for (const name of chainNames(root)) {
      const named = surfaceOfName(catalog, name);
      if (named !== null) return { surface: named.id, evidence: { kind: 'client', detail: name } };
    }
  }
  return UNKNOWN_SURFACE;
}

/** What the import behind a name says: its package, or the name of the file that it comes from. */
function importOf(catalog: Catalog, { scope }: Evaluator, root: Expression): SurfaceClaim | null {
  const [name] = chainNames(root);
  if (name === undefined) return null;
  for (const { value } of scope.bindingsOf(name, root.start)) {
    if (value.kind !== 'import') continue;
    const surface = /^[./@~]/.test(value.source)
      ? (surfaceOfModule(catalog, value.source) ??
        surfaceOfName(catalog, value.source.slice(value.source.lastIndexOf('/') + 1)))
      : surfaceOfModule(catalog, value.source);
    if (surface !== null) return { surface: surface.id, evidence: { kind: 'import', detail: value.source } };
  }
  return null;
}
