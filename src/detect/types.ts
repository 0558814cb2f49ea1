// What detection gives: places in a text where a Veo model ID is used or spoken of.
import type { SurfaceId } from '../catalog/types.ts';
import type { SurfaceEvidence } from './evidence.ts';

/** What part of a file speaks: program text, configuration, a comment, or prose. */
export type Role = 'code' | 'config' | 'comment' | 'prose';

/** What a file is for. */
export const FILE_PLACES = ['production', 'test', 'docs', 'sample', 'generated', 'recorded'] as const;
export type FilePlace = (typeof FILE_PLACES)[number];

/**
 * What a reference does where it stands. `request`: a request that was read sends it; `setting`: the text chooses it
 * for requests (a default, a model's key); `constant`: a value whose use is not seen; `listing`: one of several in a
 * list, a table, a type; `comparison`: something is held against it; `handle`: a part of a job's name; `text`: words.
 */
export type Use = 'request' | 'setting' | 'constant' | 'listing' | 'comparison' | 'handle' | 'text';

/** `official`: an ID Google released; `alias`: a gateway's spelling; `unknown`: looks like an ID, is in no catalog. */
export type ReferenceKind = 'official' | 'alias' | 'unknown';

/** A text to look at. `path` uses forward slashes and decides the format; nothing is read from disk. */
export interface TextDocument {
  readonly path: string;
  readonly text: string;
  /** The editor's language ID, where the path does not tell (untitled files, notebook cells). */
  readonly language?: string;
}

/** One model ID in a text. Offsets are UTF-16 code units; `text` is `document.text.slice(start, end)`. */
export interface Reference {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The ID with escapes resolved, as a server would receive it. */
  readonly id: string;
  readonly kind: ReferenceKind;
  /** The canonical Google ID; null for an alias or an unknown ID. */
  readonly model: string | null;
  readonly role: Role;
  readonly surface: SurfaceId;
  /** Why the surface is known; null when it is `unknown`. */
  readonly surfaceEvidence: SurfaceEvidence | null;
  /** What the file (or this part of it) is for. */
  readonly place: FilePlace;
  /** Why it is not production, as a short clause; null for production. */
  readonly placeEvidence: string | null;
  readonly use: Use;
  /** Why the use is that, as a short clause. */
  readonly useEvidence: string;
}
