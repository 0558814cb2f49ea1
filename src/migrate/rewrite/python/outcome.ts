// Where Python asks how a request came out: whether it is done, whether there is a video, what went wrong.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { around, type Chain, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { replaced, type UseEdits } from '../use.ts';
import { chainOf, isLogged, usesOf } from './tree.ts';
import type { VideoWaiting } from './video.ts';

const OUTCOME = /^(?:response|result)(?:\.generated_videos(?:\.0(?:\.video(?:\.uri)?)?)?)?$/;

/** Whether members read from an operation say, where they are only asked for, that there is a video. */
export const isOutcomePath = (path: string): boolean => OUTCOME.test(path);

/** Whether the video is still being made. */
export function doneTest(top: SyntaxNode, waiting: VideoWaiting): UseEdits {
  const { text, name, quote } = waiting;
  if (isLogged(top, text)) return replaced(top, `${name}.status`);
  const test = truthOf(top, text);
  if (test === null) refuse(`${name}.done is used in a way that is not understood.`);
  const running = `(${quote}queued${quote}, ${quote}in_progress${quote})`;
  return replaced(test.node, `${name}.status ${test.isNegated ? 'in' : 'not in'} ${running}`);
}

interface Test {
  readonly node: SyntaxNode;
  readonly isNegated: boolean;
}

/** `not x`, `x is None`, `x == False`, or `x` where only its truth counts. */
function truthOf(top: SyntaxNode, text: string): Test | null {
  const { parent } = top;
  if (parent === null) return null;
  if (parent.type === 'not_operator') return { node: parent, isNegated: true };
  if (parent.type === 'comparison_operator' && parent.children[0] === top) {
    const compared = text.slice(top.end, parent.end).trim();
    if (/^(?:is (?:None|False)|== (?:None|False))$/.test(compared)) return { node: parent, isNegated: true };
    if (/^(?:is not None|is True|!= (?:None|False)|== True)$/.test(compared))
      return { node: parent, isNegated: false };
    return null;
  }
  const isCondition = top.field === 'condition' || parent.type === 'boolean_operator';
  const statement = around(top, ['if_statement', 'while_statement', 'elif_clause', 'block']);
  return isCondition && statement?.type !== 'block' ? { node: top, isNegated: false } : null;
}

/** A question whether there is a video, with all that asks the same beside it; null where the value itself is used. */
export function outcomeTest(top: SyntaxNode, waiting: VideoWaiting): UseEdits | null {
  const test = truthOf(top, waiting.text);
  if (test === null) return null;
  const { node, isNegated } = widened(test, waiting);
  // Whether it came to an end, where whether there is a video is asked beside it.
  if (node === test.node && isNegated && isApart(top, waiting))
    return replaced(node, `${waiting.name}.status != ${waiting.quote}completed${waiting.quote}`, true);
  return replaced(node, `${isNegated ? 'not ' : ''}${waiting.name}.output_video`, true);
}

/** Whether a question is of the answer alone, and another one of its videos. */
function isApart(top: SyntaxNode, waiting: VideoWaiting): boolean {
  const { text, name, block, answer } = waiting;
  if (says(top, text) !== answer && !/\.(?:response|result)$/.test(says(top, text))) return false;
  const names = answer === null ? [name] : [name, answer];
  return names
    .flatMap((one) => usesOf(one, block, top, text))
    .some((node) => {
      const chain = readFrom(node, waiting);
      const isOfVideos = /^(?:response|result)\.generated_videos$/.test(chain.path.join('.'));
      return isOfVideos && truthOf(chain.top, text)?.isNegated === true;
    });
}

/** `not a or not a.b` asks once: the longest run of such questions about the operation. */
function widened(test: Test, waiting: VideoWaiting): Test {
  const { parent } = test.node;
  if (parent?.type !== 'boolean_operator' || parent.operator !== (test.isNegated ? 'or' : 'and')) return test;
  const [left, right] = parent.children;
  if (left !== test.node || right === undefined) return test;
  const other = firstName(right, waiting);
  if (other === undefined) return test;
  const chain = readFrom(other, waiting);
  const next = isOutcomePath(chain.path.join('.')) ? truthOf(chain.top, waiting.text) : null;
  if (next?.node !== right || next.isNegated !== test.isNegated) return test;
  return widened({ node: parent, isNegated: test.isNegated }, waiting);
}

/** What is read from an operation, be it by the name of its answer. */
export function readFrom(node: SyntaxNode, { text, answer }: VideoWaiting): Chain {
  const chain = chainOf(node, text);
  return says(node, text) === answer ? { ...chain, path: ['response', ...chain.path] } : chain;
}

function firstName(node: SyntaxNode, { text, name, answer }: VideoWaiting): SyntaxNode | undefined {
  for (let at: SyntaxNode | undefined = node; at !== undefined; at = at.children[0])
    if (at.type === 'identifier' && [name, answer].includes(says(at, text))) return at;
  return undefined;
}

/** `if operation.error:`, and what is said of the error. */
export function errorUse({ top, path }: Chain, { text, name, quote }: VideoWaiting): UseEdits | null {
  if (path.length > 2 || (path.length === 2 && path[1] !== 'message')) return null;
  const test = path.length === 1 ? truthOf(top, text) : null;
  if (test !== null)
    return replaced(
      test.node,
      `${name}.status ${test.isNegated ? '==' : '!='} ${quote}completed${quote}`,
      true,
    );
  const isSaid = top.parent?.type === 'interpolation' || isLogged(top, text) || isRaised(top, text);
  return isSaid ? replaced(top, `${name}.errors`) : null;
}

const isRaised = (node: SyntaxNode, text: string): boolean => {
  const call = node.parent?.type === 'argument_list' ? node.parent.parent : null;
  const callee = call?.type === 'call' ? childAt(call, 'function') : undefined;
  return /(?:Error|Exception|^str)$/.test(says(callee, text));
};
