// The file in which a workspace keeps the facts it accepted after the release of the program.
import type { Catalog } from '../catalog/catalog.ts';
import { type CatalogOverlay, InvalidOverlayError, OVERLAY_NAME, withOverlay } from '../refresh/overlay.ts';
import { type Files, readInside } from './files.ts';
import { recordFolder, writeJsonRecord } from './records.ts';
import { MissingFileError, reasonOf } from './skipped.ts';

/** As it is printed. */
export const OVERLAY_FILE = `${recordFolder('catalog')}/${OVERLAY_NAME}`;

/** The workspace's facts do not count. The message is a sentence that says why and what to do. */
export class BrokenOverlayError extends Error {}

export interface AcceptedFacts {
  /** The bundled facts with those that the workspace has accepted. */
  readonly catalog: Catalog;
  /** What it has accepted; null where that is nothing. */
  readonly overlay: CatalogOverlay | null;
}

/** The facts that count in a workspace. @throws BrokenOverlayError where those of its own are not valid */
export async function acceptedFacts(files: Files, bundled: Catalog): Promise<AcceptedFacts> {
  const overlay = await readOverlay(files, bundled);
  return { catalog: overlay === null ? bundled : withOverlay(bundled, overlay), overlay };
}

async function readOverlay(files: Files, bundled: Catalog): Promise<CatalogOverlay | null> {
  try {
    const text = new TextDecoder().decode(await readInside(files, OVERLAY_FILE, 'snapshot'));
    const { parseOverlay } = await import('../refresh/readOverlay.ts');
    return parseOverlay(text, bundled.data);
  } catch (error) {
    if (error instanceof MissingFileError) return null;
    const reason = error instanceof InvalidOverlayError ? error.message : reasonOf(error);
    throw new BrokenOverlayError(
      `${OVERLAY_FILE} cannot be used: ${reason}. Remove it, or accept rows anew by veo-audit catalog refresh.`,
    );
  }
}

/** Writes the facts, whole or not at all, and gives the file's place. @throws RecordPlaceError */
export function writeOverlay(files: Files, overlay: CatalogOverlay): Promise<string> {
  return writeJsonRecord(files, 'catalog', OVERLAY_NAME, overlay);
}
