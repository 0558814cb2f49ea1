// Where a script asks how a request came out: whether it is done, whether there is a video, what went wrong.

import { childAt, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { around, type Chain, says } from './nodes.ts';
import { refuse } from './refusal.ts';
import { chainOf, isLogged } from './tree.ts';
import { replaced, type UseEdits, type Waiting } from './use.ts';

const OUTCOME = /^response(?:\.generatedVideos(?:\.length|\.0(?:\.video(?:\.uri)?)?)?)?$/;

/** Whether members read from an operation say, where they are only asked for, that there is a video. */
export const isOutcomePath = (path: string): boolean => OUTCOME.test(path);

/** Whether the video is still being made. */
export function doneTest(top: SyntaxNode, { text, name, quote }: Waiting): UseEdits {
  const negation = top.parent;
  const isNegated = negation?.type === 'unary_expression' && text[negation.start] === '!';
  const node = isNegated ? negation : top;
  const isCondition =
    node.parent?.type === 'parenthesized_expression' &&
    /^(?:while|do|if)_statement$/.test(node.parent.parent?.type ?? '');
  const isOperand = /^(?:&&|\|\|)$/.test(node.parent?.operator ?? '');
  const isValue = node.field === 'value' && /^(?:pair|variable_declarator)$/.test(node.parent?.type ?? '');
  if (!isCondition && !isOperand && !isValue) refuse(`${name}.done is used in a way that is not understood.`);
  const [sign, join] = isNegated ? ['===', '||'] : ['!==', '&&'];
  const test = `${name}.status ${sign} ${quote}queued${quote} ${join} ${name}.status ${sign} ${quote}in_progress${quote}`;
  return replaced(node, isOperand ? `(${test})` : test);
}

interface Test {
  readonly node: SyntaxNode;
  readonly isNegated: boolean;
}

/** A question whether there is a video, with all that asks the same beside it; null where the value itself is used. */
export function outcomeTest(top: SyntaxNode, waiting: Waiting): UseEdits | null {
  const test = testOf(top, waiting.text);
  if (test === null) return null;
  const { node, isNegated } = widened(test, waiting);
  return replaced(node, `${isNegated ? '!' : ''}${waiting.name}.output_video`, true);
}

/** `!x`, `x.length === 0`, `x.length > 0`, or `x` where only its truth counts. */
function testOf(top: SyntaxNode, text: string): Test | null {
  const { parent } = top;
  if (parent === null) return null;
  if (parent.type === 'unary_expression' && text[parent.start] === '!')
    return { node: parent, isNegated: true };
  const compared = parent.type === 'binary_expression' ? text.slice(top.end, parent.end).trim() : '';
  if (/^={2,3}\s*0$/.test(compared)) return { node: parent, isNegated: true };
  if (/^>\s*0$/.test(compared)) return { node: parent, isNegated: false };
  const isCondition =
    parent.type === 'parenthesized_expression' && /^(?:if|while)_statement$/.test(parent.parent?.type ?? '');
  const isOperand =
    /^(?:&&|\|\|)$/.test(parent.operator ?? '') &&
    around(top, ['parenthesized_expression'])?.parent?.type === 'if_statement';
  return isCondition || isOperand ? { node: top, isNegated: false } : null;
}

/** `!a || !a.b` asks once: the longest run of such questions about the operation. */
function widened(test: Test, waiting: Waiting): Test {
  const { parent } = test.node;
  if (parent?.operator !== (test.isNegated ? '||' : '&&')) return test;
  const [left, right] = parent.children;
  if (left !== test.node || right === undefined) return test;
  const other = firstName(right, waiting);
  if (other === undefined) return test;
  const chain = chainOf(other, waiting.text);
  const next = isOutcomePath(chain.path.join('.')) ? testOf(chain.top, waiting.text) : null;
  if (next?.node !== right || next.isNegated !== test.isNegated) return test;
  return widened({ node: parent, isNegated: test.isNegated }, waiting);
}

function firstName(node: SyntaxNode, { text, name }: Waiting): SyntaxNode | undefined {
  for (let at: SyntaxNode | undefined = node; at !== undefined; at = at.children[0])
    if (at.type === 'identifier' && says(at, text) === name) return at;
  return undefined;
}

/** `if (operation.error)`, and what it says of the error. */
export function errorUse({ top, path }: Chain, { text, name, quote }: Waiting): UseEdits | null {
  const own = path.join('.');
  const { parent } = top;
  if (own === 'error') {
    const test = testOf(top, text);
    if (test !== null)
      return test.isNegated ? null : replaced(top, `${name}.status !== ${quote}completed${quote}`, true);
    const isGiven = parent?.type === 'arguments' && (isLogged(top, text) || isText(parent, text));
    const isDefaulted = parent?.operator === '||' || parent?.operator === '??';
    return isGiven || isDefaulted ? replaced(top, `${name}.errors`) : null;
  }
  if (own !== 'error.message') return null;
  const said = `${name}.errors?.[0]?.message ?? ${name}.status`;
  if (parent?.type === 'template_substitution') return replaced(top, said);
  const isArgument = parent?.type === 'arguments';
  const isDefaulted = parent?.operator === '||' || parent?.operator === '??';
  if (isDefaulted) return replaced(top, `${name}.errors?.[0]?.message`);
  return isArgument ? replaced(top, said) : null;
}

const isText = ({ parent }: SyntaxNode, text: string): boolean => {
  const callee = parent === null ? undefined : childAt(parent, 'function');
  return /^(?:JSON\.stringify|String)$/.test(says(callee, text));
};
