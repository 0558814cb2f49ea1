// Calls and constructions with their arguments.
import { type Argument, type Expression, opaque, scalar } from '../../values/expression.ts';
import type { Rule } from '../table.ts';
import { childAt, childOf, type SyntaxNode } from '../tree.ts';
import type { Lowering } from './lower.ts';
import { nameOf } from './names.ts';

/** A call node with its receiver, its arguments, and the block or closure behind them. */
export function lowerCall(
  lowering: Lowering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'call' }>,
): Expression {
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

const isPair = ({ table, text }: Lowering, node: SyntaxNode): boolean =>
  table.rules[node.type]?.as === 'pair' && /^\s+to\s/.test(text.slice(node.children[0]?.end, node.end));

/** The arguments that a node of an argument list gives, with their names. */
export function argument(lowering: Lowering, child: SyntaxNode): readonly Argument[] {
  const rule = lowering.table.rules[child.type];
  if (rule?.as === 'spread') return [{ name: null, spread: true, value: lowering.expression(child) }];
  if (rule?.as === 'pair') {
    const key = childOf(child, rule.key);
    const value = childOf(child, rule.value);
    if (key !== undefined && value === undefined && /label/.test(key.type)) {
      return [{ name: nameOf(lowering, key), spread: false, value: scalar(child, null) }];
    }
    // Kotlin's `mapOf("a" to 1)`: the pair is an argument's only content.
    if (key !== undefined && value === undefined && isPair(lowering, key)) return argument(lowering, key);
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
