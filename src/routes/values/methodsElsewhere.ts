// The methods of objects that classes of other files make.
import { leadsTo } from './elsewhere.ts';
import type { Evaluator } from './evaluate.ts';
import { calledName, type Expression } from './expression.ts';
import type { CalledFunction } from './handed.ts';

/** The method of another file's class that is called on an object of it; null for all else. */
export function methodElsewhere(evaluator: Evaluator, callee: Expression): CalledFunction | null {
  if (callee.kind !== 'member') return null;
  for (const { source, module, expression } of leadsTo(evaluator, callee.object)) {
    for (const type of typesOf(module, expression)) {
      const fn = module.scope.functionOf({ ...callee, object: { ...expression, kind: 'name', name: type } });
      if (fn !== null) return { source, module, node: fn.node };
    }
  }
  return null;
}

/** The names of the classes that an expression makes an object of, or that the value of an exported name is made of. */
function typesOf(module: Evaluator, expression: Expression): readonly string[] {
  if (expression.kind === 'call') return [calledName(expression.callee)];
  if (expression.kind !== 'name') return [];
  const { bindings } = module.program;
  return (bindings.get(expression.name) ?? []).flatMap(({ value }) =>
    value.kind === 'call' ? [calledName(value.callee)] : [],
  );
}
