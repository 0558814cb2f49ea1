// What follows a request: the loop that waits for its video, and the places that take the video.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { refuse } from './refusal.ts';
import { around, bare, type Chain, chainOf, indentAt, isTested, pairsOf } from './tree.ts';

const BLOCKS = ['statement_block', 'program', 'switch_case'];
const LOOPS = ['while_statement', 'do_statement', 'for_statement'];
const VIDEO = 'response.generatedVideos.0';

interface Waiting {
  readonly text: string;
  readonly quote: string;
  /** The name that the operation is kept under. */
  readonly name: string;
}

/** The edits of everything that the operation of a request is used for. */
export function waitEdits(call: SyntaxNode, text: string, quote: string): readonly TextEdit[] {
  const declared = declarationOf(call);
  const nameNode = childAt(declared, 'name');
  const block = around(declared, BLOCKS);
  if (nameNode?.type !== 'identifier' || block === undefined || childAt(declared, 'type') !== undefined)
    refuse('Its operation is kept in a way that is not understood.');
  const waiting: Waiting = { text, quote, name: text.slice(nameNode.start, nameNode.end) };
  const edits: TextEdit[] = [];
  const polls: SyntaxNode[] = [];
  let isChecked = false;
  const uses = usesOf(waiting.name, block, nameNode, text);
  for (const node of uses) {
    if (polls.some(({ start, end }) => start <= node.start && node.end <= end)) continue;
    const poll = pollOf(node, waiting);
    if (poll !== null) {
      edits.push(...poll.edits);
      polls.push(poll.node);
      continue;
    }
    const use = useOf(node, block, waiting);
    edits.push(...use.edits);
    isChecked ||= use.isCheck;
  }
  const [poll, another] = polls;
  if (poll === undefined || another !== undefined) refuse('It is not seen how it waits for the video.');
  const loop = around(poll, LOOPS);
  if (loop === undefined) refuse('It waits for the video in a way that is not understood.');
  const goesOn = asksOutside(loop, uses, waiting);
  return isChecked || goesOn ? edits : [...edits, checkBehind(loop, block, waiting)];
}

/** Whether the request goes on without its video: it asks again, outside of the loop, whether the job is done. */
function asksOutside(loop: SyntaxNode, uses: readonly SyntaxNode[], { text, name }: Waiting): boolean {
  const of = (path: string) => uses.filter((node) => chainOf(node, text).path.join('.') === path);
  const isOutside = ({ start, end }: SyntaxNode): boolean => end <= loop.start || loop.end <= start;
  const asks = of('done').some(isOutside);
  const errors = of('error');
  // An operation has no error while it runs, and an interaction that runs is not completed either.
  if (errors.length > 0 && (asks || !errors.every(isOutside)))
    refuse(`${name}.error is used in a way that is not understood.`);
  return asks;
}

/** `let operation = await …`. */
function declarationOf(call: SyntaxNode): SyntaxNode {
  const waited = call.parent?.type === 'await_expression' ? call.parent : undefined;
  const declared = waited?.parent;
  if (declared?.type !== 'variable_declarator') refuse('Its operation is not kept in a variable of its own.');
  return declared;
}

function usesOf(name: string, block: SyntaxNode, but: SyntaxNode, text: string): readonly SyntaxNode[] {
  return [...descendants(block)].filter(
    (node) =>
      node !== but &&
      /^(?:identifier|shorthand_property_identifier(?:_pattern)?)$/.test(node.type) &&
      text.slice(node.start, node.end) === name,
  );
}

/** `operation = await ai.operations.getVideosOperation({ operation })`. */
function pollOf(
  node: SyntaxNode,
  { text, name }: Waiting,
): { readonly node: SyntaxNode; readonly edits: readonly TextEdit[] } | null {
  const assigned = node.parent;
  if (assigned?.type !== 'assignment_expression' || childAt(assigned, 'left') !== node) return null;
  const waited = childAt(assigned, 'right');
  const call = waited?.type === 'await_expression' ? waited.children[0] : undefined;
  const callee = call && childAt(call, 'function');
  const args = call && childAt(call, 'arguments');
  const method = callee && childAt(callee, 'property');
  const operations = callee && childAt(callee, 'object');
  const property = operations && childAt(operations, 'property');
  const object = args?.children[0];
  if (method === undefined || property === undefined || args === undefined || object?.type !== 'object')
    refuse('The operation is set in a way that is not understood.');
  const says = text.slice(property.start, method.end);
  const pairs = pairsOf(object, text);
  const asked = pairs?.get('operation')?.value;
  const isPoll = says === 'operations.getVideosOperation' || says === 'operations.get';
  if (!isPoll || pairs?.size !== 1 || asked === undefined || text.slice(asked.start, asked.end) !== name)
    refuse('How it asks for the operation is not understood.');
  return {
    node: assigned,
    edits: [
      { start: property.start, end: method.end, newText: 'interactions.get' },
      { start: args.start, end: args.end, newText: `(${name}.id)` },
    ],
  };
}

