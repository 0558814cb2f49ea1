// A request of Google's SDK in Python, moved to Vertex AI: the options of its client, its model, its audio, its download.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { Route, TextEdit } from '../../../routes/types.ts';
import { alone, type Change, combined } from '../change.ts';
import { appended, wholeLines } from '../layout.ts';
import { around, holdsComment, indentAt, says } from '../nodes.ts';
import { constantUses } from '../python/constant.ts';
import { moduleImport } from '../python/imports.ts';
import { chainOf, entriesOf, keywordsOf } from '../python/tree.ts';
import { refuse } from '../refusal.ts';
import { idEdit, requestIn } from '../sdkRequest.ts';
import { type Client, onlyOne, readsAddress, type Use, workOf } from './client.ts';
import { ADDRESS, DOWNLOAD, KEY, OPTIONS } from './reasons.ts';

/** The change; throws `NotUnderstood` where a part of the shape is not. `hadAudio`: null where it is not known. */
export function pythonToVertex(
  text: string,
  root: SyntaxNode,
  route: Route,
  model: string,
  hadAudio: boolean | null,
): Change {
  const request = requestIn(root, route, text, 'call');
  const { call } = request;
  const client = clientOf(call, root, text);
  if (readsAddress(client.scope, 'attribute', text)) refuse(ADDRESS);
  const uses = usesIn(client, text);
  return combined(
    alone([idEdit(request, model), ...optionEdits(client, root, text)]),
    constantUses(request, root, text),
    alone(audioEdits(call, hadAudio, text)),
    workOf(uses, call, WORK, 'models.generate_videos'),
    alone(uses.flatMap((use) => (use.path.endsWith('files.download') ? downloadEdits(use.node, text) : []))),
    alone(moduleImport(root, text, 'os')),
  );
}

const WORK = /^(?:models\.generate_videos|operations\.get(?:_videos_operation)?|files\.download)$/;

/** The one place where the client of a call is made. */
function clientOf(call: SyntaxNode, root: SyntaxNode, text: string): Client {
  const callee = childAt(call, 'function');
  const models = callee && childAt(callee, 'object');
  const whole = models && childAt(models, 'object');
  const name = says(whole, text).replace(/\.aio$/, '');
  return onlyOne(
    [...descendants(root)].flatMap((node): readonly Client[] => {
      const right = node.type === 'assignment' ? childAt(node, 'right') : undefined;
      const left = childAt(node, 'left');
      if (right?.type !== 'call' || left === undefined || says(left, text) !== name) return [];
      if (!/^(?:genai\.)?Client$/.test(says(childAt(right, 'function') ?? right, text))) return [];
      const owner = around(
        node,
        left.type === 'attribute' ? ['class_definition'] : ['function_definition', 'module'],
      );
      if (owner === undefined || call.start < owner.start || owner.end < call.end) return [];
      return [{ name, made: right, scope: owner }];
    }),
  );
}

/** Every place that uses a client, but for the one where it is made. */
function usesIn({ name, made, scope }: Client, text: string): readonly Use[] {
  const [head = '', ...members] = name.split('.');
  return [...descendants(scope)].flatMap((node): readonly Use[] => {
    if (node.type !== 'identifier' || says(node, text) !== head || node.field === 'attribute') return [];
    if (node.parent?.type === 'keyword_argument' && node.field === 'name') return [];
    const { path, top } = chainOf(node, text);
    const isIt = members.every((member, at) => path[at] === member);
    const isMade = top.parent === made.parent && top.end <= made.start;
    if (!isIt || isMade) return [];
    const own = path.slice(members.length).join('.');
    return [{ node: top, path: own.replace(/^aio\./, '') }];
  });
}

const VERTEX = [
  'vertexai=True',
  'project=os.environ["GOOGLE_CLOUD_PROJECT"]',
  'location=os.environ["GOOGLE_CLOUD_LOCATION"]',
];

