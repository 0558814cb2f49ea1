// What stands behind the loop of a moved request, or behind the one question of a function.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { stepOf as fileStep } from './layout.ts';
import { indentAt, says } from './nodes.ts';
import type { Waiting } from './use.ts';

export function behindLoop(loop: SyntaxNode, client: string, isCertain: boolean, waiting: Waiting): TextEdit {
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
  return fileStep(text);
}

/** How the loop pauses between two questions, without its semicolon. */
function pauseIn(loop: SyntaxNode, { text, name }: Waiting): string {
  const found = [...descendants(loop)].find((node) => {
    if (node.type !== 'await_expression') return false;
    const waited = says(node, text).slice('await'.length);
    const isOwn = [...descendants(node)].some(({ start, end }) => text.slice(start, end) === name);
    return /setTimeout|sleep|delay|wait|pause/i.test(waited) && !waited.includes('\n') && !isOwn;
  });
  return found === undefined
    ? 'await new Promise((resolve) => setTimeout(resolve, 5000))'
    : says(found, text);
}
