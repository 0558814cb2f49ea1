// The request itself in Python, from `models.generate_videos(…)` to `interactions.create(…)`.

import { childAt, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import { bracketed, brokenUp, growsTooLong, ownLine, placed } from '../layout.ts';
import { refuse } from '../refusal.ts';
import type { RequestFacts } from '../request.ts';
import { indentAt } from '../tree.ts';
import { entriesOf, holdsComment, keywordsOf, plainWords, says } from './tree.ts';
import { isWholeNumber } from './wholeNumber.ts';

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
    if (!['model', 'prompt', 'config', 'source'].includes(name)) refuse(`${name} is moved by hand.`);
  const config = configOf(given.get('config'), facts);
  return [
    calleeEdit(call, text),
    promptEdit(given, config.negative, text),
    ...formatEdits(call, given.get('config'), config, facts),
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

function promptEdit(
  given: ReadonlyMap<string, SyntaxNode>,
  negative: SyntaxNode | null,
  text: string,
): TextEdit {
  const argument = given.get('prompt') ?? given.get('source');
  if (argument === undefined || !given.has('model')) refuse('It has no prompt of its own.');
  if (given.has('prompt') && given.has('source')) refuse('It has both a prompt and a source.');
  const value = given.has('source') ? promptOfSource(argument, text) : childAt(argument, 'value');
  if (value === undefined) refuse('It has no prompt of its own.');
  const words = negative === null ? says(value, text) : joined(value, negative, text);
  return { start: argument.start, end: argument.end, newText: `input=${words}` };
}

/** `source=types.GenerateVideosSource(prompt=…)`. */
function promptOfSource(argument: SyntaxNode, text: string): SyntaxNode | undefined {
  const source = childAt(argument, 'value');
  const given = source?.type === 'call' ? keywordsOf(source, text) : null;
  const prompt = given?.get('prompt');
  if (given?.size !== 1 || prompt === undefined)
    refuse('source is moved by hand: it holds more than a prompt.');
  return childAt(prompt, 'value');
}

function joined(prompt: SyntaxNode, negative: SyntaxNode, text: string): string {
  const [said, avoided] = [plainWords(prompt, text), plainWords(negative, text)];
  if (said !== null && avoided !== null) {
    const quote = says(prompt, text)[0];
    return `${quote}${said}${/[.!?]\s*$/.test(said) ? '' : '.'} Avoid: ${avoided}.${quote}`;
  }
  // What nobody sees may end without a full stop: a line break parts the sentences.
  const gap = said === null ? '\\n' : /[.!?]\s*$/.test(said) ? ' ' : '. ';
  return `f"${inFormat(prompt, text)}${gap}Avoid: ${inFormat(negative, text)}."`;
}

/** An expression within an f-string. */
function inFormat(node: SyntaxNode, text: string): string {
  const words = plainWords(node, text);
  if (words !== null) return words;
  if (!/^[\w.]+$/.test(says(node, text))) refuse('Its prompt and its negative prompt are joined by hand.');
  return `{${says(node, text)}}`;
}

interface Config {
  /** Entries of `response_format` as they are written. */
  readonly entries: readonly string[];
  readonly seed: string | null;
  readonly negative: SyntaxNode | null;
}

function configOf(argument: SyntaxNode | undefined, facts: RequestFacts): Config {
  const { text, quote, usualSeconds } = facts;
  const entry = (key: string, value: string): string => `${quote}${key}${quote}: ${value}`;
  const usual = usualSeconds === null ? [] : [entry('duration', `${quote}${usualSeconds}s${quote}`)];
  const value = argument && childAt(argument, 'value');
  if (value === undefined) return { entries: usual, seed: null, negative: null };
  const given = parametersOf(value, text);
  const entries: string[] = [];
  let [seed, negative]: [string | null, SyntaxNode | null] = [null, null];
  for (const [key, node] of given) {
    const parameter = childAt(node, 'value');
    if (parameter === undefined) refuse('Its config is not understood.');
    const said = says(parameter, text);
    if (key === 'aspect_ratio' || key === 'resolution') entries.push(entry(key, said));
    else if (key === 'duration_seconds') entries.push(entry('duration', durationText(parameter, facts)));
    else if (key === 'seed') seed = said;
    else if (key === 'negative_prompt') negative = parameter;
    else if (DROPPED[key]?.test(said) !== true) refuse(whyKept(key, said));
  }
  return { entries: given.has('duration_seconds') ? entries : [...entries, ...usual], seed, negative };
}

/** `types.GenerateVideosConfig(…)`, or a dictionary. */
function parametersOf(value: SyntaxNode, text: string): ReadonlyMap<string, SyntaxNode> {
  const callee = value.type === 'call' ? childAt(value, 'function') : undefined;
  const isConfig = callee !== undefined && /(?:^|\.)GenerateVideosConfig$/.test(says(callee, text));
  const given = isConfig
    ? keywordsOf(value, text)
    : value.type === 'dictionary'
      ? entriesOf(value, text)
      : null;
  if (given === null) refuse('Its config is built elsewhere.');
  const inner = isConfig ? childAt(value, 'arguments') : value;
  if (inner !== undefined && holdsComment(inner, text))
    refuse('Comments stand between the parameters of its config.');
  return given;
}

function durationText(node: SyntaxNode, { text, quote }: RequestFacts): string {
  const seconds = /^["']?(\d+)["']?$/.exec(says(node, text))?.[1];
  if (seconds === undefined) {
    if (!isWholeNumber(node, text)) refuse('Its duration is computed at run time.');
    return `f${quote}{${says(node, text)}}s${quote}`;
  }
  if (Number(seconds) < 3 || Number(seconds) > 10) refuse('Its duration is not one that Omni makes.');
  return `${quote}${seconds}s${quote}`;
}

function whyKept(key: string, said: string): string {
  if (key === 'number_of_videos') return 'It asks for several videos: each needs a request of its own.';
  if (key === 'generate_audio') return 'It may ask for a video without audio, which Omni does not make.';
  if (key === 'person_generation') return `Omni has no field for person_generation, which is ${said} here.`;
  return `${key} has no known counterpart.`;
}

/** `config` becomes `response_format`, laid out as it was; what else is sent stands behind it. */
function formatEdits(
  call: SyntaxNode,
  argument: SyntaxNode | undefined,
  { entries, seed }: Config,
  { text, quote }: RequestFacts,
): readonly TextEdit[] {
  const word = (said: string): string => `${quote}${said}${quote}`;
  const all = [`${word('type')}: ${word('video')}`, ...entries, `${word('delivery')}: ${word('uri')}`];
  const args = childAt(call, 'arguments');
  const [first, last] = [args?.children[0], args?.children.at(-1)];
  if (args === undefined || first === undefined || last === undefined) refuse('It has no arguments.');
  if (argument === undefined && /^[ \t]*(?:,[ \t]*)?#/.test(text.slice(last.end)))
    refuse('A comment stands behind its arguments.');
  const seeds = seed === null ? [] : [`generation_config={${word('seed')}: ${seed}}`];
  const more = [...seeds, 'background=True'];
  const isTall = text.slice(args.start, first.start).includes('\n');
  const had = argument === undefined ? 0 : argument.end - argument.start;
  const isBroken = !isTall && growsTooLong(args, [...all, ...more].join(', ').length + 18 - had, text);
  const step = indentAt(text, first.start).startsWith('\t') ? '\t' : '    ';
  const indent = isTall ? indentAt(text, first.start) : indentAt(text, args.start) + step;
  const next = isTall || isBroken ? `,\n${indent}` : ', ';
  const flat = isTall || isBroken ? bracketed(all, '', indent, step) : `{${all.join(', ')}}`;
  const value = argument && childAt(argument, 'value');
  const format = value === undefined || isFlat(value, text) ? flat : laidOut(value, all, text);
  const written = [`response_format=${format}`, ...more].join(next);
  const edit =
    argument === undefined
      ? { start: last.end, end: last.end, newText: next + written }
      : placed(argument, isTall ? ownLine(argument, args, text) : null, next, written);
  return [edit, ...(isBroken ? brokenUp(args, step, text) : [])];
}

/** What stands between the brackets of a configuration. */
const innerOf = (config: SyntaxNode): SyntaxNode =>
  config.type === 'call' ? (childAt(config, 'arguments') ?? config) : config;

const isFlat = (config: SyntaxNode, text: string): boolean => {
  const { start, end, children } = innerOf(config);
  return !text.slice(start, children[0]?.start ?? end).includes('\n');
};

function laidOut(was: SyntaxNode, entries: readonly string[], text: string): string {
  const indent = indentAt(text, innerOf(was).children[0]?.start ?? was.start);
  const lines = entries.map((entry) => `${indent}${entry},`);
  return `{\n${lines.join('\n')}\n${indentAt(text, was.end - 1)}}`;
}
