// Names that a pattern binds to parts of one value (`const { model, ...rest } = …`, `a, b = …`).
import type { Expression } from '../../values/expression.ts';
import { nameOf } from '../lowering/names.ts';
import type { Binding } from '../program.ts';
import { childAt, type SyntaxNode } from '../tree.ts';
import type { Gathering } from './gathering.ts';

/** Whether a target takes a value apart. */
export function isPattern(target: SyntaxNode): boolean {
  return (
    /pattern$|^(?:expression|pattern)_list$|^left_assignment_list$|^tuple/.test(target.type) &&
    target.type !== 'as_pattern_target'
  );
}

/** Binds each name of a pattern to its part of `value`. */
export function bindPattern(
  gathering: Gathering,
  target: SyntaxNode,
  value: Expression,
  made: Omit<Binding, 'name' | 'value'>,
): void {
  const { lowering } = gathering;
  const [wrapper, held, ...others] = target.children;
  // Rust's `let Some(url) = …`: what is inside is what is worth something.
  if (target.type === 'tuple_struct_pattern' && others.length === 0 && held !== undefined) {
    if (/^(?:Some|Ok)$/.test(nameOf(lowering, wrapper)) && !isPattern(held))
      gathering.bind({ name: nameOf(lowering, held), value, ...made });
    return;
  }
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
      // A row of what a loop goes through and a tuple of Python have a part for each name, the first one, too; of what
      // a function gives back, the first is all that is followed.
      const hasParts = value.kind === 'item' || (target.type === 'pattern_list' && value.kind !== 'call');
      const first = index === 0 && !hasParts ? value : undefined;
      const several = value.kind === 'list' ? value.items[index] : first;
      bind(
        nameOf(lowering, child),
        several ?? { kind: 'index', object: value, key: { kind: 'scalar', value: index, ...at }, ...at },
      );
    }
  }
}
