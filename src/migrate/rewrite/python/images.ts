// A picture that a request in Python sends: the SDK's image, whose bytes go to the Interactions API as base64.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { holdsComment, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import type { RequestFacts } from '../use.ts';
import { isSdkClass } from './imports.ts';
import { entriesOf, keywordsOf } from './tree.ts';

const BY_HAND = 'image is moved by hand: its bytes and its type are not both seen.';

/** A content of type image, as the entries of a dictionary. */
export function imageContent(value: SyntaxNode, { text, quote }: RequestFacts): readonly string[] {
  const { bytes, type } = pictureOf(value, text);
  const word = (said: string): string => `${quote}${said}${quote}`;
  const data = `base64.b64encode(${bytes}).decode(${word('ascii')})`;
  return [`${word('type')}: ${word('image')}`, `${word('data')}: ${data}`, `${word('mime_type')}: ${type}`];
}

interface Picture {
  readonly bytes: string;
  readonly type: string;
}

function pictureOf(value: SyntaxNode, text: string): Picture {
  if (value.type === 'identifier') {
    const set = settingsOf(value, text);
    const [one, another] = set;
    if (one === undefined || another !== undefined || !isImage(one, text)) refuse(BY_HAND);
    const name = says(value, text);
    return { bytes: `${name}.image_bytes`, type: `${name}.mime_type` };
  }
  const parts = value.type === 'dictionary' ? entriesOf(value, text) : constructed(value, text);
  const [bytes, type] = [parts?.get('image_bytes'), parts?.get('mime_type')];
  const values = [bytes && childAt(bytes, 'value'), type && childAt(type, 'value')] as const;
  const inner = value.type === 'dictionary' ? value : childAt(value, 'arguments');
  if (parts?.size !== 2 || values[0] === undefined || values[1] === undefined || inner === undefined)
    refuse(BY_HAND);
  if (holdsComment(inner, text)) refuse('A comment stands within its image.');
  return { bytes: says(values[0], text), type: says(values[1], text) };
}

/** What a name is set to in the file. */
function settingsOf(name: SyntaxNode, text: string): readonly (SyntaxNode | undefined)[] {
  let root = name;
  while (root.parent !== null) root = root.parent;
  return [...descendants(root)]
    .filter((node) => {
      const left = node.type === 'assignment' ? childAt(node, 'left') : undefined;
      return says(left, text) === says(name, text);
    })
    .map((node) => childAt(node, 'right'));
}

/** `types.Image(image_bytes=…, mime_type=…)`, `types.Image.from_file(…)`. */
function isImage(value: SyntaxNode | undefined, text: string): boolean {
  const callee = value?.type === 'call' ? childAt(value, 'function') : undefined;
  if (value === undefined || callee === undefined) return false;
  const [, name = '', fromFile] = /^(.*?)(\.from_file)?$/.exec(says(callee, text)) ?? [];
  if (!isSdkClass(name, 'Image', callee, text)) return false;
  return fromFile !== undefined || constructed(value, text)?.size === 2;
}

function constructed(value: SyntaxNode, text: string): ReadonlyMap<string, SyntaxNode> | null {
  const callee = value.type === 'call' ? childAt(value, 'function') : undefined;
  if (callee === undefined || !isSdkClass(says(callee, text), 'Image', callee, text)) return null;
  const given = keywordsOf(value, text);
  return given?.has('image_bytes') && given.has('mime_type') ? given : null;
}

/** Takes an argument out, with its comma and the blanks before it. */
export function withoutArgument(node: SyntaxNode, text: string): TextEdit {
  const all = node.parent?.children ?? [];
  const at = all.indexOf(node);
  const [before, next] = [all[at - 1], all[at + 1]];
  const [start, end] = before === undefined ? [node.start, next?.start ?? node.end] : [before.end, node.end];
  const between = `${text.slice(start, node.start)}${text.slice(node.end, end)}`;
  const [line = ''] = text.slice(node.end).split('\n');
  if (/[^\s,]/.test(between) || line.includes('#')) refuse('A comment stands beside its image.');
  return { start, end, newText: '' };
}
