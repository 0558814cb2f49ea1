// The hosts that a key may be for, so that nobody types one from memory. Needs no editor.
import type { Catalog } from '../../catalog/catalog.ts';
import { hostOf } from '../../smoke/keys.ts';
import { t } from '../../words/words.ts';

export interface KnownHost {
  readonly host: string;
  readonly who: string;
}

/** What is known beside the catalog. */
export interface HostsHere {
  /** The location of Vertex AI in use. */
  readonly location: string;
  /** Hosts that have a key. */
  readonly kept: readonly string[];
  /** Gateways by their names in veo-audit.yaml. */
  readonly gateways: Readonly<Record<string, { readonly url?: string | undefined }>>;
}

/** Hosts that have a key already, the team's gateways, then those of the catalog, Google's first. */
export function knownHosts(catalog: Catalog, { location, kept, gateways }: HostsHere): readonly KnownHost[] {
  const own = kept.map((host) => ({ host, who: t('has a key, which is replaced') }));
  const teams = Object.entries(gateways).flatMap(([name, { url }]) => {
    const host = url === undefined ? null : hostOf(url);
    return host === null || kept.includes(host)
      ? []
      : [{ host, who: t('the gateway {0} of veo-audit.yaml', name) }];
  });
  const listed = catalog.surfaces
    .toSorted((a, b) => Number(b.kind === 'google') - Number(a.kind === 'google'))
    .flatMap(({ name, hosts }) =>
      hosts.map((host) => ({
        host: host.replace(/^\*aiplatform\./, `${location}-aiplatform.`),
        who: name,
      })),
    )
    .filter(({ host }) => !host.includes('*') && ![...own, ...teams].some((known) => known.host === host));
  return [...own, ...teams, ...listed];
}
