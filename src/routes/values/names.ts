// What a name is worth where it is read.
import { changedValue } from './changes.ts';
import { pick } from './entries.ts';
import type { Evaluator, Frame } from './evaluate.ts';
import { constantOfPackage, fromEverything, importedValue, WHOLE } from './imported.ts';
import { choice, flatten, optionsOf, type Result, raise, scalarResult, UNKNOWN } from './result.ts';

/** The value of a name read at `position`, after the changes made to it. */
export function evaluateName(
  evaluator: Evaluator,
  name: string,
  position: number,
  frame: Frame | null,
): Result {
  const bindings = evaluator.scope.bindingsOf(name, position);
  if (bindings.length === 0) {
    // `curl -d @request.json`: a file beside the script.
    if (/^@[\w./-]+\.json$/.test(name)) return importedValue(evaluator, `./${name.slice(1)}`, WHOLE);
    const variable = /^@\$\{?(\w+)\}?$/.exec(name)?.[1];
    if (variable !== undefined) return fileHeld(evaluator, variable, position, frame);
    const word = wordValue(name);
    if (word.kind !== 'unknown') return word;
    const held = fromEverything(evaluator, name, position);
    return raise(held.kind === 'unknown' ? constantOfPackage(evaluator, name) : held, 'constant');
  }
  const values = bindings.map((binding) => raise(evaluator.evaluate(binding.value, frame), 'constant'));
  const value = values.length > 1 ? choice(defaulted(values)) : choice(values);
  const since = Math.min(...bindings.map(({ at }) => at));
  return changedValue(evaluator, value, evaluator.program.mutations.get(name) ?? [], since, position, frame);
}

/** What the file holds whose name a variable of the script holds (`curl -d @$BODY`). */
function fileHeld(evaluator: Evaluator, variable: string, position: number, frame: Frame | null): Result {
  const [path] = optionsOf(evaluateName(evaluator, variable, position, frame));
  const named = path === undefined ? null : flatten(path);
  return named === null || /[$@]/.test(named)
    ? UNKNOWN
    : evaluateName(evaluator, `@${named.replace(/^\.\//, '')}`, position, frame);
}

/** What a file exports under a name, or as a part of the one value that it exports. */
export function exportedValue(evaluator: Evaluator, name: string): Result {
  const { end } = evaluator.program.root;
  const value = evaluateName(evaluator, name, end, null);
  if (value.kind !== 'unknown' || evaluator.scope.bindingsOf(WHOLE, end).length === 0) return value;
  return pick(evaluator, evaluateName(evaluator, WHOLE, end, null), [name]);
}

/** Words that some grammars leave as names. */
function wordValue(name: string): Result {
  if (/^(?:None|nil|undefined|null|NULL)$/.test(name)) return scalarResult(null);
  if (/^(?:true|false)$/i.test(name)) return scalarResult(name.toLowerCase() === 'true');
  return UNKNOWN;
}

/** Where one of several assignments is not known, the others are what is taken without it. */
function defaulted(values: readonly Result[]): readonly Result[] {
  const unseen = values.flatMap(optionsOf).filter((value) => value.kind === 'unknown');
  if (unseen.length === 0) return values;
  const from = unseen.some((value) => value.kind === 'unknown' && value.env) ? 'environment' : 'default';
  return values.map((value) => raise(value, from, true));
}
