// The name that a script keeps an operation under, and the edits of all that it is used for.

import { childAt, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { type AllUses, editsOf, isTriedApart } from './allUses.ts';
import { behindLoop } from './behind.ts';
import { around, says } from './nodes.ts';
import { doneTest, errorUse, isOutcomePath, outcomeTest } from './outcome.ts';
import { type Poll, pollOf } from './poll.ts';
import { refuse } from './refusal.ts';
import { chainOf, isLogged, usesOf } from './tree.ts';
import { BLOCKS, replaced, type UseEdits, type Waiting } from './use.ts';
import { videoUse } from './videos.ts';

const LOOPS = ['while_statement', 'do_statement', 'for_statement'];

export interface Kept {
  readonly waiting: Waiting;
  readonly uses: readonly SyntaxNode[];
  /** The edits that take the type of an operation away: what is kept says it. */
  readonly untyped: readonly TextEdit[];
}

/** A type that says no more than that it is an operation, or nothing. */
export const isAnyOrOperation = ({ start, end }: SyntaxNode, text: string): boolean =>
  /^:\s*(?:any|(?:GenerateVideosOperation|Operation)(?:<\w+>)?)$/.test(text.slice(start, end));

/** The name that a variable keeps an operation under, and where it is used. */
export function waitingOf(declared: SyntaxNode, text: string, quote: string): Kept {
  const nameNode = childAt(declared, 'name');
  const type = childAt(declared, 'type');
  const block = around(declared, BLOCKS);
  const isKnown = type === undefined || isAnyOrOperation(type, text);
  if (nameNode?.type !== 'identifier' || block === undefined || !isKnown)
    refuse('Its operation is kept in a way that is not understood.');
  const waiting: Waiting = { text, quote, name: says(nameNode, text), block };
  const isTyped = type !== undefined && !/^:\s*any$/.test(says(type, text));
  return {
    waiting,
    uses: usesOf(waiting.name, block, nameNode, text),
    untyped: isTyped ? [{ start: type.start, end: type.end, newText: '' }] : [],
  };
}

/** `let current = operation`, where nothing but a log reads the name before; null where there is no such second name. */
export function aliasOf({
  waiting,
  uses,
}: Kept): { readonly own: Kept; readonly edits: readonly TextEdit[] } | null {
  const declares = ({ parent }: SyntaxNode, node: SyntaxNode): boolean =>
    parent?.type === 'variable_declarator' && childAt(parent, 'value') === node;
  const [alias, another] = uses.filter((node) => declares(node, node));
  if (alias?.parent === null || alias === undefined || another !== undefined) return null;
  const rest = uses.filter((node) => node !== alias).map((node) => useOf(node, waiting));
  const own = waitingOf(alias.parent, waiting.text, waiting.quote);
  return { own, edits: [...own.untyped, ...rest.flatMap(({ edits }) => edits)] };
}

/** An operation is asked for in a loop: the edits of all that it is used for, and what stands behind the loop. */
export function followed({ waiting, uses }: Kept): AllUses<Poll> {
  const all = usesEdited(uses, waiting);
  const [poll, another] = all.polls;
  if (poll === undefined || another !== undefined) refuse('It is not seen how it waits for the video.');
  const loop = around(poll.node, LOOPS);
  if (loop === undefined || !BLOCKS.includes(loop.parent?.type ?? ''))
    refuse('It waits for the video in a way that is not understood.');
  const goesOn = asksOutside(loop, uses, waiting);
  const isCertain = !all.isChecked && !goesOn && !isTriedApart(loop, uses);
  return { ...all, edits: [...all.edits, behindLoop(loop, poll.client, isCertain, waiting)] };
}

/** The edits of all that an operation is used for. */
export const usesEdited = (uses: readonly SyntaxNode[], waiting: Waiting): AllUses<Poll> =>
  editsOf(
    uses,
    (node) => pollOf(node, waiting),
    (node) => useOf(node, waiting),
  );

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

export function useOf(node: SyntaxNode, waiting: Waiting): UseEdits {
  const { text, name } = waiting;
  const chain = chainOf(node, text);
  const path = chain.path.join('.');
  const isSaid = isLogged(chain.top, text);
  if (path === 'done' && isSaid) return replaced(chain.top, `${name}.status`);
  if (path === 'done') return doneTest(chain.top, waiting);
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
