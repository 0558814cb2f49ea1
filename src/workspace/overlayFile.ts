// The file in which a workspace keeps the facts it accepted after the release of the program.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import type { CatalogOverlay } from '../refresh/overlay.ts';
import { OVERLAY_FOLDER, OVERLAY_NAME, withOverlay } from '../refresh/overlay.ts';
import { RECORDS } from './recordRules.ts';
import { readInside, writeJsonRecord } from './records.ts';
import { reasonOf } from './skipped.ts';

/** As it is printed. */
export const OVERLAY_FILE = `${RECORDS}/${OVERLAY_FOLDER}/${OVERLAY_NAME}`;

/** The workspace's facts do not count. The message is a sentence that says why and what to do. */
export class BrokenOverlayError extends Error {}

/** The workspace's own facts; null where it has none. @throws BrokenOverlayError where they are not valid */
export async function readOverlay(workspace: string, bundled: Catalog): Promise<CatalogOverlay | null> {
  if (!existsSync(join(workspace, OVERLAY_FILE))) return null;
  const { InvalidOverlayError, parseOverlay } = await import('../refresh/readOverlay.ts');
  try {
    return parseOverlay(readInside(workspace, OVERLAY_FILE, 'snapshot'), bundled.data);
  } catch (error) {
    const reason = error instanceof InvalidOverlayError ? error.message : reasonOf(error);
    throw new BrokenOverlayError(
      `${OVERLAY_FILE} cannot be used: ${reason}. Remove it, or accept rows anew by veo-audit catalog refresh.`,
    );
  }
}

/** The bundled facts with those of the workspace. @throws BrokenOverlayError */
export async function workspaceCatalog(workspace: string, bundled: () => Promise<Catalog>): Promise<Catalog> {
  const catalog = await bundled();
  const overlay = await readOverlay(workspace, catalog);
  return overlay === null ? catalog : withOverlay(catalog, overlay);
}

/** Writes the facts, whole or not at all, and gives the file's place. @throws RecordPlaceError */
export async function writeOverlay(workspace: string, overlay: CatalogOverlay): Promise<string> {
  const folder = join(workspace, RECORDS, OVERLAY_FOLDER);
  const path = await writeJsonRecord(folder, OVERLAY_NAME, 'snapshot', overlay);
  return relative(workspace, path).replaceAll('\\', '/');
}
