// A request that a shell script sends with curl, moved to the Interactions API as a whole or not at all.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route, TextEdit } from '../../../routes/types.ts';
import { alone, type Change } from '../change.ts';
import { around, indentAt, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { bodyEdit } from './body.ts';

const REVISION = '-H "Api-Revision: 2026-05-20"';
const VIDEO = `'[.steps[]?.content[]? | select(.type == "video")][0].uri'`;
const IS_OVER = `'.status | IN("queued", "in_progress") | not'`;

/** The change; throws `NotUnderstood` where a part of the shape is not. Places are those of the whole text. */
export function shellToOmni(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  usualSeconds: number | null,
): Change {
  const command = [...descendants(root)].find(
    ({ type, start, end }) => type === 'command' && start === route.start && end === route.end,
  );
  const at = route.reference;
  if (command === undefined || at === null || !/^curl\b/.test(says(command, text)))
    refuse('Only requests of curl with their model in the address are moved.');
  const words = command.children.filter(({ field }) => field === 'argument');
  const address = words.find((word) => /:predictLongRunning\b/.test(says(word, text)));
  if (address === undefined || at.start < address.start || address.end < at.end)
    refuse('Its model does not stand in its address.');
  const data = words[words.findIndex((word) => /^(?:-d|--data(?:-raw)?|--json)$/.test(says(word, text))) + 1];
  if (data?.type !== 'raw_string') refuse('Its body is not written as one quoted text.');
  return alone([
    addressEdit(address, words, text),
    bodyEdit(data, text, model, usualSeconds),
    ...answerEdits(command, root, text),
  ]);
}

/** `…/models/veo-…:predictLongRunning` becomes `…/interactions`, with the header that pins the answer's shape. */
function addressEdit(address: SyntaxNode, words: readonly SyntaxNode[], text: string): TextEdit {
  const moved = says(address, text).replace(/\/models\/[\w.-]+:predictLongRunning/, '/interactions');
  if (moved === says(address, text)) refuse('Its address is not understood.');
  const next = words[words.indexOf(address) + 1];
  const gap = next === undefined ? ' ' : text.slice(address.end, next.start);
  const isTall = /^ \\\n[ \t]*$/.test(gap);
  return { start: address.start, end: address.end, newText: `${moved}${isTall ? gap : ' '}${REVISION}` };
}

/** What is done with the answer: nothing, or its name is kept, asked for and followed to the video. */
function answerEdits(command: SyntaxNode, root: SyntaxNode, text: string): readonly TextEdit[] {
  const statement = command.parent;
  if (statement?.type === 'program' || statement?.type === 'do_group') return [];
  const name = statement?.type === 'pipeline' ? jqFilter(statement, command, text) : undefined;
  const kept = around(command, ['variable_assignment']);
  const variable = kept && childAt(kept, 'name');
  if (name === undefined || variable === undefined || !/^["']?\.name["']?$/.test(says(name, text)))
    refuse('What is done with its answer is not understood.');
  const uses = usesOf(says(variable, text), variable, root, text);
  const asked = uses.filter((use) => around(use, ['command']) !== undefined && isAsked(use, text));
  const [use, another] = asked;
  if (use === undefined || another !== undefined || !uses.every((one) => one === use || isEchoed(one, text)))
    refuse('How its answer is asked for is not understood.');
  return [{ start: name.start, end: name.end, newText: '.id' }, ...pollEdits(use, root, text)];
}

/** The filter of `curl … | jq -r .name`. */
function jqFilter(pipeline: SyntaxNode, command: SyntaxNode, text: string): SyntaxNode | undefined {
  const [first, jq, ...more] = pipeline.children;
  if (first !== command || jq === undefined || more.length > 0) return undefined;
  return /^jq\b/.test(says(jq, text)) ? jq.children.at(-1) : undefined;
}

function usesOf(name: string, but: SyntaxNode, root: SyntaxNode, text: string): readonly SyntaxNode[] {
  return [...descendants(root)].filter(
    (node) => node !== but && node.type === 'variable_name' && says(node, text) === name,
  );
}

const commandOf = (node: SyntaxNode, text: string): string => says(around(node, ['command']), text);

const isEchoed = (node: SyntaxNode, text: string): boolean =>
  /^(?:echo|printf)\b/.test(commandOf(node, text));

const isAsked = (node: SyntaxNode, text: string): boolean => /^curl\b/.test(commandOf(node, text));

/** `status=$(curl … "$BASE/$name")`, and what is read from it. */
function pollEdits(use: SyntaxNode, root: SyntaxNode, text: string): readonly TextEdit[] {
  const address = around(use, ['string']);
  const hole = use.parent;
  if (address === undefined || hole === null || says(address, text)[hole.start - address.start - 1] !== '/')
    refuse('How its answer is asked for is not understood.');
  const kept = around(use, ['variable_assignment']);
  const variable = kept && childAt(kept, 'name');
  if (variable === undefined) refuse('What is done with the state of its job is not understood.');
  const edits: TextEdit[] = [
    { start: hole.start, end: hole.start, newText: 'interactions/' },
    { start: address.end, end: address.end, newText: ` ${REVISION}` },
  ];
  const key = /-H "x-goog-api-key: [^"]+"/.exec(commandOf(use, text))?.[0];
  if (key === undefined) refuse('The key of its questions is not seen.');
  for (const read of usesOf(says(variable, text), variable, root, text)) {
    const pipeline = around(read, ['pipeline']);
    const filter = pipeline === undefined ? undefined : pipeline.children.at(-1)?.children.at(-1);
    if (filter === undefined) refuse('What is done with the state of its job is not understood.');
    const words = says(filter, text).replace(/^["']|["']$/g, '');
    if (words === '.done') edits.push({ start: filter.start, end: filter.end, newText: IS_OVER });
    else if (words === '.response.generateVideoResponse.generatedSamples[0].video.uri') {
      edits.push({ start: filter.start, end: filter.end, newText: VIDEO });
      edits.push(...waitEdits(pipeline, key, root, text));
    } else refuse('What is read from the state of its job is not understood.');
  }
  if (edits.length < 5) refuse('How it waits for the video is not understood.');
  return edits;
}

/** A finished video's file is processed before it can be downloaded. */
function waitEdits(
  pipeline: SyntaxNode | undefined,
  key: string,
  root: SyntaxNode,
  text: string,
): readonly TextEdit[] {
  const kept = pipeline && around(pipeline, ['variable_assignment']);
  const variable = kept && childAt(kept, 'name');
  if (variable === undefined) refuse('What is done with the address of its video is not understood.');
  const download = usesOf(says(variable, text), variable, root, text).find((use) => isAsked(use, text));
  const command = download && around(download, ['command']);
  if (command === undefined) refuse('How its video is downloaded is not understood.');
  const indent = indentAt(text, command.start);
  const file = `"\${${says(variable, text)}%:download*}"`;
  const at = aboveComments(command.start, text);
  const lines = [
    "# A finished video's file is processed before it can be downloaded.",
    `while [ "$(curl -s ${key} ${file} | jq -r .state)" = "PROCESSING" ]; do sleep 5; done`,
    '',
  ];
  return [{ start: at, end: at, newText: lines.join(`\n${indent}`) }];
}

/** Where a command begins with the comments that stand on the lines before it. */
function aboveComments(start: number, text: string): number {
  let at = start;
  for (let line = lineStart(text, start); line > 0; ) {
    line = lineStart(text, line - 1);
    const [said = ''] = text.slice(line).split('\n', 1);
    if (!said.trimStart().startsWith('#')) break;
    at = line + said.length - said.trimStart().length;
  }
  return at;
}

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
