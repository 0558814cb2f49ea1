// What assignments, loops and struct literals declare or change: names, fields, or what a name holds.
import { type Expression, pathOf } from '../../values/expression.ts';
import type { Lowering } from '../lowering/lower.ts';
import type { Binding } from '../program.ts';
import type { Rule } from '../table.ts';
import { childOf, rootOf, type SyntaxNode } from '../tree.ts';
import { bindPattern, isPattern } from './destructuring.ts';
import type { Context, Gathering } from './gathering.ts';
import { injectedIn } from './injected.ts';

/** Declares or changes what an assignment names; a declaration without a value counts where it states a type. */
export function gatherAssignment(
  gathering: Gathering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'assign' }>,
  context: Context,
): void {
  const { lowering } = gathering;
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
}

/** Binds a loop's variable to some item of what is looped over. */
export function gatherLoop(
  gathering: Gathering,
  node: SyntaxNode,
  rule: Extract<Rule, { as: 'each' }>,
  context: Context,
): void {
  const { lowering } = gathering;
  const target = childOf(node, rule.target);
  const list = childOf(node, rule.value);
  if (target === undefined || list === undefined) return;
  const several = node.children.filter((child) => child.field === 'value' && rule.value === 'value');
  const items: Expression =
    several.length > 1
      ? {
          kind: 'list',
          items: several.map(lowering.expression),
          open: true,
          start: list.start,
          end: list.end,
        }
      : lowering.expression(list);
  const value: Expression = {
    kind: 'item',
    list: items,
    start: list.start,
    end: list.end,
  };
  assign(gathering, target, value, target, true, context);
}

/** The entries of a struct literal count as values of its type's fields. */
export function gatherTypedObject(gathering: Gathering, node: SyntaxNode, context: Context): void {
  const made = gathering.lowering.expression(node);
  if (made.kind !== 'object' || made.type === null) return;
  for (const { key, value } of made.entries) {
    const name = key?.kind === 'scalar' ? String(key.value) : key?.kind === 'name' ? key.name : null;
    if (name !== null)
      gathering.field(made.type, { name, value, at: node.end, range: null, fn: context.fn, guards: [] });
  }
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
    // `self.model, self.size = model, size`: a part for each field.
    if (value.kind === 'list')
      for (const [index, child] of target.children.entries()) {
        const part = value.items[index];
        if (part !== undefined && table.rules[child.type]?.as === 'member')
          assign(gathering, child, part, node, declares, context);
      }
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
  if (path === null || path.keys.length > MOST_KEYS) return;
  const [first, ...others] = path.keys;
  const own = table.self.includes(path.root) && first?.kind === 'scalar' ? String(first.value) : null;
  if (own !== null && others.length === 0 && context.className !== null) {
    const { fn, guards } = context;
    const field: Binding = { name: own, value, at: node.end, range: context.classNode, fn, guards };
    gathering.field(context.className, field);
    if (table.bareFields) gathering.bind(field);
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

/** Adds a field to the class around; its bare name too where the language reads fields without `this`. */
export function addField(
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

/** The child of a list of one. */
function soleOf(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const single = node?.type === 'expression_list' || node?.type === 'pattern';
  return node !== undefined && single && node.children.length === 1 ? node.children[0] : node;
}

/** The most keys in a row that lead to what an assignment changes. */
const MOST_KEYS = 32;

/** How far an annotation stands before what it fills, in UTF-16 code units. */
const LONGEST_ANNOTATION = 400;

/** What a framework fills a field with, from a property with a default (`@Value("${veo.model:…}")`). */
function injectedValue(lowering: Lowering, node: SyntaxNode): Expression | null {
  const start = Math.max(node.parent?.start ?? node.start, node.start - LONGEST_ANNOTATION);
  return injectedIn(lowering, { start, end: node.start });
}

function functionRange(context: Context): SyntaxNode {
  return context.fn ?? rootOf(context.block);
}