/** `api_key=…` becomes project and location, from the variables that Google's own tools read. */
function optionEdits({ made }: Client, root: SyntaxNode, text: string): readonly TextEdit[] {
  const args = childAt(made, 'arguments');
  const given = keywordsOf(made, text);
  const key = given?.get('api_key');
  if (args === undefined || given === null || given.size > 1 || (given.size === 1 && key === undefined))
    refuse(OPTIONS);
  if (holdsComment(args, text)) refuse(OPTIONS);
  const indent = indentAt(text, made.start);
  const step = indent.startsWith('\t') ? '\t' : '    ';
  const entries = VERTEX.map((entry) => `${indent}${step}${entry},\n`).join('');
  const value = key && childAt(key, 'value');
  const unread = value === undefined ? [] : keyEdits(value, root, text);
  return [{ start: args.start, end: args.end, newText: `(\n${entries}${indent})` }, ...unread];
}

/** A key that is read from the environment goes with its option, and its variable where nothing else reads it. */
function keyEdits(key: SyntaxNode, root: SyntaxNode, text: string): readonly TextEdit[] {
  if (key.type !== 'identifier') {
    if (key.type === 'string' || /^os\.(?:environ|getenv)\b/.test(says(key, text))) return [];
    refuse(KEY);
  }
  const [set, ...more] = [...descendants(root)].filter(
    (node) =>
      node !== key && node.type === 'identifier' && says(node, text) === says(key, text) && !isKeyword(node),
  );
  const statement = set?.field === 'left' ? set.parent?.parent : null;
  if (statement?.type !== 'expression_statement' || more.length > 0) refuse(KEY);
  return [wholeLines(statement, text) ?? refuse(KEY)];
}

const isKeyword = ({ parent, field }: SyntaxNode): boolean =>
  parent?.type === 'keyword_argument' && field === 'name';

/** The bytes are in the answer: a download goes, and its value is what the video holds. */
function downloadEdits(callee: SyntaxNode, text: string): readonly TextEdit[] {
  const call = callee.parent;
  const file = call?.type === 'call' ? keywordsOf(call, text)?.get('file') : undefined;
  const video = file && childAt(file, 'value');
  if (call === null || video === undefined || !/^[\w.[\]]+$/.test(says(video, text))) refuse(DOWNLOAD);
  const whole = call.parent?.type === 'await' ? call.parent : call;
  const statement = whole.parent;
  if (statement?.type !== 'expression_statement')
    return [{ start: whole.start, end: whole.end, newText: `${says(video, text)}.video_bytes` }];
  if (statement.parent?.children.length === 1) refuse(DOWNLOAD);
  return [wholeLines(statement, text) ?? refuse('Something else stands beside the download.')];
}

/** Audio as it was: Vertex AI wants it said. */
function audioEdits(call: SyntaxNode, hadAudio: boolean | null, text: string): readonly TextEdit[] {
  if (hadAudio === null) return [];
  const given = keywordsOf(call, text);
  const args = childAt(call, 'arguments');
  if (given === null || args === undefined) refuse('Its arguments are not all written in the request.');
  const said = hadAudio ? 'True' : 'False';
  const argument = given.get('config');
  const config = argument && childAt(argument, 'value');
  if (config === undefined) return appended(args, `config={"generate_audio": ${said}}`, text);
  if (config.type === 'dictionary') {
    const entries = entriesOf(config, text);
    if (entries === null) refuse('Its config is built elsewhere.');
    return entries.has('generate_audio') ? [] : appended(config, `"generate_audio": ${said}`, text);
  }
  const callee = config.type === 'call' ? childAt(config, 'function') : undefined;
  const parameters = callee && keywordsOf(config, text);
  const inner = childAt(config, 'arguments');
  if (!parameters || inner === undefined || !/\bGenerateVideosConfig$/.test(says(callee, text)))
    refuse('Its config is built elsewhere.');
  return parameters.has('generate_audio') ? [] : appended(inner, `generate_audio=${said}`, text);
}
