// The request itself in Python, from `models.generate_videos(…)` to `interactions.create(…)`.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { type Entry, entryEdits } from '../entries.ts';
import { bracketed, brokenUp, growsTooLong, LONGEST, ownLine, placed, wholeLines } from '../layout.ts';
import { holdsComment, indentAt, says } from '../nodes.ts';
import { type Config, whyKept } from '../omni.ts';
import { refuse } from '../refusal.ts';
import type { RequestFacts } from '../use.ts';
import { imageContent, withoutArgument } from './images.ts';
import { keptValue } from './kept.ts';
import { isSurelyThere } from './known.ts';
import { durationText } from './seconds.ts';
import { entriesOf, keywordsOf, plainWords } from './tree.ts';

/** Parameters of the configuration that go away without a loss, by the values that they may have. */
const DROPPED: Readonly<Record<string, RegExp>> = {
  number_of_videos: /^1$/,
  generate_audio: /^True$/,
  person_generation: /^["'](?:allow_all|allow_adult|ALLOW_ALL|ALLOW_ADULT)["']$/,
};

/** The edits of the arguments; the model's own is not among them. */
export function requestEdits(call: SyntaxNode, facts: RequestFacts): readonly TextEdit[] {
  const { text } = facts;
  const given = keywordsOf(call, text);
  if (given === null) refuse('Its arguments are not all written in the request.');
  for (const name of given.keys())
    if (!['model', 'prompt', 'config', 'source', 'image'].includes(name)) refuse(`${name} is moved by hand.`);
  const config = configOf(given.get('config'), facts);
  return [
    calleeEdit(call, text),
    ...inputEdits(given, config.negative, facts),
    ...formatEdits(call, given.get('config'), given.get('image'), config, facts),
  ];
}

function calleeEdit(call: SyntaxNode, text: string): TextEdit {
  const callee = childAt(call, 'function');
  const method = callee && childAt(callee, 'attribute');
  const models = callee && childAt(callee, 'object');
  const property = models && childAt(models, 'attribute');
  if (method === undefined || property === undefined) refuse('Its client is not understood.');
  if (text.slice(property.start, method.end) !== 'models.generate_videos')
    refuse('Its method is not called as client.models.generate_videos.');
  return { start: property.start, end: method.end, newText: 'interactions.create' };
}

/** The prompt becomes the input; a picture goes before it, in a list of both. */
function inputEdits(
  given: ReadonlyMap<string, SyntaxNode>,
  negative: SyntaxNode | null,
  facts: RequestFacts,
): readonly TextEdit[] {
  const { text, quote } = facts;
  const argument = given.get('prompt') ?? given.get('source');
  if (argument === undefined || !given.has('model')) refuse('It has no prompt of its own.');
  if (given.has('prompt') && given.has('source')) refuse('It has both a prompt and a source.');
  const { prompt, image, gone } = given.has('source')
    ? sourceOf(argument, text)
    : { prompt: childAt(argument, 'value'), image: given.get('image'), gone: [] };
  if (prompt === undefined) refuse('It has no prompt of its own.');
  const words = negative === null ? says(prompt, text) : joined(prompt, negative, text);
  const { start, end } = argument;
  const picture = image && childAt(image, 'value');
  if (picture === undefined) return [{ start, end, newText: `input=${words}` }, ...gone];
  const args = argument.parent;
  const isTall = args !== null && text.slice(args.start, args.children[0]?.start).includes('\n');
  const isLonger = words.includes('\n');
  if (isLonger) refuse('Its prompt and its image are put together by hand.');
  const word = (said: string): string => `${quote}${said}${quote}`;
  const indent = isTall ? indentAt(text, start) : indentAt(text, start) + stepOf(indentAt(text, start));
  const inner = indent + stepOf(indent);
  const parts = [
    imageContent(picture, facts),
    [`${word('type')}: ${word('text')}`, `${word('text')}: ${words}`],
  ].map((part) => bracketed(part, '', inner, stepOf(indent)));
  const list = `[\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}]`;
  return [{ start, end, newText: `input=${list}` }, ...gone];
}

const stepOf = (indent: string): string => (indent.startsWith('\t') ? '\t' : '    ');

interface SourceParts {
  readonly prompt: SyntaxNode | undefined;
  readonly image: SyntaxNode | undefined;
  /** The statement that had kept it. */
  readonly gone: readonly TextEdit[];
}

/** `source=types.GenerateVideosSource(prompt=…, image=…)`, be it kept under a name for this request alone. */
function sourceOf(argument: SyntaxNode, text: string): SourceParts {
  const value = childAt(argument, 'value');
  const kept = value?.type === 'identifier' ? keptValue(value, text) : null;
  const source = kept?.value ?? value;
  const given = source?.type === 'call' ? keywordsOf(source, text) : null;
  const prompt = given?.get('prompt');
  const image = given?.get('image');
  if (prompt === undefined || given?.size !== (image === undefined ? 1 : 2))
    refuse('source is moved by hand: it holds more than a prompt and an image.');
  const parts = { prompt: childAt(prompt, 'value'), image };
  if (kept === null) return { ...parts, gone: [] };
  const isSimple = [prompt, image].every((one) => {
    const said = one && childAt(one, 'value');
    return said === undefined || /^(?:identifier|string)$/.test(said.type);
  });
  const lines = wholeLines(kept.statement, text);
  if (!isSimple || lines === null) refuse('source is moved by hand: it is put together elsewhere.');
  return { ...parts, gone: [lines] };
}

/** The prompt with what to avoid. */
export function joined(prompt: SyntaxNode, negative: SyntaxNode, text: string): string {
  const [said, avoided] = [plainWords(prompt, text), plainWords(negative, text)];
  if (said !== null && avoided !== null) {
    const quote = says(prompt, text)[0];
    return `${quote}${said}${/[.!?]\s*$/.test(said) ? '' : '.'} Avoid: ${avoided}.${quote}`;
  }
  // What nobody sees may end without a full stop: a line break parts the sentences.
  const gap = said === null ? '\\n' : /[.!?]\s*$/.test(said) ? ' ' : '. ';
  const both = `f"${inFormat(prompt, text)}${gap}Avoid: ${inFormat(negative, text)}."`;
  if (avoided !== null || isSurelyThere(negative, text)) return both;
  return `${both} if ${says(negative, text)} else ${says(prompt, text)}`;
}

/** An expression within an f-string. */
function inFormat(node: SyntaxNode, text: string): string {
  const words = plainWords(node, text);
  if (words !== null) return words;
  if (!/^[\w.]+$/.test(says(node, text))) refuse('Its prompt and its negative prompt are joined by hand.');
  return `{${says(node, text)}}`;
}

function configOf(argument: SyntaxNode | undefined, facts: RequestFacts): Config {
  const { text, quote, usualSeconds } = facts;
  const usual = usualSeconds === null ? [] : [`${quote}duration${quote}: ${quote}${usualSeconds}s${quote}`];
  const value = argument && valueBehind(argument, text);
  if (value === undefined) return { entries: [], usual, seed: null, negative: null };
  const given = parametersOf(value, text);
  const entries = [...given].map(([key, node]) => ({ node, written: entryText(key, node, facts) }));
  const argumentOf = (key: string): SyntaxNode | undefined => {
    const node = given.get(key);
    return node && childAt(node, 'value');
  };
  const seed = argumentOf('seed');
  const isKept = argument !== undefined && childAt(argument, 'value') !== value;
  const moved = [seed, argumentOf('negative_prompt')].filter((one) => one !== undefined);
  if (isKept && !moved.every(({ type }) => /^(?:integer|string|identifier)$/.test(type)))
    refuse('Its config is built elsewhere.');
  return {
    entries,
    usual: given.has('duration_seconds') ? [] : usual,
    seed: seed === undefined ? null : says(seed, text),
    negative: argumentOf('negative_prompt') ?? null,
  };
}

/** A parameter of the configuration as `response_format` has it; null where it goes, or goes elsewhere. */
function entryText(key: string, node: SyntaxNode, facts: RequestFacts): string | null {
  const { text, quote } = facts;
  const value = childAt(node, 'value');
  if (value === undefined) refuse('Its config is not understood.');
  const said = says(value, text);
  if (key === 'aspect_ratio' || key === 'resolution') return `${quote}${key}${quote}: ${said}`;
  if (key === 'duration_seconds') return `${quote}duration${quote}: ${durationText(value, facts)}`;
  if (key === 'seed' || key === 'negative_prompt') return null;
  if (DROPPED[key]?.test(said) !== true) refuse(whyKept(key, said));
  return null;
}

/** The value of an argument, be it kept under a name for this request alone. */
function valueBehind(argument: SyntaxNode, text: string): SyntaxNode | undefined {
  const value = childAt(argument, 'value');
  return value?.type === 'identifier' ? (keptValue(value, text)?.value ?? value) : value;
}

/** `types.GenerateVideosConfig(…)`, or a dictionary. */
function parametersOf(value: SyntaxNode, text: string): ReadonlyMap<string, SyntaxNode> {
  const callee = value.type === 'call' ? childAt(value, 'function') : undefined;
  const isConfig = /(?:^|\.)GenerateVideosConfig$/.test(says(callee, text));
  const given = isConfig
    ? keywordsOf(value, text)
    : value.type === 'dictionary'
      ? entriesOf(value, text)
      : null;
  if (given === null) refuse('Its config is built elsewhere.');
  if (isFlat(value, text) && holdsComment(innerOf(value), text))
    refuse('Comments stand between the parameters of its config.');
  return given;
}

/** `config` becomes `response_format`, laid out as it was; what else is sent stands behind it. `image` goes. */
function formatEdits(
  call: SyntaxNode,
  argument: SyntaxNode | undefined,
  image: SyntaxNode | undefined,
  { entries, usual, seed }: Config,
  { text, quote }: RequestFacts,
): readonly TextEdit[] {
  const word = (said: string): string => `${quote}${said}${quote}`;
  const head = `${word('type')}: ${word('video')}`;
  const tail = [...usual, `${word('delivery')}: ${word('uri')}`];
  const all = [head, ...entries.flatMap(({ written }) => written ?? []), ...tail];
  const args = childAt(call, 'arguments');
  const kept = args?.children.filter((one) => one !== image);
  const [first, last] = [kept?.[0], kept?.at(-1)];
  const removed = image === undefined ? [] : [withoutArgument(image, text)];
  if (args === undefined || kept === undefined || first === undefined || last === undefined)
    refuse('It has no arguments.');
  if (argument === undefined && /^[ \t]*(?:,[ \t]*)?#/.test(text.slice(last.end)))
    refuse('A comment stands behind its arguments.');
  const seeds = seed === null ? [] : [`generation_config={${word('seed')}: ${seed}}`];
  const more = [...seeds, 'background=True'];
  const isTall = text.slice(args.start, first.start).includes('\n');
  const step = indentAt(text, first.start).startsWith('\t') ? '\t' : '    ';
  const indent = isTall ? indentAt(text, first.start) : indentAt(text, args.start) + step;
  const value = argument && valueBehind(argument, text);
  const before = argument !== undefined && isTall ? ownLine(argument, args, text) : null;
  const gap = isTall ? `,\n${indent}` : ', ';
  const own = argument && childAt(argument, 'value');
  if (argument !== undefined && value !== undefined && own !== undefined && own !== value) {
    // Where several arguments stand on a line they stay there: no more than a word is added.
    const near = before === null ? gap : ', ';
    const newText = [`response_format=${says(own, text)}`, ...more].join(near);
    const row = indentAt(text, value.start);
    const flat = { start: value.start, end: value.end, newText: bracketed(all, '', row, step) };
    return [
      ...removed,
      { start: argument.start, end: argument.end, newText },
      ...(isFlat(value, text) ? [flat] : dictionaryEdits(value, value.start, entries, { head, tail }, text)),
    ];
  }
  if (argument !== undefined && value !== undefined && !isFlat(value, text)) {
    const [opening, ...rest] = dictionaryEdits(value, argument.start, entries, { head, tail }, text);
    return [
      ...removed,
      ...(opening === undefined ? [] : [placed(opening, before, gap, 'response_format={')]),
      ...rest,
      { start: value.end, end: value.end, newText: `${gap}${more.join(gap)}` },
    ];
  }
  const had = argument === undefined ? 0 : argument.end - argument.start;
  const listed = image === undefined ? 0 : LONGEST;
  const isBroken =
    !isTall && growsTooLong(args, [...all, ...more].join(', ').length + 18 - had + listed, text);
  const next = isTall || isBroken ? `,\n${indent}` : ', ';
  const format = isTall || isBroken ? bracketed(all, '', indent, step) : `{${all.join(', ')}}`;
  const written = [`response_format=${format}`, ...more].join(next);
  const edit =
    argument === undefined
      ? { start: last.end, end: last.end, newText: next + written }
      : placed(argument, before, next, written);
  return [edit, ...(isBroken ? brokenUp({ ...args, children: kept }, step, text) : removed)];
}

/** A tall configuration as a dictionary: what opens it, its entries, what closes it. */
function dictionaryEdits(
  value: SyntaxNode,
  start: number,
  entries: readonly Entry[],
  { head, tail }: { readonly head: string; readonly tail: readonly string[] },
  text: string,
): readonly TextEdit[] {
  const inner = innerOf(value);
  return [
    { start, end: inner.start + 1, newText: '{' },
    ...entryEdits(entries, { head, tail, comma: true }, inner.end - 1, text),
    { start: inner.end - 1, end: value.end, newText: '}' },
  ];
}

/** What stands between the brackets of a configuration. */
const innerOf = (config: SyntaxNode): SyntaxNode =>
  config.type === 'call' ? (childAt(config, 'arguments') ?? config) : config;

const isFlat = (config: SyntaxNode, text: string): boolean => {
  const { start, end, children } = innerOf(config);
  return !text.slice(start, children[0]?.start ?? end).includes('\n');
};
