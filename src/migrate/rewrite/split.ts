// A job that one function starts and another one of the file asks for: handed on, or by its name.

import { childAt, descendants, type SyntaxNode } from '../../routes/syntax/tree.ts';
import type { TextEdit } from '../../routes/types.ts';
import { behindLoop } from './behind.ts';
import type { Change } from './change.ts';
import { says } from './nodes.ts';
import { aliasOf, followed, type Kept, useOf, usesEdited, waitingOf } from './operation.ts';
import { clientOf, partsOfPoll, pollOf } from './poll.ts';
import { refuse } from './refusal.ts';
import { bare, chainOf, isLogged, pairsOf, usesOf } from './tree.ts';
import { BLOCKS, type Waiting } from './use.ts';

const SHARED = 'Its job is asked for in a function that others use as well.';

/** `return poll(operation)`: the function of the file that waits for it; null where it is not handed to one. */
export function handedOn({ waiting, uses }: Kept, root: SyntaxNode): Change | null {
  const { text } = waiting;
  const [given, another] = uses.filter(({ parent }) => parent?.type === 'arguments');
  const args = given?.parent;
  const call = args?.parent;
  const callee = call?.type === 'call_expression' ? childAt(call, 'function') : undefined;
  if (given === undefined || args === undefined || args === null || callee?.type !== 'identifier')
    return null;
  if (another !== undefined || isLogged(given, text)) return null;
  const helper = helperOf(says(callee, text), root, text);
  const parameter = helper?.parameters[args.children.indexOf(given)];
  if (helper === null || parameter === undefined) return null;
  const rest = uses.filter((node) => node !== given).map((node) => useOf(node, waiting));
  const kept = keptBy(parameter, helper.body, waiting);
  const alias = aliasOf(kept);
  const inside = followed(alias === null ? kept : alias.own);
  const others = helper.uses.filter((node) => node !== callee);
  return {
    edits: [
      ...rest.flatMap(({ edits }) => edits),
      ...typeEdits(parameter, root, text),
      ...(alias?.edits ?? []),
      ...inside.edits,
    ],
    needs: others.map(({ start }) => ({ at: start, why: SHARED })),
    covers: [callee.start],
  };
}

interface Helper {
  readonly parameters: readonly SyntaxNode[];
  readonly body: SyntaxNode;
  /** Where it is called, or used in another way. */
  readonly uses: readonly SyntaxNode[];
}

/** The function of a name, where the file has one of it and keeps it for itself. */
function helperOf(name: string, root: SyntaxNode, text: string): Helper | null {
  const all = [...descendants(root)];
  const [one, another] = all.filter((node) => {
    const own = /^(?:function_declaration|variable_declarator)$/.test(node.type)
      ? childAt(node, 'name')
      : undefined;
    return says(own, text) === name;
  });
  if (one === undefined || another !== undefined) return null;
  const made = one.type === 'variable_declarator' ? childAt(one, 'value') : one;
  const outer = one.type === 'variable_declarator' ? one.parent : one;
  const body = made && childAt(made, 'body');
  const parameters = made && childAt(made, 'parameters')?.children;
  if (body?.type !== 'statement_block' || parameters === undefined) return null;
  if (outer?.parent?.type === 'export_statement') refuse(SHARED);
  const named = childAt(one, 'name');
  return { parameters, body, uses: named === undefined ? [] : usesOf(name, root, named, text) };
}

/** What a function keeps an operation under. */
function keptBy(parameter: SyntaxNode, block: SyntaxNode, { text, quote }: Waiting): Kept {
  const node = childAt(parameter, 'pattern') ?? parameter;
  if (node.type !== 'identifier') refuse('Its operation is kept in a way that is not understood.');
  const waiting: Waiting = { text, quote, name: says(node, text), block };
  return { waiting, uses: usesOf(waiting.name, block, node, text), untyped: [] };
}

const OPERATION = /^:\s*(?:GenerateVideosOperation|Operation)(?:<\w+>)?$/;

