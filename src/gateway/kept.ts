// Which files of the snapshots' folder are a gateway's, and what they say: for disks and for editors' file systems.
import { isDay } from '../catalog/days.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import { SNAPSHOT_SCHEMA, snapshotOf } from './snapshot.ts';
import type { GatewaySnapshot } from './types.ts';

/** A file that may hold a snapshot: its path as it is shown. */
export interface SnapshotFile {
  readonly path: string;
  readonly text: string;
}

/** Whether a file's name is that of a dated snapshot of the gateway. */
export function isSnapshotName(name: string, gateway: string): boolean {
  return name.startsWith(`${gateway}-`) && /^\d{4}-\d{2}-\d{2}\.json$/.test(name.slice(gateway.length + 1));
}

/** Every readable snapshot of a gateway among some files, oldest first. A damaged file is left out. */
export function snapshotsIn(
  files: readonly SnapshotFile[],
  gateway: string,
  { kind }: GatewayConfig,
): readonly GatewaySnapshot[] {
  return files
    .map((file) => read(file, gateway, kind))
    .filter((one) => one !== null)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Only our own record says its day: a bare answer has none, so it speaks of no day. */
function read(
  { path, text }: SnapshotFile,
  gateway: string,
  kind: GatewayConfig['kind'],
): GatewaySnapshot | null {
  try {
    const named = /(\d{4}-\d{2}-\d{2})\.json$/.exec(path)?.[1];
    const day = named !== undefined && isDay(named) ? named : undefined;
    if (day === undefined && !text.includes(SNAPSHOT_SCHEMA)) return null;
    return { ...snapshotOf(text, { gateway, kind, day: day ?? '', from: path }), gateway };
  } catch {
    return null;
  }
}
