// What a request says in its own words, for a snippet: nothing of it has to be understood.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import { says } from './nodes.ts';
import { NotUnderstood } from './refusal.ts';
import { durationText, joined } from './request.ts';
import { bare, type Pair, pairsOf } from './tree.ts';
import type { RequestFacts } from './use.ts';

/** Expressions of the request's language; null where it has none. */
export interface Said {
  readonly client: string | null;
  readonly input: string | null;
  readonly image: string | null;
  readonly duration: string | null;
  readonly aspectRatio: string | null;
  readonly resolution: string | null;
  readonly seed: string | null;
  /** Where the video goes. */
  readonly path: string | null;
  /** The whole body of a command, where there are no expressions. */
  readonly body: string | null;
}

/** What only an understood expression can become; the other text where it is not. */
export function understoodOr(write: () => string, other: string): string {
  try {
    return write();
  } catch (error) {
    if (error instanceof NotUnderstood) return other;
    throw error;
  }
}

/** What a call in TypeScript or JavaScript says. */
export function saidInScript(call: SyntaxNode, root: SyntaxNode, facts: RequestFacts): Omit<Said, 'body'> {
  const { text } = facts;
  const said = (node: SyntaxNode | undefined): string | null =>
    node === undefined ? null : says(node, text);
  const given = entriesOf(childAt(call, 'arguments')?.children[0], root, text);
  const source = entriesOf(given.get('source')?.value, root, text);
  const config = entriesOf(given.get('config')?.value, root, text);
  const prompt = (given.get('prompt') ?? source.get('prompt'))?.value;
  const negative = config.get('negativePrompt')?.value;
  const seconds = config.get('durationSeconds')?.value;
  const image = (given.get('image') ?? source.get('image'))?.value;
  const path = [...descendants(root)].find(
    (node) => node.start > call.end && node.type === 'pair' && said(childAt(node, 'key')) === 'downloadPath',
  );
  return {
    client: said(clientOf(call)),
    input:
      prompt === undefined || negative === undefined
        ? said(prompt)
        : understoodOr(() => joined(prompt, negative, text), said(prompt) ?? ''),
    image: image === undefined ? null : imageText(image, text),
    duration:
      seconds === undefined
        ? null
        : understoodOr(() => durationText(seconds, facts), `\`\${${said(bare(seconds))}}s\``),
    aspectRatio: said(config.get('aspectRatio')?.value),
    resolution: said(config.get('resolution')?.value),
    seed: said(config.get('seed')?.value),
    path: said(path && childAt(path, 'value')),
  };
}

/** `ai` of `ai.models.generateVideos`. */
function clientOf(call: SyntaxNode): SyntaxNode | undefined {
  const callee = childAt(call, 'function');
  const models = callee && bare(childAt(callee, 'object'));
  return models && childAt(models, 'object');
}

/** The entries of an object, be it kept under a name of the file first. */
function entriesOf(given: SyntaxNode | undefined, root: SyntaxNode, text: string): ReadonlyMap<string, Pair> {
  const node = bare(given);
  if (node?.type === 'object') return pairsOf(withoutSpreads(node), text) ?? new Map();
  if (node === undefined || !/identifier$/.test(node.type)) return new Map();
  const name = says(node, text);
  const [declared, another] = [...descendants(root)].filter((one) => {
    const own = one.type === 'variable_declarator' ? childAt(one, 'name') : undefined;
    return says(own, text) === name;
  });
  const value =
    another === undefined && declared !== undefined ? bare(childAt(declared, 'value')) : undefined;
  return value?.type === 'object' ? (pairsOf(withoutSpreads(value), text) ?? new Map()) : new Map();
}

const withoutSpreads = (object: SyntaxNode): SyntaxNode => ({
  ...object,
  children: object.children.filter(({ type }) => /^(?:pair|shorthand_property_identifier)$/.test(type)),
});

function imageText(image: SyntaxNode, text: string): string {
  const said = says(image, text);
  const pairs = image.type === 'object' ? pairsOf(withoutSpreads(image), text) : null;
  const value = (key: string): string | undefined => {
    const found = pairs?.get(key)?.value;
    return found && says(found, text);
  };
  const data = value('imageBytes') ?? (pairs === null ? `${said}.imageBytes` : '"…"');
  const type = value('mimeType') ?? (pairs === null ? `${said}.mimeType` : '"image/png"');
  return `{ type: "image", data: ${data}, mime_type: ${type} }`;
}
