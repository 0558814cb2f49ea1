// A job in Python that one function starts and another one of the file asks for: handed on, given back, or by its name.

import { childAt, descendants, type SyntaxNode } from '../../../routes/syntax/tree.ts';
import type { TextEdit } from '../../../routes/types.ts';
import type { Change } from '../change.ts';
import { combined } from '../change.ts';
import { wholeLines } from '../layout.ts';
import { around, says } from '../nodes.ts';
import { refuse } from '../refusal.ts';
import { BLOCKS, followed, type Kept, keptAs, keptBy, useOf, usesEdited } from './operation.ts';
import { asked, behindLoop, partsOfPoll, pollOf } from './poll.ts';
import { chainOf, isLogged, keywordsOf, usesOf } from './tree.ts';
import type { VideoWaiting } from './video.ts';

const SHARED = 'Its job is asked for in a function that others use as well.';
const OPEN = 'Its job is handed over by a function that other files may use.';

/** `operation = wait(operation)`, `return finish(operation)`: null where it is not handed to a function of the file. */
export function handedOn({ waiting, uses }: Kept, root: SyntaxNode): Change | null {
  const { text } = waiting;
  const [handed, another] = uses.flatMap((node) => handedTo(node, root, text) ?? []);
  if (handed === undefined) return null;
  if (another !== undefined) refuse(SHARED);
  const inside = keptAs(handed.parameter, handed.body, waiting);
  const back = inside.uses.filter(({ parent }) => parent?.type === 'return_statement');
  const target = backIn(handed.call, waiting);
  if (back.length > 0 !== (target !== null)) refuse(SHARED);
  const rest = uses.filter((node) => node !== handed.node && node !== target);
  const helper = followed(
    { ...inside, uses: inside.uses.filter((node) => !back.includes(node)) },
    back.length > 0,
  );
  return {
    edits: [
      ...rest.flatMap((node) => useOf(node, waiting).edits),
      ...typeEdits(handed.parameter, text),
      ...helper.edits,
    ],
    needs: handed.others.map(({ start }) => ({ at: start, why: SHARED })),
    covers: [handed.callee.start],
  };
}

/** The same name, that a helper's answer is kept under; null where nothing is kept. */
function backIn(call: SyntaxNode, { text, name }: VideoWaiting): SyntaxNode | null {
  const value = call.parent?.type === 'await' ? call.parent : call;
  const left = value.parent?.type === 'assignment' ? childAt(value.parent, 'left') : undefined;
  if (left === undefined) return null;
  if (says(left, text) !== name) refuse('Its operation goes by several names.');
  return left;
}

interface Handed extends Helper {
  readonly node: SyntaxNode;
  readonly call: SyntaxNode;
  readonly parameter: SyntaxNode;
}

/** The function of the file that an operation is given to. */
function handedTo(node: SyntaxNode, root: SyntaxNode, text: string): Handed | null {
  const argument = node.parent?.type === 'keyword_argument' ? node.parent : node;
  const args = argument.parent;
  const call = args?.type === 'argument_list' ? args.parent : null;
  if (call?.type !== 'call' || args === null || isLogged(node, text)) return null;
  const helper = helperOf(call, root, text);
  if (helper === null) return null;
  const named = argument === node ? undefined : childAt(argument, 'name');
  const parameter =
    named === undefined
      ? helper.parameters[args.children.indexOf(argument)]
      : helper.parameters.find((one) => says(nameOf(one), text) === says(named, text));
  if (parameter === undefined) return null;
  return { ...helper, node, call, parameter: nameOf(parameter) };
}

interface Helper {
  readonly callee: SyntaxNode;
  /** Without `self`. */
  readonly parameters: readonly SyntaxNode[];
  readonly body: SyntaxNode;
  /** Where else it is called, or used in another way. */
  readonly others: readonly SyntaxNode[];
}

/** The function or method of the file that a call names, where the file keeps it for itself. */
function helperOf(call: SyntaxNode, root: SyntaxNode, text: string): Helper | null {
  const callee = childAt(call, 'function');
  const said = says(callee, text);
  const [, method, name = method] = /^(?:self\.(\w+)|(\w+))$/.exec(said) ?? [];
  if (callee === undefined || name === undefined) return null;
  const [one, another] = [...descendants(root)].filter((node) => {
    const own = node.type === 'function_definition' ? childAt(node, 'name') : undefined;
    return says(own, text) === name;
  });
  const body = one && childAt(one, 'body');
  const all = one && childAt(one, 'parameters')?.children;
  if (one === undefined || another !== undefined || body === undefined || all === undefined) return null;
  if (!isOwn(name, one, root, text)) refuse(OPEN);
  const last = callee.type === 'attribute' ? childAt(callee, 'attribute') : callee;
  return {
    callee,
    parameters: method === undefined ? all : all.slice(1),
    body,
    others: namesOf(name, root, text).filter((node) => node !== last && node.parent !== one),
  };
}

