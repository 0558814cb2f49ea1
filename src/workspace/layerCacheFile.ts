// The file that keeps a cache of layers: it may be deleted at any time, and whatever is wrong with it costs time only.
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Catalog } from '../catalog/catalog.ts';
import { LayerCache, type Remembered } from './layerCache.ts';
import { readRegularFile } from './readRegularFile.ts';

/** Fewer characters than this are read sooner than a file is written. */
const LEAST_ADDED = 200_000;

/** A cache that has not been used for so long belongs to a folder that is gone. */
const OLD_MS = 30 * 24 * 3600 * 1000;

interface Kept extends Remembered {
  readonly stamp: string;
}

/** What layers follow from beside their documents: the program, as its build names itself, and the facts. */
export function stampOf(build: string, { data }: Catalog): string {
  return sha1(Buffer.from(`${build}\n${JSON.stringify(data)}`));
}

/** The cache as it was kept under the same stamp; an empty one otherwise. Never throws. */
export function loadLayers(file: string, stamp: string): LayerCache {
  try {
    const bytes = readRegularFile(file, 'cache');
    const body = bytes.subarray(SHA1_LENGTH);
    if (bytes.toString('latin1', 0, SHA1_LENGTH) !== sha1(body)) return new LayerCache();
    const kept: Kept = deserialize(body);
    return kept.stamp === stamp ? new LayerCache(kept) : new LayerCache();
  } catch {
    return new LayerCache();
  }
}

/**
 * Keeps a cache to which at least so many characters were added. Never throws: a folder that cannot be written costs the next
 * run its time.
 */
export function saveLayers(file: string, stamp: string, cache: LayerCache, least = LEAST_ADDED): void {
  if (cache.added < least) return;
  const kept: Kept = { stamp, ...cache.remembered };
  const body = serialize(kept);
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, Buffer.concat([Buffer.from(sha1(body), 'latin1'), body]), { mode: 0o600 });
    renameSync(temporary, file);
    removeOld(dirname(file));
  } catch {
    removeIfAny(temporary);
  }
}

function removeIfAny(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder is none, or is another's.
  }
}

function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (Date.now() - statSync(path).mtimeMs > OLD_MS) rmSync(path, { force: true });
  }
}

const SHA1_LENGTH = 40;

const sha1 = (bytes: Buffer): string => createHash('sha1').update(bytes).digest('hex');
