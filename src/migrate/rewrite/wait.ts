// What follows a request: the loop that waits for its video, and the places that take the video.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { alone, type Change } from './change.ts';
import { doneTest, errorUse, isOutcomePath, outcomeTest } from './outcome.ts';
import { refuse } from './refusal.ts';
import { around, bare, chainOf, indentAt, isLogged, pairsOf, usesOf } from './tree.ts';
import { BLOCKS, replaced, type UseEdits, type Waiting } from './use.ts';
import { videoUse } from './videos.ts';

const LOOPS = ['while_statement', 'do_statement', 'for_statement'];

/** The change of everything that the operation of a request is used for. */
export function waitChange(call: SyntaxNode, text: string, quote: string): Change {
  const declared = declarationOf(call);
  const own = waitingOf(declared, text, quote);
  const alias = aliasOf(own);
  const waiting = alias === null ? own.waiting : alias.own.waiting;
  const { uses } = alias === null ? own : alias.own;
  const { edits, polls, isChecked } = editsOf(uses, waiting);
  const [poll, another] = polls;
  if (poll === undefined || another !== undefined) refuse('It is not seen how it waits for the video.');
  const loop = around(poll.node, LOOPS);
  if (loop === undefined || !BLOCKS.includes(loop.parent?.type ?? ''))
    refuse('It waits for the video in a way that is not understood.');
  const goesOn = asksOutside(loop, uses, waiting);
  const isCertain = !isChecked && !goesOn;
  return alone([...(alias?.edits ?? []), ...edits, behindLoop(loop, poll.client, isCertain, waiting)]);
}

interface Kept {
  readonly waiting: Waiting;
  readonly uses: readonly SyntaxNode[];
}

/** The name that a variable keeps an operation under, and where it is used. */
function waitingOf(declared: SyntaxNode, text: string, quote: string): Kept {
  const nameNode = childAt(declared, 'name');
  const type = childAt(declared, 'type');
  const block = around(declared, BLOCKS);
  const isAny = type === undefined || /^:\s*any$/.test(text.slice(type.start, type.end));
  if (nameNode?.type !== 'identifier' || block === undefined || !isAny)
    refuse('Its operation is kept in a way that is not understood.');
  const waiting: Waiting = { text, quote, name: text.slice(nameNode.start, nameNode.end), block };
  return { waiting, uses: usesOf(waiting.name, block, nameNode, text) };
}

/** `let current = operation`, where nothing but a log reads the name before; null where there is no such second name. */
function aliasOf({
  waiting,
  uses,
}: Kept): { readonly own: Kept; readonly edits: readonly TextEdit[] } | null {
  const declares = ({ parent }: SyntaxNode, node: SyntaxNode): boolean =>
    parent?.type === 'variable_declarator' && childAt(parent, 'value') === node;
  const [alias, another] = uses.filter((node) => declares(node, node));
  if (alias?.parent === null || alias === undefined || another !== undefined) return null;
  const rest = uses.filter((node) => node !== alias).map((node) => useOf(node, waiting));
  const own = waitingOf(alias.parent, waiting.text, waiting.quote);
  return { own, edits: rest.flatMap(({ edits }) => edits) };
}

interface AllUses {
  readonly edits: readonly TextEdit[];
  readonly polls: readonly Poll[];
  readonly isChecked: boolean;
}

function editsOf(uses: readonly SyntaxNode[], waiting: Waiting): AllUses {
  const edits: TextEdit[] = [];
  const polls: Poll[] = [];
  let isChecked = false;
  let end = 0;
  for (const node of uses) {
    if (node.start < end) continue;
    const poll = pollOf(node, waiting);
    if (poll !== null) {
      edits.push(...poll.edits);
      polls.push(poll);
      end = poll.node.end;
      continue;
    }
    const use = useOf(node, waiting);
    edits.push(...use.edits);
    end = Math.max(node.end, use.end ?? 0);
    isChecked ||= use.isCheck;
  }
  return { edits, polls, isChecked };
}

/** Whether the request goes on without its video: it asks again, outside of the loop, whether the job is done. */
function asksOutside(loop: SyntaxNode, uses: readonly SyntaxNode[], { text, name }: Waiting): boolean {
  const of = (pattern: RegExp) => uses.filter((node) => pattern.test(chainOf(node, text).path.join('.')));
  const isOutside = ({ start, end }: SyntaxNode): boolean => end <= loop.start || loop.end <= start;
  const asks = of(/^done$/).some(isOutside);
  const errors = of(/^error\b/);
  // An operation has no error while it runs, and an interaction that runs is not completed either.
  if (errors.length > 0 && (asks || !errors.every(isOutside)))
    refuse(`${name}.error is used in a way that is not understood.`);
  return asks;
}

interface Poll {
  readonly node: SyntaxNode;
  readonly client: string;
  readonly edits: readonly TextEdit[];
}

/** `let operation = await …`, be the call handed to a helper that calls it again: `await retry(() => …)`. */
function declarationOf(call: SyntaxNode): SyntaxNode {
  const declared = waitedFor(call)?.parent;
  if (declared?.type !== 'variable_declarator') refuse('Its operation is not kept in a variable of its own.');
  return declared;
}

/** The `await` of a call, be it what a function gives that a helper calls. */
function waitedFor(call: SyntaxNode): SyntaxNode | undefined {
  const { parent } = call;
  const given = parent?.type === 'await_expression' && isGiven(parent) ? parent : call;
  const owner = isGiven(given) ? around(given, ['arrow_function']) : undefined;
  const helper = owner?.parent?.type === 'arguments' ? owner.parent.parent : null;
  if (helper?.parent?.type === 'await_expression') return helper.parent;
  return parent?.type === 'await_expression' ? parent : undefined;
}

