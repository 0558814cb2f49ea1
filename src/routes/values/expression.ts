// Program text as one language-neutral model of values: what an argument of a request is made of.

import type { SyntaxNode } from '../syntax/tree.ts';
import type { Place } from '../types.ts';

/** An argument of a call; `name` where it is given by name; `spread` for `...x`, `*x`, `**x`. */
export interface Argument {
  readonly name: string | null;
  readonly spread: boolean;
  readonly value: Expression;
}

/** An entry of an object; `key` null for a spread. */
export interface Entry {
  readonly key: Expression | null;
  readonly value: Expression;
}

type Shape =
  /** A literal; the place is that of the content without quotes. */
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  /** A template or a concatenation. */
  | { readonly kind: 'text'; readonly parts: readonly Expression[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'member'; readonly object: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly object: Expression; readonly key: Expression }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Argument[];
      readonly made: boolean;
    }
  /** An object, dictionary or struct literal; `type` is the struct's name. */
  | { readonly kind: 'object'; readonly type: string | null; readonly entries: readonly Entry[] }
  /** `open`: an item may stand for several. */
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly open: boolean }
  /** One of several (a conditional); a missing branch is a null. */
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  /** The second where the first is missing (`??`, `||`, `or`). */
  | { readonly kind: 'fallback'; readonly first: Expression; readonly second: Expression }
  | { readonly kind: 'math'; readonly sign: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'function'; readonly node: SyntaxNode }
  /** Some item of a list (a loop's variable). */
  | { readonly kind: 'item'; readonly list: Expression }
  /** What a function is called with; `type` is the declared type's last name. */
  | {
      readonly kind: 'param';
      readonly owner: SyntaxNode;
      readonly index: number;
      readonly name: string;
      readonly type: string | null;
      readonly byDefault: Expression | null;
    }
  /** What another file exports; `name` is `*` for the whole module. */
  | { readonly kind: 'import'; readonly source: string; readonly name: string }
  | { readonly kind: 'opaque' };

export type Expression = Place & Shape;
export type CallExpression = Place & Extract<Shape, { kind: 'call' }>;

export const opaque = ({ start, end }: Place): Expression => ({ kind: 'opaque', start, end });
export const scalar = (place: Place, value: string | number | boolean | null): Expression => ({
  kind: 'scalar',
  value,
  start: place.start,
  end: place.end,
});

/** How many links of a chain are named: each of its calls asks for the names before it. */
const MOST_LINKS = 200;

/**
 * The names of a member chain, outermost last; calls count as `()`: `a.b().c` is `['a', 'b', '()', 'c']`. What a chain
 * of more than 200 links begins with is `?`.
 */
export function chainNames(expression: Expression): readonly string[] {
  const names: string[] = [];
  let at = expression;
  while (names.length < MOST_LINKS) {
    if (at.kind === 'member') {
      names.push(at.name);
      at = at.object;
    } else if (at.kind === 'call') {
      names.push('()');
      at = at.callee;
    } else if (at.kind === 'index') {
      names.push(at.key.kind === 'scalar' ? String(at.key.value) : '[]');
      at = at.object;
    } else break;
  }
  names.push(at.kind === 'name' ? at.name : '?');
  return names.reverse();
}

/** The calls of a fluent chain from its root on: `X.builder().a(1).build()` gives builder, a, build. */
export function chainOf(call: CallExpression): readonly CallExpression[] {
  const chain: CallExpression[] = [];
  let at: Expression = call;
  while (at.kind === 'call' || at.kind === 'member') {
    if (at.kind === 'call') chain.push(at);
    at = at.kind === 'call' ? at.callee : at.object;
  }
  return chain.reverse();
}

/** The last name of what is called. */
export function calledName(callee: Expression): string {
  if (callee.kind === 'name' || callee.kind === 'member') return callee.name;
  if (callee.kind === 'index' && callee.key.kind === 'scalar') return String(callee.key.value);
  return '';
}

/** The root name and the keys of a member chain; null where it does not start with a name. */
export function pathOf(expression: Expression): { root: string; keys: readonly Expression[] } | null {
  const keys: Expression[] = [];
  let at = expression;
  for (;;) {
    if (at.kind === 'name') return { root: at.name, keys: keys.reverse() };
    if (at.kind === 'member') {
      keys.push({ kind: 'scalar', value: at.name, start: at.start, end: at.end });
      at = at.object;
    } else if (at.kind === 'index') {
      keys.push(at.key);
      at = at.object;
    } else if (at.kind === 'call' && at.args.length === 0 && at.callee.kind === 'member') at = at.callee;
    else return null;
  }
}
