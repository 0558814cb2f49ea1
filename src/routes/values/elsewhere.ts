// What calls and names lead to in other files: functions and values that an import names.
import type { FunctionInfo } from '../syntax/program.ts';
import type { Evaluator } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { EVERYTHING, WHOLE } from './imported.ts';

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
