// What a request in Python says in its own words, for a snippet.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import { says } from '../nodes.ts';
import { type Said, understoodOr } from '../said.ts';
import type { RequestFacts } from '../use.ts';
import { imageContent } from './images.ts';
import { joined } from './request.ts';
import { durationText } from './seconds.ts';
import { plainWords } from './tree.ts';

/** What a call of the SDK says. */
export function saidInPython(call: SyntaxNode, root: SyntaxNode, facts: RequestFacts): Omit<Said, 'body'> {
  const { text } = facts;
  const said = (node: SyntaxNode | undefined): string | null =>
    node === undefined ? null : says(node, text);
  const given = valuesOf(call, root, text);
  const source = valuesOf(given.get('source'), root, text);
  const config = valuesOf(given.get('config'), root, text);
  const prompt = given.get('prompt') ?? source.get('prompt');
  const negative = config.get('negative_prompt');
  const seconds = config.get('duration_seconds');
  const image = given.get('image') ?? source.get('image');
  const callee = childAt(call, 'function');
  const models = callee && childAt(callee, 'object');
  return {
    client: said(models && childAt(models, 'object')),
    input:
      prompt === undefined || negative === undefined
        ? said(prompt)
        : understoodOr(() => joined(prompt, negative, text), said(prompt) ?? ''),
    image: image === undefined ? null : imageText(image, facts),
    duration:
      seconds === undefined
        ? null
        : understoodOr(() => durationText(seconds, facts), `f"{${said(seconds)}}s"`),
    aspectRatio: said(config.get('aspect_ratio')),
    resolution: said(config.get('resolution')),
    seed: said(config.get('seed')),
    path: pathBehind(call, root, text),
  };
}

/** The named values of a call or a dictionary, be it kept under a name of the file first. */
function valuesOf(
  given: SyntaxNode | undefined,
  root: SyntaxNode,
  text: string,
): ReadonlyMap<string, SyntaxNode> {
  const node = given?.type === 'identifier' ? setTo(given, root, text) : given;
  const entries = node?.type === 'dictionary' ? node.children : node && childAt(node, 'arguments')?.children;
  const values = new Map<string, SyntaxNode>();
  for (const entry of entries ?? []) {
    const key = childAt(entry, entry.type === 'pair' ? 'key' : 'name');
    const value = childAt(entry, 'value');
    if (key === undefined || value === undefined) continue;
    values.set(plainWords(key, text) ?? says(key, text), value);
  }
  return values;
}

/** The one value that a file sets a name to. */
function setTo(name: SyntaxNode, root: SyntaxNode, text: string): SyntaxNode | undefined {
  const [one, another] = [...descendants(root)].filter((node) => {
    const left = node.type === 'assignment' ? childAt(node, 'left') : undefined;
    return says(left, text) === says(name, text);
  });
  return one === undefined || another !== undefined ? undefined : childAt(one, 'right');
}

function imageText(image: SyntaxNode, facts: RequestFacts): string {
  const said = says(image, facts.text);
  return understoodOr(
    () => `{${imageContent(image, facts).join(', ')}}`,
    `{"type": "image", "data": base64.b64encode(${said}.image_bytes).decode("ascii"), "mime_type": ${said}.mime_type}`,
  );
}

/** Where the video is saved behind a call: `video.save(path)`, `open(path, "wb")`. */
function pathBehind(call: SyntaxNode, root: SyntaxNode, text: string): string | null {
  for (const node of descendants(root)) {
    const callee = node.type === 'call' && node.start > call.end ? childAt(node, 'function') : undefined;
    if (callee === undefined) continue;
    const [path, mode] = childAt(node, 'arguments')?.children ?? [];
    const saves = /\.save$/.test(says(callee, text));
    const opens = says(callee, text) === 'open' && /^["']wb["']$/.test(says(mode, text));
    if (path !== undefined && path.type !== 'keyword_argument' && (saves || opens)) return says(path, text);
  }
  return null;
}
