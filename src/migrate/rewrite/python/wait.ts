// What follows a request in Python: the loop that waits for its video, and the places that take the video.
import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { editsOf } from '../allUses.ts';
import { refuse } from '../refusal.ts';
import { indentAt } from '../tree.ts';
import { replaced, type UseEdits } from '../use.ts';
import { doneTest, errorUse, isOutcomePath, outcomeTest } from './outcome.ts';
import { around, chainOf, isLogged, says, usesOf } from './tree.ts';
import { type VideoWaiting, videoUse } from './videos.ts';

const BLOCKS = ['block', 'module'];
const LOOPS = ['while_statement', 'for_statement'];

/** The edits of everything that the operation of a request is used for. `videoClass`: what the SDK's class is called here. */
export function waitEdits(
  call: SyntaxNode,
  text: string,
  quote: string,
  videoClass: string,
): readonly TextEdit[] {
  const assigned = assignmentOf(call);
  const nameNode = childAt(assigned, 'left');
  if (nameNode?.type !== 'identifier' || assigned.children.length !== 2)
    refuse('Its operation is kept in a way that is not understood.');
  const block = scopeOf(assigned);
  const waiting: VideoWaiting = { text, quote, name: says(nameNode, text), block, videoClass };
  const uses = usesOf(waiting.name, block, nameNode, text).filter(
    (node) => node.start < call.start || call.end < node.end,
  );
  const { edits, polls, isChecked } = editsOf(
    uses,
    (node) => pollOf(node, waiting),
    (node) => useOf(node, waiting),
  );
  const [poll, another] = polls;
  if (poll === undefined || another !== undefined) refuse('It is not seen how it waits for the video.');
  const loop = around(poll.node, LOOPS);
  if (loop === undefined || !BLOCKS.includes(loop.parent?.type ?? '') || childAt(loop, 'alternative'))
    refuse('It waits for the video in a way that is not understood.');
  const goesOn = asksOutside(loop, uses, waiting);
  return [...edits, behindLoop(loop, poll.client, !isChecked && !goesOn, waiting)];
}

/** The body of the function around: in Python a name belongs to all of it. */
function scopeOf(node: SyntaxNode): SyntaxNode {
  const owner = around(node, ['function_definition', 'class_definition', 'module']);
  const block = owner?.type === 'module' ? owner : owner && childAt(owner, 'body');
  if (block === undefined) refuse('Its operation is kept in a way that is not understood.');
  return block;
}

/** `operation = client.models.generate_videos(…)`, be it awaited. */
function assignmentOf(call: SyntaxNode): SyntaxNode {
  const value = call.parent?.type === 'await' ? call.parent : call;
  const assigned = value.parent;
  if (assigned?.type !== 'assignment') refuse('Its operation is not kept in a variable of its own.');
  return assigned;
}

