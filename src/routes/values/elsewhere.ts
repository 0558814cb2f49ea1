// What calls and names lead to in other files: functions and values that an import names.
import type { FunctionInfo } from '../syntax/program.ts';
import type { Evaluator } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { EVERYTHING, foreign, SETS, WHOLE } from './imported.ts';
import { type Result, raise, UNKNOWN } from './result.ts';

/** What an import names: a file or a package as the text spells it, and what it exports. */
export interface ImportedName {
  readonly source: string;
  readonly name: string;
}

/** What a called name, or a member of an imported module, is in the file that it comes from; null for all else. */
export function importedName({ scope, program }: Evaluator, callee: Expression): ImportedName | null {
  const root = callee.kind === 'member' ? callee.object : callee;
  if (root.kind !== 'name') return null;
  const value = scope.bindingsOf(root.name, root.start)[0]?.value;
  if (value?.kind !== 'import') return null;
  const { source, name } = value;
  if (callee.kind !== 'member') return name === EVERYTHING ? null : { source, name };
  if (name === EVERYTHING || name === WHOLE) return { source, name: callee.name };
  if (!program.lowering.table.assignmentDeclares) return null;
  // `from package import module`.
  return { source: source.endsWith('.') ? source + name : `${source}.${name}`, name: callee.name };
}

/** A name as the end of a file sees it: what the file exports under it. */
export function exportedName({ program }: Evaluator, name: string): Expression {
  const { end } = program.root;
  return { kind: 'name', name, start: end, end };
}

/** Words in the names of functions that make what a request is given; others are not looked for in other files. */
const BUILDS =
  /model|veo|video|config|param|option|payload|request|body|setting|ratio|resolution|duration|seconds/i;

/** The function of another file that is called, with that file's evaluator; null where there is none, or none yet. */
export function functionElsewhere(
  evaluator: Evaluator,
  callee: Expression,
): { readonly module: Evaluator; readonly fn: FunctionInfo } | null {
  const named = importedName(evaluator, callee);
  if (named === null || !BUILDS.test(named.name)) return null;
  const module = evaluator.moduleOf(named.source);
  const fn = module?.scope.functionOf(exportedName(module, named.name)) ?? null;
  return module === null || fn === null ? null : { module, fn };
}

/** An expression of another file, with that file's evaluator. */
interface Elsewhere {
  readonly module: Evaluator;
  readonly expression: Expression;
}

/** How many steps an expression is followed until it leaves its file. */
const FARTHEST = 6;

/** The value of a member of an object that another file makes or describes; unknown for all else. */
export function memberElsewhere(
  evaluator: Evaluator,
  member: Extract<Expression, { kind: 'member' }>,
): Result {
  if (!SETS.test(member.name)) return UNKNOWN;
  const there = leadsTo(evaluator, member.object, 0);
  if (there === null) return UNKNOWN;
  const { module, expression } = there;
  // A class sets what its objects begin with: whoever makes one may set more.
  return raise(
    foreign(module.evaluate({ ...member, object: expression, ...endOf(module) })),
    'default',
    true,
  );
}

/** What an expression is in the file that it leads to; null where it does not leave its own. */
function leadsTo(evaluator: Evaluator, expression: Expression, depth: number): Elsewhere | null {
  if (depth > FARTHEST) return null;
  const deeper = (inner: Expression): Elsewhere | null => leadsTo(evaluator, inner, depth + 1);
  switch (expression.kind) {
    case 'import':
      return exported(evaluator, expression);
    case 'name':
      return firstOf(evaluator.scope.bindingsOf(expression.name, expression.start), ({ value }) =>
        deeper(value),
      );
    case 'param':
      return expression.type === null ? null : madeBy(deeper(nameAt(expression.type, expression.start)));
    case 'call':
      return madeBy(deeper(expression.callee));
    case 'fallback':
      return deeper(expression.first) ?? deeper(expression.second);
    case 'choice':
      return firstOf(expression.options, deeper);
    case 'member':
      return memberLeadsTo(evaluator, expression, deeper);
    default:
      return null;
  }
}

function memberLeadsTo(
  evaluator: Evaluator,
  member: Extract<Expression, { kind: 'member' }>,
  deeper: (inner: Expression) => Elsewhere | null,
): Elsewhere | null {
  const { object, name, start } = member;
  const { program, scope } = evaluator;
  if (object.kind === 'name' && program.lowering.table.self.includes(object.name)) {
    const own = scope.classAt(start);
    const fields = own === null ? undefined : program.fields.get(own)?.get(name);
    return firstOf(fields ?? [], ({ value }) => deeper(value));
  }
  const named = importedName(evaluator, member);
  const direct = named === null ? null : exported(evaluator, named);
  if (direct !== null) return direct;
  const there = deeper(object);
  return there === null
    ? null
    : { module: there.module, expression: { ...member, object: there.expression, ...endOf(there.module) } };
}

function exported(evaluator: Evaluator, { source, name }: ImportedName): Elsewhere | null {
  const module = name === EVERYTHING ? null : evaluator.moduleOf(source);
  return module === null ? null : { module, expression: exportedName(module, name) };
}

/** What a function or a class of another file gives when it is called. */
function madeBy(there: Elsewhere | null): Elsewhere | null {
  if (there === null) return null;
  const { module, expression } = there;
  const made: Expression = { kind: 'call', callee: expression, args: [], made: false, ...endOf(module) };
  return { module, expression: made };
}

const nameAt = (name: string, start: number): Expression => ({ kind: 'name', name, start, end: start });

const endOf = ({ program }: Evaluator) => ({ start: program.root.end, end: program.root.end });

function firstOf<T>(all: readonly T[], find: (one: T) => Elsewhere | null): Elsewhere | null {
  for (const one of all) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
