// Values that a framework gives fields and parameters, as an annotation says.
import type { Place } from '../../types.ts';
import type { Expression } from '../../values/expression.ts';
import type { Lowering } from '../lowering/lower.ts';

/** The default of the property that an annotation in a stretch of the text names (`@Value("${veo.model:…}")`). */
export function injectedIn(lowering: Lowering, { start: from, end }: Place): Expression | null {
  const match = /@Value\(\s*"[$#]\{[^:}"]*:([^}"]*)\}"\s*\)/.exec(lowering.text.slice(from, end));
  if (match === null) return null;
  const text = match[1] ?? '';
  const start = from + match.index + match[0].lastIndexOf(text);
  const at = { start, end: start + text.length };
  const environment: Expression = {
    kind: 'member',
    object: { kind: 'name', name: 'env', ...at },
    name: '',
    ...at,
  };
  return { kind: 'fallback', first: environment, second: { kind: 'scalar', value: text, ...at }, ...at };
}
