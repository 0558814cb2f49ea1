// fallback-unapproved: what a gateway does when a route fails is not what the route's contract allows.
import { itemRemoval } from '../../routes/config/edit.ts';
import type { Stated } from '../../routes/config/types.ts';
import type { FallbackEdge } from '../../routes/graph.ts';
import type { StepPromise } from '../promises.ts';
import type { FileFinding, GraphContext, Rule } from '../rule.ts';
import type { Fix } from '../types.ts';
import { listOf } from '../wording.ts';
import { REFUSALS } from './fallbackOnRefusal.ts';
import { distinct, sideName } from './fallbackSides.ts';

export const fallbackUnapproved: Rule<'graph'> = {
  scope: 'graph',
  meta: {
    id: 'fallback-unapproved',
    severity: 'error',
    summary: 'A route falls back to where, or on what, its contract does not allow.',
    fixable: true,
    deprecates: false,
  },
  *check(context) {
    for (const edge of distinct(context.graph.edges)) {
      for (const promise of context.promises?.(edge) ?? []) {
        if (promise.approved === 'no') yield unapproved(edge, promise);
        yield* closed(context, edge, promise);
        yield* beyond(context, edge, promise);
      }
    }
  },
};

function unapproved(edge: FallbackEdge, { contract }: StepPromise): FileFinding {
  const { start, end } = edge.fallback.to;
  return {
    file: edge.file,
    start,
    end,
    message: `${wayOf(edge)}, which the contract ${contract} does not approve. Approve it (fallbacks.approved), or remove it.`,
    fix: null,
  };
}

/** Refusals are said by `fallback-on-refusal` already, with or without a contract. */
function* closed(context: GraphContext, edge: FallbackEdge, promise: StepPromise): Generator<FileFinding> {
  for (const trigger of edge.fallback.on) {
    if (!promise.closed.includes(trigger.value) || REFUSALS[trigger.value] !== undefined) continue;
    yield {
      ...placeIn(edge, trigger),
      message: `${wayOf(edge)} on ${trigger.value}, but the contract ${promise.contract} fails closed on it. Remove one of them.`,
      fix: removal(context, edge, trigger),
    };
  }
}

/** What a fallback follows on beyond what it is approved for. Without a word in the file nothing is certain. */
function* beyond(context: GraphContext, edge: FallbackEdge, promise: StepPromise): Generator<FileFinding> {
  const { when, contract, closed: never } = promise;
  if (when === null || when.includes('any')) return;
  for (const trigger of edge.fallback.on) {
    if (when.includes(trigger.value) || never.includes(trigger.value)) continue;
    if (REFUSALS[trigger.value] !== undefined) continue;
    const isAny = trigger.value === 'any';
    yield {
      ...placeIn(edge, trigger),
      message: `${wayOf(edge)} on ${isAny ? 'any error' : trigger.value}, but the contract ${contract} approves it only on ${listOf(when)}.`,
      fix: isAny ? null : removal(context, edge, trigger),
      severity: 'warning',
    };
  }
}

const wayOf = (edge: FallbackEdge): string =>
  `${sideName(edge, 'from')} falls back to ${sideName(edge, 'to')}`;

const placeIn = ({ file }: FallbackEdge, { start, end }: Stated<string>) => ({ file, start, end });

function removal(context: GraphContext, { file }: FallbackEdge, trigger: Stated<string>): Fix | null {
  const text = context.text?.(file);
  const edit = text === undefined ? null : itemRemoval(text, trigger);
  return edit === null ? null : { title: `Do not fall back on ${trigger.value}`, edits: [edit] };
}
