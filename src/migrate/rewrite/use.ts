// What the rewriting of a script knows of an operation and its uses.

import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';

export const BLOCKS: readonly string[] = ['statement_block', 'program', 'switch_case'];

export interface Waiting {
  readonly text: string;
  readonly quote: string;
  /** The name that the operation is kept under. */
  readonly name: string;
  /** The block in which that name is declared. */
  readonly block: SyntaxNode;
}

export interface UseEdits {
  readonly edits: readonly TextEdit[];
  /** Whether the use looks at the outcome. */
  readonly isCheck: boolean;
  /** The end of what was read with it, where it reaches further than the name. */
  readonly end?: number;
}

export const replaced = ({ start, end }: SyntaxNode, newText: string, isCheck = false): UseEdits => ({
  edits: [{ start, end, newText }],
  isCheck,
  end,
});

/** What the rewriting of a request knows besides the text. */
export interface RequestFacts {
  readonly text: string;
  readonly quote: string;
  /** The seconds that the old surface takes where none are given. */
  readonly usualSeconds: number | null;
}
