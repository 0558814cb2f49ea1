// Which declarations a place of a program sees: names, functions, classes.

import { once, remembered } from '../../once.ts';
import type { Binding, CallSite, FunctionInfo, Mutation, Program } from '../syntax/program.ts';
import type { SyntaxNode } from '../syntax/tree.ts';
import { Assignments, countUpTo } from './assignments.ts';
import { type CallExpression, chainNames, type Expression } from './expression.ts';
import { Nesting } from './nesting.ts';

/** The bindings of one name by the range that they live in; null for those that make no new name. */
interface Named {
  readonly ranges: Nesting;
  readonly byRange: ReadonlyMap<SyntaxNode | null, Assignments<Binding>>;
}

/** Tells which declarations a place of one program sees. Everything is indexed at the first question. */
export class Scope {
  private readonly program: Program;
  private readonly named = new Map<string, Named>();
  private readonly assigned = new Map<readonly Binding[], Assignments<Binding>>();
  private readonly functions = once(() => new Nesting(this.program.functions.keys()));
  private readonly classes = once(() => new Nesting(this.program.classes.map(({ node }) => node)));
  private readonly classNames = once(
    () => new Map(this.program.classes.map(({ name, node }) => [node, name])),
  );
  private readonly fields = once(() => byFieldName(this.program));
  private readonly calls = once(() => byFunction(this.program.calls));
  private readonly given = once(() => byFirstArgument(this.program));
  private readonly handings = once(() => byFunctionHanded(this.program));
  private readonly changesByName = new Map<string, readonly Mutation[]>();
  private readonly changes = once(() => byFunction([...this.program.mutations.values()].flat()));

  constructor(program: Program) {
    this.program = program;
  }

  /** The expressions that a name may stand for where it is read, the likeliest last set first. */
  bindingsOf(name: string, position: number): readonly Binding[] {
    const all = this.program.bindings.get(name);
    if (all === undefined) return [];
    const named = remembered(this.named, name, () => indexed(all));
    const mine = named.byRange.get(named.ranges.innermostAt(position));
    return mine?.reaching(position, this.functionAt(position)) ?? [];
  }

  /** Those of a field's bindings that a method at `position` may see. */
  visibleOf(bindings: readonly Binding[], position: number): readonly Binding[] {
    const known = remembered(this.assigned, bindings, () => new Assignments(bindings));
    return known.visible(position, this.functionAt(position));
  }

  /** The innermost function around a place. */
  functionAt(position: number): SyntaxNode | null {
    return this.functions().innermostAt(position);
  }

  /** The name of the class around a place. */
  classAt(position: number): string | null {
    const node = this.classes().innermostAt(position);
    return node === null ? null : (this.classNames().get(node) ?? null);
  }

  /** The calls that stand directly in a function. */
  callsIn(fn: SyntaxNode | null): readonly CallSite[] {
    return this.calls().get(fn) ?? [];
  }

  /** The changes that are made directly in a function. */
  changesIn(fn: SyntaxNode | null): readonly Mutation[] {
    return this.changes().get(fn) ?? [];
  }

  /** The changes of what a name holds, between two places of a function. */
  changesOf(name: string, { from, until, fn }: Between): readonly Mutation[] {
    const all = remembered(this.changesByName, name, () =>
      [...(this.program.mutations.get(name) ?? [])].sort((a, b) => a.at - b.at),
    );
    const start = countUpTo(all, ({ at }) => at < from);
    return takenWhile(all, start, ({ at }) => at < until).filter((one) => one.fn === fn);
  }

  /** The calls that are given a name as their first argument, between two places of a function. */
  callsGiven(name: string, { from, until, fn }: Between): readonly CallExpression[] {
    const all = this.given().get(name) ?? [];
    const start = countUpTo(all, ({ call }) => call.start < from);
    return takenWhile(all, start, ({ call }) => call.start < until).flatMap((one) =>
      one.fn === fn ? [one.call] : [],
    );
  }

  /** The call that a function is written into as an argument; null for any other function. */
  handingOf(fn: SyntaxNode): Handing | null {
    return this.handings().get(fn) ?? null;
  }

