// What a member of an object, a class or a module is worth.
import { hostedPath } from './addresses.ts';
import { memberElsewhere } from './elsewhere.ts';
import { pick } from './entries.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { calledName, chainNames, type Expression } from './expression.ts';
import { fieldValue, onlyField } from './fields.ts';
import { importedMember, importsModule, memberOfType } from './imported.ts';
import { optionDefault } from './options.ts';
import { FROM_ENVIRONMENT, type Result, raise, scalarResult, UNKNOWN } from './result.ts';
import { schemaDefault } from './schemas.ts';

/** The value of `object.name`; the environment where it reads that. */
export function evaluateMember(
  evaluator: Evaluator,
  expression: Extract<Expression, { kind: 'member' }>,
  frame: Frame | null,
): Result {
  const { object, name } = expression;
  const names = chainNames(object);
  if (names.at(-1) === 'env' || (names.at(-1) === 'environ' && names.length > 1)) return FROM_ENVIRONMENT;
  const root = names[0] ?? '';
  const { table } = evaluator.program.lowering;
  if (names.length === 1 && table.self.includes(root)) {
    const own = evaluator.scope.classAt(expression.start);
    return own === null ? UNKNOWN : fieldValue(evaluator, own, name, expression.start, frame, root);
  }
  if (
    names.length === 1 &&
    evaluator.program.fields.has(root) &&
    evaluator.scope.bindingsOf(root, expression.start).every(({ value }) => value.kind !== 'param')
  ) {
    const field = fieldValue(evaluator, root, name, expression.start, frame, root);
    if (field.kind !== 'unknown') return field;
  }
  const typed = object.kind === 'name' ? declaredType(evaluator, object.name, object.start) : null;
  if (typed !== null && evaluator.program.fields.has(typed)) {
    const made = evaluator.evaluate(object, frame);
    if (made.kind === 'unknown')
      return raise(fieldValue(evaluator, typed, name, evaluator.program.root.end, null, ''), 'default', true);
  }
  if (names.length === 1) {
    const value = evaluator.scope.bindingsOf(root, expression.start)[0]?.value;
    const unit = value?.kind === 'import' && value.source === 'time' ? SECONDS[name] : undefined;
    if (unit !== undefined) return scalarResult(unit);
    const held =
      value?.kind === 'import'
        ? importedMember(evaluator, value.source, value.name, name)
        : value === undefined
          ? memberOfType(evaluator, root, name)
          : null;
    if (held !== null && (held.kind !== 'unknown' || importsModule(evaluator, root, expression.start)))
      return raise(held, 'constant');
  }
  if (object.kind === 'name' && holdsOptions(evaluator, object.name, object.start)) {
    const option = optionDefault(evaluator, name);
    if (option.kind !== 'unknown') return option;
  }
  const whole = evaluator.evaluate(object, frame);
  const address = name === 'Uri' && whole.kind === 'object' ? hostedPath(whole) : null;
  if (address !== null) return address;
  const picked = pick(evaluator, whole, [name]);
  if (picked.kind !== 'unknown') return picked;
  const checked = schemaDefault(evaluator, object, name);
  if (checked.kind !== 'unknown') return checked;
  const elsewhere = memberElsewhere(evaluator, expression);
  if (elsewhere.kind !== 'unknown') return elsewhere;
  return /model/i.test(name) && names.length > 1 ? onlyField(evaluator, name) : picked;
}

/** The units of Go's package `time` (`8 * time.Second`). */
const SECONDS: Readonly<Record<string, number>> = { Millisecond: 0.001, Second: 1, Minute: 60, Hour: 3600 };

/** Whether a name holds what a command line was given, by what made it or by what it is called. */
function holdsOptions(evaluator: Evaluator, name: string, position: number): boolean {
  if (/^(?:args|options|opts|flags|ns|parsed|cli)$/i.test(name)) return true;
  const value = evaluator.scope.bindingsOf(name, position)[0]?.value;
  return value?.kind === 'call' && /^parse_(?:known_)?args$/.test(calledName(value.callee));
}

/** The type that a parameter declares; null for other names. */
function declaredType(evaluator: Evaluator, name: string, position: number): string | null {
  const value = evaluator.scope.bindingsOf(name, position)[0]?.value;
  return value?.kind === 'param' ? value.type : null;
}
