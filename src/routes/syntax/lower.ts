// Syntax nodes to the language-neutral model of values, by the language's table.
import { type Argument, type Entry, type Expression, opaque, scalar } from '../values/expression.ts';
import { heredocOf, lowerCommand, lowerExpansion, lowerMacro } from './shells.ts';
import { stringParts } from './strings.ts';
import type { Rule, SyntaxTable, Where } from './table.ts';
import { childAt, type SyntaxNode } from './tree.ts';

/** Reads nodes of one text. Results are remembered, so that a node is read once. */
export interface Lowering {
  readonly table: SyntaxTable;
  readonly text: string;
  expression(node: SyntaxNode): Expression;
  argumentsOf(node: SyntaxNode): readonly Argument[];
}

/** The first child that one of the places names. */
export function childOf(node: SyntaxNode, where: Where): SyntaxNode | undefined {
  if (typeof where !== 'object') return childAt(node, where);
  for (const place of where) {
    const child = childAt(node, place);
    if (child !== undefined) return child;
  }
  return undefined;
}

export function createLowering(table: SyntaxTable, text: string): Lowering {
  const known = new Map<SyntaxNode, Expression>();
  const lowering: Lowering = {
    table,
    text,
    expression: (node) => {
      const before = known.get(node);
      if (before) return before;
      const made = lower(lowering, node);
      known.set(node, made);
      return made;
    },
    argumentsOf: (node) =>
      node.children.flatMap((child) =>
        child.type === 'value_arguments' ? lowering.argumentsOf(child) : argument(lowering, child),
      ),
  };
  return lowering;
}