/** Whether a value is all that an arrow function gives: its body, or what its one statement returns. */
function isGiven(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type === 'arrow_function') return childAt(parent, 'body') === node;
  const block = parent?.type === 'return_statement' ? parent.parent : null;
  return block?.children.length === 1 && block.parent?.type === 'arrow_function';
}

/** The call that an `await` waits for, be it handed to a helper: the other way round. */
function awaitedCall(waited: SyntaxNode | undefined): SyntaxNode | undefined {
  const call = waited?.type === 'await_expression' ? waited.children[0] : undefined;
  const handed = call && childAt(call, 'arguments')?.children[0];
  if (handed?.type !== 'arrow_function') return call;
  return (
    [...descendants(handed)].find((node) => node.type === 'call_expression' && waitedFor(node) === waited) ??
    call
  );
}

/** `operation = await ai.operations.getVideosOperation({ operation })`. */
function pollOf(node: SyntaxNode, { text, name }: Waiting): Poll | null {
  const assigned = node.parent;
  if (assigned?.type !== 'assignment_expression' || childAt(assigned, 'left') !== node) return null;
  const call = awaitedCall(childAt(assigned, 'right'));
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
  const asked = bare(pairs?.get('operation')?.value);
  const isPoll = says === 'operations.getVideosOperation' || says === 'operations.get';
  if (!isPoll || pairs?.size !== 1 || asked === undefined || text.slice(asked.start, asked.end) !== name)
    refuse('How it asks for the operation is not understood.');
  return {
    node: assigned,
    client: clientOf(operations, text),
    edits: [
      { start: property.start, end: method.end, newText: 'interactions.get' },
      { start: args.start, end: args.end, newText: `(${name}.id)` },
    ],
  };
}

function useOf(node: SyntaxNode, waiting: Waiting): UseEdits {
  const { text, name } = waiting;
  const chain = chainOf(node, text);
  const path = chain.path.join('.');
  if (path === 'done') return doneTest(chain.top, waiting);
  const isSaid = isLogged(chain.top, text);
  if (path === '' && isSaid) return { edits: [], isCheck: false };
  if (/^metadata\b/.test(path) && isSaid) return replaced(chain.top, `${name}.status`);
  if (path === 'name' && chain.last !== null && isSaid)
    return { edits: [{ start: chain.last.start, end: chain.last.end, newText: 'id' }], isCheck: false };
  const error = /^error\b/.test(path) ? errorUse(chain, waiting) : null;
  if (error !== null) return error;
  const test = isOutcomePath(path) ? outcomeTest(chain.top, waiting) : null;
  if (test !== null) return test;
  const video = videoUse(chain, waiting);
  if (video !== null) return video;
  refuse(`${name}${path === '' ? '' : `.${path}`} is used in a way that is not understood.`);
}

/** `ai` of `ai.operations`. */
function clientOf(operations: SyntaxNode | undefined, text: string): string {
  const client = operations && childAt(operations, 'object');
  const said = client === undefined ? '' : text.slice(client.start, client.end);
  if (!/^(?:[\w$.#!]+|\([\w$.#]+ as any\))$/.test(said)) refuse('Its client is not understood.');
  return said;
}

/**
 * What an operation's answer had settled: that there is a video, and that its file can be downloaded.
 * `isCertain`: nothing else in the text looks at the outcome.
 */
function behindLoop(loop: SyntaxNode, client: string, isCertain: boolean, waiting: Waiting): TextEdit {
  const { text, quote, name } = waiting;
  const end = /;\s*$/m.test(text) ? ';' : '';
  const indent = indentAt(text, loop.start);
  const step = stepOf(loop, text);
  const uri = `${name}.output_video`;
  const lines = [
    ...(isCertain ? [`if (!${uri}?.uri) throw new Error(\`No video: \${${name}.status}\`)${end}`] : []),
    "// A finished video's file is processed before it can be downloaded.",
    `while (${uri}?.uri) {`,
    `${step}const { state } = await ${client}.files.get({ name: ${uri}.uri })${end}`,
    `${step}if (String(state) !== ${quote}PROCESSING${quote}) break${end}`,
    `${step}${pauseIn(loop, waiting)}${end}`,
    '}',
  ];
  return { start: loop.end, end: loop.end, newText: lines.map((line) => `\n${indent}${line}`).join('') };
}

/** By how much the body of a loop is indented. */
function stepOf(loop: SyntaxNode, text: string): string {
  const first = childAt(loop, 'body')?.children[0];
  const own = indentAt(text, loop.start);
  const inner = first === undefined ? own : indentAt(text, first.start);
  if (inner.startsWith(own) && inner !== own) return inner.slice(own.length);
  return own.startsWith('\t') ? '\t' : '  ';
}

/** How the loop pauses between two questions, without its semicolon. */
function pauseIn(loop: SyntaxNode, { text, name }: Waiting): string {
  const found = [...descendants(loop)].find((node) => {
    if (node.type !== 'await_expression') return false;
    const waited = text.slice(node.start, node.end).slice('await'.length);
    const isOwn = [...descendants(node)].some(({ start, end }) => text.slice(start, end) === name);
    return /setTimeout|sleep|delay|wait|pause/i.test(waited) && !waited.includes('\n') && !isOwn;
  });
  return found === undefined
    ? 'await new Promise((resolve) => setTimeout(resolve, 5000))'
    : text.slice(found.start, found.end);
}
