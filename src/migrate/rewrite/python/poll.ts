// Where Python asks for its operation again, and what stands behind the loop that does.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { around, indentAt, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { keywordsOf } from './tree.ts';
import type { VideoWaiting } from './video.ts';

export interface Poll {
  readonly node: SyntaxNode;
  readonly client: string;
  readonly edits: readonly TextEdit[];
}

interface PollParts {
  /** `client` of `client.operations`, `client.aio` where it is asynchronous. */
  readonly client: string;
  /** `operations.get`. */
  readonly method: { readonly start: number; readonly end: number };
  readonly args: SyntaxNode;
  /** What is asked for; null where it is given anything else as well. */
  readonly asked: SyntaxNode | null;
}

const METHOD = /^operations\.get(?:_videos_operation)?$/;

/** The parts of `client.operations.get(…)`, be it awaited; null for any other expression. */
export function partsOfPoll(value: SyntaxNode | undefined, text: string): PollParts | null {
  const call = value?.type === 'await' ? value.children[0] : value;
  const callee = call?.type === 'call' ? childAt(call, 'function') : undefined;
  const args = call && childAt(call, 'arguments');
  const method = callee && childAt(callee, 'attribute');
  const operations = callee && childAt(callee, 'object');
  const property = operations && childAt(operations, 'attribute');
  const client = operations && childAt(operations, 'object');
  if (method === undefined || property === undefined || args === undefined || call === undefined) return null;
  if (!METHOD.test(text.slice(property.start, method.end))) return null;
  if (client === undefined || !/^[\w.]+$/.test(says(client, text))) refuse('Its client is not understood.');
  return {
    client: says(client, text),
    method: { start: property.start, end: method.end },
    args,
    asked: askedFor(call, args, text),
  };
}

function askedFor(call: SyntaxNode, args: SyntaxNode, text: string): SyntaxNode | null {
  const [given, another] = args.children;
  if (given === undefined || another !== undefined) return null;
  if (given.type !== 'keyword_argument') return given;
  const named = keywordsOf(call, text)?.get('operation');
  return (named && childAt(named, 'value')) ?? null;
}

/** `interactions.get(…)` in place of a poll. */
export const asked = ({ method, args }: PollParts, id: string): readonly TextEdit[] => [
  { ...method, newText: 'interactions.get' },
  { start: args.start, end: args.end, newText: `(${id})` },
];

/** `operation = client.operations.get(operation)`. */
export function pollOf(node: SyntaxNode, { text, name }: VideoWaiting): Poll | null {
  const assigned = node.parent;
  if (assigned?.type !== 'assignment' || childAt(assigned, 'left') !== node) return null;
  const parts = partsOfPoll(childAt(assigned, 'right'), text);
  if (parts === null) refuse('The operation is set in a way that is not understood.');
  const given = parts.asked === null ? '' : says(parts.asked, text);
  if (given !== name && given !== `${name}.name`) refuse('How it asks for the operation is not understood.');
  return { node: assigned, client: parts.client, edits: asked(parts, `${name}.id`) };
}

/**
 * What an operation's answer had settled: that there is a video, and that its file can be downloaded.
 * `isCertain`: nothing else in the text looks at the outcome.
 */
export function behindLoop(
  loop: SyntaxNode,
  client: string,
  isCertain: boolean,
  waiting: VideoWaiting,
): TextEdit {
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
