// A request of Google's SDK in TypeScript or JavaScript, moved to Vertex AI: the options of its client, its model, its audio.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route, TextEdit } from '../../../routes/types.ts';
import { alone, type Change, combined } from '../change.ts';
import { constantUses } from '../constant.ts';
import { appended, stepOf, wholeLines } from '../layout.ts';
import { around, holdsComment, indentAt, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { idEdit, requestIn } from '../sdkRequest.ts';
import { bare, chainOf, pairsOf } from '../tree.ts';
import { BLOCKS } from '../use.ts';
import { type Client, onlyOne, readsAddress, type Use, workOf } from './client.ts';
import { ADDRESS, BROWSER, CLIENT, DOWNLOAD, KEY, OPTIONS } from './reasons.ts';

/** The change; throws `NotUnderstood` where a part of the shape is not. `hadAudio`: null where it is not known. */
export function scriptToVertex(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  hadAudio: boolean | null,
): Change {
  if (IN_BROWSER.test(text)) refuse(BROWSER);
  const request = requestIn(root, route, text, 'call_expression');
  const client = clientOf(request.call, root, text);
  const uses = usesIn(client, text);
  if (readsAddress(client.scope, 'property', text)) refuse(ADDRESS);
  return combined(
    alone([idEdit(request, model), ...optionEdits(client, root, text)]),
    constantUses(request, root, text),
    alone(audioEdits(request.call, hadAudio, text)),
    workOf(uses, request.call, WORK, 'models.generateVideos'),
    alone(
      uses.flatMap(({ node, path }) => (path === 'files.download' ? downloadEdits(node, root, text) : [])),
    ),
  );
}

const WORK = /^(?:models\.generateVideos|operations\.(?:getVideosOperation|get)|files\.download)$/;

/** What only code that runs in a browser says. */
const IN_BROWSER = /\bimport\.meta\.env\b|['"]use client['"]|\b(?:window|document)\.|createObjectURL/;

/** The one place where the client of a call is made. */
function clientOf(call: SyntaxNode, root: SyntaxNode, text: string): Client {
  const callee = childAt(call, 'function');
  const models = callee && childAt(callee, 'object');
  const client = models && bare(childAt(models, 'object'));
  if (client === undefined) refuse(CLIENT);
  const name = says(client, text);
  return onlyOne(
    [...descendants(root)].flatMap((node): readonly Client[] => {
      const callee = node.type === 'new_expression' ? childAt(node, 'constructor') : undefined;
      if (callee === undefined || says(callee, text) !== 'GoogleGenAI') return [];
      const kept = keptIn(node, text);
      if (kept?.name !== name || call.start < kept.scope.start || kept.scope.end < call.end) return [];
      return [{ name, made: node, scope: kept.scope }];
    }),
  );
}

/** `const ai = new …`, `this.ai = new …`, a field of a class. */
function keptIn(
  made: SyntaxNode,
  text: string,
): { readonly name: string; readonly scope: SyntaxNode } | null {
  const { parent } = made;
  if (parent?.type === 'variable_declarator') {
    const scope = around(parent, BLOCKS);
    const isShared = scope?.type === 'program' && around(parent, ['export_statement']) !== undefined;
    return scope === undefined || isShared ? null : { name: says(childAt(parent, 'name'), text), scope };
  }
  const owner = around(made, ['class_declaration', 'class']);
  if (owner === undefined) return null;
  if (parent?.type === 'assignment_expression')
    return { name: says(childAt(parent, 'left'), text), scope: owner };
  if (/field_definition$/.test(parent?.type ?? ''))
    return {
      name: `this.${says(childAt(parent as SyntaxNode, 'name') ?? childAt(parent as SyntaxNode, 'property'), text)}`,
      scope: owner,
    };
  return null;
}

/** Every place that uses a client, but for the one where it is made. */
function usesIn({ name, made, scope }: Client, text: string): readonly Use[] {
  const [head = '', ...members] = name.split('.');
  return [...descendants(scope)].flatMap((node): readonly Use[] => {
    const isName = node.type === 'this' || /^(?:shorthand_property_)?identifier$/.test(node.type);
    if (!isName || says(node, text) !== head) return [];
    const { path, top } = chainOf(node, text);
    const isIt = members.every((member, at) => path[at] === member);
    const isMade = top.parent === made.parent && top.end <= made.start;
    return isIt && !isMade ? [{ node: top, path: path.slice(members.length).join('.') }] : [];
  });
}

/** The SDK takes the bytes of a video from what holds it: `file: video` becomes `file: { video }`. */
function downloadEdits(callee: SyntaxNode, root: SyntaxNode, text: string): readonly TextEdit[] {
  const call = callee.parent;
  const object = call?.type === 'call_expression' ? childAt(call, 'arguments')?.children[0] : undefined;
  const file = object?.type === 'object' ? pairsOf(object, text)?.get('file') : undefined;
  if (file === undefined) refuse(DOWNLOAD);
  const { start, end } = file.node;
  const said = says(file.value, text);
  const value = bare(file.value) ?? file.value;
  const held = /identifier$/.test(value.type) ? heldBy(said, root, text) : lastMember(value, text);
  if (held === 'listed') return [];
  if (held !== 'video') refuse(DOWNLOAD);
  return [{ start, end, newText: `file: { ${said === 'video' ? said : `video: ${said}`} }` }];
}

/** What a name holds: a video, or one of the list that holds it; null where that is not seen. */
function heldBy(name: string, root: SyntaxNode, text: string): 'video' | 'listed' | null {
  const [one, another] = [...descendants(root)].filter((node) => {
    const own = childAt(node, node.type === 'for_in_statement' ? 'left' : 'name');
    const declares = node.type === 'variable_declarator' || node.type === 'for_in_statement';
    return declares && says(own, text) === name;
  });
  if (one === undefined || another !== undefined) return null;
  const value = childAt(one, one.type === 'for_in_statement' ? 'right' : 'value');
  if (one.type === 'for_in_statement') return says(value, text).includes('generatedVideos') ? 'listed' : null;
  return value === undefined ? null : lastMember(bare(value) ?? value, text);
}

function lastMember(value: SyntaxNode, text: string): 'video' | 'listed' | null {
  const said = says(value, text).replaceAll(/[?!\s]/g, '');
  if (said.endsWith('.video')) return 'video';
  return /generatedVideos(?:\.)?\[\d+\]$/.test(said) ? 'listed' : null;
}

const VERTEX = [
  'vertexai: true',
  'project: process.env.GOOGLE_CLOUD_PROJECT',
  'location: process.env.GOOGLE_CLOUD_LOCATION',
];

/** `{ apiKey }` becomes project and location, from the variables that Google's own tools read. */
function optionEdits({ made }: Client, root: SyntaxNode, text: string): readonly TextEdit[] {
  const args = childAt(made, 'arguments');
  const object = args?.children[0];
  const indent = indentAt(text, made.start);
  const step = stepOf(text);
  const tall = `{\n${VERTEX.map((entry) => `${indent}${step}${entry},\n`).join('')}${indent}}`;
  if (args === undefined) return [{ start: made.end, end: made.end, newText: `(${tall})` }];
  if (object === undefined) return [{ start: args.start, end: args.end, newText: `(${tall})` }];
  const pairs = object.type === 'object' ? pairsOf(object, text) : null;
  const key = pairs?.get('apiKey');
  if (
    pairs === null ||
    (pairs.size > 0 && (pairs.size > 1 || key === undefined)) ||
    holdsComment(object, text)
  )
    refuse(OPTIONS);
  const unread = key === undefined ? [] : keyEdits(key.value, root, text);
  return [{ start: object.start, end: object.end, newText: tall }, ...unread];
}

/** A key that is read from the environment goes with its option, and its variable where nothing else reads it. */
function keyEdits(value: SyntaxNode, root: SyntaxNode, text: string): readonly TextEdit[] {
  const key = bare(value) ?? value;
  if (!/identifier$/.test(key.type)) {
    if (/^process\.env[.[]/.test(says(key, text)) || key.type === 'string') return [];
    refuse(KEY);
  }
  const name = says(key, text);
  const [declared, ...more] = [...descendants(root)].filter(
    (node) => node !== key && /identifier/.test(node.type) && says(node, text) === name,
  );
  const statement = declared?.parent?.type === 'variable_declarator' ? declared.parent.parent : null;
  if (statement === null || more.length > 0 || statement.children.length !== 1 || declared?.field !== 'name')
    refuse(KEY);
  return [wholeLines(statement, text) ?? refuse(KEY)];
}

/** Audio as it was: Vertex AI wants it said. */
function audioEdits(call: SyntaxNode, hadAudio: boolean | null, text: string): readonly TextEdit[] {
  if (hadAudio === null) return [];
  const object = childAt(call, 'arguments')?.children[0];
  const pairs = object?.type === 'object' ? pairsOf(object, text) : null;
  if (object === undefined || pairs === null) refuse('Its arguments are not all written in the request.');
  const audio = `generateAudio: ${hadAudio}`;
  const config = pairs.get('config');
  if (config === undefined) return appended(object, `config: { ${audio} }`, text, ' ');
  const inner = config.value.type === 'object' ? pairsOf(config.value, text) : null;
  if (inner === null) refuse('Its config is built elsewhere.');
  return inner.has('generateAudio') ? [] : appended(config.value, audio, text, ' ');
}
