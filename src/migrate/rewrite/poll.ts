// Where a script asks for its operation again, and what it waits for.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { around, says } from './nodes.ts';
import { refuse } from './refusal.ts';
import { bare, type Pair, pairsOf } from './tree.ts';
import type { Waiting } from './use.ts';

export interface Poll {
  readonly node: SyntaxNode;
  readonly client: string;
  readonly edits: readonly TextEdit[];
}

/** The `await` of a call, be it what a function gives that a helper calls. */
export function waitedFor(call: SyntaxNode): SyntaxNode | undefined {
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

export interface PollParts {
  /** `getVideosOperation`, and `operations` before it. */
  readonly method: SyntaxNode;
  readonly property: SyntaxNode;
  readonly args: SyntaxNode;
  readonly pairs: ReadonlyMap<string, Pair> | null;
}

export function partsOfPoll(call: SyntaxNode, text: string): PollParts {
  const callee = childAt(call, 'function');
  const args = childAt(call, 'arguments');
  const method = callee && childAt(callee, 'property');
  const operations = callee && childAt(callee, 'object');
  const property = operations && childAt(operations, 'property');
  const object = args?.children[0];
  if (method === undefined || property === undefined || args === undefined || object?.type !== 'object')
    refuse('The operation is set in a way that is not understood.');
  return { method, property, args, pairs: pairsOf(object, text) };
}

/** `operation = await ai.operations.getVideosOperation({ operation })`. */
export function pollOf(node: SyntaxNode, { text, name }: Waiting): Poll | null {
  const assigned = node.parent;
  if (assigned?.type !== 'assignment_expression' || childAt(assigned, 'left') !== node) return null;
  const call = awaitedCall(childAt(assigned, 'right'));
  const parts = call === undefined ? null : partsOfPoll(call, text);
  if (parts === null) refuse('The operation is set in a way that is not understood.');
  const { method, property, args, pairs } = parts;
  const called = text.slice(property.start, method.end);
  const asked = bare(pairs?.get('operation')?.value);
  const isPoll = called === 'operations.getVideosOperation' || called === 'operations.get';
  if (!isPoll || pairs?.size !== 1 || asked === undefined || says(asked, text) !== name)
    refuse('How it asks for the operation is not understood.');
  return {
    node: assigned,
    client: clientOf(property.parent ?? undefined, text),
    edits: [
      { start: property.start, end: method.end, newText: 'interactions.get' },
      { start: args.start, end: args.end, newText: `(${name}.id)` },
    ],
  };
}

/** `ai` of `ai.operations`. */
export function clientOf(operations: SyntaxNode | undefined, text: string): string {
  const client = operations && childAt(operations, 'object');
  const said = says(client, text);
  if (!/^(?:[\w$.#!]+(?:\(\))?|\([\w$.#]+ as any\))$/.test(said)) refuse('Its client is not understood.');
  return said;
}

/**
 * What an operation's answer had settled: that there is a video, and that its file can be downloaded.
 * `isCertain`: nothing else in the text looks at the outcome.
 */
