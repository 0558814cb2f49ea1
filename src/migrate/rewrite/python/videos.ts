// Where Python takes the video of a request: `types.Video` of its address does what the SDK's own video did.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { around, type Chain, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { replaced, type UseEdits } from '../use.ts';
import { downloaded, loadedFirst, savedAtOnce } from './loaded.ts';
import { chainOf, isDownloaded, usesOf } from './tree.ts';
import { made, type VideoWaiting } from './video.ts';

const LIST = /^(?:response|result)\.generated_videos$/;

/** The edits of a use of the video; null where it is none. */
export function videoUse(chain: Chain, waiting: VideoWaiting): UseEdits | null {
  const [head = '', list = '', ...rest] = chain.path;
  if (!LIST.test(`${head}.${list}`)) return null;
  if (rest.length === 0) return listUse(chain.top, waiting);
  if (rest[0] !== '0') return null;
  const below = rest.slice(1).join('.');
  if (below === '' || below === 'video') return wholeVideo(chain.top, below === '' ? 'video' : '', waiting);
  if (below === 'video.uri') return replaced(chain.top, `${waiting.name}.output_video.uri`);
  if (below === 'video.save') return savedAtOnce(chain.top, waiting);
  if (below === 'video.video_bytes')
    return replaced(chain.top, downloaded(`${waiting.name}.output_video.uri`, waiting));
  return null;
}

/** `below`: the member that the video itself was. */
function wholeVideo(top: SyntaxNode, below: string, waiting: VideoWaiting): UseEdits {
  const { text, block } = waiting;
  if (isDownloaded(top, text) && isBare(top)) return replaced(top, `${waiting.name}.output_video.uri`);
  const assigned = top.parent;
  const kept = assigned?.type === 'assignment' ? childAt(assigned, 'left') : undefined;
  if (kept?.type !== 'identifier' || assigned === null || assigned.children.length !== 2)
    refuse('What is done with the video is not understood.');
  const uses = keptUses(kept, block, below, text);
  const loaded = loadedFirst(kept, block, waiting);
  return { ...replaced(top, made(waiting)), edits: [edit(top, made(waiting)), ...uses.edits, ...loaded] };
}

const edit = ({ start, end }: SyntaxNode, newText: string): TextEdit => ({ start, end, newText });

/** Whether a download's bytes are used at once: what it leaves in the video is not. */
const isBare = (top: SyntaxNode): boolean => {
  const call = around(top, ['call']);
  const at = call?.parent?.type === 'await' ? call.parent : call;
  return at?.parent?.type !== 'expression_statement';
};

/** `for video in operation.response.generated_videos:`, `videos = operation.response.generated_videos`. */
function listUse(top: SyntaxNode, waiting: VideoWaiting): UseEdits {
  const { text, block } = waiting;
  const list = edit(top, `[${made(waiting)}]`);
  const loop = loopOver(top, text);
  if (loop !== null) {
    const uses = keptUses(loop.name, loop.body, 'video', text);
    return { edits: [list, ...uses.edits], isCheck: false, end: top.end };
  }
  const assigned = top.parent;
  const kept = assigned?.type === 'assignment' ? childAt(assigned, 'left') : undefined;
  if (kept?.type !== 'identifier' || assigned === null || assigned.children.length !== 2)
    refuse('What is done with the list of videos is not understood.');
  const edits: TextEdit[] = [list];
  for (const node of usesOf(says(kept, text), block, kept, text)) {
    const over = loopOver(node, text);
    const chain = chainOf(node, text);
    if (over !== null) edits.push(...keptUses(over.name, over.body, 'video', text).edits);
    else if (chain.path[0] === '0') edits.push(...itemUse(chain, says(kept, text), block, text));
    else if (!isCounted(node, text)) refuse('What is done with the list of videos is not understood.');
  }
  return { edits, isCheck: false, end: top.end };
}

/** `videos[0].video.save(…)`, `video = videos[0]`. */
function itemUse(chain: Chain, list: string, block: SyntaxNode, text: string): readonly TextEdit[] {
  const assigned = chain.top.parent;
  const kept = assigned?.type === 'assignment' ? childAt(assigned, 'left') : undefined;
  if (chain.path.length === 1 && kept?.type === 'identifier')
    return keptUses(kept, block, 'video', text).edits;
  if (chain.path[1] !== 'video') refuse('What is done with the list of videos is not understood.');
  return [dropMember(chain, [list, '0'], text)];
}

/** Whether only the truth or the length of a list counts. */
function isCounted(node: SyntaxNode, text: string): boolean {
  const { parent } = node;
  if (parent?.type === 'not_operator' || parent?.type === 'boolean_operator') return true;
  if (parent?.type === 'if_statement') return true;
  const call = parent?.type === 'argument_list' ? parent.parent : null;
  return call?.type === 'call' && says(childAt(call, 'function') ?? call, text) === 'len';
}

interface Loop {
  readonly name: SyntaxNode;
  readonly body: SyntaxNode;
}

/** `for video in …:`, `for n, video in enumerate(…):`. */
function loopOver(list: SyntaxNode, text: string): Loop | null {
  const call = list.parent?.type === 'argument_list' ? list.parent.parent : null;
  const isCounted = call?.type === 'call' && says(childAt(call, 'function') ?? call, text) === 'enumerate';
  const over = isCounted ? call : list;
  const loop = over.parent;
  if (loop?.type !== 'for_statement' || childAt(loop, 'right') !== over) return null;
  const left = childAt(loop, 'left');
  const name = isCounted ? left?.children[1] : left;
  const body = childAt(loop, 'body');
  return name?.type === 'identifier' && body !== undefined ? { name, body } : null;
}

/** The uses of the name that a video is kept under, without the member that the video itself was. */
function keptUses(kept: SyntaxNode, scope: SyntaxNode, below: string, text: string): UseEdits {
  const name = says(kept, text);
  const uses = usesOf(name, scope, kept, text);
  const edits = uses.flatMap((node) =>
    isAsked(chainOf(node, text).top) ? askedUse(node, name, below, text) : keptUse(node, name, below, text),
  );
  return { edits, isCheck: false };
}

/** The SDK's video is always there: what may be missing is its address. */
function askedUse(node: SyntaxNode, name: string, below: string, text: string): readonly TextEdit[] {
  const { path, top } = chainOf(node, text);
  if (path.length > 0 && path.join('.') !== below) return keptUse(node, name, below, text);
  return [edit(top, `${name}.uri`)];
}

function keptUse(node: SyntaxNode, name: string, below: string, text: string): readonly TextEdit[] {
  if (below === '') return [];
  const chain = chainOf(node, text);
  if (chain.path[0] === below) return [dropMember(chain, [name], text)];
  const isKept = chain.path.length === 0 && isDownloaded(node, text);
  if (!isKept) refuse(`${[name, ...chain.path].join('.')} is used in a way that is not understood.`);
  return [];
}

const isAsked = ({ parent }: SyntaxNode): boolean =>
  /^(?:not_operator|boolean_operator|if_statement)$/.test(parent?.type ?? '');

/** `video.video.save` is `video.save`: the member behind what is kept goes. */
function dropMember(chain: Chain, kept: readonly string[], text: string): TextEdit {
  const whole = says(chain.top, text);
  const at = whole.indexOf('.video');
  if (at < 0) refuse(`${kept.join('.')} is used in a way that is not understood.`);
  const start = chain.top.start + at;
  return { start, end: start + '.video'.length, newText: '' };
}
