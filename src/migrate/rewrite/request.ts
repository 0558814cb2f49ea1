// The request itself, from `models.generateVideos({ … })` to `interactions.create({ … })`.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { bracketed, brokenUp, growsTooLong, ownLine, placed } from './layout.ts';
import { refuse } from './refusal.ts';
import { bare, holdsComment, indentAt, type Pair, pairsOf } from './tree.ts';

/** What the rewriting of a request knows besides the text. */
export interface RequestFacts {
  readonly text: string;
  readonly quote: string;
  /** The seconds that the old surface takes where none are given. */
  readonly usualSeconds: number | null;
}

/** Parameters of `config` that go away without a loss, by the values that they may have. */
const DROPPED: Readonly<Record<string, RegExp>> = {
  numberOfVideos: /^1$/,
  generateAudio: /^true$/,
  personGeneration: /^["'](?:allow_all|allow_adult)["']$/,
};

/** The edits of the arguments; the model's own is not among them. */
export function requestEdits(call: SyntaxNode, facts: RequestFacts): readonly TextEdit[] {
  const { text } = facts;
  const args = childAt(call, 'arguments');
  const object = args?.children.length === 1 ? args.children[0] : undefined;
  if (object?.type !== 'object') refuse('Its arguments are built elsewhere.');
  const pairs = pairsOf(object, text);
  if (pairs === null) refuse('Its arguments are not all written in the request.');
  for (const key of pairs.keys())
    if (!['model', 'prompt', 'config', 'image'].includes(key)) refuse(`${key} is moved by hand.`);
  const prompt = pairs.get('prompt');
  if (prompt === undefined || !pairs.has('model')) refuse('It has no prompt of its own.');
  const config = configOf(pairs.get('config'), facts);
  return [
    calleeEdit(call, text),
    ...inputEdits(object, prompt, pairs.get('image'), config.negative, facts),
    ...formatEdits(object, pairs.get('config'), config, facts),
  ];
}

function calleeEdit(call: SyntaxNode, text: string): TextEdit {
  const callee = childAt(call, 'function');
  const method = callee && childAt(callee, 'property');
  const models = callee && bare(childAt(callee, 'object'));
  const property = models && childAt(models, 'property');
  if (method === undefined || property === undefined) refuse('Its client is not understood.');
  if (text.slice(property.start, method.end) !== 'models.generateVideos')
    refuse('Its method is not called as client.models.generateVideos.');
  return { start: property.start, end: method.end, newText: 'interactions.create' };
}

const SIMPLE =
  /^(?:string|template_string|identifier|shorthand_property_identifier|member_expression|call_expression)$/;

/** The prompt becomes the input; a picture goes before it, in a list of both. */
function inputEdits(
  object: SyntaxNode,
  prompt: Pair,
  image: Pair | undefined,
  negative: SyntaxNode | null,
  facts: RequestFacts,
): readonly TextEdit[] {
  const { text, quote } = facts;
  const { node, key, value } = prompt;
  if (image === undefined && negative === null && node !== value)
    return [{ start: key.start, end: key.end, newText: 'input' }];
  const words = negative === null ? text.slice(value.start, value.end) : joined(value, negative, text);
  if (image === undefined) return [{ start: node.start, end: node.end, newText: `input: ${words}` }];
  const { content, onlyIf } = imageOf(image, facts);
  const parts = [content, `{ type: ${quote}text${quote}, text: ${words} }`];
  const isTall = text.slice(object.start, node.start).includes('\n');
  const indent = indentAt(text, node.start);
  const step = stepAt(text, node.start);
  const deeper = onlyIf === null ? indent : indent + step;
  // Behind a question mark the list is as deep as the text after it.
  const end = onlyIf === null ? deeper : `${deeper}  `;
  const list = isTall
    ? `[\n${parts.map((part) => `${end}${step}${part},\n`).join('')}${end}]`
    : `[${parts.join(', ')}]`;
  const gap = isTall ? `\n${deeper}` : ' ';
  const input = onlyIf === null ? list : `${onlyIf}${gap}? ${list}${gap}: ${words}`;
  return [
    { start: node.start, end: node.end, newText: `input: ${input}` },
    removal(object, image.node, text),
  ];
}

interface ImageInput {
  readonly content: string;
  /** What has to be there for the picture to be there; null where it always is. */
  readonly onlyIf: string | null;
}

/** A picture that is written in the request, or kept under a name that is seen to hold its bytes and type. */
function imageOf(image: Pair, facts: RequestFacts): ImageInput {
  const { text, quote } = facts;
  const { value } = image;
  if (value.type === 'object') return { content: imageContent(image, facts), onlyIf: null };
  const name = text.slice(value.start, value.end);
  const declared = /identifier$/.test(value.type) ? declarationOf(name, value, text) : undefined;
  const init = declared && childAt(declared, 'value');
  if (init === undefined || !isPicture(init, text))
    refuse('image is moved by hand: its bytes and its type are not both written in the request.');
  return {
    content: `{ type: ${quote}image${quote}, data: ${name}.imageBytes, mime_type: ${name}.mimeType }`,
    onlyIf: init.type === 'object' ? null : name,
  };
}

/** The one variable of a name in a file. */
function declarationOf(wanted: string, from: SyntaxNode, text: string): SyntaxNode | undefined {
  let root = from;
  while (root.parent !== null) root = root.parent;
  const found = [...descendants(root)].filter((node) => {
    const own = node.type === 'variable_declarator' ? childAt(node, 'name') : undefined;
    return own !== undefined && text.slice(own.start, own.end) === wanted;
  });
  return found.length === 1 ? found[0] : undefined;
}

/** `{ imageBytes, mimeType }`, or such a one or nothing by a condition. */
function isPicture(init: SyntaxNode, text: string): boolean {
  const picture = init.type === 'ternary_expression' ? childAt(init, 'consequence') : init;
  const nothing = init.type === 'ternary_expression' ? childAt(init, 'alternative') : undefined;
  const pairs = picture?.type === 'object' ? pairsOf(picture, text) : null;
  const isWhole = pairs?.size === 2 && pairs.has('imageBytes') && pairs.has('mimeType');
  return (
    isWhole && (nothing === undefined || /^(?:undefined|null)$/.test(text.slice(nothing.start, nothing.end)))
  );
}

/** `image: { imageBytes, mimeType }` as a content of an input. */
function imageContent({ value }: Pair, { text, quote }: RequestFacts): string {
  const pairs = value.type === 'object' ? pairsOf(value, text) : null;
  const [data, type] = [pairs?.get('imageBytes'), pairs?.get('mimeType')];
  if (pairs?.size !== 2 || data === undefined || type === undefined || holdsComment(value, text))
    refuse('image is moved by hand: its bytes and its type are not both written in the request.');
  const said = ({ value: { start, end } }: Pair): string => text.slice(start, end);
  return `{ type: ${quote}image${quote}, data: ${said(data)}, mime_type: ${said(type)} }`;
}

/** Takes an argument out, with its comma and the blanks before it. */
function removal(object: SyntaxNode, node: SyntaxNode, text: string): TextEdit {
  const at = object.children.indexOf(node);
  const before = object.children[at - 1];
  const next = object.children[at + 1];
  const [start, end] = before === undefined ? [node.start, next?.start ?? node.end] : [before.end, node.end];
  const between = `${text.slice(start, node.start)}${text.slice(node.end, end)}`;
  if (/[^\s,]/.test(between)) refuse('A comment stands beside its image.');
  return { start, end, newText: '' };
}

function joined(value: SyntaxNode, negative: SyntaxNode, text: string): string {
  const said = text.slice(value.start, value.end);
  if (!SIMPLE.test(value.type) || !SIMPLE.test(negative.type))
    refuse('Its prompt and its negative prompt are joined by hand.');
  if (value.type === 'string' && negative.type === 'string' && said[0] === text[negative.start]) {
    const stop = /[.!?]\s*.$/.test(said) ? '' : '.';
    return `${said.slice(0, -1)}${stop} Avoid: ${text.slice(negative.start + 1, negative.end - 1)}.${said[0]}`;
  }
  const words = inTemplate(value, text);
  return `\`${words}${breakBehind(words)}Avoid: ${inTemplate(negative, text)}.\``;
}

/** What parts two sentences; behind a value that nobody sees, a line break. */
function breakBehind(words: string): string {
  if (words.endsWith('}')) return '\\n';
  return /[.!?]\s*$/.test(words) ? ' ' : '. ';
}

/** An expression within a template: a plain string as its words. */
function inTemplate({ type, start, end }: SyntaxNode, text: string): string {
  const words = text.slice(start + 1, end - 1);
  if (type === 'template_string') return words;
  return type === 'string' && !/[\\`$]/.test(words) ? words : `\${${text.slice(start, end)}}`;
}

interface Config {
  /** Entries of `response_format` as they are written. */
  readonly entries: readonly string[];
  readonly seed: string | null;
  readonly negative: SyntaxNode | null;
}

function configOf(pair: Pair | undefined, { text, quote, usualSeconds }: RequestFacts): Config {
  const usual = usualSeconds === null ? [] : [`duration: ${quote}${usualSeconds}s${quote}`];
  if (pair === undefined) return { entries: usual, seed: null, negative: null };
  const object = pair.value;
  const pairs = object.type === 'object' ? pairsOf(object, text) : null;
  if (pairs === null) refuse('Its config is built elsewhere.');
  if (holdsComment(object, text)) refuse('Comments stand between the parameters of its config.');
  const entries: string[] = [];
  let [seed, negative]: [string | null, SyntaxNode | null] = [null, null];
  for (const [key, { node, value }] of pairs) {
    const said = text.slice(value.start, value.end);
    if (key === 'aspectRatio') entries.push(`aspect_ratio: ${said}`);
    else if (key === 'resolution') entries.push(text.slice(node.start, node.end));
    else if (key === 'durationSeconds') entries.push(`duration: ${durationText(said, quote)}`);
    else if (key === 'seed') seed = said;
    else if (key === 'negativePrompt') negative = value;
    else if (DROPPED[key]?.test(said) !== true) refuse(whyKept(key, said));
  }
  return { entries: pairs.has('durationSeconds') ? entries : [...entries, ...usual], seed, negative };
}

function durationText(said: string, quote: string): string {
  const seconds = /^["']?(\d+)["']?$/.exec(said)?.[1];
  if (seconds === undefined) refuse('Its duration is computed at run time.');
  if (Number(seconds) < 3 || Number(seconds) > 10) refuse('Its duration is not one that Omni makes.');
  return `${quote}${seconds}s${quote}`;
}

function whyKept(key: string, said: string): string {
  if (key === 'numberOfVideos') return 'It asks for several videos: each needs a request of its own.';
  if (key === 'generateAudio') return 'It may ask for a video without audio, which Omni does not make.';
  if (key === 'personGeneration') return `Omni has no field for personGeneration, which is ${said} here.`;
  return `${key} has no known counterpart.`;
}

/** `config` becomes `response_format`, laid out as it was; what else is sent stands behind it. */
function formatEdits(
  object: SyntaxNode,
  pair: Pair | undefined,
  { entries, seed }: Config,
  { text, quote }: RequestFacts,
): readonly TextEdit[] {
  const all = [`type: ${quote}video${quote}`, ...entries, `delivery: ${quote}uri${quote}`];
  const last = object.children.at(-1);
  const first = object.children[0];
  if (first === undefined || last === undefined) refuse('It has no arguments.');
  if (/^[ \t]*(?:,[ \t]*)?\/[/*]/.test(text.slice(last.end)))
    refuse('A comment stands behind its arguments.');
  const more = [...(seed === null ? [] : [`generation_config: { seed: ${seed} }`]), 'background: true'];
  const isTall = text.slice(object.start, first.start).includes('\n');
  const had = pair === undefined ? 0 : pair.node.end - pair.node.start;
  const isBroken = !isTall && growsTooLong(object, [...all, ...more].join(', ').length + 20 - had, text);
  const step = stepAt(text, first.start);
  const indent = isTall ? indentAt(text, first.start) : indentAt(text, object.start) + step;
  const next = isTall || isBroken ? `,\n${indent}` : ', ';
  const flat = isTall || isBroken ? bracketed(all, ' ', indent, step) : `{ ${all.join(', ')} }`;
  const format = pair === undefined || isFlat(pair.value, text) ? flat : laidOut(pair.value, all, text);
  const written = [`response_format: ${format}`, ...more].join(next);
  const edit =
    pair === undefined
      ? { start: last.end, end: last.end, newText: next + written }
      : placed(pair.node, isTall ? ownLine(pair.node, object, text) : null, next, written);
  return [edit, ...(isBroken ? brokenUp(object, step, text) : [])];
}

const stepAt = (text: string, offset: number): string =>
  indentAt(text, offset).startsWith('\t') ? '\t' : '  ';

const isFlat = ({ start, end, children }: SyntaxNode, text: string): boolean =>
  !text.slice(start, children[0]?.start ?? end).includes('\n');

function laidOut(was: SyntaxNode, entries: readonly string[], text: string): string {
  const indent = indentAt(text, was.children[0]?.start ?? was.start);
  const comma = /,\s*$/.test(text.slice(was.children.at(-1)?.end ?? was.start, was.end - 1)) ? ',' : '';
  return `{\n${entries.map((entry) => indent + entry).join(',\n')}${comma}\n${indentAt(text, was.end - 1)}}`;
}