/** Every place that spells a function's name, also as a member. */
const namesOf = (name: string, root: SyntaxNode, text: string): readonly SyntaxNode[] =>
  [...descendants(root)].filter((node) => node.type === 'identifier' && says(node, text) === name);

/** Whether only this file uses a function: by its name, within another function, or in a program that is run as it is. */
function isOwn(name: string, definition: SyntaxNode, root: SyntaxNode, text: string): boolean {
  if (/^_(?!_)/.test(name) || around(definition, ['function_definition']) !== undefined) return true;
  return root.children.some(
    (node) => node.type === 'if_statement' && /^if __name__ ==/.test(says(node, text)),
  );
}

const nameOf = (parameter: SyntaxNode): SyntaxNode =>
  childAt(parameter, 'name') ??
  (parameter.type === 'identifier' ? parameter : (parameter.children[0] ?? parameter));

/** A parameter that is said to be an operation is said to be nothing any more. */
function typeEdits(name: SyntaxNode, text: string): readonly TextEdit[] {
  const parameter = name.parent;
  const type = parameter === null ? undefined : childAt(parameter, 'type');
  if (type === undefined || /^(?:typing\.)?Any$/.test(says(type, text))) return [];
  if (!/^(?:[\w.]+\.)?GenerateVideosOperation$/.test(says(type, text)))
    refuse('The type of its operation is not understood.');
  return [{ start: name.end, end: type.end, newText: '' }];
}

const OPERATION = /\bGenerateVideosOperation$/;

/** `return operation`: the operation is followed where the function is called; null where it is not given back. */
export function returned(
  { waiting, uses }: Kept,
  root: SyntaxNode,
  follow: (kept: Kept) => Change,
): Change | null {
  const { text } = waiting;
  const [back, another] = uses.filter(({ parent }) => parent?.type === 'return_statement');
  if (back === undefined || uses.some((node) => pollOf(node, waiting) !== null)) return null;
  const owner = around(back, ['function_definition']);
  const name = owner && childAt(owner, 'name');
  if (another !== undefined || owner === undefined || name === undefined) return null;
  if (!isOwn(says(name, text), owner, root, text)) refuse(OPEN);
  const callers = namesOf(says(name, text), root, text).filter((node) => node !== name);
  if (callers.length === 0) refuse('Its job is asked for in another file.');
  const rest = uses.filter((node) => node !== back).map((node) => useOf(node, waiting));
  const type = childAt(owner, 'return_type');
  const untyped: Change = {
    edits: [
      ...rest.flatMap(({ edits }) => edits),
      ...(type === undefined || !OPERATION.test(says(type, text)) ? [] : [arrowEdit(type, text)]),
    ],
    needs: [],
    covers: [],
  };
  return combined(untyped, ...callers.map((node) => follow(givenTo(node, waiting))));
}

/** `-> types.GenerateVideosOperation` goes. */
function arrowEdit(type: SyntaxNode, text: string): TextEdit {
  const arrow = text.lastIndexOf('->', type.start);
  return { start: text.slice(0, arrow).trimEnd().length, end: type.end, newText: '' };
}

/** `operation = start(prompt)`, `self.start(prompt)`, be it awaited. */
function givenTo(name: SyntaxNode, waiting: VideoWaiting): Kept {
  const callee = name.parent?.type === 'attribute' ? name.parent : name;
  const call = callee.parent;
  const value = call?.parent?.type === 'await' ? call.parent : call;
  const assigned = value?.parent;
  if (call?.type !== 'call' || childAt(call, 'function') !== callee || assigned?.type !== 'assignment')
    refuse(SHARED);
  return keptBy(assigned, waiting);
}

/** Its name is given out, and asked for elsewhere in the file; null where it is not so. */
export function askedByName({ waiting, uses }: Kept, call: SyntaxNode, root: SyntaxNode): Change | null {
  const { text } = waiting;
  const isName = (node: SyntaxNode): boolean =>
    chainOf(node, text).path.join('.') === 'name' && !isLogged(node, text);
  if (!uses.some((node) => isName(node) && !isAsked(node, text))) return null;
  if (uses.some((node) => pollOf(node, waiting) !== null)) return null;
  const own = uses.flatMap((node) => (isName(node) ? idOf(node, text) : useOf(node, waiting).edits));
  const polls = [...descendants(root)].filter(
    (node) => node.type === 'call' && partsOfPoll(node, text) !== null,
  );
  if (polls.length === 0) refuse('Its job is asked for in another file.');
  const others = [...descendants(root)].filter((node) => {
    const callee = node !== call && node.type === 'call' ? childAt(node, 'function') : undefined;
    return /\bmodels\.generate_videos$/.test(says(callee, text));
  });
  return {
    edits: [...own, ...polls.flatMap((poll) => pollByName(poll, waiting))],
    needs: others.map(({ start }) => ({ at: start, why: SHARED })),
    covers: [call.start],
  };
}

