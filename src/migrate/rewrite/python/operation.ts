// The name that Python keeps an operation under, and the edits of all that it is used for.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { type AllUses, editsOf, isTriedApart } from '../allUses.ts';
import { wholeLines } from '../layout.ts';
import { around, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { replaced, type UseEdits } from '../use.ts';
import { doneTest, errorUse, isOutcomePath, outcomeTest, readFrom } from './outcome.ts';
import { behindLoop, type Poll, pollOf } from './poll.ts';
import { chainOf, isLogged, usesOf } from './tree.ts';
import type { VideoWaiting } from './video.ts';
import { videoUse } from './videos.ts';

export const BLOCKS = ['block', 'module'];
const LOOPS = ['while_statement', 'for_statement'];

export interface Kept {
  readonly waiting: VideoWaiting;
  readonly uses: readonly SyntaxNode[];
}

/** What a rewriting knows of the file before it knows the name of an operation. */
export type Around = Pick<VideoWaiting, 'text' | 'quote' | 'videoClass'>;

/** The operation that an assignment keeps, and where its name is used. */
export function keptBy(assigned: SyntaxNode, facts: Around): Kept {
  const name = childAt(assigned, 'left');
  if (name?.type !== 'identifier' || assigned.children.length !== 2)
    refuse('Its operation is kept in a way that is not understood.');
  return keptAs(name, scopeOf(assigned), facts);
}

/** The operation that a name stands for within a block. */
export function keptAs(name: SyntaxNode, block: SyntaxNode, facts: Around): Kept {
  const { text } = facts;
  const uses = usesOf(says(name, text), block, name, text);
  const answer = answerIn(uses, block, text);
  const waiting: VideoWaiting = {
    ...facts,
    name: says(name, text),
    block,
    answer: answer && says(answer, text),
  };
  const further = answer === null ? [] : usesOf(says(answer, text), block, answer, text);
  return { waiting, uses: [...uses, ...further].toSorted((a, b) => a.start - b.start) };
}

/** The name that an operation's answer is kept under, and nothing else. */
function answerIn(uses: readonly SyntaxNode[], block: SyntaxNode, text: string): SyntaxNode | null {
  const [target, another] = uses.flatMap((node) => answerOf(node, text) ?? []);
  if (target === undefined || another !== undefined) return null;
  const isSetAgain = usesOf(says(target, text), block, target, text).some(
    ({ field, parent }) => field === 'left' && parent?.type !== 'boolean_operator',
  );
  return isSetAgain ? null : target;
}

/** `result` of `result = operation.result`. */
function answerOf(node: SyntaxNode, text: string): SyntaxNode | undefined {
  const { path, top } = chainOf(node, text);
  const assigned = top.parent;
  const left =
    assigned?.type === 'assignment' && top.field === 'right' ? childAt(assigned, 'left') : undefined;
  const isPlain = assigned?.children.length === 2 && left?.type === 'identifier';
  return isPlain && /^(?:response|result)$/.test(path.join('.')) ? left : undefined;
}

/** The body of the function around: in Python a name belongs to all of it. */
function scopeOf(node: SyntaxNode): SyntaxNode {
  const owner = around(node, ['function_definition', 'class_definition', 'module']);
  const block = owner?.type === 'module' ? owner : owner && childAt(owner, 'body');
  if (block === undefined) refuse('Its operation is kept in a way that is not understood.');
  return block;
}

/** An operation is asked for in a loop: the edits of all that it is used for, and what stands behind the loop. */
export function followed({ waiting, uses }: Kept, isAskedElsewhere = false): AllUses<Poll> {
  const all = usesEdited(uses, waiting);
  const [poll, another] = all.polls;
  if (poll === undefined || another !== undefined) refuse('It is not seen how it waits for the video.');
  const loop = around(poll.node, LOOPS);
  if (loop === undefined || !BLOCKS.includes(loop.parent?.type ?? '') || childAt(loop, 'alternative'))
    refuse('It waits for the video in a way that is not understood.');
  const goesOn = asksOutside(loop, uses, waiting);
  const isCertain = !all.isChecked && !goesOn && !isAskedElsewhere && !isTriedApart(loop, uses);
  return { ...all, edits: [...all.edits, behindLoop(loop, poll.client, isCertain, waiting)] };
}

/** The edits of all that an operation is used for. */
export const usesEdited = (uses: readonly SyntaxNode[], waiting: VideoWaiting): AllUses<Poll> =>
  editsOf(
    uses,
    (node) => pollOf(node, waiting),
    (node) => useOf(node, waiting),
  );

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

/** `result = operation.result` goes with its lines. */
function withoutAnswer(top: SyntaxNode, text: string): UseEdits {
  const statement = top.parent?.parent ?? null;
  const lines =
    statement?.parent?.children.length === 1 || statement === null ? null : wholeLines(statement, text);
  return {
    edits: [lines ?? refuse('Something else stands beside its answer.')],
    isCheck: false,
    end: top.end,
  };
}

export function useOf(node: SyntaxNode, waiting: VideoWaiting): UseEdits {
  const { text, name, answer } = waiting;
  const chain = readFrom(node, waiting);
  const kept = answerOf(node, text);
  if (says(kept, text) === answer) return withoutAnswer(chain.top, text);
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
