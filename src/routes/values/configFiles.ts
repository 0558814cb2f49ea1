// What Laravel's `config('services.veo.model')` gives: an entry of what a file of the project's config folder returns.
import { pick } from './entries.ts';
import type { Evaluator } from './evaluate.ts';
import { type CallExpression, chainNames } from './expression.ts';
import { importedValue, WHOLE } from './imported.ts';
import { type Result, UNKNOWN } from './result.ts';

/** How a file of the config folder is asked for. */
export const CONFIG = 'config/';

/** The setting that a call asks for by its path; unknown where it is no such call, or no file has it. */
export function configured(evaluator: Evaluator, { callee, args: [path] }: CallExpression): Result {
  if (evaluator.program.lowering.table.configFolder !== true) return UNKNOWN;
  if (!/^(?:config|Config\.get)$/.test(chainNames(callee).join('.'))) return UNKNOWN;
  if (path?.value.kind !== 'scalar') return UNKNOWN;
  const [file = '', ...keys] = String(path.value.value).split('.');
  if (!/^[\w-]+$/.test(file) || keys.length === 0) return UNKNOWN;
  return keys.reduce(
    (held, key) => pick(evaluator, held, [key]),
    importedValue(evaluator, CONFIG + file, WHOLE),
  );
}
