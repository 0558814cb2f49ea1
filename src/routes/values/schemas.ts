// The fields of checked input, whose schemas give them defaults (`model: z.string().default('…')`).
import { nameOf } from '../syntax/lowering/names.ts';
import type { Program } from '../syntax/program.ts';
import { childAt, type SyntaxNode } from '../syntax/tree.ts';
import type { Evaluator } from './evaluate.ts';
import { calledName, chainNames, type Expression } from './expression.ts';
import { type Result, raise, UNKNOWN } from './result.ts';

/** What libraries of schemas are called. */
const SCHEMA = /^(?:z|zod|joi|yup|v|t|type|s|schema)$/i;

/** What checks input against a schema. */
const CHECKS = /^(?:parse|safeParse|parseAsync|validate|validateSync|cast)$/;

/** The default that the file's schema gives a field of `object`, where that is input; unknown without one. */
export function schemaDefault(evaluator: Evaluator, object: Expression, name: string): Result {
  if (!isInput(evaluator, object)) return UNKNOWN;
  const byDefault = evaluator.schemas.defaultOf(name);
  return byDefault === null ? UNKNOWN : raise(evaluator.evaluate(byDefault), 'default', true);
}

/** Whether a value is what a function is given, a part of it, or what a check gives back. */
function isInput(evaluator: Evaluator, object: Expression, depth = 0): boolean {
  if (object.kind === 'param') return true;
  if (depth > 4) return false;
  if (object.kind === 'member') return isInput(evaluator, object.object, depth + 1);
  if (object.kind === 'call') return CHECKS.test(calledName(object.callee));
  if (object.kind !== 'name') return false;
  const bound = evaluator.scope.bindingsOf(object.name, object.start)[0]?.value;
  return bound !== undefined && isInput(evaluator, bound, depth + 1);
}

/** The defaults of the fields that a program's schemas declare. */
export class SchemaFields {
  private readonly program: Program;
  private declared: ReadonlyMap<string, readonly Expression[]> | null = null;

  constructor(program: Program) {
    this.program = program;
  }

  /** The one default of the fields called `name`; null where there is none, or several. */
  defaultOf(name: string): Expression | null {
    this.declared ??= this.gather();
    const [only, ...others] = this.declared.get(name) ?? [];
    return only === undefined || others.length > 0 ? null : only;
  }

  private gather(): ReadonlyMap<string, readonly Expression[]> {
    const fields = new Map<string, Expression[]>();
    for (const { node } of this.program.calls) {
      const call = this.program.lowering.expression(node);
      if (call.kind !== 'call' || calledName(call.callee) !== 'default') continue;
      const [only] = call.args;
      const key = SCHEMA.test(chainNames(call.callee)[0] ?? '') ? this.keyOf(node) : null;
      if (key === null || only === undefined) continue;
      fields.set(key, [...(fields.get(key) ?? []), only.value]);
    }
    return fields;
  }

  /** The key under which a chain of calls stands in an object. */
  private keyOf(node: SyntaxNode): string | null {
    let at = node.parent;
    while (at !== null && /^(?:call|member)_expression$/.test(at.type)) at = at.parent;
    const key = at?.type === 'pair' ? childAt(at, 'key') : undefined;
    return key === undefined ? null : nameOf(this.program.lowering, key);
  }
}
