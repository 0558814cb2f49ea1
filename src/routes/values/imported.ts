// What the names that other files export are worth.
import { pick } from './entries.ts';
import type { Evaluator } from './evaluate.ts';
import { exportedValue } from './names.ts';
import { type Result, UNKNOWN } from './result.ts';

/** What another file exports under a name; unknown where the file is not known. */
export function importedValue(evaluator: Evaluator, source: string, name: string): Result {
  const module = evaluator.moduleOf(source);
  return module === null || name === '*' ? UNKNOWN : foreign(exportedValue(module, name));
}

/** Whether a name stands for a module, so that its members are what the module exports. */
export function importsModule(evaluator: Evaluator, name: string, position: number): boolean {
  const value = evaluator.scope.bindingsOf(name, position)[0]?.value;
  return (
    value?.kind === 'import' &&
    (value.name === '*' || value.name === 'default' || evaluator.program.lowering.table.assignmentDeclares)
  );
}

/** A member of what an import names: a module, or an object that a module holds. */
export function importedMember(evaluator: Evaluator, source: string, imported: string, name: string): Result {
  if (imported === '*') return moduleMember(evaluator, source, name);
  const held = importedValue(evaluator, source, imported);
  const known = held.kind === 'unknown' ? UNKNOWN : pick(evaluator, held, [name]);
  if (known.kind !== 'unknown' || !evaluator.program.lowering.table.assignmentDeclares) return known;
  return moduleMember(evaluator, source.endsWith('.') ? source + imported : `${source}.${imported}`, name);
}

/** A member of what an import of a whole module names. */
function moduleMember(evaluator: Evaluator, source: string, name: string): Result {
  const module = evaluator.moduleOf(source);
  return module === null ? UNKNOWN : foreign(exportedValue(module, name));
}

/** A value from another file has no place in this one. */
function foreign(result: Result): Result {
  switch (result.kind) {
    case 'scalar':
      return { ...result, at: null, via: null };
    case 'text':
      return {
        ...result,
        at: null,
        pieces: result.pieces.map((piece) =>
          piece.kind === 'scalar' ? { ...piece, at: null, via: null } : piece,
        ),
      };
    case 'object':
      return {
        ...result,
        at: null,
        entries: new Map([...result.entries].map(([key, value]) => [key, foreign(value)])),
      };
    case 'list':
      return { ...result, items: result.items.map(foreign) };
    case 'choice':
      return { ...result, options: result.options.map(foreign) };
    default:
      return result;
  }
}