function lower(lowering: Lowering, node: SyntaxNode): Expression {
  const rule = lowering.table.rules[node.type];
  if (rule === undefined) return lowerUnnamed(lowering, node);
  const at = { start: node.start, end: node.end };
  const get = (where: Where): Expression => {
    const child = childOf(node, where);
    return child === undefined ? opaque(at) : lowering.expression(child);
  };
  switch (rule.as) {
    case 'name': {
      const environment = /^\$\{?env:(\w+)/i.exec(
        lowering.text.slice(node.start, Math.min(node.end, node.start + 80)),
      );
      if (environment !== null)
        return {
          kind: 'member',
          object: { kind: 'name', name: 'env', ...at },
          name: environment[1] ?? '',
          ...at,
        };
      return { kind: 'name', name: nameText(lowering, node), ...at };
    }
    case 'string':
      return textOf(at, stringParts(lowering, node, rule.raw ?? false));
    case 'joined':
      return textOf(at, node.children.map(lowering.expression));
    case 'number':
      return number(at, lowering.text.slice(node.start, node.end));
    case 'boolean':
      return scalar(at, /^true$/i.test(lowering.text.slice(node.start, node.end)));
    case 'constant':
      return scalar(at, rule.value);
    case 'call':
      return lowerCall(lowering, node, rule);
    case 'member':
      return {
        kind: 'member',
        object: get(rule.object),
        name: nameOf(lowering, childOf(node, rule.name)),
        ...at,
      };
    case 'index':
      return { kind: 'index', object: get(rule.object), key: get(rule.key), ...at };
    case 'object':
      return lowerObject(lowering, node, rule);
    case 'shorthand':
      return { kind: 'name', name: nameText(lowering, node), ...at };
    case 'list':
      if (rule.single && node.children.length === 1) return get(0);
      return { kind: 'list', items: node.children.map(lowering.expression), ...at };
    case 'match':
      return { kind: 'choice', options: armsOf(lowering, node, rule.arms), ...at };
    case 'command':
      return lowerCommand(lowering, node, rule);
    case 'substitution':
      return heredocOf(lowering, node) ?? get(0);
    case 'expansion':
      return lowerExpansion(lowering, node);
    case 'macro':
      return lowerMacro(lowering, node, rule);
    case 'choice':
      return lowerChoice(lowering, node, rule.options);
    case 'binary':
      return lowerBinary(lowering, node, rule.sign ?? node.operator ?? '', get(rule.left), get(rule.right));
    case 'fallback':
      return { kind: 'fallback', first: get(rule.first), second: get(rule.second), ...at };
    case 'inner':
      return get(rule.child ?? 0);
    case 'assign':
      return rule.value === undefined ? opaque(at) : get(rule.value);
    case 'function':
      return { kind: 'function', node, ...at };
    case 'spread':
      return get(rule.value);
    case 'pair':
      return childOf(node, rule.value) === undefined ? get(rule.key) : get(rule.value);
    default:
      return opaque(at);
  }
}

/** A conditional; where its first branch is left out (`a ?: b`) the condition stands for it. */
function lowerChoice(lowering: Lowering, node: SyntaxNode, options: readonly Where[]): Expression {
  const at = { start: node.start, end: node.end };
  const branches = options.map((where) => childOf(node, where));
  const [first, second] = branches;
  const condition = childOf(node, 'condition');
  if (first === undefined && second !== undefined && condition !== undefined) {
    return {
      kind: 'fallback',
      first: lowering.expression(condition),
      second: lowering.expression(second),
      ...at,
    };
  }
  const worth = branches.map((branch) =>
    branch === undefined ? scalar(at, null) : lowering.expression(branch),
  );
  return { kind: 'choice', options: worth, ...at };
}

/** The values of the arms below a node. */
function armsOf(lowering: Lowering, node: SyntaxNode, arms: readonly string[]): readonly Expression[] {
  return node.children.flatMap((child): readonly Expression[] => {
    if (!arms.includes(child.type))
      return /block|body|list/.test(child.type) ? armsOf(lowering, child, arms) : [];
    const last = child.children.at(-1);
    return last === undefined ? [] : [lowering.expression(last)];
  });
}

/** A node without a rule stands for its only child; a sign before it is heeded. */
function lowerUnnamed(lowering: Lowering, node: SyntaxNode): Expression {
  const [child, ...others] = node.children;
  if (child === undefined || others.length > 0) return opaque(node);
  const sign = node.operator ?? lowering.text.slice(node.start, child.start).trim();
  const inner = lowering.expression(child);
  if (sign === '-' && inner.kind === 'scalar' && typeof inner.value === 'number')
    return scalar(node, -inner.value);
  return /^(?:!|not|~|-|\+\+|--|typeof)$/.test(sign) ? opaque(node) : inner;
}

/** An identifier's text without the sign that some languages put before variables. */
function nameText(lowering: Lowering, node: SyntaxNode): string {
  return lowering.text
    .slice(node.start, node.end)
    .replace(/^[$#:]+(?:env:|script:|global:)?|[?:!]$/gi, '')
    .replace(/^\{|\}$/g, '');
}

/** The name that a node spells, `Ptr` for `genai.Ptr` and `List` for `List<String>`. */
export function nameOf(lowering: Lowering, node: SyntaxNode | undefined): string {
  if (node === undefined) return '';
  const text = nameText(lowering, node)
    .replace(/<[\s\S]*$|\[[\s\S]*$/, '')
    .replace(/^["']|["']$/g, '');
  return /[\w$-]+$/.exec(text.trim())?.[0] ?? text;
}

function number(at: SyntaxNode | { start: number; end: number }, text: string): Expression {
  const value = Number(text.replace(/_/g, '').replace(/(?:[uUiIlLfFdDmM]\d*|usize|isize)$/, ''));
  return Number.isFinite(value) ? scalar(at, value) : opaque(at);
}

function textOf(at: { start: number; end: number }, parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (parts.length === 0) return scalar({ start: at.start + 1, end: Math.max(at.start + 1, at.end - 1) }, '');
  return parts.length === 1 && only?.kind === 'scalar'
    ? only
    : { kind: 'text', parts, start: at.start, end: at.end };
}

function lowerBinary(
  lowering: Lowering,
  node: SyntaxNode,
  sign: string,
  left: Expression,
  right: Expression,
): Expression {
  const at = { start: node.start, end: node.end };
  if (/^(?:\?\?|\|\||or|\?:)$/.test(sign)) return { kind: 'fallback', first: left, second: right, ...at };
  if (/^(?:&&|and)$/.test(sign)) return { kind: 'choice', options: [right, scalar(at, null)], ...at };
  if (lowering.table.joins.includes(sign)) return { kind: 'text', parts: [left, right], ...at };
  return /^[-+*/%]$/.test(sign) ? { kind: 'math', sign, left, right, ...at } : opaque(at);
}

function lowerCall(lowering: Lowering, node: SyntaxNode, rule: Extract<Rule, { as: 'call' }>): Expression {
  const calleeNode = childOf(node, rule.callee) ?? (rule.made ? declaredType(node) : undefined);
  const receiverNode = rule.receiver === undefined ? undefined : childOf(node, rule.receiver);
  const argsNode = childOf(node, rule.args);
  const extraNode = rule.extra === undefined ? undefined : childOf(node, rule.extra);
  const args = argsNode === undefined ? [] : lowering.argumentsOf(argsNode);
  const extra: readonly Argument[] =
    extraNode === undefined ? [] : [{ name: null, spread: false, value: lowering.expression(extraNode) }];
  const name = calleeNode === undefined ? '' : nameOf(lowering, calleeNode);
  const callee: Expression =
    receiverNode !== undefined
      ? {
          kind: 'member',
          object: lowering.expression(receiverNode),
          name,
          start: receiverNode.start,
          end: calleeNode?.end ?? receiverNode.end,
        }
      : calleeNode === undefined
        ? opaque(node)
        : calleeExpression(lowering, calleeNode, rule.made ?? false);
  return {
    kind: 'call',
    callee,
    args: [...args, ...extra],
    made: rule.made ?? false,
    start: node.start,
    end: node.end,
  };
}

/** The type that `new(…)` leaves to the declaration around it. */
function declaredType(node: SyntaxNode): SyntaxNode | undefined {
  for (let at = node.parent; at !== null && /declarator|declaration|equals/.test(at.type); at = at.parent) {
    const type = childAt(at, 'type');
    if (type !== undefined) return type;
  }
  return undefined;
}

function calleeExpression(lowering: Lowering, node: SyntaxNode, made: boolean): Expression {
  const expression = lowering.expression(node);
  if (!made && expression.kind !== 'opaque') return expression;
  if (expression.kind === 'name' || expression.kind === 'member') return expression;
  const names = /^[\w.:]+/.exec(lowering.text.slice(node.start, node.end))?.[0].split(/\.|::/) ?? [];
  const at = { start: node.start, end: node.end };
  const [root, ...others] = names.length > 1 ? names : [nameOf(lowering, node)];
  return others.reduce<Expression>((object, name) => ({ kind: 'member', object, name, ...at }), {
    kind: 'name',
    name: root ?? '',
    ...at,
  });
}

function argument(lowering: Lowering, child: SyntaxNode): readonly Argument[] {
  const rule = lowering.table.rules[child.type];
  if (rule?.as === 'spread') return [{ name: null, spread: true, value: lowering.expression(child) }];
  if (rule?.as === 'pair') {
    const key = childOf(child, rule.key);
    const value = childOf(child, rule.value);
    if (key !== undefined && value === undefined && /label/.test(key.type)) {
      return [{ name: nameOf(lowering, key), spread: false, value: scalar(child, null) }];
    }
    const named = key !== undefined && value !== undefined && key !== value;
    return [{ name: named ? nameOf(lowering, key) : null, spread: false, value: lowering.expression(child) }];
  }
  const label = rule === undefined && child.children.length > 1 ? childAt(child, 'name') : undefined;
  const last = child.children.at(-1);
  if (label !== undefined && last !== undefined) {
    return [{ name: nameOf(lowering, label), spread: false, value: lowering.expression(last) }];
  }
  return [{ name: null, spread: false, value: lowering.expression(child) }];
}

function lowerObject(
  lowering: Lowering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'object' }>,
): Expression {
  const typeNode = rule.type === undefined ? undefined : childOf(node, rule.type);
  const body = rule.body === undefined ? node : childOf(node, rule.body);
  const type = typeNode === undefined ? null : nameOf(lowering, typeNode);
  const entries = rule.flat
    ? flatEntries(lowering, node)
    : (body?.children ?? []).flatMap((child) => (child === typeNode ? [] : entry(lowering, child)));
  const plain =
    entries.length > 0 && entries.every(({ key, value }) => key === null && value.kind !== 'opaque');
  const spread = (body?.children ?? []).some((child) => lowering.table.rules[child.type]?.as === 'spread');
  const at = { start: node.start, end: node.end };
  if (plain && !spread) return { kind: 'list', items: entries.map(({ value }) => value), ...at };
  return { kind: 'object', type, entries, ...at };
}

function entry(lowering: Lowering, child: SyntaxNode): readonly Entry[] {
  const rule = lowering.table.rules[child.type];
  if (rule?.as === 'spread') return [{ key: null, value: lowering.expression(child) }];
  if (rule?.as === 'shorthand') {
    const name = lowering.expression(child);
    return name.kind === 'name' ? [{ key: scalar(child, name.name), value: name }] : [];
  }
  if (rule?.as === 'pair' || rule?.as === 'assign') {
    const [keyAt, valueAt] = rule.as === 'pair' ? [rule.key, rule.value] : [rule.target, rule.value ?? 1];
    const key = childOf(child, keyAt);
    const value = childOf(child, valueAt);
    if (key !== undefined && value === undefined) {
      const item = lowering.expression(key);
      return [{ key: item.kind === 'name' || /symbol/.test(key.type) ? item : null, value: item }];
    }
    if (key === undefined || value === undefined) return [];
    return [{ key: lowering.expression(key), value: lowering.expression(value) }];
  }
  if (rule?.as === 'function') {
    const name = rule.name === undefined ? undefined : childOf(child, rule.name);
    return name === undefined
      ? []
      : [{ key: scalar(name, nameOf(lowering, name)), value: lowering.expression(child) }];
  }
  return [{ key: null, value: lowering.expression(child) }];
}

/** Entries whose names and values stand side by side, told apart by the sign between them. */
function flatEntries(lowering: Lowering, node: SyntaxNode): readonly Entry[] {
  const entries: Entry[] = [];
  for (let index = 0; index < node.children.length; index++) {
    const child = node.children[index];
    const next = node.children[index + 1];
    if (child === undefined) break;
    const named = next !== undefined && /^\s*[=:]\s*$/.test(lowering.text.slice(child.end, next.start));
    const value = named ? next : child;
    entries.push({ key: scalar(child, nameOf(lowering, child)), value: lowering.expression(value) });
    if (named) index++;
  }
  return entries;
}
