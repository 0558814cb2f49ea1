// What is known of one file between two readings, and how it counts.
import { holdsSuppression } from '../../audit/suppressions.ts';
import type { DocumentLayer } from '../../audit/types.ts';
import { GATE } from '../../detect/gate.ts';
import type { TextDocument } from '../../detect/types.ts';
import { mayHoldUnspelled } from '../../routes/hints.ts';
import { isOwnOutput } from '../ownOutput.ts';
import type { PutFile } from './types.ts';

/** How a file counts: its findings are reported, its IDs are only explained, or it is the team's configuration. */
export type Standing = 'reported' | 'explained' | 'config';

export interface FileState {
  readonly given: PutFile;
  readonly standing: Standing;
  /** Its IDs; null where they are looked for when it is read. */
  readonly references: DocumentLayer['references'] | null;
  /** The same object as long as nothing asks for another reading. */
  readonly stamp: object;
  /** What it says alone; null until it is read. */
  readonly layer: DocumentLayer | null;
  /** The files that the reading asked for. */
  readonly asked: ReadonlySet<string>;
}

/** Evidence, journals and snapshots quote IDs that nobody sends. */
const OWN_RECORDS = /(?:^|\/)\.veo-audit\//;

/** How a file counts, given what the team ignores and where its configuration is. */
export function standingOf(
  { path, text, isScanned }: PutFile,
  configFile: string,
  isIgnored: (path: string) => boolean,
): Standing {
  if (path === configFile) return 'config';
  const isRead = isScanned && GATE.test(text) && !OWN_RECORDS.test(path) && !isIgnored(path);
  return isRead && !isOwnOutput(text) ? 'reported' : 'explained';
}

/** The first look at a file; null for a closed one with nothing to say. `isAnswered`: something was said of it before. */
export function firstLook(
  given: PutFile,
  standing: Standing,
  find: (document: TextDocument) => DocumentLayer['references'],
  { asked = new Set(), isAnswered }: { readonly asked?: ReadonlySet<string>; readonly isAnswered: boolean },
): FileState | null {
  const state = { given, standing, layer: null, asked, stamp: {} };
  // A document that is typed in is looked at when it is read: what was said before is carried over meanwhile.
  if (given.version !== null && isAnswered) return { ...state, references: null };
  if (given.version === null && standing === 'explained') return null;
  const document = documentOf(given);
  const references = find(document);
  const isTelling = references.length > 0 || mayHoldUnspelled(document) || holdsSuppression(document);
  return isTelling || given.version !== null || standing === 'config' ? { ...state, references } : null;
}

export function documentOf({ path, text, language }: PutFile): TextDocument {
  return language === undefined ? { path, text } : { path, text, language };
}

/** Whether what a file says may matter to others, or be held against a contract. */
export const concernsOthers = ({ layer, standing }: Pick<FileState, 'layer' | 'standing'>): boolean =>
  layer !== null &&
  (layer.config !== null || layer.routes.length > 0 || layer.notes.length > 0 || standing === 'config');
