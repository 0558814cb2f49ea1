// Which file and which of its exports a name of a program stands for.
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

/** The function that another file exports under a name, with that file's evaluator; null where there is none, or none yet. */
export function functionNamed(
  evaluator: Evaluator,
  { source, name }: ImportedName,
): { readonly module: Evaluator; readonly fn: FunctionInfo } | null {
  const module = evaluator.moduleOf(source);
  const fn = module?.scope.functionOf(exportedName(module, name)) ?? null;
  return module === null || fn === null ? null : { module, fn };
}
