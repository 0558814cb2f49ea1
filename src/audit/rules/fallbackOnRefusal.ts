// fallback-on-refusal: a request that was refused for what it asks is sent to another model.
import { itemRemoval } from '../../routes/config/edit.ts';
import type { Stated } from '../../routes/config/types.ts';
import type { GraphContext, Rule } from '../rule.ts';
import type { Fix } from '../types.ts';
import { sideName } from './fallbackSides.ts';

/** Why each of them must fail closed. */
export const REFUSALS: Readonly<Record<string, string>> = {
  '400': 'an invalid request stays invalid elsewhere',
  '403': 'a fallback must not bypass a permission',
  refusal: 'what the safety filter refused must stay refused',
};

export const fallbackOnRefusal: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'fallback-on-refusal',
    severity: 'error',
    summary: 'A fallback follows on an error that must fail closed: 400, 403 or a safety refusal.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    const seen = new Set<string>();
    for (const edge of context.graph.edges) {
      if (edge.from.length === 0) continue;
      for (const trigger of edge.fallback.on) {
        const key = `${edge.file}\n${trigger.start}`;
        if (seen.has(key)) continue;
        const way = `${sideName(edge, 'from')} falls back to ${sideName(edge, 'to')}`;
        const why = REFUSALS[trigger.value];
        if (why === undefined && trigger.value !== 'any') continue;
        seen.add(key);
        const place = { file: edge.file, start: trigger.start, end: trigger.end };
        if (why !== undefined) {
          const when = trigger.value === 'refusal' ? 'a safety refusal' : trigger.value;
          yield {
            ...place,
            message: `${way} on ${when}, but ${why}. Fail instead.`,
            fix: removal(context, edge.file, trigger),
          };
        } else {
          const message = `${way} on any error, 400 and 403 included. Limit it to 429, 500 and 503.`;
          yield { ...place, message, fix: null, severity: 'info' };
        }
      }
    }
  },
};

function removal(context: GraphContext, file: string, trigger: Stated<string>): Fix | null {
  const text = context.text?.(file);
  // Only a code in a list can be taken out; a whole chain is a decision.
  const edit = text === undefined || trigger.value === 'refusal' ? null : itemRemoval(text, trigger);
  return edit === null ? null : { title: `Do not fall back on ${trigger.value}`, edits: [edit] };
}
