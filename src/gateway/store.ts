// Where a workspace keeps the snapshots of its gateways: one dated file each, never half a file.
import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Config, GatewayConfig } from '../config/schema.ts';
import { makeRecordFolder } from '../workspace/records.ts';
import { SNAPSHOT_SCHEMA, snapshotOf } from './snapshot.ts';
import type { GatewaySnapshot } from './types.ts';

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
  const dated = (await readdir(folder).catch(() => [])).filter(
    (name) =>
      name.startsWith(`${gateway}-`) && /^\d{4}-\d{2}-\d{2}\.json$/.test(name.slice(gateway.length + 1)),
  );
  const named = settings.catalog === undefined ? [] : within(workingFolder, settings.catalog);
  const found = await Promise.all(
    [...dated.map((name) => join(folder, name)), ...named].map((path) => readOne(path, gateway, settings)),
  );
  return found.filter((one) => one !== null).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
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

/** Only our own record says its day: a bare answer has none, so it speaks of no day. */
async function readOne(
  path: string,
  gateway: string,
  { kind }: GatewayConfig,
): Promise<GatewaySnapshot | null> {
  try {
    const text = await readFile(path, 'utf8');
    const day = /(\d{4}-\d{2}-\d{2})\.json$/.exec(path)?.[1];
    if (day === undefined && !text.includes(SNAPSHOT_SCHEMA)) return null;
    return { ...snapshotOf(text, { gateway, kind, day: day ?? '', from: path }), gateway };
  } catch {
    return null;
  }
}