const INTERACTION = 'GoogleGenAIInteraction';

/** The type of a parameter that holds an operation: that of an interaction, with its import. */
function typeEdits(parameter: SyntaxNode, root: SyntaxNode, text: string): readonly TextEdit[] {
  const type = childAt(parameter, 'type');
  if (type === undefined || /^:\s*any$/.test(says(type, text))) return [];
  if (!OPERATION.test(says(type, text))) refuse('The type of its operation is not understood.');
  const last = [...descendants(root)].findLast(
    ({ type: kind, parent }) =>
      kind === 'import_specifier' &&
      text.slice(parent?.end ?? 0, parent?.parent?.parent?.end).includes('@google/genai'),
  );
  if (last === undefined) refuse("The SDK's types are not imported here.");
  return [
    { start: type.start, end: type.end, newText: `: ${INTERACTION}` },
    { start: last.end, end: last.end, newText: `, ${INTERACTION}` },
  ];
}

/** Its name is given out, and asked for in other functions of the file; null where it is not so. */
export function askedByName({ waiting, uses }: Kept, call: SyntaxNode, root: SyntaxNode): Change | null {
  const { text, quote } = waiting;
  const isName = (node: SyntaxNode): boolean =>
    /^(?:name|id)$/.test(chainOf(node, text).path.join('.')) && !isLogged(node, text);
  if (!uses.some(isName) || uses.some((node) => pollOf(node, waiting) !== null)) return null;
  const own = uses.flatMap((node) => (isName(node) ? idOf(node, text) : useOf(node, waiting).edits));
  const asked = [...descendants(root)].filter(
    (node) =>
      node.type === 'call_expression' && /\boperations\.get(?:VideosOperation)?$/.test(calleeOf(node, text)),
  );
  if (asked.length === 0) refuse('Its job is asked for in another file.');
  const there = asked.flatMap((poll) => pollByName(poll, text, quote));
  const others = [...descendants(root)].filter(
    (node) =>
      node !== call &&
      node.type === 'call_expression' &&
      /\bmodels\.generateVideos$/.test(calleeOf(node, text)),
  );
  return {
    edits: [...own, ...there],
    needs: others.map(({ start }) => ({ at: start, why: SHARED })),
    covers: [call.start],
  };
}

function calleeOf(call: SyntaxNode, text: string): string {
  const callee = childAt(call, 'function');
  return says(callee, text);
}

function idOf(node: SyntaxNode, text: string): readonly TextEdit[] {
  const { last } = chainOf(node, text);
  return last === null ? [] : [{ start: last.start, end: last.end, newText: 'id' }];
}

/** `const now = await ai.operations.getVideosOperation({ operation: { name } })`, with all that is read from it. */
function pollByName(call: SyntaxNode, text: string, quote: string): readonly TextEdit[] {
  const why = 'How its job is asked for is not understood.';
  const { method, property, args, pairs } = partsOfPoll(call, text);
  const given = bare(pairs?.get('operation')?.value);
  const inner = given?.type === 'object' ? pairsOf(given, text) : null;
  const id = inner?.get('name') ?? inner?.get('id');
  const declared = call.parent?.type === 'await_expression' ? call.parent.parent : null;
  if (pairs?.size !== 1 || inner?.size !== 1 || id === undefined || declared?.type !== 'variable_declarator')
    refuse(why);
  const { waiting, uses, untyped } = waitingOf(declared, text, quote);
  if (uses.some((node) => chainOf(node, text).path[0] === 'error')) refuse(why);
  const all = usesEdited(uses, waiting);
  const statement = declared.parent;
  if (statement === null || !BLOCKS.includes(statement.parent?.type ?? '') || all.polls.length > 0)
    refuse(why);
  return [
    { start: property.start, end: method.end, newText: 'interactions.get' },
    { start: args.start, end: args.end, newText: `(${says(id.value, text)})` },
    ...untyped,
    ...all.edits,
    behindLoop(statement, clientOf(property.parent ?? undefined, text), false, waiting),
  ];
}
