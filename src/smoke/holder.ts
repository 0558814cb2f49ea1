// Who holds a lock, and whether that process is still alive, as far as this process can know.
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod';
import { parseJson } from './json.ts';

const HolderSchema = z.strictObject({
  host: z.string(),
  /** The boot of the machine; empty where the system has no name for it. */
  boot: z.string(),
  /** Where its process ID counts: the namespaces on Linux, otherwise the system; null where that is not known. */
  space: z.string().nullable(),
  pid: z.int().min(1),
  /** When it started, in the kernel's own units: tells it from a later process with the same ID. Null if not known. */
  start: z.string().nullable(),
});
export type Holder = z.infer<typeof HolderSchema>;

/** This process as the holder of a lock. */
export function thisProcess(): Holder {
  const { pid, platform } = process;
  const here = { host: hostname(), pid };
  if (platform !== 'linux') return { ...here, boot: '', space: platform, start: null };
  return {
    ...here,
    boot: read('/proc/sys/kernel/random/boot_id') ?? '',
    space: linuxSpace(),
    start: startOf(pid)?.start ?? null,
  };
}

/** The holder that a lock file names; null where it names none. */
export function readHolder(text: string): Holder | null {
  const parsed = HolderSchema.safeParse(parseJson(text.split('\n')[0] ?? ''));
  return parsed.success ? parsed.data : null;
}

/** Whether a holder lives. `unknown` wherever its process ID means nothing here: another machine, boot or container. */
export function lifeOf(holder: Holder, here = thisProcess()): 'alive' | 'dead' | 'unknown' {
  const sameSpace = here.space !== null && here.space === holder.space;
  if (!sameSpace || holder.host !== here.host || holder.boot !== here.boot) return 'unknown';
  if (!existsProcess(holder.pid)) return 'dead';
  const found = startOf(holder.pid);
  if (found === null || holder.start === null) return 'alive';
  return found.start === holder.start && !found.ended ? 'alive' : 'dead';
}

/**
 * The namespaces that give process IDs and start times their meaning. Null where `/proc` belongs to another namespace:
 * what it says of an ID is about somebody else.
 */
function linuxSpace(): string | null {
  if (link('/proc/self') !== String(process.pid)) return null;
  const pids = link('/proc/self/ns/pid');
  return pids === null ? null : `${pids} ${link('/proc/self/ns/time') ?? ''}`;
}

function existsProcess(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/** Field 22 of `stat`, and whether only the entry of an ended process is left. The name before may hold anything. */
function startOf(pid: number): { readonly start: string; readonly ended: boolean } | null {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, start] = [fields[0], fields[19]];
  return state === undefined || start === undefined ? null : { start, ended: state === 'Z' || state === 'X' };
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}

function link(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}
