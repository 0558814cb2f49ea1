import type { SyntaxNode } from '../tree.ts';
import type { Lowering } from './lower.ts';

/** An identifier's text without the sign that some languages put before variables. */
export function nameText(lowering: Lowering, node: SyntaxNode): string {
  return lowering.text
    .slice(node.start, node.end)
    .replace(/^[$#:]+(?:env:|script:|global:)?|[?:!]$/gi, '')
    .replace(/^\{|\}$/g, '');
}

/** The name that a node spells, `Ptr` for `genai.Ptr` and `List` for `List<String>`. */
export function nameOf(lowering: Lowering, node: SyntaxNode | undefined): string {
  if (node === undefined) return '';
  const text = nameText(lowering, node)
    .replace(/<[\s\S]*$|\[[\s\S]*$/, '')
    .replace(/^["']|["']$/g, '');
  return /(?<![\w$-])[\w$-]+$/.exec(text.trim())?.[0] ?? text;
}
