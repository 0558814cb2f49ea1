// Parameters in Dart, whose grammar keeps a function's signature and its body apart.
import type { Expression } from '../../values/expression.ts';
import { nameOf } from '../lowering/names.ts';
import { childAt, type SyntaxNode } from '../tree.ts';
import type { Context, Gathering } from './gathering.ts';

/** Binds the parameters of a signature within the body that follows it; `this.name = …` is a default of the field. */
export function bindDartParameters(gathering: Gathering, node: SyntaxNode, context: Context): void {
  if (node.type !== 'formal_parameter_list') return;
  const body = bodyBehind(node);
  let index = 0;
  for (const list of [node, ...node.children.filter(({ type }) => type === 'optional_formal_parameters')]) {
    for (const [place, param] of list.children.entries()) {
      if (param.type !== 'formal_parameter') continue;
      const next = list.children[place + 1];
      const byDefault =
        list !== node && next !== undefined && next.type !== 'formal_parameter'
          ? gathering.lowering.expression(next)
          : null;
      bindOne(gathering, param, byDefault, { body, index: index++ }, context);
    }
  }
}

function bindOne(
  gathering: Gathering,
  param: SyntaxNode,
  byDefault: Expression | null,
  { body, index }: { readonly body: SyntaxNode | null; readonly index: number },
  { className, classNode }: Context,
): void {
  const own = param.children.find(({ type }) => type === 'constructor_param');
  const nameNode = own === undefined ? childAt(param, 'name') : own.children.at(-1);
  if (nameNode === undefined) return;
  const name = nameOf(gathering.lowering, nameNode);
  const owner = body ?? param;
  const value: Expression = {
    kind: 'param',
    owner,
    index,
    name,
    type: null,
    byDefault,
    start: param.start,
    end: param.end,
  };
  const made = { name, value, at: param.end, fn: null, guards: [] };
  if (own === undefined) {
    if (body !== null) gathering.bind({ ...made, range: body });
  } else if (className !== null && byDefault !== null) {
    gathering.field(className, { ...made, range: classNode });
    gathering.bind({ ...made, range: classNode });
  }
}

/** The body that stands behind the signature of a list of parameters; null for what has none. */
function bodyBehind(list: SyntaxNode): SyntaxNode | null {
  let signature = list.parent;
  while (signature?.parent != null && /_signature$/.test(signature.parent.type)) signature = signature.parent;
  const siblings = signature?.parent?.children ?? [];
  const next = siblings[signature === null ? -1 : siblings.indexOf(signature) + 1];
  return next?.type === 'function_body' ? next : null;
}