/** Whether the request goes on without its video: it asks again, outside of the loop, whether the job is done. */
function asksOutside(loop: SyntaxNode, uses: readonly SyntaxNode[], { text, name }: VideoWaiting): boolean {
  const of = (head: string) =>
    uses.filter((node) => chainOf(node, text).path[0] === head && !isLogged(node, text));
  const isOutside = ({ start, end }: SyntaxNode): boolean => end <= loop.start || loop.end <= start;
  const asks = of('done').some(isOutside);
  const errors = of('error');
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

/** `operation = client.operations.get(operation)`. */
function pollOf(node: SyntaxNode, { text, name }: VideoWaiting): Poll | null {
  const assigned = node.parent;
  if (assigned?.type !== 'assignment' || childAt(assigned, 'left') !== node) return null;
  const right = childAt(assigned, 'right');
  const call = right?.type === 'await' ? right.children[0] : right;
  const callee = call?.type === 'call' ? childAt(call, 'function') : undefined;
  const args = call && childAt(call, 'arguments');
  const method = callee && childAt(callee, 'attribute');
  const operations = callee && childAt(callee, 'object');
  const property = operations && childAt(operations, 'attribute');
  if (method === undefined || property === undefined || args === undefined)
    refuse('The operation is set in a way that is not understood.');
  const isPoll = /^operations\.get(?:_videos_operation)?$/.test(text.slice(property.start, method.end));
  const given = says(args, text).slice(1, -1).trim().replace(/,$/, '');
  if (!isPoll || (given !== name && given !== `operation=${name}` && given !== `operation=${name}.name`))
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

function useOf(node: SyntaxNode, waiting: VideoWaiting): UseEdits {
  const { text, name } = waiting;
  const chain = chainOf(node, text);
  const path = chain.path.join('.');
  const isSaid = isLogged(chain.top, text);
  if (path === '' && isSaid) return { edits: [], isCheck: false };
  if (/^(?:metadata\b|(?:response|result)(?:\.generated_videos)?$)/.test(path) && isSaid)
    return replaced(chain.top, path.startsWith('m') ? `${name}.status` : `${name}.output_video`);
  if (path === 'done') return doneTest(chain.top, waiting);
  if (path === 'name' && chain.last !== null && isSaid)
    return { edits: [{ start: chain.last.start, end: chain.last.end, newText: 'id' }], isCheck: false };
  const error = chain.path[0] === 'error' ? errorUse(chain, waiting) : null;
  if (error !== null) return error;
  const test = isOutcomePath(path) ? outcomeTest(chain.top, waiting) : null;
  if (test !== null) return test;
  const video = videoUse(chain, waiting);
  if (video !== null) return video;
  refuse(`${name}${path === '' ? '' : `.${path}`} is used in a way that is not understood.`);
}

/** `client` of `client.operations`, `client.aio` where it is asynchronous. */
function clientOf(operations: SyntaxNode | undefined, text: string): string {
  const client = operations && childAt(operations, 'object');
  if (client === undefined || !/^[\w.]+$/.test(says(client, text))) refuse('Its client is not understood.');
  return says(client, text);
}

/**
 * What an operation's answer had settled: that there is a video, and that its file can be downloaded.
 * `isCertain`: nothing else in the text looks at the outcome.
 */
function behindLoop(loop: SyntaxNode, client: string, isCertain: boolean, waiting: VideoWaiting): TextEdit {
  const { text, quote, name } = waiting;
  const indent = indentAt(text, loop.start);
  const first = childAt(loop, 'body')?.children[0];
  const step = first === undefined ? '    ' : indentAt(text, first.start).slice(indent.length) || '    ';
  const video = `${name}.output_video`;
  const file = `${client}.files.get(name=${video}.uri)`;
  const state = `${/\.aio$/.test(client) ? `(await ${file})` : file}.state`;
  const lines = [
    ...(isCertain
      ? [`if ${video} is None:`, `${step}raise RuntimeError(f${quote}No video: {${name}.status}${quote})`]
      : []),
    "# A finished video's file is processed before it can be downloaded.",
    ...(isCertain
      ? [`while ${state} == ${quote}PROCESSING${quote}:`]
      : [`while ${video}:`, `${step}if ${state} != ${quote}PROCESSING${quote}:`, `${step}${step}break`]),
    `${step}${pauseIn(loop, waiting)}`,
  ];
  return { start: loop.end, end: loop.end, newText: lines.map((line) => `\n${indent}${line}`).join('') };
}

/** How the loop pauses between two questions. */
function pauseIn(loop: SyntaxNode, { text }: VideoWaiting): string {
  const isAsync = /^async/.test(says(around(loop, ['function_definition']) ?? loop, text));
  const found = [...descendants(loop)].find((node) => {
    const said = says(node, text);
    return (
      node.type === 'expression_statement' &&
      /^(?:await )?[\w.]*sleep\([^()\n]*\)$/.test(said) &&
      !said.includes('attempt')
    );
  });
  if (found !== undefined) return says(found, text);
  if (isAsync && /^import asyncio$/m.test(text)) return 'await asyncio.sleep(5)';
  return OWN_PAUSE;
}

/** The pause where the loop has none. */
export const OWN_PAUSE = 'time.sleep(5)';
