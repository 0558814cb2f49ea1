// Syntax nodes to the language-neutral model of values, by the language's table.
import { type Argument, type Expression, opaque, scalar } from '../../values/expression.ts';
import type { SyntaxTable, Where } from '../table.ts';
import { childOf, type SyntaxNode } from '../tree.ts';
import { argument, lowerCall } from './calls.ts';
import { nameOf, nameText } from './names.ts';
import { lowerObject } from './objects.ts';
import { heredocOf, lowerCommand, lowerExpansion, lowerMacro } from './shells.ts';
import { stringParts } from './strings.ts';

/** Reads nodes of one text. Results are remembered, so that a node is read once. */
export interface Lowering {
  readonly table: SyntaxTable;
  readonly text: string;
  expression(node: SyntaxNode): Expression;
  argumentsOf(node: SyntaxNode): readonly Argument[];
  /** Whether an expression was nested too deep to be read whole. */
  isCut(): boolean;
}

/** How deep an expression is read at once; what stands deeper is opaque to the outermost, and read when it is asked for. */
const DEEPEST = 150;

/** A reader of the nodes of `text` by its language's table. */
export function createLowering(table: SyntaxTable, text: string): Lowering {
  const known = new Map<SyntaxNode, Expression>();
  let depth = 0;
  let cut = false;
  const lowering: Lowering = {
    table,
    text,
    expression: (node) => {
      const before = known.get(node);
      if (before) return before;
      if (depth >= DEEPEST) {
        cut = true;
        return opaque(node);
      }
      depth++;
      try {
        const made = lower(lowering, node);
        known.set(node, made);
        return made;
      } finally {
        depth--;
      }
    },
    isCut: () => cut,
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
      return {
        kind: 'list',
        items: node.children.map(lowering.expression),
        open: node.children.some((child) => lowering.table.rules[child.type]?.as === 'spread'),
        ...at,
      };
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
  const values = branches.map((branch) =>
    branch === undefined ? scalar(at, null) : lowering.expression(branch),
  );
  return { kind: 'choice', options: values, ...at };
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

function number(at: SyntaxNode | { start: number; end: number }, text: string): Expression {
  const value = Number(text.replace(/_/g, '').replace(/(?:[uUiIlLfFdDmM]\d*|usize|isize)$/, ''));
  return Number.isFinite(value) ? scalar(at, value) : opaque(at);
}

function textOf(at: { start: number; end: number }, parts: readonly Expression[]): Expression {
  const [only] = parts;
  if (parts.length === 0) {
    // A string that nobody closed may end where it begins.
    const start = Math.min(at.start + 1, at.end);
    return scalar({ start, end: Math.max(start, at.end - 1) }, '');
  }
  return parts.length === 1 && only?.kind === 'scalar'
    ? only
    : { kind: 'text', parts, start: at.start, end: at.end };
}
