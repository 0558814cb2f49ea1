// Videos in Python whose bytes are taken without a download: the SDK has them only after one.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { indentAt, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import type { UseEdits } from '../use.ts';
import { chainOf, isLogged, usesOf } from './tree.ts';
import { made, type VideoWaiting } from './video.ts';

/** The bytes of a file, as an expression. */
export function downloaded(file: string, waiting: VideoWaiting): string {
  const call = `${clientIn(waiting)}.files.download(file=${file})`;
  return call.includes('.aio.') ? `(await ${call})` : call;
}

/** The client that asks for the job, or that sends the request, where the video is taken. */
function clientIn({ block, text }: VideoWaiting): string {
  for (const node of descendants(block)) {
    const callee = node.type === 'call' ? childAt(node, 'function') : undefined;
    const said = says(callee, text);
    const [, client] = /^([\w.]+)\.(?:operations\.get|models\.generate_videos)$/.exec(said) ?? [];
    if (client !== undefined) return client;
  }
  refuse('Which client could download the video is not seen.');
}

/** A statement of a download of its own. */
const statementOf = (file: string, waiting: VideoWaiting): string =>
  downloaded(file, waiting).replace(/^\((await .*)\)$/, '$1');

/** `operation.response.generated_videos[0].video.save(…)`: the video gets a name, and is downloaded before. */
export function savedAtOnce(top: SyntaxNode, waiting: VideoWaiting): UseEdits {
  const { text, block } = waiting;
  const indent = indentOf(top, text);
  const isTaken = [...descendants(block)].some(
    (node) => node.type === 'identifier' && says(node, text) === 'video' && node.field !== 'attribute',
  );
  if (isTaken) refuse('What is done with the video is not understood.');
  const lines = [`video = ${made(waiting)}`, statementOf('video', waiting), 'video.save'];
  const newText = lines.join(`\n${indent}`);
  return { edits: [{ start: top.start, end: top.end, newText }], isCheck: false, end: top.end };
}

/** The blanks before a call that is a statement of its own. */
function indentOf(callee: SyntaxNode, text: string): string {
  const call = callee.parent;
  const isAlone = call?.type === 'call' && call.parent?.type === 'expression_statement';
  const indent = indentAt(text, callee.start);
  if (!isAlone || text.slice(0, callee.start).split('\n').at(-1) !== indent)
    refuse('What is done with the video is not understood.');
  return indent;
}

/** A download before a kept video is saved, where nothing else could have made one. */
export function loadedFirst(kept: SyntaxNode, block: SyntaxNode, waiting: VideoWaiting): readonly TextEdit[] {
  const { text } = waiting;
  const uses = usesOf(says(kept, text), block, kept, text).map((node) => chainOf(node, text));
  const isHanded = uses.some(
    ({ top, path }) =>
      /^(?:video)?$/.test(path.join('.')) && top.parent?.type === 'argument_list' && !isLogged(top, text),
  );
  const [saved] = uses.filter(({ path }) => path.at(-1) === 'save');
  if (saved === undefined || isHanded || isElsewhereDownloaded(block, text)) return [];
  const indent = indentOf(saved.top, text);
  const newText = `${statementOf(says(kept, text), waiting)}\n${indent}`;
  return [{ start: saved.top.start, end: saved.top.start, newText }];
}

/** Whether a download stands in the same function, of whatever. */
function isElsewhereDownloaded(block: SyntaxNode, text: string): boolean {
  return [...descendants(block)].some((node) => {
    const callee = node.type === 'call' ? childAt(node, 'function') : undefined;
    return /\.files\.download$/.test(says(callee, text));
  });
}
