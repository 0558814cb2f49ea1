// What a text declares: names, fields, functions, and the calls it makes, each with where it stands.
import type { Expression } from '../values/expression.ts';
import { bindImports } from './imports.ts';
import { childOf, createLowering, type Lowering, nameOf } from './lower.ts';
import { nestSelectors } from './selectors.ts';
import type { Rule, SyntaxTable } from './table.ts';
import { childAt, type SyntaxNode } from './tree.ts';

/** A name that gets a value. */
export interface Binding {
  readonly name: string;
  readonly value: Expression;
  /** Where the assignment ends: names before it do not see it. */
  readonly at: number;
  /** Where the name lives; null where the assignment makes no new name. */
  readonly range: SyntaxNode | null;
  readonly fn: SyntaxNode | null;
  /** The branches around it, outermost first. */
  readonly guards: readonly SyntaxNode[];
}

/** A change to what a name holds: `config.x = v`, `config["x"] = v`, `builder.x(v)`. `path` empty: a merge of `value`. */
export interface Mutation {
  readonly name: string;
  readonly path: readonly Expression[];
  readonly value: Expression;
  readonly at: number;
  readonly fn: SyntaxNode | null;
  readonly guards: readonly SyntaxNode[];
}

export interface FunctionInfo {
  readonly node: SyntaxNode;
  readonly name: string;
  readonly params: readonly string[];
  readonly returns: readonly Expression[];
  readonly ownerClass: string | null;
}

export interface CallSite {
  readonly node: SyntaxNode;
  readonly fn: SyntaxNode | null;
  readonly guards: readonly SyntaxNode[];
}

/** One parsed text with its declarations. */
export interface Program {
  readonly lowering: Lowering;
  readonly root: SyntaxNode;
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  readonly mutations: ReadonlyMap<string, readonly Mutation[]>;
  /** Fields by class name. */
  readonly fields: ReadonlyMap<string, ReadonlyMap<string, readonly Binding[]>>;
  readonly classes: readonly { readonly name: string; readonly node: SyntaxNode }[];
  readonly functions: ReadonlyMap<SyntaxNode, FunctionInfo>;
  readonly calls: readonly CallSite[];
}

interface Context {
  readonly fn: SyntaxNode | null;
  readonly className: string | null;
  readonly classNode: SyntaxNode | null;
  readonly inClassBody: boolean;
  readonly block: SyntaxNode;
  readonly guards: readonly SyntaxNode[];
}

/** Gathers declarations while the tree is walked. */
export class Gathering {
  readonly bindings = new Map<string, Binding[]>();
  readonly mutations = new Map<string, Mutation[]>();
  readonly fields = new Map<string, Map<string, Binding[]>>();
  readonly classes: { name: string; node: SyntaxNode }[] = [];
  readonly functions = new Map<SyntaxNode, FunctionInfo & { returns: Expression[] }>();
  readonly calls: CallSite[] = [];
  readonly lowering: Lowering;

  constructor(lowering: Lowering) {
    this.lowering = lowering;
  }

  bind(binding: Binding): void {
    push(this.bindings, binding.name, binding);
  }

  field(className: string, binding: Binding): void {
    const fields = this.fields.get(className) ?? new Map<string, Binding[]>();
    this.fields.set(className, fields);
    push(fields, binding.name, binding);
  }