  /** The calls of what a function is given as `name`, also those of functions within it. */
  callsOfParameter(fn: SyntaxNode, name: string): readonly CallExpression[] {
    return this.program.calls.flatMap(({ node }) => {
      if (node.start < fn.start || node.end > fn.end) return [];
      const call = this.program.lowering.expression(node);
      if (call.kind !== 'call' || call.callee.kind !== 'name' || call.callee.name !== name) return [];
      const value = this.bindingsOf(name, call.callee.start)[0]?.value;
      return value?.kind === 'param' && value.owner === fn ? [call] : [];
    });
  }

  /** The fields of a name in all classes, one list a class. */
  fieldsNamed(name: string): readonly Field[] {
    return this.fields().get(name) ?? [];
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

/** A stretch of a function's own code. */
export interface Between {
  readonly from: number;
  readonly until: number;
  readonly fn: SyntaxNode | null;
}

/** A call with the argument, by position, that is a function. */
export interface Handing {
  readonly call: CallExpression;
  readonly index: number;
}

/** A field of a class with what it may hold. */
export interface Field {
  readonly className: string;
  readonly bindings: readonly Binding[];
}

/** An assignment that makes no new name belongs to the innermost declaration around it. */
function indexed(all: readonly Binding[]): Named {
  const ranges = new Nesting(all.flatMap(({ range }) => range ?? []));
  const byRange = new Map<SyntaxNode | null, Binding[]>();
  const add = (range: SyntaxNode | null, binding: Binding): void => {
    const known = byRange.get(range);
    if (known) known.push(binding);
    else byRange.set(range, [binding]);
  };
  for (const binding of all) {
    add(binding.range, binding);
    const around = binding.range === null ? ranges.innermostAt(binding.at) : null;
    if (around !== null) add(around, binding);
  }
  return {
    ranges,
    byRange: new Map([...byRange].map(([range, bindings]) => [range, new Assignments(bindings)])),
  };
}

function takenWhile<T>(all: readonly T[], start: number, passes: (one: T) => boolean): readonly T[] {
  const taken: T[] = [];
  for (let index = start; index < all.length; index++) {
    const one = all[index];
    if (one === undefined || !passes(one)) break;
    taken.push(one);
  }
  return taken;
}

/** Calls by the name that is their first argument, in order of position. */
function byFirstArgument({
  calls,
  lowering,
}: Program): ReadonlyMap<
  string,
  readonly { readonly call: CallExpression; readonly fn: SyntaxNode | null }[]
> {
  const found = new Map<string, { call: CallExpression; fn: SyntaxNode | null }[]>();
  for (const { node, fn } of [...calls].sort((a, b) => a.node.start - b.node.start)) {
    const call = lowering.expression(node);
    const first = call.kind === 'call' ? call.args[0]?.value : undefined;
    if (call.kind !== 'call' || first?.kind !== 'name') continue;
    const known = found.get(first.name);
    if (known) known.push({ call, fn });
    else found.set(first.name, [{ call, fn }]);
  }
  return found;
}

/** Functions that are written as arguments, with the call that they are written into. */
function byFunctionHanded({ calls, lowering }: Program): ReadonlyMap<SyntaxNode, Handing> {
  const found = new Map<SyntaxNode, Handing>();
  for (const { node } of calls) {
    const call = lowering.expression(node);
    if (call.kind !== 'call' || call.args.some(({ spread }) => spread)) continue;
    for (const [index, { value }] of call.args.entries())
      if (value.kind === 'function') found.set(value.node, { call, index });
  }
  return found;
}

function byFieldName({ fields }: Program): ReadonlyMap<string, readonly Field[]> {
  const named = new Map<string, Field[]>();
  for (const [className, own] of fields) {
    for (const [name, bindings] of own) {
      const known = named.get(name);
      if (known) known.push({ className, bindings });
      else named.set(name, [{ className, bindings }]);
    }
  }
  return named;
}

function byFunction<T extends { readonly fn: SyntaxNode | null }>(
  all: readonly T[],
): ReadonlyMap<SyntaxNode | null, readonly T[]> {
  const found = new Map<SyntaxNode | null, T[]>();
  for (const one of all) {
    const known = found.get(one.fn);
    if (known) known.push(one);
    else found.set(one.fn, [one]);
  }
  return found;
}
