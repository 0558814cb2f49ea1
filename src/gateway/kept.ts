// Which files of the snapshots' folder are a gateway's, and what they say: for disks and for editors' file systems.
import { isDay } from '../catalog/days.ts';
import { byDay } from '../catalog/sightings.ts';
import type { GatewayConfig } from '../contracts/schema.ts';
import { SNAPSHOT_SCHEMA, snapshotOf } from './snapshot.ts';
import type { GatewaySnapshot } from './types.ts';

/** A file that may hold a snapshot: its path as it is shown, and its text; null where it could not be read. */
export interface SnapshotFile {
  readonly path: string;
  readonly text: string | null;
}

/** Told of each file that holds no snapshot, with the reason as a clause. */
export type OnUnreadable = (file: string, reason: string) => void;

/** Whether a file's name is that of a dated snapshot of the gateway. */
export function isSnapshotName(name: string, gateway: string): boolean {
  return name.startsWith(`${gateway}-`) && /^\d{4}-\d{2}-\d{2}\.json$/.test(name.slice(gateway.length + 1));
}

/** Every readable snapshot of a gateway among some files, oldest first. What holds none is named to `onUnreadable`. */
export function snapshotsIn(
  files: readonly SnapshotFile[],
  gateway: string,
  { kind }: GatewayConfig,
  onUnreadable: OnUnreadable = () => undefined,
): readonly GatewaySnapshot[] {
  return files
    .flatMap((file) => {
      const { snapshot, reason } = read(file, gateway, kind);
      if (snapshot === null) onUnreadable(file.path, reason);
      return snapshot ?? [];
    })
    .toSorted(byDay);
}

type Read =
  | { readonly snapshot: GatewaySnapshot; readonly reason: null }
  | { readonly snapshot: null; readonly reason: string };

const unreadable = (reason: string): Read => ({ snapshot: null, reason });

/** Only our own record says its day: a bare answer has none, so it speaks of no day. */
function read({ path, text }: SnapshotFile, gateway: string, kind: GatewayConfig['kind']): Read {
  if (text === null) return unreadable('it does not exist, or may not be read');
  try {
    const named = /(\d{4}-\d{2}-\d{2})\.json$/.exec(path)?.[1];
    const day = named !== undefined && isDay(named) ? named : undefined;
    if (day === undefined && !text.includes(SNAPSHOT_SCHEMA))
      return unreadable('it does not say its day: end its name in YYYY-MM-DD.json');
    const snapshot = snapshotOf(text, { gateway, kind, day: day ?? '', from: path });
    return { snapshot: { ...snapshot, gateway }, reason: null };
  } catch {
    return unreadable('it is damaged, or of another version');
  }
}
