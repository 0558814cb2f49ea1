// What calls and names lead to in other files: functions and values that an import names.
import type { FunctionInfo } from '../syntax/program.ts';
import type { Evaluator } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { handedTo } from './handed.ts';
import { EVERYTHING, foreign, SETS, TYPE } from './imported.ts';
import { exportedName, functionNamed, type ImportedName, importedName } from './importedNames.ts';
import { onlyArgument } from './parameters.ts';
import { type Result, raise, UNKNOWN } from './result.ts';

/** Words in the names of functions that make what a request is given; others are not looked for in other files. */
const BUILDS =
  /model|veo|video|config|param|option|payload|request|body|setting|ratio|resolution|duration|seconds/i;

/** The function of another file that is called, with that file's evaluator; null where there is none, or none yet. */
export function functionElsewhere(
  evaluator: Evaluator,
  callee: Expression,
): { readonly module: Evaluator; readonly fn: FunctionInfo } | null {
  const named = importedName(evaluator, callee);
  return named === null || !BUILDS.test(named.name) ? null : functionNamed(evaluator, named);
}

/** An expression of another file, with that file's evaluator; `source` is how the import spells the file. */
export interface Elsewhere {
  readonly source: string;
  readonly module: Evaluator;
  readonly expression: Expression;
}

/** How many steps an expression is followed until it leaves its file, and how many expressions are looked at for one. */
const FARTHEST = 8;
const MOST_VISITS = 200;

interface Search {
  readonly evaluator: Evaluator;
  left: number;
}

/** What an expression may be in the files that it leads to, the likeliest first; empty where it does not leave its own. */
export const leadsTo = (evaluator: Evaluator, expression: Expression): readonly Elsewhere[] =>
  follow({ evaluator, left: MOST_VISITS }, expression, 0);

/** The value of a member of an object that another file makes or describes; unknown for all else. */
export function memberElsewhere(
  evaluator: Evaluator,
  member: Extract<Expression, { kind: 'member' }>,
): Result {
  if (!SETS.test(member.name)) return UNKNOWN;
  const [there] = leadsTo(evaluator, member.object);
  if (there === undefined) return UNKNOWN;
  const { module, expression } = memberOf(there, member);
  // A class sets what its objects begin with: whoever makes one may set more.
  return raise(foreign(module.evaluate(expression)), 'default', true);
}

function follow(search: Search, expression: Expression, depth: number): readonly Elsewhere[] {
  if (depth > FARTHEST || search.left-- <= 0) return [];
  const { evaluator } = search;
  const deeper = (inner: Expression): readonly Elsewhere[] => follow(search, inner, depth + 1);
  switch (expression.kind) {
    case 'import':
      return exported(evaluator, expression);
    case 'name':
      return evaluator.scope
        .bindingsOf(expression.name, expression.start)
        .flatMap(({ value }) => deeper(value));
    case 'param': {
      const given = onlyArgument(evaluator, expression);
      const typed =
        expression.type === null ? [] : typeElsewhere(evaluator, expression.type, expression.start, deeper);
      const handed = handedTo(evaluator, expression).flatMap(({ source, module, expression: inner }) =>
        source === null ? deeper(inner) : [{ source, module, expression: inner }],
      );
      return [...typed.map(madeBy), ...(given === null ? [] : deeper(given)), ...handed];
    }
    case 'call': {
      const local = evaluator.scope.functionOf(expression.callee);
      return local === null ? deeper(expression.callee).map(madeBy) : local.returns.flatMap(deeper);
    }
    case 'fallback':
      return [expression.first, expression.second].flatMap(deeper);
    case 'choice':
      return expression.options.flatMap(deeper);
    case 'member':
      return followMember(evaluator, expression, deeper);
    default:
      return [];
  }
}

/** Types that hold what a project sets, by their names. */
const SETTINGS_TYPE = /(?:Options|Settings|Properties|Props|Config|Configuration)$/;

/** The type of a parameter in the file that declares it: by the import, or by its name where imports name no file. */
function typeElsewhere(
  evaluator: Evaluator,
  type: string,
  position: number,
  deeper: (inner: Expression) => readonly Elsewhere[],
): readonly Elsewhere[] {
  const imported = deeper(nameAt(type, position));
  if (imported.length > 0 || !SETTINGS_TYPE.test(type) || evaluator.program.fields.has(type)) return imported;
  const module = evaluator.moduleOf(TYPE + type);
  return module === null ? [] : [{ source: type, module, expression: exportedName(module, type) }];
}

/** What .NET hands options over in has them as a member. */
const HOLDS_OPTIONS = /^(?:Current)?Value$/;

function followMember(
  evaluator: Evaluator,
  member: Extract<Expression, { kind: 'member' }>,
  deeper: (inner: Expression) => readonly Elsewhere[],
): readonly Elsewhere[] {
  const { object, name, start } = member;
  const { program, scope } = evaluator;
  if (object.kind === 'name' && program.lowering.table.self.includes(object.name)) {
    const own = scope.classAt(start);
    const fields = own === null ? undefined : program.fields.get(own)?.get(name);
    return (fields ?? []).flatMap(({ value }) => deeper(value));
  }
  const named = importedName(evaluator, member);
  const direct = named === null ? [] : exported(evaluator, named);
  if (direct.length > 0) return direct;
  const held = deeper(object);
  return HOLDS_OPTIONS.test(name) ? held : held.map((there) => memberOf(there, member));
}

function exported(evaluator: Evaluator, { source, name }: ImportedName): readonly Elsewhere[] {
  const module = name === EVERYTHING ? null : evaluator.moduleOf(source);
  return module === null ? [] : [{ source, module, expression: exportedName(module, name) }];
}

const memberOf = (there: Elsewhere, member: Extract<Expression, { kind: 'member' }>): Elsewhere => ({
  ...there,
  expression: { ...member, object: there.expression, ...endOf(there.module) },
});

/** What a function or a class of another file gives when it is called. */
const madeBy = (there: Elsewhere): Elsewhere => ({
  ...there,
  expression: { kind: 'call', callee: there.expression, args: [], made: false, ...endOf(there.module) },
});

const nameAt = (name: string, start: number): Expression => ({ kind: 'name', name, start, end: start });

const endOf = ({ program }: Evaluator) => ({ start: program.root.end, end: program.root.end });
