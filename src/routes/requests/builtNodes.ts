// HTTP nodes of n8n workflows that a program builds, for n8n to run.
import { readSent } from '../http.ts';
import { descendants } from '../syntax/tree.ts';
import type { Route } from '../types.ts';
import { flatten, mapOptions, type Result, UNKNOWN } from '../values/result.ts';
import { nameOfFunction } from './callSites.ts';
import type { Reading } from './reading.ts';

/** The type of such a node: nothing else has it. */
const HTTP_NODE = 'n8n-nodes-base.httpRequest';

/** The requests of the nodes that a program builds. */
export function builtNodes(reading: Reading): readonly Route[] {
  const { evaluator, catalog, models } = reading;
  const { lowering, root } = evaluator.program;
  if (!lowering.text.includes(HTTP_NODE)) return [];
  return [...descendants(root)].flatMap((node): readonly Route[] => {
    if (lowering.table.rules[node.type]?.as !== 'object') return [];
    const built = evaluator.evaluate(lowering.expression(node));
    if (built.kind !== 'object' || textOf(built, 'type') !== HTTP_NODE) return [];
    const parameters = built.entries.get('parameters');
    if (parameters?.kind !== 'object' || !/^(?:POST|PUT)$/i.test(textOf(parameters, 'method'))) return [];
    const url = parameters.entries.get('url');
    const at = url?.kind === 'scalar' || url?.kind === 'text' ? url.at : null;
    const sent = ['url', 'jsonBody', 'body']
      .flatMap((key) => parameters.entries.get(key) ?? [])
      .map(unwrapped);
    const name = nameOfFunction(reading, evaluator.scope.functionAt(node.start));
    return readSent(catalog, models, sent, false, null, {
      start: at?.start ?? node.start,
      end: node.end,
      name,
    });
  });
}

/** `={{ JSON.stringify({ … }) }}`: the object in an expression of n8n. */
const unwrapped = (value: Result): Result =>
  mapOptions(value, (option) =>
    option.kind === 'scalar' && typeof option.value === 'string'
      ? { ...option, value: option.value.replace(/^=(?:\{\{\s*(?:JSON\.stringify\(\s*)?)?/, '') }
      : option,
  );

const textOf = ({ entries }: Extract<Result, { kind: 'object' }>, key: string): string =>
  flatten(entries.get(key) ?? UNKNOWN) ?? '';