interface UseEdits {
  readonly edits: readonly TextEdit[];
  /** Whether the use looks at the outcome. */
  readonly isCheck: boolean;
}

const replaced = ({ start, end }: SyntaxNode, newText: string, isCheck = false): UseEdits => ({
  edits: [{ start, end, newText }],
  isCheck,
});

function useOf(node: SyntaxNode, block: SyntaxNode, waiting: Waiting): UseEdits {
  const { text, name } = waiting;
  const chain = chainOf(node, text);
  const path = chain.path.join('.');
  if (path === 'done') return doneTest(chain.top, waiting);
  if (path === 'name' && chain.last !== null && isLogged(chain.top, text)) return replaced(chain.last, 'id');
  if (path === 'error' && isTested(chain.top, text) && chain.top.parent?.type !== 'unary_expression')
    return replaced(chain.top, `${name}.status !== ${waiting.quote}completed${waiting.quote}`, true);
  if (
    /^response(?:\.generatedVideos(?:\.length|\.0(?:\.video(?:\.uri)?)?)?)?$/.test(path) &&
    isTested(chain.top, text)
  )
    return replaced(chain.top, `${name}.output_video`, true);
  if (path === VIDEO || path === `${VIDEO}.video`) return videoUse(chain, block, waiting);
  refuse(`${name}${path === '' ? '' : `.${path}`} is used in a way that is not understood.`);
}

/** Whether a node is only written to a log: an ID there means nothing to another API. */
function isLogged(node: SyntaxNode, text: string): boolean {
  const call = around(node, ['call_expression']);
  const callee = call && childAt(call, 'function');
  return callee !== undefined && /^(?:console|log|logger)\b/.test(text.slice(callee.start, callee.end));
}

/** Whether the video is still being made. */
function doneTest(top: SyntaxNode, { text, name, quote }: Waiting): UseEdits {
  const negation = top.parent;
  const isNegated = negation?.type === 'unary_expression' && text[negation.start] === '!';
  const node = isNegated ? negation : top;
  const isCondition =
    node.parent?.type === 'parenthesized_expression' &&
    /^(?:while|do|if)_statement$/.test(node.parent.parent?.type ?? '');
  const isOperand = /^(?:&&|\|\|)$/.test(node.parent?.operator ?? '');
  if (!isCondition && !isOperand) refuse(`${name}.done is used in a way that is not understood.`);
  const [sign, join] = isNegated ? ['===', '||'] : ['!==', '&&'];
  const test = `${name}.status ${sign} ${quote}queued${quote} ${join} ${name}.status ${sign} ${quote}in_progress${quote}`;
  return replaced(node, isCondition ? test : `(${test})`);
}

/** The video goes into a download at once, or is kept under a name of its own first. */
function videoUse({ top, path }: Chain, block: SyntaxNode, waiting: Waiting): UseEdits {
  const { text, name } = waiting;
  if (isDownloaded(top, text)) return replaced(top, `{ uri: ${name}.output_video?.uri }`);
  const declared = top.parent;
  const kept = declared?.type === 'variable_declarator' ? childAt(declared, 'name') : undefined;
  if (
    kept?.type !== 'identifier' ||
    declared === null ||
    declared === undefined ||
    childAt(declared, 'type') !== undefined
  )
    refuse('What is done with the video is not understood.');
  const video = text.slice(kept.start, kept.end);
  const inner = around(declared, BLOCKS) ?? block;
  const uses = usesOf(video, inner, kept, text).map((node) =>
    keptUse(node, video, path.at(-1) === 'video' ? '' : 'video', text),
  );
  return {
    edits: [
      { start: top.start, end: top.end, newText: `${name}.output_video` },
      ...uses.flatMap(({ edits }) => edits),
    ],
    isCheck: uses.some(({ isCheck }) => isCheck),
  };
}

/** A use of the name that the video is kept under; `below` is the member that the video itself was. */
function keptUse(node: SyntaxNode, video: string, below: string, text: string): UseEdits {
  const { path, top } = chainOf(node, text);
  const own = path.join('.');
  if ((own === '' || own === below) && isTested(top, text)) return replaced(top, video, true);
  if ((own === below || own === '') && isDownloaded(top, text))
    return replaced(top, `{ uri: ${video}?.uri }`);
  refuse(`${[video, ...path].join('.')} is used in a way that is not understood.`);
}

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
    text.slice(key.start, key.end) === 'file' &&
    callee !== undefined &&
    /\.files\.download$/.test(text.slice(callee.start, callee.end))
  );
}

/** A failed interaction has no video: what took an operation's answer for granted would fail later, and unclearly. */
function checkBehind(loop: SyntaxNode, block: SyntaxNode, { text, quote, name }: Waiting): TextEdit {
  if (!block.children.includes(loop)) refuse('It waits for the video in a way that is not understood.');
  const end = /;\s*$/m.test(text) ? ';' : '';
  const check = `if (${name}.status !== ${quote}completed${quote}) throw new Error(\`No video: \${${name}.status}\`)${end}`;
  return { start: loop.end, end: loop.end, newText: `\n${indentAt(text, loop.start)}${check}` };
}
