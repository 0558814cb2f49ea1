// The one way to check a gateway, for the command line and the editor: ask where the user allows it, keep what came,
// say what it means.

import { type AllowedAddress, shownAddress } from '../gateway/address.ts';
import { UnreadableAnswerError } from '../gateway/answer.ts';
import { FetchCatalogError, fetchCatalog } from '../gateway/fetchCatalog.ts';
import { snapshotOf } from '../gateway/snapshot.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { GatewayWorld } from '../gateway/world.ts';
import { messageOf } from '../thrown.ts';
import { checkSnapshot, type GatewayCheck, type GatewaySubject } from './checkSnapshot.ts';

/** Where the catalog comes from. */
export type CatalogSource =
  /** From an address that the user has allowed (`allowAddress`). */
  | { readonly kind: 'fetch'; readonly address: AllowedAddress }
  /** From the text of a saved answer or snapshot; `day` is when it was saved, where that is known. */
  | { readonly kind: 'saved'; readonly text: string; readonly from: string; readonly day: string | null }
  /** From the newest snapshot that is kept. */
  | { readonly kind: 'kept' };

export interface GatewayAnswer {
  /** Null where nothing readable came and nothing is kept. */
  readonly check: GatewayCheck | null;
  /** Why the catalog that was asked for did not come, a sentence or two for people; null where it came. */
  readonly fault: string | null;
  /** Where a fetched catalog is kept now; null where none was. */
  readonly keptAs: string | null;
}

/**
 * Checks a gateway. Only `fetch` asks anybody, and only there a snapshot is written: when nothing readable comes, the
 * kept ones stay as they are, the newest is checked instead, and `fault` says so.
 */
export async function checkGateway(
  subject: GatewaySubject,
  source: CatalogSource,
  world: GatewayWorld,
): Promise<GatewayAnswer> {
  const { gateway, settings, asOf } = subject;
  const { kind } = settings;
  const kept = await world.store.list(gateway, settings);
  const checked = (snapshot: GatewaySnapshot | undefined): GatewayCheck | null =>
    snapshot === undefined ? null : checkSnapshot(snapshot, kept, subject);
  const last = kept.at(-1);
  try {
    if (source.kind === 'kept') {
      const fault = last === undefined ? `No snapshot of the catalog of ${gateway} is kept.` : null;
      return { check: checked(last), fault, keptAs: null };
    }
    if (source.kind === 'saved') {
      const { text, from, day } = source;
      const snapshot = snapshotOf(text, { gateway, kind, day: day ?? asOf, from });
      return { check: checked({ ...snapshot, gateway }), fault: null, keptAs: null };
    }
    const { url, key } = source.address;
    const text = await fetchCatalog(url, { ...world, key });
    const snapshot = snapshotOf(text, { gateway, kind, day: world.today(), from: shownAddress(url) });
    return { check: checked(snapshot), ...(await keep(snapshot, world)) };
  } catch (error) {
    if (!(error instanceof FetchCatalogError) && !(error instanceof UnreadableAnswerError)) throw error;
    if (source.kind === 'saved')
      return { check: null, fault: `${source.from}: ${error.message}`, keptAs: null };
    const instead =
      last === undefined
        ? 'There is no earlier snapshot.'
        : `The snapshot of ${last.day} stays and is shown instead.`;
    return { check: checked(last), fault: `${error.message} ${instead}`, keptAs: null };
  }
}

/** A catalog that came is worth showing, also where it cannot be written down. */
async function keep(
  snapshot: GatewaySnapshot,
  { store }: GatewayWorld,
): Promise<Pick<GatewayAnswer, 'fault' | 'keptAs'>> {
  try {
    return { fault: null, keptAs: await store.save(snapshot) };
  } catch (error) {
    const reason = messageOf(error);
    return { fault: `The catalog came, but its snapshot could not be kept: ${reason}.`, keptAs: null };
  }
}
