// The request itself, from `models.generateVideos({ … })` to `interactions.create({ … })`.

import { childAt, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { entryEdits } from './entries.ts';
import { imageOf, removal } from './images.ts';
import { bracketed, brokenUp, growsTooLong, LONGEST, ownLine, placed, stepOf } from './layout.ts';
import { holdsComment, indentAt, says } from './nodes.ts';
import { type Config, omniSeconds, whyKept } from './omni.ts';
import { refuse } from './refusal.ts';
import { isSurelyThere } from './there.ts';
import { bare, type Pair, pairsOf } from './tree.ts';
import type { RequestFacts } from './use.ts';

/** Parameters of `config` that go away without a loss, by the values that they may have. */
const DROPPED: Readonly<Record<string, RegExp>> = {
  numberOfVideos: /^1$/,
  generateAudio: /^true$/,
  personGeneration: /^(?:["'](?:allow_all|allow_adult)["']|PersonGeneration\.ALLOW_(?:ALL|ADULT))$/,
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
    ...formatEdits(object, pairs.get('config'), pairs.get('image')?.node, config, facts),
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
  const words = negative === null ? says(value, text) : joined(value, negative, text);
  if (image === undefined) return [{ start: node.start, end: node.end, newText: `input: ${words}` }];
  const { content, onlyIf } = imageOf(image, facts);
  const parts = [content, `{ type: ${quote}text${quote}, text: ${words} }`];
  const isTall = text.slice(object.start, node.start).includes('\n');
  const step = (isTall ? ownStep(object, node, text) : null) ?? stepOf(text);
  const indent = indentAt(text, node.start) + (isTall ? '' : step);
  const deeper = onlyIf === null ? indent : indent + step;
  // Behind a question mark the list is as deep as the text after it.
  const end = onlyIf === null ? deeper : `${deeper}  `;
  const list = `[\n${parts.map((part) => `${end}${step}${part},\n`).join('')}${end}]`;
  const gap = `\n${deeper}`;
  const input = onlyIf === null ? list : `${onlyIf}${gap}? ${list}${gap}: ${words}`;
  return [{ start: node.start, end: node.end, newText: `input: ${input}` }];
}

/** By how much an entry of a tall object is indented; null where that is not plain. */
function ownStep(object: SyntaxNode, entry: SyntaxNode, text: string): string | null {
  const [outer, own] = [indentAt(text, object.end - 1), indentAt(text, entry.start)];
  return own.length > outer.length && own.startsWith(outer) ? own.slice(outer.length) : null;
}

/** The prompt with what to avoid. */
export function joined(value: SyntaxNode, negative: SyntaxNode, text: string): string {
  const said = says(value, text);
  if (!SIMPLE.test(value.type) || !SIMPLE.test(negative.type))
    refuse('Its prompt and its negative prompt are joined by hand.');
  if (value.type === 'string' && negative.type === 'string' && said[0] === text[negative.start]) {
    const stop = /[.!?]\s*.$/.test(said) ? '' : '.';
    return `${said.slice(0, -1)}${stop} Avoid: ${text.slice(negative.start + 1, negative.end - 1)}.${said[0]}`;
  }
  const words = inTemplate(value, text);
  const both = `\`${words}${breakBehind(words)}Avoid: ${inTemplate(negative, text)}.\``;
  if (negative.type === 'call_expression' || isSurelyThere(negative, text)) return both;
  return `${says(negative, text)} ? ${both} : ${said}`;
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

function configOf(pair: Pair | undefined, facts: RequestFacts): Config {
  const { text, quote, usualSeconds } = facts;
  const usual = usualSeconds === null ? [] : [`duration: ${quote}${usualSeconds}s${quote}`];
  if (pair === undefined) return { entries: [], usual, seed: null, negative: null };
  const object = pair.value;
  const pairs = object.type === 'object' ? pairsOf(object, text) : null;
  if (pairs === null) refuse('Its config is built elsewhere.');
  if (isFlat(object, text) && holdsComment(object, text))
    refuse('Comments stand between the parameters of its config.');
  const said = (key: string): string | null => {
    const value = pairs.get(key)?.value;
    return value === undefined ? null : says(value, text);
  };
  const entries = [...pairs].map(([key, one]) => ({
    node: one.node,
    written: entryText(key, one, facts),
  }));
  return {
    entries,
    usual: pairs.has('durationSeconds') ? [] : usual,
    seed: said('seed'),
    negative: pairs.get('negativePrompt')?.value ?? null,
  };
}

/** A parameter of `config` as `response_format` has it; null where it goes, or goes elsewhere. */
function entryText(key: string, { node, value }: Pair, facts: RequestFacts): string | null {
  const { text } = facts;
  const said = says(value, text);
  if (key === 'aspectRatio') return `aspect_ratio: ${said}`;
  if (key === 'resolution') return says(node, text);
  if (key === 'durationSeconds') return `duration: ${durationText(value, facts)}`;
  if (key === 'seed' || key === 'negativePrompt') return null;
  if (DROPPED[key]?.test(said) !== true) refuse(whyKept(key, said));
  return null;
}

/** A duration as the text that Omni takes. */
export function durationText(value: SyntaxNode, { text, quote, usualSeconds }: RequestFacts): string {
  const node = bare(value) ?? value;
  const said = says(node, text);
  const seconds = /^["']?(\d+)["']?$/.exec(said)?.[1];
  if (seconds === undefined) return `\`\${${secondsAtRunTime(node, said, text, usualSeconds)}}s\``;
  return `${quote}${omniSeconds(Number(seconds))}${quote}`;
}

/** A duration that is computed in place, once; where it may be left out, what the old surface took then. */
function secondsAtRunTime(node: SyntaxNode, said: string, text: string, usual: number | null): string {
  if (isSurelyThere(node, text)) return said;
  if (usual === null)
    refuse('Its duration may be left out at run time, and what was taken then is not known.');
  return `${SIMPLE.test(node.type) ? said : `(${said})`} ?? ${usual}`;
}

/** `config` becomes `response_format`, laid out as it was; what else is sent stands behind it. `image` goes. */
function formatEdits(
  object: SyntaxNode,
  pair: Pair | undefined,
  image: SyntaxNode | undefined,
  { entries, usual, seed }: Config,
  { text, quote }: RequestFacts,
): readonly TextEdit[] {
  const head = `type: ${quote}video${quote}`;
  const tail = [...usual, `delivery: ${quote}uri${quote}`];
  const all = [head, ...entries.flatMap(({ written }) => written ?? []), ...tail];
  const kept = object.children.filter((one) => one !== image);
  const [first, last] = [kept[0], kept.at(-1)];
  const removed = image === undefined ? [] : [removal(object, image, text)];
  if (first === undefined || last === undefined) refuse('It has no arguments.');
  if (pair === undefined && /^[ \t]*(?:,[ \t]*)?\/[/*]/.test(text.slice(last.end)))
    refuse('A comment stands behind its arguments.');
  const more = [...(seed === null ? [] : [`generation_config: { seed: ${seed} }`]), 'background: true'];
  const isTall = text.slice(object.start, first.start).includes('\n');
  const step = stepOf(text);
  const indent = isTall ? indentAt(text, first.start) : indentAt(text, object.start) + step;
  if (pair !== undefined && !isFlat(pair.value, text)) {
    const { value } = pair;
    const next = isTall ? `,\n${indent}` : ', ';
    const before = isTall ? ownLine(pair.node, object, text) : null;
    const name = placed({ start: pair.node.start, end: value.start }, before, next, 'response_format: ');
    const inside = entryEdits(entries, { head, tail, comma: false }, value.end - 1, text);
    return [
      ...removed,
      name,
      ...inside,
      { start: value.end, end: value.end, newText: next + more.join(next) },
    ];
  }
  const had = pair === undefined ? 0 : pair.node.end - pair.node.start;
  const listed = image === undefined ? 0 : LONGEST;
  const isBroken =
    !isTall && growsTooLong(object, [...all, ...more].join(', ').length + 20 - had + listed, text);
  const next = isTall || isBroken ? `,\n${indent}` : ', ';
  const format = isTall || isBroken ? bracketed(all, ' ', indent, step) : `{ ${all.join(', ')} }`;
  const written = [`response_format: ${format}`, ...more].join(next);
  const edit =
    pair === undefined
      ? { start: last.end, end: last.end, newText: next + written }
      : placed(pair.node, isTall ? ownLine(pair.node, object, text) : null, next, written);
  return [edit, ...(isBroken ? brokenUp({ ...object, children: kept }, step, text) : removed)];
}

const isFlat = ({ start, end, children }: SyntaxNode, text: string): boolean =>
  !text.slice(start, children[0]?.start ?? end).includes('\n');
