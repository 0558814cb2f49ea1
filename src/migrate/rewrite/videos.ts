// Where a script takes the video of a request: one at a place, or the list of which Omni makes a single one.

import { childAt, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { around, type Chain, says } from './nodes.ts';
import { refuse } from './refusal.ts';
import { bare, chainOf, isTested, usesOf } from './tree.ts';
import { BLOCKS, replaced, type UseEdits, type Waiting } from './use.ts';

const LIST = 'response.generatedVideos';
const FIRST = `${LIST}.0`;

/** Members of a Veo video by their name in an interaction. */
const MEMBERS: Readonly<Record<string, string>> = { uri: 'uri', mimeType: 'mime_type' };

/** The edits of a use of the video; null where it is none. */
export function videoUse(chain: Chain, waiting: Waiting): UseEdits | null {
  const path = chain.path.join('.');
  if (path === LIST || /^(?:forEach|map)$/.test(path.slice(LIST.length + 1))) return listUse(chain, waiting);
  if (path !== FIRST && !path.startsWith(`${FIRST}.`)) return null;
  const rest = chain.path.slice(3);
  if (rest.length < 2) return wholeVideo(chain, waiting);
  const member = rest.length === 2 && rest[0] === 'video' ? MEMBERS[rest[1] ?? ''] : undefined;
  if (member === undefined) return null;
  const isSure = waiting.text[chain.top.end - 1] === '!';
  const newText = `${waiting.name}.output_video${isSure ? '!.' : '?.'}${member}${isSure ? '!' : ''}`;
  return { ...replaced(chain.top, newText), isCheck: isTestedLater(chain.top, waiting) };
}

/** `const uri = …` whose name is asked for later. */
function isTestedLater(top: SyntaxNode, { text, block }: Waiting): boolean {
  const declared = top.parent;
  const kept = declared?.type === 'variable_declarator' ? childAt(declared, 'name') : undefined;
  if (kept === undefined || declared === null) return false;
  const scope = around(declared ?? top, BLOCKS) ?? block;
  return usesOf(says(kept, text), scope, kept, text).some((node) => isTested(node, text));
}

/** The video goes into a download at once, or is kept under a name of its own first. */
function wholeVideo({ top, path }: Chain, waiting: Waiting): UseEdits {
  const { text, name, block } = waiting;
  if (isDownloaded(top, text)) return replaced(top, `{ uri: ${name}.output_video?.uri }`);
  const declared = top.parent;
  const kept = declared?.type === 'variable_declarator' ? childAt(declared, 'name') : undefined;
  if (kept?.type !== 'identifier' || declared === null || declared === undefined)
    refuse('What is done with the video is not understood.');
  if (childAt(declared, 'type') !== undefined) refuse('What is done with the video is not understood.');
  const scope = around(declared, BLOCKS) ?? block;
  const below = path.at(-1) === 'video' ? '' : 'video';
  const uses = keptUses(kept, scope, below, text);
  return {
    edits: [{ start: top.start, end: top.end, newText: `${name}.output_video` }, ...uses.edits],
    isCheck: uses.isCheck,
  };
}

/** `const videos = operation.response?.generatedVideos`, `….forEach((video) => …)`, `for (const video of …)`. */
function listUse({ top, last }: Chain, waiting: Waiting): UseEdits {
  const { text, name } = waiting;
  const elements = last === null ? null : elementsOf(top, last, text);
  if (elements === null) refuse('What is done with the list of videos is not understood.');
  const uses = keptUses(elements.name, elements.scope, 'video', text);
  const one = `${name}.output_video ? [${name}.output_video] : []`;
  const list = elements.access === '' ? one : `(${one})`;
  return {
    edits: [
      { start: top.start, end: elements.accessEnd, newText: `${list}${elements.access}` },
      ...uses.edits,
    ],
    isCheck: uses.isCheck,
  };
}

interface Elements {
  readonly name: SyntaxNode;
  readonly scope: SyntaxNode;
  /** What follows the list, without `?.`, and where it ends. */
  readonly access: string;
  readonly accessEnd: number;
}

/** The name that each video of a list goes by, and where. `last`: the member read last, the list or a method of it. */
function elementsOf(top: SyntaxNode, last: SyntaxNode, text: string): Elements | null {
  const { parent } = top;
  if (parent?.type === 'for_in_statement' && childAt(parent, 'right') === top) {
    const name = childAt(parent, 'left');
    const scope = childAt(parent, 'body');
    if (name?.type !== 'identifier' || scope === undefined) return null;
    return { name, scope, access: '', accessEnd: top.end };
  }
  const method = says(last, text);
  const isCalled = parent?.type === 'call_expression' && childAt(parent, 'function') === top;
  const given =
    isCalled && method !== 'generatedVideos' ? childAt(parent, 'arguments')?.children[0] : undefined;
  if (given?.type !== 'arrow_function') return null;
  const scope = childAt(given, 'body');
  const first = childAt(given, 'parameter') ?? childAt(given, 'parameters')?.children[0];
  const name =
    first?.type === 'required_parameter' && childAt(first, 'type') === undefined
      ? childAt(first, 'pattern')
      : first;
  if (name?.type !== 'identifier' || scope === undefined) return null;
  return { name, scope, access: `.${method}`, accessEnd: top.end };
}

function keptUses(kept: SyntaxNode, scope: SyntaxNode, below: string, text: string): UseEdits {
  const video = says(kept, text);
  const uses = usesOf(video, scope, kept, text).map((node) => keptUse(node, video, below, text));
  return { edits: uses.flatMap(({ edits }) => edits), isCheck: uses.some(({ isCheck }) => isCheck) };
}

/** A use of the name that the video is kept under; `below` is the member that the video itself was. */
function keptUse(node: SyntaxNode, video: string, below: string, text: string): UseEdits {
  const { path, top } = chainOf(node, text);
  const own = path.join('.');
  if ((own === '' || own === below) && isTested(top, text)) return replaced(top, video, true);
  if ((own === below || own === '') && isDownloaded(top, text))
    return replaced(top, `{ uri: ${video}${isAskedBefore(node, text) ? '.' : '?.'}uri }`);
  const rest = below === '' ? path : path[0] === below ? path.slice(1) : [];
  const member = rest.length === 1 ? MEMBERS[rest[0] ?? ''] : undefined;
  if (member === undefined) refuse(`${[video, ...path].join('.')} is used in a way that is not understood.`);
  const isSure = text[top.end - 1] === '!';
  // As sure or unsure as the text was.
  const reach = text[node.end] === '.' ? '.' : isSure ? '!.' : '?.';
  const edit: TextEdit = {
    start: top.start,
    end: top.end,
    newText: `${video}${reach}${member}${isSure ? '!' : ''}`,
  };
  return { edits: [edit], isCheck: isTested(top, text) };
}

/** Whether a statement before, in the same block or one around it, leaves where there is no video: `if (!video) return`. */
function isAskedBefore(node: SyntaxNode, text: string): boolean {
  const video = says(node, text);
  const leaves = (said: string): boolean =>
    [`if (!${video}) `, `if (!${video}?.uri) `].some(
      (asks) => said.startsWith(asks) && LEAVES.test(said.slice(asks.length)),
    );
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    const before = at.parent !== null && BLOCKS.includes(at.parent.type) ? at.parent.children : [];
    const { start } = at;
    if (before.some((one) => one.end <= start && leaves(says(one, text)))) return true;
  }
  return false;
}

const LEAVES = /^(?:\{\s*)?(?:throw|return|continue|break)\b/;

/** Whether a node is the `file` of `files.download({ … })`. */
function isDownloaded(node: SyntaxNode, text: string): boolean {
  const pair = node.parent;
  const call = pair?.parent?.parent?.parent;
  const callee = call?.type === 'call_expression' ? childAt(call, 'function') : undefined;
  const key = pair === null ? undefined : childAt(pair, 'key');
  return (
    pair?.type === 'pair' &&
    bare(childAt(pair, 'value')) === bare(node) &&
    key !== undefined &&
    says(key, text) === 'file' &&
    callee !== undefined &&
    /\.files\.download$/.test(says(callee, text))
  );
}
