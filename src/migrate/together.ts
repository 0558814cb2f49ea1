// Requests of one file that share a constant or a function move together, or not at all.

import type { TextEdit } from '../routes/types.ts';
import type { Rewriting } from './rewrite/rewrite.ts';

/** What becomes of a draft: its edits with those that it cannot be without. */
export interface Settled {
  readonly edits: readonly TextEdit[] | null;
  readonly whyNoEdits: string | null;
  /** How many other requests of the file move with it. */
  readonly others: number;
}

const SHARED = 'What would change for it is changed for another request in another way.';

/** The drafts of one file on one way, in their order, with the edits of those that they need. */
export function settled(drafts: readonly Rewriting[]): readonly Settled[] {
  const failed = new Map<Rewriting, string>();
  const isOpen = (draft: Rewriting): boolean => draft.edits !== null && !failed.has(draft);
  for (let before = -1; before !== failed.size; ) {
    before = failed.size;
    for (const draft of drafts.filter(isOpen)) {
      const lacking = draft.needs.find(({ at }) => !drafts.some((one) => isOpen(one) && covers(one, at)));
      if (lacking !== undefined) failed.set(draft, lacking.why);
      else if (meet(linked(draft, drafts.filter(isOpen)))) failed.set(draft, SHARED);
    }
  }
  return drafts.map((draft) => {
    if (!isOpen(draft)) return { edits: null, whyNoEdits: failed.get(draft) ?? draft.whyNoEdits, others: 0 };
    const group = linked(draft, drafts.filter(isOpen));
    return { edits: editsOf(group), whyNoEdits: null, others: group.length - 1 };
  });
}

const covers = ({ covers: own }: Rewriting, at: number): boolean => own.includes(at);

/** A draft and all that it needs, and that those need. */
function linked(draft: Rewriting, among: readonly Rewriting[]): readonly Rewriting[] {
  const group = [draft];
  for (const one of group)
    for (const { at } of one.needs)
      for (const other of among) if (covers(other, at) && !group.includes(other)) group.push(other);
  return group;
}

/** The edits of a group; what several of them ask for is made once. */
function editsOf(group: readonly Rewriting[]): readonly TextEdit[] {
  const edits = group.flatMap(({ edits: own }) => own ?? []);
  return [...new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.newText}`, edit])).values()];
}

/** Whether edits overlap, or two requests ask for different things at one place. */
function meet(group: readonly Rewriting[]): boolean {
  const sorted = editsOf(group).toSorted((a, b) => a.start - b.start || a.end - b.end);
  const isOfOne = (a: TextEdit, b: TextEdit): boolean =>
    group.some(({ edits }) => [a, b].every((one) => edits?.some((edit) => isSame(edit, one))));
  return sorted.some((edit, at) => {
    const before = sorted[at - 1];
    if (before === undefined) return false;
    const isDouble = edit.start === before.start && edit.end === before.end && !isOfOne(edit, before);
    return edit.start < before.end || isDouble;
  });
}

const isSame = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start && a.end === b.end && a.newText === b.newText;
