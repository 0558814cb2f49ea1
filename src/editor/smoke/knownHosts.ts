// The hosts that a key may be for, so that nobody types one from memory. Needs no editor.
import type { Catalog } from '../../catalog/catalog.ts';

export interface KnownHost {
  readonly host: string;
  readonly who: string;
}

/** Hosts that have a key already, then those of the catalog, Google's first; Vertex AI's with the location in use. */
export function knownHosts(
  catalog: Catalog,
  location: string,
  kept: readonly string[],
): readonly KnownHost[] {
  const own = kept.map((host) => ({ host, who: 'has a key, which is replaced' }));
  const listed = catalog.surfaces
    .toSorted((a, b) => Number(b.kind === 'google') - Number(a.kind === 'google'))
    .flatMap(({ name, hosts }) =>
      hosts.map((host) => ({
        host: host.replace(/^\*aiplatform\./, `${location}-aiplatform.`),
        who: name,
      })),
    )
    .filter(({ host }) => !host.includes('*') && !kept.includes(host));
  return [...own, ...listed];
}
