// The body that a command of curl would send, as far as it is understood.
import type { SyntaxNode } from '../../../routes/syntax/tree.ts';
import { understoodOr } from '../said.ts';
import type { RequestFacts } from '../use.ts';
import { bodyEdit } from './body.ts';

/** The quoted body; null where it is not written as one text, or not understood. */
export function saidInShell(command: SyntaxNode, facts: RequestFacts, model: string): string | null {
  const { text, usualSeconds } = facts;
  const data = command.children.find(({ type }) => type === 'raw_string');
  if (data === undefined) return null;
  return understoodOr(() => bodyEdit(data, text, model, usualSeconds).newText, '') || null;
}
