// Which declarations a place of a program sees: names, functions, classes.
import type { Binding, FunctionInfo, Program } from '../syntax/program.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { chainNames, type Expression } from './expression.ts';

/** Tells which declarations a place of one program sees. */
export class Scope {
  private readonly program: Program;
  private readonly functions: readonly SyntaxNode[];

  constructor(program: Program) {
    this.program = program;
    this.functions = [...program.functions.keys()].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** The expressions that a name may stand for where it is read, the likeliest last set first. */
  bindingsOf(name: string, position: number): readonly Binding[] {
    const all = this.program.bindings.get(name);
    if (all === undefined) return [];
    const ranged = all.filter(
      ({ range }) => range !== null && range.start <= position && position <= range.end,
    );
    const range = ranged.reduce<SyntaxNode | null>(
      (best, { range: next }) =>
        best === null || (next !== null && next.start >= best.start && next.end <= best.end) ? next : best,
      null,
    );
    const mine = all.filter(
      (binding) =>
        binding.range === range ||
        (binding.range === null &&
          range !== null &&
          range.start <= binding.at &&
          binding.at <= range.end &&
          !declaredBetween(all, binding, range)),
    );
    return this.reaching(mine, position);
  }

  /** Those of several assignments that a reader at `position` may see. */
  private reaching<T extends { at: number; fn: SyntaxNode | null; guards: readonly SyntaxNode[] }>(
    all: readonly T[],
    position: number,
  ): readonly T[] {
    const fn = this.functionAt(position);
    const seen = all.filter((one) => one.fn !== fn || one.at <= position);
    const sure = (one: T): boolean =>
      one.fn === fn ? one.guards.every((guard) => contains(guard, position)) : one.guards.length === 0;
    const last = seen.findLastIndex(sure);
    return last <= 0 ? seen : seen.slice(last);
  }

  /** The innermost function around a place. */
  functionAt(position: number): SyntaxNode | null {
    let low = 0;
    let high = this.functions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.functions[middle]?.start ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    let at: SyntaxNode | null = this.functions[low - 1] ?? null;
    while (at !== null && !(this.program.functions.has(at) && position <= at.end)) at = at.parent;
    return at;
  }

  /** The name of the class around a place. */
  classAt(position: number): string | null {
    let best: { name: string; node: SyntaxNode } | null = null;
    for (const one of this.program.classes) {
      if (
        one.node.start <= position &&
        position <= one.node.end &&
        (best === null || one.node.start >= best.node.start)
      )
        best = one;
    }
    return best?.name ?? null;
  }

  /** The function of the file that is called; null for any other. */
  functionOf(callee: Expression): FunctionInfo | null {
    const name = callee.kind === 'name' || callee.kind === 'member' ? callee.name : null;
    if (name === null) return null;
    const own =
      callee.kind === 'member' &&
      callee.object.kind === 'name' &&
      (this.program.lowering.table.self.includes(callee.object.name) ||
        this.program.fields.has(callee.object.name));
    const className = own
      ? this.program.fields.has(chainNames(callee)[0] ?? '')
        ? (chainNames(callee)[0] ?? '')
        : this.classAt(callee.start)
      : null;
    const bindings =
      callee.kind === 'name'
        ? this.bindingsOf(name, callee.start)
        : className === null
          ? []
          : (this.program.fields.get(className)?.get(name) ?? []);
    const value = bindings[0]?.value;
    return value?.kind === 'function' ? (this.program.functions.get(value.node) ?? null) : null;
  }
}

/** Whether an assignment belongs to a narrower declaration of the same name. */
function declaredBetween(all: readonly Binding[], assignment: Binding, range: SyntaxNode): boolean {
  return all.some(
    (other) =>
      other.range !== null &&
      other.range !== range &&
      other.range.start >= range.start &&
      other.range.end <= range.end &&
      other.range.start <= assignment.at &&
      assignment.at <= other.range.end,
  );
}

/** Whether an offset lies in a node, its ends included. */
export const contains = (node: SyntaxNode, position: number): boolean =>
  node.start <= position && position <= node.end;
