// A picture that a script sends, as a content of an input.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { holdsComment, says } from './nodes.ts';
import { refuse } from './refusal.ts';
import { type Pair, pairsOf } from './tree.ts';
import type { RequestFacts } from './use.ts';

export interface ImageInput {
  readonly content: string;
  /** What has to be there for the picture to be there; null where it always is. */
  readonly onlyIf: string | null;
}

/** A picture that is written in the request, or kept under a name that is seen to hold its bytes and type. */
export function imageOf(image: Pair, facts: RequestFacts): ImageInput {
  const { text, quote } = facts;
  const { value } = image;
  if (value.type === 'object') return { content: imageContent(image, facts), onlyIf: null };
  const name = says(value, text);
  const declared = /identifier$/.test(value.type) ? declarationOf(name, value, text) : undefined;
  const init = declared && childAt(declared, 'value');
  if (init === undefined || !isPicture(init, text))
    refuse('image is moved by hand: its bytes and its type are not both written in the request.');
  return {
    content: `{ type: ${quote}image${quote}, data: ${name}.imageBytes, mime_type: ${name}.mimeType }`,
    onlyIf: init.type === 'object' ? null : name,
  };
}

/** The one variable of a name in a file. */
function declarationOf(wanted: string, from: SyntaxNode, text: string): SyntaxNode | undefined {
  let root = from;
  while (root.parent !== null) root = root.parent;
  const found = [...descendants(root)].filter((node) => {
    const own = node.type === 'variable_declarator' ? childAt(node, 'name') : undefined;
    return says(own, text) === wanted;
  });
  return found.length === 1 ? found[0] : undefined;
}

/** `{ imageBytes, mimeType }`, or such a one or nothing by a condition. */
function isPicture(init: SyntaxNode, text: string): boolean {
  const picture = init.type === 'ternary_expression' ? childAt(init, 'consequence') : init;
  const nothing = init.type === 'ternary_expression' ? childAt(init, 'alternative') : undefined;
  const pairs = picture?.type === 'object' ? pairsOf(picture, text) : null;
  const isWhole = pairs?.size === 2 && pairs.has('imageBytes') && pairs.has('mimeType');
  return isWhole && (nothing === undefined || /^(?:undefined|null)$/.test(says(nothing, text)));
}

/** `image: { imageBytes, mimeType }` as a content of an input. */
function imageContent({ value }: Pair, { text, quote }: RequestFacts): string {
  const pairs = value.type === 'object' ? pairsOf(value, text) : null;
  const [data, type] = [pairs?.get('imageBytes'), pairs?.get('mimeType')];
  if (pairs?.size !== 2 || data === undefined || type === undefined || holdsComment(value, text))
    refuse('image is moved by hand: its bytes and its type are not both written in the request.');
  return `{ type: ${quote}image${quote}, data: ${says(data.value, text)}, mime_type: ${says(type.value, text)} }`;
}

/** Takes an argument out, with its comma and the blanks before it. */
export function removal(object: SyntaxNode, node: SyntaxNode, text: string): TextEdit {
  const at = object.children.indexOf(node);
  const before = object.children[at - 1];
  const next = object.children[at + 1];
  const [start, end] = before === undefined ? [node.start, next?.start ?? node.end] : [before.end, node.end];
  const between = `${text.slice(start, node.start)}${text.slice(node.end, end)}`;
  if (/[^\s,]/.test(between)) refuse('A comment stands beside its image.');
  return { start, end, newText: '' };
}
