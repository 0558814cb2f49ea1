// Where a workspace keeps the snapshots of its gateways: one dated file each, never half a file.
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Config, GatewayConfig } from '../contracts/schema.ts';
import { isSnapshotName, type OnUnreadable, snapshotsIn } from '../gateway/kept.ts';
import type { GatewaySnapshot } from '../gateway/types.ts';
import type { SnapshotStore } from '../gateway/world.ts';
import { RECORDS } from './recordRules.ts';
import { readInsideIfAny, writeJsonRecord } from './records.ts';

/** The snapshots of a working folder on disk. */
export function folderStore(workingFolder: string): SnapshotStore {
  return {
    list: (gateway, settings) => readSnapshots(workingFolder, gateway, settings),
    save: async (snapshot) =>
      relative(workingFolder, await saveSnapshot(gatewayFolder(workingFolder), snapshot)).replaceAll(
        '\\',
        '/',
      ),
  };
}

/** The folder of the snapshots. */
export function gatewayFolder(workingFolder: string): string {
  return join(workingFolder, RECORDS, 'gateways');
}

/**
 * Writes a snapshot and gives its path. One of the same gateway and day is replaced.
 * @throws RecordPlaceError where that is of another version
 */
export async function saveSnapshot(folder: string, snapshot: GatewaySnapshot): Promise<string> {
  return writeJsonRecord(folder, `${snapshot.gateway}-${snapshot.day}.json`, 'snapshot', snapshot);
}

/** Every readable snapshot of a gateway, oldest first. What holds none is named to `onUnreadable`. */
export async function readSnapshots(
  workingFolder: string,
  gateway: string,
  settings: GatewayConfig,
  onUnreadable?: OnUnreadable,
): Promise<readonly GatewaySnapshot[]> {
  const folder = gatewayFolder(workingFolder);
  const dated = (await readdir(folder).catch(() => [])).filter((name) => isSnapshotName(name, gateway));
  const paths = [
    ...dated.map((name) => `${RECORDS}/gateways/${name}`),
    // A configuration may name files of its workspace only.
    ...(settings.catalog === undefined ? [] : [settings.catalog]),
  ];
  const files = paths.map((path) => ({
    path,
    text: readInsideIfAny(workingFolder, path, 'snapshot'),
  }));
  return snapshotsIn(files, gateway, settings, onUnreadable);
}

/** The snapshots of every gateway of a configuration by its name, for audits. */
export async function readAllSnapshots(
  workingFolder: string,
  { gateways = {} }: Config,
  onUnreadable?: OnUnreadable,
): Promise<Readonly<Record<string, readonly GatewaySnapshot[]>>> {
  const entries = Object.entries(gateways).map(
    async ([name, settings]) =>
      [name, await readSnapshots(workingFolder, name, settings, onUnreadable)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
