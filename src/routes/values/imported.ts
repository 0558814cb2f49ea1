// What the names that other files export are worth.
import { pick } from './entries.ts';
import type { Evaluator } from './evaluate.ts';
import { exportedValue } from './names.ts';
import { type Result, scalarResult, UNKNOWN } from './result.ts';

/** What another file exports under a name; unknown where the file is not known. */
export function importedValue(evaluator: Evaluator, source: string, name: string): Result {
  const module = evaluator.moduleOf(source);
  return module === null || name === EVERYTHING ? UNKNOWN : foreign(exportedValue(module, name));
}

/** Whether a name stands for a module, so that its members are what the module exports. */
export function importsModule(evaluator: Evaluator, name: string, position: number): boolean {
  const value = evaluator.scope.bindingsOf(name, position)[0]?.value;
  return (
    value?.kind === 'import' &&
    (value.name === EVERYTHING || value.name === WHOLE || evaluator.program.lowering.table.assignmentDeclares)
  );
}

/** A member of what an import names: a module, or an object that a module holds. */
export function importedMember(evaluator: Evaluator, source: string, imported: string, name: string): Result {
  if (imported === EVERYTHING) return moduleMember(evaluator, source, name);
  const held = importedValue(evaluator, source, imported);
  const known = held.kind === 'unknown' ? UNKNOWN : pick(evaluator, held, [name]);
  if (known.kind !== 'unknown') return known;
  const module = evaluator.moduleOf(source);
  const inside = module === null ? UNKNOWN : memberIn(module, imported, name);
  if (inside.kind !== 'unknown' || !evaluator.program.lowering.table.assignmentDeclares) return inside;
  return moduleMember(evaluator, source.endsWith('.') ? source + imported : `${source}.${imported}`, name);
}

/** How all that a module exports is named, where it is taken as a whole or name by name. */
export const EVERYTHING = '*';

/** The name of the one value that a module exports as itself. */
export const WHOLE = 'default';

/** What the files that a file takes everything from (`export * from`, `from x import *`) hold under a name. */
export function fromEverything(evaluator: Evaluator, name: string, position: number): Result {
  for (const { value } of evaluator.scope.bindingsOf(EVERYTHING, position)) {
    const held = value.kind === 'import' ? moduleMember(evaluator, value.source, name) : UNKNOWN;
    if (held.kind !== 'unknown') return held;
  }
  return UNKNOWN;
}

/** How a type of another file is asked for in languages whose imports name no file. */
export const TYPE = 'type:';

/** Words in the names of what a project sets for its requests. */
export const SETS =
  /model|veo|video|const|config|default|setting|size|ratio|resolution|aspect|duration|seconds/i;

/** A member of a type (`VeoModels.FAST`) that a neighbouring file declares under its name. */
export function memberOfType(evaluator: Evaluator, type: string, name: string): Result {
  const { table } = evaluator.program.lowering;
  if (!/^[A-Z]\w*[a-z]/.test(type) || !SETS.test(type) || table.assignmentDeclares) return UNKNOWN;
  const module = evaluator.moduleOf(TYPE + type);
  const held = module === null ? UNKNOWN : memberIn(module, type, name);
  return held.kind === 'unknown' ? spelledByName(type, name) : held;
}

/** A constant of the same package, in languages whose files see each other's names without an import. */
export function constantOfPackage(evaluator: Evaluator, name: string): Result {
  const { table } = evaluator.program.lowering;
  if (!table.sharesNames || !SETS.test(name)) return UNKNOWN;
  const module = evaluator.moduleOf(TYPE + name);
  return module === null ? UNKNOWN : foreign(exportedValue(module, name));
}

/** What the member of a library's type says by its name (`VideoSize.Landscape720p`, `AspectRatio.RATIO_16_9`). */
function spelledByName(type: string, name: string): Result {
  const height = /(?:^|[^0-9])(\d{3,4})[pP]$/.exec(name)?.[1];
  if (height !== undefined && /resolution|size|quality/i.test(type)) {
    const width = Math.round((Number(height) * 16) / 9);
    const sized = /landscape/i.test(name)
      ? `${width}x${height}`
      : /portrait/i.test(name)
        ? `${height}x${width}`
        : `${height}p`;
    return scalarResult(sized, null, 'constant');
  }
  const ratio = /(?:^|[^0-9])(16|9)(?:[_x]|to|by)(16|9)(?![0-9])/i.exec(name);
  return ratio !== null && /ratio|aspect/i.test(type)
    ? scalarResult(`${ratio[1]}:${ratio[2]}`, null, 'constant')
    : UNKNOWN;
}

/** A member of a class, an enum or an object of another file. */
function memberIn(module: Evaluator, type: string, name: string): Result {
  const at = { start: module.program.root.end, end: module.program.root.end };
  return foreign(
    module.evaluate({ kind: 'member', object: { kind: 'name', name: type, ...at }, name, ...at }),
  );
}

/** A member of what an import of a whole module names. */
function moduleMember(evaluator: Evaluator, source: string, name: string): Result {
  const module = evaluator.moduleOf(source);
  return module === null ? UNKNOWN : foreign(exportedValue(module, name));
}

/** A value from another file has no place in this one. */
export function foreign(result: Result): Result {
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
