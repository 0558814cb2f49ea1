// Literals of objects, dictionaries and structs with their entries.
import { type Entry, type Expression, scalar } from '../../values/expression.ts';
import type { Rule } from '../table.ts';
import { childOf, type SyntaxNode } from '../tree.ts';
import type { Lowering } from './lower.ts';
import { nameOf } from './names.ts';

/** A literal with entries; one whose entries have no keys is a list. */
export function lowerObject(
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
  if (plain && !spread) return { kind: 'list', items: entries.map(({ value }) => value), open: false, ...at };
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
