// Walks the tree of a text and gathers what it declares.
import type { Expression } from '../values/expression.ts';
import { addField, gatherAssignment, gatherLoop, gatherTypedObject } from './declarations/assignments.ts';
import { bindConditions } from './declarations/conditions.ts';
import { bindDartParameters } from './declarations/dartParameters.ts';
import { type Context, Gathering } from './declarations/gathering.ts';
import { bindImports } from './declarations/imports.ts';
import { mutateByCall } from './declarations/mutations.ts';
import { bindParams } from './declarations/parameters.ts';
import { bindPhpNames } from './declarations/phpNames.ts';
import { createLowering, type Lowering } from './lowering/lower.ts';
import { nameOf } from './lowering/names.ts';
import type { Binding, Program } from './program.ts';
import { nestSelectors } from './selectors.ts';
import type { Rule, SyntaxTable } from './table.ts';
import { childAt, childOf, type SyntaxNode } from './tree.ts';

/** The declarations and calls of a parsed text. */
export function readProgram(table: SyntaxTable, text: string, tree: SyntaxNode): Program {
  const root = table.selectorRows ? nestSelectors(tree) : tree;
  const gathering = new Gathering(createLowering(table, text));
  walk(gathering, root, {
    fn: null,
    className: null,
    classNode: null,
    inClassBody: false,
    block: root,
    guards: [],
  });
  return { ...gathering, lowering: gathering.lowering, root };
}

/** What is left to do: a node to be looked at, or what follows once all below a node was. */
type Task = { readonly node: SyntaxNode; readonly context: Context } | (() => void);

/** Walks a tree of any depth in the order of the text. */
function walk(gathering: Gathering, root: SyntaxNode, outermost: Context): void {
  const tasks: Task[] = [{ node: root, context: outermost }];
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    if (typeof task === 'function') task();
    else for (const next of visit(gathering, task.node, task.context).toReversed()) tasks.push(next);
  }
}

const all = (nodes: readonly SyntaxNode[], context: Context): readonly Task[] =>
  nodes.map((node) => ({ node, context }));

/** Gathers what a node declares; gives what is to be done next. */
function visit(gathering: Gathering, node: SyntaxNode, context: Context): readonly Task[] {
  const { table } = gathering.lowering;
  const rule = table.rules[node.type];
  if (rule?.as === 'function') return visitFunction(gathering, node, rule, context);
  if (rule?.as === 'class') return visitClass(gathering, node, rule, context);
  if (rule !== undefined) gather(gathering, node, rule, context);
  bindImports(gathering, node, context.block);
  bindConditions(gathering, node, context);
  bindDartParameters(gathering, node, context);
  bindPhpNames(gathering, node, context);
  const guarded = table.branches.includes(node.type) ? [...context.guards, node] : context.guards;
  const block = table.blocks.includes(node.type) ? node : context.block;
  const inner =
    guarded === context.guards && block === context.block ? context : { ...context, guards: guarded, block };
  return all(node.children, inner);
}

function visitClass(
  gathering: Gathering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'class' }>,
  context: Context,
): readonly Task[] {
  const name = nameOf(gathering.lowering, childOf(node, rule.name)) || 'anonymous';
  gathering.classes.push({ name, node });
  if (!gathering.fields.has(name)) gathering.fields.set(name, new Map());
  const inner: Context = {
    fn: context.fn,
    className: name,
    classNode: node,
    inClassBody: true,
    block: node,
    guards: context.guards,
  };
  const header = node.children.find((child) =>
    /^(?:parameter_list|class_parameters|primary_constructor)$/.test(child.type),
  );
  const primary = header?.type === 'primary_constructor' ? header.children[0] : header;
  if (primary !== undefined) bindParams(gathering, primary, node, [], inner);
  return all(node.children, { ...inner, fn: null });
}

function visitFunction(
  gathering: Gathering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'function' }>,
  context: Context,
): readonly Task[] {
  const { lowering } = gathering;
  const name = rule.name === undefined ? '' : nameOf(lowering, childOf(node, rule.name));
  const params = childOf(node, rule.params);
  const names: string[] = [];
  const info = { node, name, params: names, returns: [] as Expression[], ownerClass: context.className };
  gathering.functions.set(node, info);
  const value: Expression = { kind: 'function', node, start: node.start, end: node.end };
  if (name !== '') {
    const made: Binding = { name, value, at: node.end, range: context.block, fn: context.fn, guards: [] };
    if (context.inClassBody && context.className !== null) gathering.field(context.className, made);
    if (!context.inClassBody || lowering.table.bareFields) gathering.bind(made);
  }
  const receiver = childAt(node, 'receiver');
  if (receiver !== undefined) bindParams(gathering, receiver, node, [], context);
  if (params !== undefined) bindParams(gathering, params, node, names, context);
  const inner: Context = { ...context, fn: node, inClassBody: false, block: node, guards: [] };
  const below = node.children.flatMap((child) => (child === params ? child.children : [child]));
  const body = childOf(node, rule.body);
  const returnBody = (): void => {
    if (body === undefined) return;
    const given = lowering.table.rules[body.type] === undefined ? lastExpression(lowering, body) : body;
    if (given !== null && (given !== body || info.returns.length === 0))
      info.returns.push(lowering.expression(given));
  };
  return [...all(below, inner), returnBody];
}

/** The expression that a body ends with, in languages that give it back; null where there is none. */
function lastExpression({ table }: Lowering, body: SyntaxNode): SyntaxNode | null {
  if (table.givesBack === undefined) return null;
  let at = body;
  while (table.rules[at.type] === undefined) {
    const last = at.children.at(-1);
    const isList = at === body || table.blocks.includes(at.type);
    if (last === undefined || !isList) return null;
    if (table.givesBack === 'only' && at.children.length > 1) return null;
    at = last;
  }
  return GIVES_VALUE.has(table.rules[at.type]?.as ?? '') ? at : null;
}

/** Rules of nodes that are worth something where they stand. */
const GIVES_VALUE: ReadonlySet<string> = new Set(
  'call member name string number object list fallback choice match binary inner'.split(' '),
);

function gather(gathering: Gathering, node: SyntaxNode, rule: Rule, context: Context): void {
  const { lowering } = gathering;
  switch (rule.as) {
    case 'assign':
      gatherAssignment(gathering, node, rule, context);
      return;
    case 'each':
      gatherLoop(gathering, node, rule, context);
      return;
    case 'member-value': {
      const name = nameOf(lowering, childOf(node, rule.name));
      const value = childOf(node, rule.value);
      if (context.className !== null && value !== undefined)
        addField(gathering, name, lowering.expression(value), node, context);
      return;
    }
    case 'param': {
      if (context.fn === null && !context.inClassBody)
        bindParams(gathering, { ...node, children: [node] }, node, [], context, context.block);
      return;
    }
    case 'command': {
      gathering.calls.push({ node, fn: context.fn, guards: context.guards });
      return;
    }
    case 'object':
      gatherTypedObject(gathering, node, context);
      return;
    case 'call':
      gathering.calls.push({ node, fn: context.fn, guards: context.guards });
      mutateByCall(gathering, node, context);
      return;
    case 'return': {
      const value = node.children[0];
      if (context.fn !== null && value !== undefined)
        gathering.functions.get(context.fn)?.returns.push(firstOf(lowering.expression(value), value));
      return;
    }
  }
}

/** Several values given back at once: the first counts, the others are errors. */
function firstOf(value: Expression, node: SyntaxNode): Expression {
  return node.type === 'expression_list' && value.kind === 'list' ? (value.items[0] ?? value) : value;
}
