// Calls that change what a name holds: builders, `update`, `put`.
import { type Expression, pathOf } from '../../values/expression.ts';
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
