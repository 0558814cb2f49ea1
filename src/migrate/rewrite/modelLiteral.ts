// The string that holds a model ID and nothing else.
import type { SyntaxNode } from '../../routes/syntax/tree.ts';
import type { Place } from '../../routes/types.ts';

/** Whether a quoted string is an ID, be it with the prefix of its resource name. */
export function isWholeId({ start, end }: SyntaxNode, id: Place, text: string): boolean {
  return end === id.end + 1 && /^["'`](?:models\/)?$/.test(text.slice(start, id.start));
}
