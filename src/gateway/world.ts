// What a gateway check needs from the world, so that the command line, the editor and tests can each bring their own.
import type { Day } from '../catalog/types.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import type { GatewaySnapshot } from './types.ts';

/** Where snapshots are kept. */
export interface SnapshotStore {
  /** Every readable snapshot of a gateway, oldest first; damaged ones are left out. */
  list(gateway: string, settings: GatewayConfig): Promise<readonly GatewaySnapshot[]>;
  /** Keeps a snapshot, whole or not at all, and gives its place for people. One of the same gateway and day is replaced. */
  save(snapshot: GatewaySnapshot): Promise<string>;
}

export interface GatewayWorld {
  readonly fetch: typeof globalThis.fetch;
  /** The day on which a catalog is fetched. */
  today(): Day;
  readonly store: SnapshotStore;
  /** How long is waited for a whole answer, and how large it may be once unpacked. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Ends the question early. */
  readonly signal?: AbortSignal | undefined;
}
