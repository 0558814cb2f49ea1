// The assignments to one name, with what a reader at a place may see of them.
import type { SyntaxNode } from '../syntax/tree.ts';

/** What gives a name or a field a value. */
interface Assignment {
  /** Where it ends: its own function does not see it before. */
  readonly at: number;
  readonly fn: SyntaxNode | null;
  readonly guards: readonly SyntaxNode[];
}

/** How many assignments one reader sees: of more values than that none is the likely one. */
const MOST_SEEN = 16;

/** How many own assignments back one is looked for that surely happened. */
const MOST_LOOKED_AT = 64;

/** Assignments in the order of the text. A reader is answered without a look at all of them. */
export class Assignments<T extends Assignment> {
  private readonly all: readonly T[];
  /** The indexes of the assignments of each function. */
  private readonly byFunction = new Map<SyntaxNode | null, number[]>();
  /** For each assignment the next one of another function. */
  private readonly nextOther: number[];
  /** The last unguarded assignments of two functions. */
  private readonly lastSure: readonly number[];

  constructor(all: readonly T[]) {
    this.all = all;
    for (const [index, { fn }] of all.entries()) {
      const own = this.byFunction.get(fn);
      if (own) own.push(index);
      else this.byFunction.set(fn, [index]);
    }
    for (const own of this.byFunction.values()) own.sort((a, b) => this.endOf(a) - this.endOf(b));
    this.nextOther = new Array<number>(all.length);
    for (let index = all.length - 1; index >= 0; index--)
      this.nextOther[index] =
        all[index + 1]?.fn === all[index]?.fn ? (this.nextOther[index + 1] ?? all.length) : index + 1;
    this.lastSure = lastUnguarded(all);
  }

  /** What a reader in `fn` sees at `position`, from the last assignment on that surely happened. */
  reaching(position: number, fn: SyntaxNode | null): readonly T[] {
    const elsewhere = this.lastSure.find((index) => this.all[index]?.fn !== fn) ?? 0;
    return this.from(Math.max(elsewhere, this.lastSureOwn(position, fn)), position, fn);
  }

  /** What a reader in `fn` may see at `position`. */
  visible(position: number, fn: SyntaxNode | null): readonly T[] {
    return fn === null ? this.all.slice(0, MOST_SEEN) : this.from(0, position, fn);
  }

  private from(first: number, position: number, fn: SyntaxNode | null): readonly T[] {
    const seen = this.ownFrom(first, position, fn);
    const own = seen.length;
    for (let index = first; index < this.all.length && seen.length - own < MOST_SEEN; )
      if (this.all[index]?.fn === fn) index = this.nextOther[index] ?? this.all.length;
      else seen.push(index++);
    return seen
      .sort((a, b) => a - b)
      .slice(0, MOST_SEEN)
      .flatMap((index) => this.all[index] ?? []);
  }

  /** Those of the reader's own function, the first of them that are not before `first`. */
  private ownFrom(first: number, position: number, fn: SyntaxNode | null): number[] {
    const own = this.byFunction.get(fn) ?? [];
    const seen: number[] = [];
    let index = own.length === 0 ? 0 : this.firstNotBefore(own, first);
    for (; index < own.length && seen.length < MOST_SEEN; index++) {
      const one = own[index] ?? 0;
      if (this.endOf(one) > position) break;
      if (one >= first) seen.push(one);
    }
    return seen;
  }

  /** The last own assignment before a place whose branches are all around it; 0 where none is near. */
  private lastSureOwn(position: number, fn: SyntaxNode | null): number {
    const own = this.byFunction.get(fn) ?? [];
    const end = countUpTo(own, (index) => this.endOf(index) <= position);
    for (let index = end - 1; index >= Math.max(0, end - MOST_LOOKED_AT); index--) {
      const one = own[index] ?? 0;
      if (this.all[one]?.guards.every((guard) => contains(guard, position))) return one;
    }
    return 0;
  }

  private firstNotBefore(own: readonly number[], first: number): number {
    const place = this.endOf(first);
    return countUpTo(own, (index) => index !== first && this.endOf(index) < place);
  }

  private endOf(index: number): number {
    return this.all[index]?.at ?? 0;
  }
}

/** How many of the first items pass a test that all later ones fail. */
export function countUpTo<T>(items: readonly T[], passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last assignment without a branch around it, and the last one of any other function. */
function lastUnguarded(all: readonly Assignment[]): readonly number[] {
  const last = all.findLastIndex(({ guards }) => guards.length === 0);
  const other = all.findLastIndex(({ guards, fn }) => guards.length === 0 && fn !== all[last]?.fn);
  return [last, other].filter((index) => index >= 0);
}

/** Whether an offset lies in a node, its ends included. */
export const contains = (node: SyntaxNode, position: number): boolean =>
  node.start <= position && position <= node.end;