/** `client.operations.get(operation.name)`. */
const isAsked = (node: SyntaxNode, text: string): boolean => {
  const call = around(node, ['call']);
  return call !== undefined && partsOfPoll(call, text) !== null;
};

function idOf(node: SyntaxNode, text: string): readonly TextEdit[] {
  const { last } = chainOf(node, text);
  return last === null ? [] : [{ start: last.start, end: last.end, newText: 'id' }];
}

const BY_NAME = 'How its job is asked for is not understood.';

/** `now = client.operations.get(types.GenerateVideosOperation(name=name))`, with all that is read from it. */
function pollByName(call: SyntaxNode, facts: VideoWaiting): readonly TextEdit[] {
  const { text } = facts;
  const parts = partsOfPoll(call, text);
  const value = call.parent?.type === 'await' ? call.parent : call;
  const assigned = value.parent;
  if (parts === null || parts.asked === null || assigned?.type !== 'assignment') refuse(BY_NAME);
  const { id, edits } = idAsked(parts.asked, assigned, text);
  const kept = keptBy(assigned, facts);
  const uses = kept.uses.filter(({ start, end }) => end <= call.start || call.end <= start);
  const own = uses.filter((node) => node.start > assigned.end);
  if (own.some((node) => chainOf(node, text).path[0] === 'error' && !isAfterDone(node, kept.waiting)))
    refuse(BY_NAME);
  const all = usesEdited(own, kept.waiting);
  const statement = assigned.parent;
  if (statement === null || !BLOCKS.includes(statement.parent?.type ?? '') || all.polls.length > 0)
    refuse(BY_NAME);
  return [
    ...edits,
    ...asked(parts, id),
    ...all.edits,
    behindLoop(statement, parts.client, false, kept.waiting),
  ];
}

/** The name of a job that is asked for: a text, or what an operation is made of, be it kept in a variable first. */
function idAsked(
  given: SyntaxNode,
  assigned: SyntaxNode,
  text: string,
): { readonly id: string; readonly edits: readonly TextEdit[] } {
  const made = madeOf(given, text);
  if (made !== null) return { id: made, edits: [] };
  if (given.type !== 'identifier') refuse(BY_NAME);
  const block = around(assigned, ['function_definition', 'module']);
  const before = [...descendants(block ?? assigned)].filter((node) => {
    const left = node.type === 'assignment' && node !== assigned ? childAt(node, 'left') : undefined;
    return says(left, text) === says(given, text);
  });
  const [one, another] = before;
  if (one === undefined) return { id: says(given, text), edits: [] };
  const inner = madeOf(childAt(one, 'right'), text);
  const reads = block === undefined ? [] : usesOf(says(given, text), block, given, text);
  const isOnlyAsked = reads.every((node) => node.field === 'left' || node.start > assigned.end);
  const lines = one.parent === null ? null : wholeLines(one.parent, text);
  if (inner === null || another !== undefined || !isOnlyAsked || lines === null) refuse(BY_NAME);
  return { id: inner, edits: [lines] };
}

/** `types.GenerateVideosOperation(name=name)`. */
function madeOf(value: SyntaxNode | undefined, text: string): string | null {
  const callee = value?.type === 'call' ? childAt(value, 'function') : undefined;
  if (value === undefined || callee === undefined || !/\bGenerateVideosOperation$/.test(says(callee, text)))
    return null;
  const given = keywordsOf(value, text);
  const name = given?.size === 1 ? given.get('name') : undefined;
  const said = name && childAt(name, 'value');
  return said === undefined ? refuse(BY_NAME) : says(said, text);
}

/** Whether a statement before leaves where the job is not done: `if not operation.done: return …`. */
function isAfterDone(node: SyntaxNode, { text, name }: VideoWaiting): boolean {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) {
    const before = at.parent !== null && BLOCKS.includes(at.parent.type) ? at.parent.children : [];
    const { start } = at;
    const leaves = before.some((one) => {
      const body = one.type === 'if_statement' ? childAt(one, 'consequence') : undefined;
      const last = body?.children.at(-1)?.type;
      const asks = childAt(one, 'condition');
      return (
        one.end <= start &&
        asks !== undefined &&
        says(asks, text) === `not ${name}.done` &&
        /^(?:return|raise|continue)_statement$/.test(last ?? '')
      );
    });
    if (leaves) return true;
  }
  return false;
}
