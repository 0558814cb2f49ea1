// Where a workspace keeps the snapshots of its gateways: one dated file each, never half a file.
import type { Config, GatewayConfig } from '../contracts/schema.ts';
import type { OnUnreadable } from '../gateway/kept.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { SnapshotStore } from '../gateway/world.ts';
import type { Files } from './files.ts';
import { readRecord, recordPaths, writeJsonRecord } from './records.ts';

/** The snapshots of a workspace. One of the same gateway and day is replaced, unless it is of another version. */
export function snapshotStore(files: Files): SnapshotStore {
  return {
    list: (gateway, settings) => readSnapshots(files, gateway, settings),
    save: (snapshot) =>
      writeJsonRecord(files, 'gateways', `${snapshot.gateway}-${snapshot.day}.json`, snapshot),
  };
}

/** The snapshots of every gateway of a configuration by its name, oldest first. What holds none is named to `onUnreadable`. */
export async function readAllSnapshots(
  files: Files,
  gateways: Config['gateways'] = {},
  onUnreadable?: OnUnreadable,
): Promise<Readonly<Record<string, readonly GatewaySnapshot[]>>> {
  const entries = Object.entries(gateways).map(
    async ([name, settings]) => [name, await readSnapshots(files, name, settings, onUnreadable)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

async function readSnapshots(
  files: Files,
  gateway: string,
  settings: GatewayConfig,
  onUnreadable?: OnUnreadable,
): Promise<readonly GatewaySnapshot[]> {
  const [{ isSnapshotName, snapshotsIn }, kept] = await Promise.all([
    import('../gateway/kept.ts'),
    recordPaths(files, 'gateways'),
  ]);
  const dated = kept.filter((path) => isSnapshotName(path.slice(path.lastIndexOf('/') + 1), gateway));
  // A configuration may name files of its workspace only.
  const paths = settings.catalog === undefined ? dated : [...dated, settings.catalog];
  const read = await Promise.all(paths.map((path) => readRecord(files, 'gateways', path)));
  return snapshotsIn(read, gateway, settings, onUnreadable);
}
