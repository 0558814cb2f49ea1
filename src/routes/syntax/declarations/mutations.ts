// Calls that change what a name holds: builders, `update`, `put`.
import {
  type CallExpression,
  calledName,
  chainOf,
  type Expression,
  pathOf,
} from '../../values/expression.ts';
import type { SyntaxNode } from '../tree.ts';
import type { Context, Gathering } from './gathering.ts';

/** `builder.x(v)` and `map.update({…})` as statements change what the name holds. */
export function mutateByCall(gathering: Gathering, node: SyntaxNode, context: Context): void {
  if (
    node.parent === null ||
    !/statement|^block$|^body_statement$|^program$|^pipeline/.test(node.parent.type)
  )
    return;
  const call = gathering.lowering.expression(node);
  if (call.kind !== 'call' || call.callee.kind !== 'member') return;
  if (setByFlag(gathering, call, node, context)) return;
  if (putByChain(gathering, call, node, context)) return;
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
  const second = call.args[1];
  const puts =
    (/^(?:put|set|Add|insert|setdefault|TryAdd)$/.test(call.callee.name) && call.args.length === 2) ||
    isField(call);
  const base = { name: object.root, at: node.end, fn: context.fn, guards: context.guards };
  if (isContent(call) && second !== undefined)
    gathering.mutate({ ...base, path: [...object.keys, second.value], value: first.value });
  else if (puts && second !== undefined)
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

/** `form.append('model', 'veo-3')`: a field of a form, which may say more of a file. */
const isField = ({ callee, args: [key, value] }: CallExpression): boolean =>
  ADDS_FIELD.test(calledName(callee)) &&
  value !== undefined &&
  key?.value.kind === 'scalar' &&
  typeof key.value.value === 'string';

const ADDS_FIELD = /^(?:append|add|add_?field|WriteField|addFormDataPart)$/i;

/** `form.Add(new StringContent("veo-3"), "model")`: the name of a field stands behind its content. */
const isContent = ({ callee, args: [content, key] }: CallExpression): boolean =>
  calledName(callee) === 'Add' && content?.value.kind === 'call' && key?.value.kind === 'scalar';

/** `flag.StringVar(&model, "model", "…", "usage")` gives the name what `flag.String("model", "…", "usage")` would. */
function setByFlag(gathering: Gathering, call: CallExpression, node: SyntaxNode, context: Context): boolean {
  const { callee } = call;
  const [target, ...args] = call.args;
  if (callee.kind !== 'member' || target?.value.kind !== 'name' || args.length < 3) return false;
  const name = callee.name.replace(/Var(P?)$/, '$1');
  if (name === callee.name) return false;
  const value: Expression = { ...call, callee: { ...callee, name }, args };
  const { fn, block, guards } = context;
  gathering.bind({ name: target.value.name, value, at: node.end, range: block, fn, guards });
  return true;
}

/** `body.putObject("parameters").put("a", 1).put("b", 2)`: puts into what a name holds, one behind another. */
function putByChain(gathering: Gathering, call: CallExpression, node: SyntaxNode, context: Context): boolean {
  const chain = chainOf(call);
  const [outermost] = chain;
  const root = outermost?.callee.kind === 'member' ? pathOf(outermost.callee.object) : null;
  if (chain.length < 2 || root === null) return false;
  const path: Expression[] = [...root.keys];
  const puts: { path: readonly Expression[]; value: Expression }[] = [];
  for (const { callee, args } of chain) {
    const name = calledName(callee);
    const [key, second] = args;
    if (key !== undefined && second === undefined && OPENS.test(name)) path.push(key.value);
    else if (key !== undefined && second !== undefined && args.length === 2 && PUTS.test(name))
      puts.push({ path: [...path, key.value], value: second.value });
    else return false;
  }
  for (const put of puts)
    gathering.mutate({ name: root.root, at: node.end, fn: context.fn, guards: context.guards, ...put });
  return puts.length > 0;
}

/** Methods that put a value under a key and give the object back. */
const PUTS = /^(?:put|set|add|addProperty)$/;

/** Methods that make an object under a key and give that one back. */
const OPENS = /^(?:putObject|withObject|withObjectProperty)$/;

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