  mutate(mutation: Mutation): void {
    push(this.mutations, mutation.name, mutation);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Reads a parsed text. Deep nesting is walked without recursion into the parser. */
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

/** How deep a tree is followed: deeper ones are no program that a person wrote. */
const DEEPEST = 400;

function walk(gathering: Gathering, node: SyntaxNode, context: Context, depth = 0): void {
  if (depth > DEEPEST) return;
  const { table } = gathering.lowering;
  const rule = table.rules[node.type];
  if (rule?.as === 'function') {
    walkFunction(gathering, node, rule, context, depth);
    return;
  }
  if (rule?.as === 'class') {
    walkClass(gathering, node, rule, context, depth);
    return;
  }
  if (rule !== undefined) gather(gathering, node, rule, context);
  bindImports(gathering, node, context.block);
  const guarded = table.branches.includes(node.type) ? [...context.guards, node] : context.guards;
  const block = table.blocks.includes(node.type) ? node : context.block;
  const inner =
    guarded === context.guards && block === context.block ? context : { ...context, guards: guarded, block };
  for (const child of node.children) walk(gathering, child, inner, depth + 1);
}

function gather(gathering: Gathering, node: SyntaxNode, rule: Rule, context: Context): void {
  const { lowering } = gathering;
  switch (rule.as) {
    case 'assign': {
      const target = soleOf(childOf(node, rule.target));
      const valueNode = rule.value === undefined ? undefined : childOf(node, rule.value);
      const typeNode = rule.type === undefined ? undefined : childOf(node, rule.type);
      const injected = valueNode === undefined ? injectedValue(lowering, node) : null;
      if (
        target === undefined ||
        target === valueNode ||
        (valueNode === undefined && typeNode === undefined && injected === null)
      )
        return;
      const value: Expression =
        valueNode === undefined
          ? (injected ?? { kind: 'opaque', start: node.end, end: node.end })
          : lowering.expression(valueNode);
      assign(gathering, target, value, node, rule.declares ?? false, context);
      return;
    }
    case 'each': {
      const target = childOf(node, rule.target);
      const list = childOf(node, rule.value);
      if (target === undefined || list === undefined) return;
      const several = node.children.filter((child) => child.field === 'value' && rule.value === 'value');
      const items: Expression =
        several.length > 1
          ? { kind: 'list', items: several.map(lowering.expression), start: list.start, end: list.end }
          : lowering.expression(list);
      const value: Expression = {
        kind: 'item',
        list: items,
        start: list.start,
        end: list.end,
      };
      assign(gathering, target, value, target, true, context);
      return;
    }
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
    case 'object': {
      const made = lowering.expression(node);
      if (made.kind !== 'object' || made.type === null) return;
      for (const { key, value } of made.entries) {
        const name = key?.kind === 'scalar' ? String(key.value) : key?.kind === 'name' ? key.name : null;
        if (name !== null)
          gathering.field(made.type, { name, value, at: node.end, range: null, fn: context.fn, guards: [] });
      }
      return;
    }
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

/** The child of a list of one. */
function soleOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const single = node?.type === 'expression_list' || node?.type === 'pattern';
  return node !== undefined && single && node.children.length === 1 ? node.children[0] : node;
}

/** A field that a framework fills from a property with a default (`@Value("${veo.model:…}")`). */
function injectedValue(lowering: Lowering, node: SyntaxNode): Expression | null {
  const from = node.parent?.start ?? node.start;
  const source = lowering.text.slice(from, node.start);
  const match = /@Value\(\s*"[$#]\{[^:}"]*:([^}"]*)\}"\s*\)/.exec(source);
  if (match === null) return null;
  const text = match[1] ?? '';
  const start = from + match.index + match[0].lastIndexOf(text);
  const at = { start, end: start + text.length };
  const environment: Expression = {
    kind: 'member',
    object: { kind: 'name', name: 'env', ...at },
    name: '',
    ...at,
  };
  return { kind: 'fallback', first: environment, second: { kind: 'scalar', value: text, ...at }, ...at };
}

function addField(
  gathering: Gathering,
  name: string,
  value: Expression,
  node: SyntaxNode,
  context: Context,
): void {
  const { className, classNode } = context;
  if (className === null) return;
  const binding = { name, value, at: node.end, range: classNode, fn: context.fn, guards: [] };
  gathering.field(className, binding);
  if (gathering.lowering.table.bareFields) gathering.bind(binding);
}

function assign(
  gathering: Gathering,
  target: SyntaxNode,
  value: Expression,
  node: SyntaxNode,
  declares: boolean,
  context: Context,
): void {
  const { lowering } = gathering;
  const { table } = lowering;
  const made: Omit<Binding, 'name' | 'value'> = {
    at: node.end,
    range: declares ? context.block : table.assignmentDeclares ? functionRange(context) : null,
    fn: context.fn,
    guards: context.guards,
  };
  const expression = lowering.expression(target);
  if (isPattern(target)) {
    bindPattern(gathering, target, value, made);
    return;
  }
  if (expression.kind === 'name') {
    if (expression.name.startsWith('@'))
      gathering.bind({
        name: expression.name,
        value,
        ...made,
        range: context.classNode ?? rootOf(context.block),
      });
    else if (context.inClassBody && context.fn === null)
      addField(gathering, expression.name, value, node, context);
    else gathering.bind({ name: expression.name, value, ...made });
    return;
  }
  const path = pathOf(expression);
  if (path === null) return;
  const [first, ...others] = path.keys;
  const own = table.self.includes(path.root) && first?.kind === 'scalar' ? String(first.value) : null;
  if (own !== null && others.length === 0 && context.className !== null) {
    gathering.field(context.className, {
      name: own,
      value,
      at: node.end,
      range: context.classNode,
      fn: context.fn,
      guards: context.guards,
    });
    return;
  }
  const name = own === null ? path.root : `${path.root}.${own}`;
  gathering.mutate({
    name,
    path: own === null ? path.keys : others,
    value,
    at: node.end,
    fn: context.fn,
    guards: context.guards,
  });
}

function functionRange(context: Context): SyntaxNode {
  return context.fn ?? rootOf(context.block);
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** The root name and the keys of a member chain; null where it does not start with a name. */
export function pathOf(expression: Expression): { root: string; keys: readonly Expression[] } | null {
  const keys: Expression[] = [];
  let at = expression;
  for (;;) {
    if (at.kind === 'name') return { root: at.name, keys: keys.reverse() };
    if (at.kind === 'member') {
      keys.push({ kind: 'scalar', value: at.name, start: at.start, end: at.end });
      at = at.object;
    } else if (at.kind === 'index') {
      keys.push(at.key);
      at = at.object;
    } else if (at.kind === 'call' && at.args.length === 0 && at.callee.kind === 'member') at = at.callee;
    else return null;
  }
}

function isPattern(target: SyntaxNode): boolean {
  return (
    /pattern$|^expression_list$|^left_assignment_list$|^tuple/.test(target.type) &&
    target.type !== 'as_pattern_target'
  );
}

function bindPattern(
  gathering: Gathering,
  target: SyntaxNode,
  value: Expression,
  made: Omit<Binding, 'name' | 'value'>,
): void {
  const { lowering } = gathering;
  for (const [index, child] of target.children.entries()) {
    const at = { start: child.start, end: child.end };
    const bind = (name: string, picked: Expression): void => gathering.bind({ name, value: picked, ...made });
    const pick = (name: string): Expression => ({ kind: 'member', object: value, name, ...at });
    if (child.type === 'shorthand_property_identifier_pattern') {
      const name = nameOf(lowering, child);
      bind(name, pick(name));
    } else if (child.type === 'object_assignment_pattern') {
      const name = nameOf(lowering, childAt(child, 'left'));
      const fallback = childAt(child, 'right');
      if (fallback === undefined) continue;
      bind(name, { kind: 'fallback', first: pick(name), second: lowering.expression(fallback), ...at });
    } else if (child.type === 'pair_pattern') {
      const key = nameOf(lowering, childAt(child, 'key'));
      const inner = childAt(child, 'value');
      if (inner === undefined) continue;
      if (isPattern(inner) && inner.type !== 'assignment_pattern') {
        bindPattern(gathering, inner, pick(key), made);
        continue;
      }
      const left = childAt(inner, 'left');
      const right = childAt(inner, 'right');
      if (left !== undefined && right !== undefined) {
        bind(nameOf(lowering, left), {
          kind: 'fallback',
          first: pick(key),
          second: lowering.expression(right),
          ...at,
        });
      } else bind(nameOf(lowering, inner), pick(key));
    } else if (lowering.table.rules[child.type]?.as === 'name') {
      const several = value.kind === 'list' ? value.items[index] : index === 0 ? value : undefined;
      bind(
        nameOf(lowering, child),
        several ?? { kind: 'index', object: value, key: { kind: 'scalar', value: index, ...at }, ...at },
      );
    }
  }
}

/** `builder.x(v)` and `map.update({…})` as statements change what the name holds. */
function mutateByCall(gathering: Gathering, node: SyntaxNode, context: Context): void {
  if (
    node.parent === null ||
    !/statement|^block$|^body_statement$|^program$|^pipeline/.test(node.parent.type)
  )
    return;
  const call = gathering.lowering.expression(node);
  if (call.kind !== 'call' || call.callee.kind !== 'member') return;
  const object = pathOf(call.callee.object);
  const [first] = call.args;
  if (object === null || first === undefined) return;
  const key: Expression = {
    kind: 'scalar',
    value: call.callee.name,
    start: call.callee.start,
    end: call.callee.end,
  };
  const merges = /^(?:update|merge|putAll|merge!|Merge|assign|extend)$/.test(call.callee.name);
  const puts = /^(?:put|set|Add|insert|setdefault|TryAdd)$/.test(call.callee.name) && call.args.length === 2;
  const second = call.args[1];
  const base = { name: object.root, at: node.end, fn: context.fn, guards: context.guards };
  if (puts && second !== undefined)
    gathering.mutate({ ...base, path: [...object.keys, first.value], value: second.value });
  else if (merges) gathering.mutate({ ...base, path: object.keys, value: mergedArguments(call.args, call) });
  else if (call.args.length === 1)
    gathering.mutate({ ...base, path: [...object.keys, key], value: first.value });
  if (
    object.root === 'Object' &&
    call.callee.name === 'assign' &&
    second !== undefined &&
    first.value.kind === 'name'
  ) {
    gathering.mutate({ ...base, name: first.value.name, path: [], value: second.value });
  }
}

function mergedArguments(
  args: readonly { name: string | null; value: Expression }[],
  at: { start: number; end: number },
): Expression {
  const entries = args.map(({ name, value }) => ({
    key:
      name === null ? null : ({ kind: 'scalar', value: name, start: value.start, end: value.end } as const),
    value,
  }));
  return { kind: 'object', type: null, entries, start: at.start, end: at.end };
}

function walkClass(
  gathering: Gathering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'class' }>,
  context: Context,
  depth: number,
): void {
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
  for (const child of node.children) walk(gathering, child, { ...inner, fn: null }, depth + 1);
}

function walkFunction(
  gathering: Gathering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'function' }>,
  context: Context,
  depth: number,
): void {
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
  for (const child of node.children) {
    if (child === params) for (const param of child.children) walk(gathering, param, inner, depth + 1);
    else walk(gathering, child, inner, depth + 1);
  }
  const body = childOf(node, rule.body);
  if (body !== undefined && lowering.table.rules[body.type] !== undefined && info.returns.length === 0) {
    info.returns.push(lowering.expression(body));
  }
}

function bindParams(
  gathering: Gathering,
  params: SyntaxNode,
  owner: SyntaxNode,
  names: string[],
  context: Context,
  range = owner,
): void {
  const { lowering } = gathering;
  const { table } = lowering;
  const at = params === owner ? owner.start : params.end;
  const made = { at, range, fn: range === owner ? owner : null, guards: [] };
  const list =
    params.children.length === 0 && table.rules[params.type]?.as === 'name' ? [params] : params.children;
  for (const [position, param] of list.entries()) {
    const rule = table.rules[param.type];
    const isParam = rule?.as === 'param';
    if (!isParam && table.defaultsFollow) continue;
    const following = table.defaultsFollow ? list[position + 1] : undefined;
    const several =
      isParam && rule.name === 'name' ? param.children.filter((child) => child.field === 'name') : [];
    const targets = several.length > 1 ? several : [isParam ? childOf(param, rule.name) : param];
    const typeNode = isParam && rule.type !== undefined ? childOf(param, rule.type) : undefined;
    const behind =
      following !== undefined &&
      table.rules[following.type]?.as !== 'param' &&
      (following.field === 'default_value' || params !== owner)
        ? following
        : undefined;
    const defaultNode = isParam && rule.value !== undefined ? childOf(param, rule.value) : behind;
    for (const target of targets) {
      if (target === undefined) continue;
      const name = nameOf(lowering, target);
      if (table.self.includes(name)) continue;
      const value: Expression = {
        kind: 'param',
        owner,
        index: names.length,
        name,
        type: typeNode === undefined ? null : typeName(lowering.text.slice(typeNode.start, typeNode.end)),
        byDefault:
          defaultNode === undefined || defaultNode === target ? null : lowering.expression(defaultNode),
        start: param.start,
        end: param.end,
      };
      names.push(name);
      if (isPattern(target) && /object|array|tuple/.test(target.type))
        bindPattern(gathering, target, value, made);
      else gathering.bind({ name, value, ...made });
      const promoted =
        param.type === 'property_promotion_parameter' ||
        param.type === 'class_parameter' ||
        param.children.some((child) => child.type === 'accessibility_modifier');
      if (promoted && context.className !== null) {
        gathering.field(context.className, {
          name,
          value,
          at: param.end,
          range: context.classNode,
          fn: null,
          guards: [],
        });
      }
    }
  }
}

/** The last name of a type: `VeoSettings` for `*pkg.VeoSettings` and `Optional[VeoSettings]`. */
function typeName(source: string): string | null {
  const bare = source.replace(/^\s*:/, '').replace(/\|\s*(?:None|null|undefined)|\?$/g, '');
  return /([A-Za-z_]\w*)\W*$/.exec(bare)?.[1] ?? null;
}
