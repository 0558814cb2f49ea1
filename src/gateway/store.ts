// Where a workspace keeps the snapshots of its gateways: one dated file each, never half a file.
import { randomBytes } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Config, GatewayConfig } from '../config/schema.ts';
import { readRegularTextIfAny } from '../workspace/readRegularFile.ts';
import { makeRecordFolder } from '../workspace/records.ts';
import { isSnapshotName, snapshotsIn } from './kept.ts';
import type { GatewaySnapshot } from './types.ts';
import type { SnapshotStore } from './world.ts';

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
  return join(workingFolder, '.veo-audit', 'gateways');
}

/** Writes a snapshot and gives its path. One of the same gateway and day is replaced. */
export async function saveSnapshot(folder: string, snapshot: GatewaySnapshot): Promise<string> {
  await makeRecordFolder(folder);
  const path = join(folder, `${snapshot.gateway}-${snapshot.day}.json`);
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(`${JSON.stringify(snapshot, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  return path;
}

/** Every readable snapshot of a gateway, oldest first. A damaged file is left out. */
export async function readSnapshots(
  workingFolder: string,
  gateway: string,
  settings: GatewayConfig,
): Promise<readonly GatewaySnapshot[]> {
  const folder = gatewayFolder(workingFolder);
  const dated = (await readdir(folder).catch(() => [])).filter((name) => isSnapshotName(name, gateway));
  const named = settings.catalog === undefined ? [] : within(workingFolder, settings.catalog);
  const paths = [...dated.map((name) => join(folder, name)), ...named];
  const files = paths.map((path) => ({ path, text: readRegularTextIfAny(path, 'snapshot') ?? '' }));
  return snapshotsIn(files, gateway, settings);
}

/** The snapshots of every gateway of a configuration by its name, for audits. */
export async function readAllSnapshots(
  workingFolder: string,
  { gateways = {} }: Config,
): Promise<Readonly<Record<string, readonly GatewaySnapshot[]>>> {
  const entries = Object.entries(gateways).map(
    async ([name, settings]) => [name, await readSnapshots(workingFolder, name, settings)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

/** A configuration may name files of its workspace only. */
function within(workingFolder: string, path: string): readonly string[] {
  const full = resolve(workingFolder, path);
  const way = relative(workingFolder, full);
  return way.startsWith('..') || isAbsolute(way) ? [] : [full];
}
