// The parameters of functions and of primary constructors, with their defaults.
import type { Expression } from '../../values/expression.ts';
import { nameOf } from '../lowering/names.ts';
import { childOf, type SyntaxNode } from '../tree.ts';
import { bindPattern, isPattern } from './destructuring.ts';
import type { Context, Gathering } from './gathering.ts';
import { injectedIn } from './injected.ts';

/** Binds the parameters of `owner` within `range`, and adds their names to `names`, in order. */
export function bindParams(
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
          defaultNode === undefined || defaultNode === target
            ? injectedIn(lowering, param)
            : lowering.expression(defaultNode),
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
  return /(?<!\w)([A-Za-z_]\w*)\W*$/.exec(bare)?.[1] ?? null;
}
