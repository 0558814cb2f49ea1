// What a rewriting gives: its edits, and what ties it to other requests of its file.
import type { TextEdit } from '../../routes/types.ts';

/** A place that another request of the file has to settle, or there are no edits, for the reason that is said. */
export interface Need {
  readonly at: number;
  readonly why: string;
}

export interface Change {
  readonly edits: readonly TextEdit[];
  readonly needs: readonly Need[];
  /** Places that this change settles for others. */
  readonly covers: readonly number[];
}

/** The change with what others bring to it. */
export const combined = (...changes: readonly Change[]): Change => ({
  edits: changes.flatMap(({ edits }) => edits),
  needs: changes.flatMap(({ needs }) => needs),
  covers: changes.flatMap(({ covers }) => covers),
});

/** Edits that nothing else of the file has a part in. */
export const alone = (edits: readonly TextEdit[]): Change => ({ edits, needs: [], covers: [] });
